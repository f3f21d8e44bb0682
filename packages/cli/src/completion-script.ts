/** Completion scripts, made from the commands as they are declared: nothing runs when a person presses Tab. */
import type { Command } from 'commander'
import { eachCommand } from './help.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

interface Words {
  /** `''` for the program itself, `gray start` for a command below a command. */
  path: string
  commands: readonly { name: string; description: string }[]
  options: readonly { name: string; description: string }[]
}

export function completionScript(shell: Shell, program: Command): string {
  const words = eachCommand(program).map(({ command, name }) => wordsOf(command, name.split(' ').slice(1).join(' ')))
  switch (shell) {
    case 'bash':
      return bashScript(words)
    case 'zsh':
      return zshScript(words)
    case 'fish':
      return fishScript(words)
  }
}

function wordsOf(command: Command, path: string): Words {
  const help = command.createHelp()
  const options = help.visibleOptions(command).map(({ long, description }) => ({ name: long ?? '', description }))
  const commands = help.visibleCommands(command).map((each) => ({ name: each.name(), description: each.description() }))
  return { path, commands, options: options.filter(({ name }) => name !== '') }
}

function bashScript(words: readonly Words[]): string {
  const cases = words.map(({ path, commands, options }) => {
    const list = [...commands, ...options].map(({ name }) => name).join(' ')
    return `    ${quote(path)}) words=${quote(list)} ;;`
  })
  return `# banyan: completion for bash
_banyan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${pathsOf(words).join(' , ')} " in
      *" \${path:+$path }$word "*) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ \${#COMPREPLY[@]} -eq 0 ] || { [ -n "$path" ] && [[ "$current" != -* ]]; }; then
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _banyan banyan`
}

function zshScript(words: readonly Words[]): string {
  const describe = ({ name, description }: { name: string; description: string }) =>
    quote(`${name.replaceAll(':', String.raw`\:`)}:${description.replaceAll(':', String.raw`\:`)}`)
  const cases = words.map(
    ({ path, commands, options }) => `    (${quote(path)})
      commands=(${commands.map(describe).join(' ')})
      options=(${options.map(describe).join(' ')}) ;;`,
  )
  return `#compdef banyan
# banyan: completion for zsh
_banyan() {
  local path_of="" word
  local -a commands options
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case " ${pathsOf(words).join(' , ')} " in
      (*" \${path_of:+$path_of }$word "*) path_of="\${path_of:+$path_of }$word" ;;
    esac
  done
  case "$path_of" in
${cases.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe option options
  else
    (( \${#commands} )) && _describe command commands
    _files
  fi
}
if [ "$funcstack[1]" = "_banyan" ]; then _banyan "$@"; else compdef _banyan banyan; fi`
}

function fishScript(words: readonly Words[]): string {
  const lines = words.flatMap(({ path, commands, options }) => {
    const condition = quote(fishCondition(path, commands))
    return [
      ...commands.map(
        ({ name, description }) => `complete -c banyan -f -n ${condition} -a ${quote(name)} -d ${quote(description)}`,
      ),
      ...options.map(
        ({ name, description }) =>
          `complete -c banyan -n ${condition} -l ${quote(name.replace(/^--/, ''))} -d ${quote(description)}`,
      ),
    ]
  })
  return ['# banyan: completion for fish', ...lines].join('\n')
}

function fishCondition(path: string, commands: Words['commands']): string {
  if (path === '') return '__fish_use_subcommand'
  const seen = path.split(' ').map((name) => `__fish_seen_subcommand_from ${name}`)
  const below = commands.map(({ name }) => name)
  return [...seen, ...(below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`])].join('; and ')
}

function pathsOf(words: readonly Words[]): readonly string[] {
  return words.map(({ path }) => path).filter((path) => path !== '')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
