import { Argument } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Check } from '../doctor/check.ts'

interface DoctorOptions {
  json?: true
}

const texts = {
  zh_CN: {
    description: '检查 Node、浏览器、端口、项目、网络、登录与平台，并说明每个问题如何解决',
    folder: '项目文件夹',
    json: '以 JSON 输出结果',
    here: '当前文件夹',
    examining: '正在检查 …',
    well: '一切正常',
    bad: (count: number) => `${count} 处问题`,
    examples: `
示例：
  $ banyan doctor
  $ banyan doctor my-app --json`,
  },
  en: {
    description: 'Examine Node, browser, ports, project, network, login and platform, and say how to mend each problem',
    folder: 'project folder',
    json: 'print the result as JSON',
    here: 'the current folder',
    examining: 'Examining …',
    well: 'All is well',
    bad: (count: number) => `${count} ${count === 1 ? 'problem' : 'problems'}`,
    examples: `
Examples:
  $ banyan doctor
  $ banyan doctor my-app --json`,
  },
}

const marks = { good: '✔', note: '!', bad: '✖' } as const
const colours = { good: 'green', note: 'yellow', bad: 'red' } as const

export function addDoctorCommand(program: Command, context: Context): void {
  const text = texts[context.environment.locale]
  program
    .command('doctor')
    .description(text.description)
    .addArgument(new Argument('[dir]', text.folder).default('.', text.here))
    .option('--json', text.json)
    .addHelpText('after', text.examples)
    .action((folder: string, options: DoctorOptions) => examine(folder, options, context))
}

async function examine(folder: string, options: DoctorOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  terminal.progress(text.examining)
  const { runChecks } = await import('../doctor/run-checks.ts')
  const checks = await runChecks(folder, environment)
  const problems = checks.filter(({ verdict }) => verdict === 'bad')
  if (problems.length > 0) process.exitCode = 1
  if (options.json) {
    terminal.printJson({ ok: problems.length === 0, checks })
    return
  }
  for (const check of checks) show(check, context)
  terminal.print(problems.length === 0 ? text.well : text.bad(problems.length))
}

function show({ verdict, text, hint }: Check, { terminal }: Context): void {
  terminal.print(`${terminal.style(colours[verdict], marks[verdict])} ${text}`)
  if (hint !== undefined) terminal.print(`    ${hint}`)
}
