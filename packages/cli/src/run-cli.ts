import type { ApiError } from '@banyan/sdk'
import { Command, CommanderError } from 'commander'
import { addAutoCommand } from './commands/auto.ts'
import { addBuildCommand } from './commands/build.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addCreateCommand } from './commands/create.ts'
import { addDevCommand } from './commands/dev.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addGrayCommand } from './commands/gray.ts'
import { addLoginCommand } from './commands/login.ts'
import { addLogsCommand } from './commands/logs.ts'
import { addOpenCommand } from './commands/open.ts'
import { addPreviewCommand } from './commands/preview.ts'
import { addPublishCommand } from './commands/publish.ts'
import { addRollbackCommand } from './commands/rollback.ts'
import { addSelftestCommand } from './commands/selftest.ts'
import { addSubmitCommand } from './commands/submit.ts'
import { addUploadCommand } from './commands/upload.ts'
import { addVersionsCommand } from './commands/versions.ts'
import { hintFor } from './api-hints.ts'
import type { Context } from './context.ts'
import { readEnvironment } from './environment.ts'
import type { Locale } from './environment.ts'
import { Failure } from './failure.ts'
import { eachCommand, localiseHelp } from './help.ts'
import { createTerminal } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { cliVersion } from './version.ts'

const texts = {
  zh_CN: {
    description: 'Banyan 小程序平台：新建、开发、编译、上传与发布小程序',
    unexpected: '出现了意料之外的错误，这是 Banyan 的缺陷，请连同下面的内容一起反馈：',
    exitCodes: '退出码：0 成功，1 失败，2 用法有误，3 平台的决定是否定的（审核被拒、灰度被冻结）',
    usageHint: (command: string) => `执行 ${command} --help 查看用法`,
  },
  en: {
    description: 'Banyan mini-program platform: create, develop, build, upload and publish mini-programs',
    unexpected: 'Something unexpected happened. It is a defect of Banyan; please report it with what follows:',
    exitCodes: 'Exit codes: 0 success, 1 failure, 2 wrong usage, 3 the platform decided against it (rejected, frozen)',
    usageHint: (command: string) => `Run ${command} --help for usage`,
  },
}

/** Runs the command line and returns its exit code: 0 it worked, 1 it failed, 2 it was called wrongly, 3 the platform's answer is no. */
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
    return report(error, { terminal, printsJson, locale: environment.locale })
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
    addAutoCommand,
    addBuildCommand,
    addLoginCommand,
    addPreviewCommand,
    addUploadCommand,
    addSubmitCommand,
    addPublishCommand,
    addGrayCommand,
    addRollbackCommand,
    addVersionsCommand,
    addLogsCommand,
    addOpenCommand,
    addDoctorCommand,
    addSelftestCommand,
    addCompletionCommand,
  ]
  for (const each of add) each(program, context)
  program.addHelpText('after', `\n${text.exitCodes}`)
  localiseHelp(program, context.environment.locale)
  for (const { command, name } of eachCommand(program)) {
    command.exitOverride().showHelpAfterError(text.usageHint(name))
  }
  return program
}

interface Reporting {
  terminal: Terminal
  printsJson: boolean
  locale: Locale
}

function report(error: unknown, { terminal, printsJson, locale }: Reporting): number {
  // Commander has already printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { code, message, hint, exitCode, details } = describe(error, locale)
  if (printsJson) {
    terminal.printJson({ ok: false, error: { code, message, ...(hint === undefined ? {} : { hint }) }, ...details })
    return exitCode
  }
  if (code === 'unexpected') terminal.note(texts[locale].unexpected)
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

function describe(error: unknown, locale: Locale): Description {
  if (error instanceof Failure) return error
  if (isApiError(error)) {
    return {
      code: error.code,
      message: `${error.message} (${error.code})`,
      hint: hintFor(error.code, locale),
      exitCode: 1,
    }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'unexpected', message, exitCode: 1 }
}

/** By its name: the client is loaded by the commands that call the platform, and by no others. */
function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError' && 'code' in error
}
