import { Argument } from 'commander'
import type { Command } from 'commander'
import { completionScript, shells } from '../completion-script.ts'
import type { Shell } from '../completion-script.ts'
import type { Context } from '../context.ts'

const texts = {
  zh_CN: {
    description: '输出命令补全脚本',
    shell: '使用的 shell',
    examples: `
示例：
  $ banyan completion bash > ~/.local/share/bash-completion/completions/banyan
  $ banyan completion zsh > "\${fpath[1]}/_banyan"
  $ banyan completion fish > ~/.config/fish/completions/banyan.fish`,
  },
  en: {
    description: 'Print a completion script for a shell',
    shell: 'the shell',
    examples: `
Examples:
  $ banyan completion bash > ~/.local/share/bash-completion/completions/banyan
  $ banyan completion zsh > "\${fpath[1]}/_banyan"
  $ banyan completion fish > ~/.config/fish/completions/banyan.fish`,
  },
}

export function addCompletionCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('completion')
    .description(text.description)
    .addArgument(new Argument('<shell>', text.shell).choices(shells))
    .addHelpText('after', text.examples)
    .action((shell: Shell) => context.terminal.print(completionScript(shell, program)))
}
