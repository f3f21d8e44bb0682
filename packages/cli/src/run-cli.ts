import { ApiError } from '@banyan/sdk'
import { Command, CommanderError } from 'commander'
import { addBuildCommand } from './commands/build.ts'
import { addCreateCommand } from './commands/create.ts'
import { addDevCommand } from './commands/dev.ts'
import { addLoginCommand } from './commands/login.ts'
import { addPublishCommand } from './commands/publish.ts'
import { addSelftestCommand } from './commands/selftest.ts'
import { addUploadCommand } from './commands/upload.ts'
import type { Context } from './context.ts'
import { readEnvironment } from './environment.ts'
import { Failure } from './failure.ts'
import { localiseHelp } from './help.ts'
import { createTerminal } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { cliVersion } from './version.ts'

const texts = {
  zh_CN: {
    description: 'Banyan 小程序平台：新建、开发、编译、上传与发布小程序',
    unexpected: '出现了意料之外的错误，这是 Banyan 的缺陷，请连同下面的内容一起反馈：',
    exitCodes: '退出码：0 成功，1 失败，2 用法有误',
    usageHint: (command: string) => `执行 ${command} --help 查看用法`,
  },
  en: {
    description: 'Banyan mini-program platform: create, develop, build, upload and publish mini-programs',
    unexpected: 'Something unexpected happened. It is a defect of Banyan; please report it with what follows:',
    exitCodes: 'Exit codes: 0 success, 1 failure, 2 wrong usage',
    usageHint: (command: string) => `Run ${command} --help for usage`,
  },
}

/** Runs the command line and returns its exit code: 0 it worked, 1 it failed, 2 it was called wrongly. */
export async function runCli(args: readonly string[]): Promise<number> {
  const environment = readEnvironment()
  const terminal = createTerminal({ out: process.stdout, err: process.stderr })
  const printsJson = args.includes('--json')
  if (printsJson) terminal.beQuiet()
  try {
    await createProgram({ terminal, environment }).parseAsync(args, { from: 'user' })
    // A command that has printed its results may still say that they are bad.
    return process.exitCode === 1 ? 1 : 0
  } catch (error) {
    return report(error, { terminal, printsJson, unexpected: texts[environment.locale].unexpected })
  }
}

function createProgram(context: Context): Command {
  const text = texts[context.environment.locale]
  // Positional options: `--version` after a command is that command's, not a question for the version of this tool.
  const program = new Command('banyan')
    .description(text.description)
    .version(cliVersion, '-v, --version')
    .enablePositionalOptions()
  const add = [
    addCreateCommand,
    addDevCommand,
    addBuildCommand,
    addLoginCommand,
    addUploadCommand,
    addPublishCommand,
    addSelftestCommand,
  ]
  for (const each of add) each(program, context)
  program.addHelpText('after', `\n${text.exitCodes}`)
  localiseHelp(program, context.environment.locale)
  for (const command of [program, ...program.commands]) {
    const name = command === program ? 'banyan' : `banyan ${command.name()}`
    command.exitOverride().showHelpAfterError(text.usageHint(name))
  }
  return program
}

interface Reporting {
  terminal: Terminal
  printsJson: boolean
  unexpected: string
}

function report(error: unknown, { terminal, printsJson, unexpected }: Reporting): number {
  // Commander has already printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { code, message, hint, exitCode, details } = describe(error)
  if (printsJson) {
    terminal.printJson({ ok: false, error: { code, message, ...(hint === undefined ? {} : { hint }) }, ...details })
    return exitCode
  }
  if (code === 'unexpected') terminal.note(unexpected)
  terminal.note(`${terminal.style('red', '✖')} ${message}`)
  if (hint !== undefined) terminal.note(`  ${hint}`)
  return exitCode
}

interface Description {
  code: string
  message: string
  hint?: string | undefined
  exitCode: number
  details?: Readonly<Record<string, unknown>>
}

function describe(error: unknown): Description {
  if (error instanceof Failure) return error
  if (error instanceof ApiError) {
    return { code: error.code, message: `${error.message} (${error.code})`, exitCode: 1 }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'unexpected', message, exitCode: 1 }
}
