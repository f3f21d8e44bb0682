import { setTimeout as wait } from 'node:timers/promises'
import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { addAppOptions, findLinkedApp } from '../linked-app.ts'
import type { AppOptions, LinkedApp } from '../linked-app.ts'
import { logKinds, readLog } from '../log-entries.ts'
import type { LogEntry, LogKind } from '../log-entries.ts'
import { formatTime } from '../table.ts'

interface LogsOptions extends AppOptions {
  only?: readonly LogKind[]
  limit: number
  follow?: true
}

const texts = {
  zh_CN: {
    description: '平台上发生了什么：上传、发布、回退、灰度、审核与对话、操作记录，最新的在最后',
    only: `只看这些，用逗号分隔：${logKinds.join(', ')}`,
    limit: '最多多少条（默认 50）',
    follow: '持续显示新的记录',
    badKind: `须为 ${logKinds.join('、')} 中的一个或多个`,
    badLimit: '须为 1 到 200 的整数',
    noAudit: '当前密钥不能读取操作记录，其余照常显示',
    refused: '当前密钥不能读取操作记录',
    refusedHint: '换用团队管理员的密钥',
    none: '还没有记录',
    examples: `
示例：
  $ banyan logs my-app
  $ banyan logs my-app --only release,review --limit 20
  $ banyan logs my-app --follow`,
  },
  en: {
    description:
      'What happened on the platform: uploads, releases, gray releases, reviews and their threads, audit; newest last',
    only: `these alone, separated by commas: ${logKinds.join(', ')}`,
    limit: 'how many at most (default 50)',
    follow: 'go on with what is new',
    badKind: `One or more of ${logKinds.join(', ')} are wanted.`,
    badLimit: 'A whole number from 1 to 200 is wanted.',
    noAudit: 'This key may not read the audit log; all else is shown',
    refused: 'This key may not read the audit log',
    refusedHint: 'Use a key of an admin of the team',
    none: 'Nothing has happened yet',
    examples: `
Examples:
  $ banyan logs my-app
  $ banyan logs my-app --only release,review --limit 20
  $ banyan logs my-app --follow`,
  },
}

const pauseMs = 3000

export function addLogsCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  addAppOptions(program.command('logs').description(text.description), locale)
    .option('--only <kinds>', text.only, (value) => parseKinds(value, text.badKind))
    .option('--limit <number>', text.limit, (value) => parseLimit(value, text.badLimit), 50)
    .option('--follow', text.follow)
    .addHelpText('after', text.examples)
    .action((folder: string, options: LogsOptions) => showLogs(folder, options, context))
}

async function showLogs(folder: string, options: LogsOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const app = await findLinkedApp(folder, options, context)
  const { entries, isAuditRefused } = await readLog(app, options.only ?? logKinds)
  if (isAuditRefused && options.only !== undefined) {
    throw new Failure('identity.forbidden', text.refused, { hint: text.refusedHint })
  }
  if (isAuditRefused) terminal.note(text.noAudit)
  if (entries.length === 0 && !options.json) terminal.note(text.none)
  const shown = entries.slice(-options.limit)
  for (const entry of shown) show(entry, options, context)
  if (options.follow) await follow(app, { options, seen: new Set(entries.map(({ id }) => id)) }, context)
}

interface Following {
  options: LogsOptions
  seen: Set<string>
}

/** Until Ctrl-C. */
async function follow(app: LinkedApp, { options, seen }: Following, context: Context): Promise<never> {
  for (;;) {
    await wait(pauseMs)
    const { entries } = await readLog(app, options.only ?? logKinds)
    for (const entry of entries) {
      if (!seen.has(entry.id)) show(entry, options, context)
      seen.add(entry.id)
    }
  }
}

function show(entry: LogEntry, options: LogsOptions, { terminal }: Context): void {
  if (options.json) {
    terminal.print(JSON.stringify(entry))
    return
  }
  const kind = terminal.style('cyan', entry.kind.padEnd(7))
  terminal.print(`${formatTime(entry.at)}  ${kind}  ${entry.who}  ${entry.text}`)
}

function parseKinds(value: string, message: string): readonly LogKind[] {
  return value.split(',').map((name) => {
    const kind = logKinds.find((each) => each === name.trim())
    if (kind === undefined) throw new InvalidArgumentError(message)
    return kind
  })
}

function parseLimit(value: string, message: string): number {
  const limit = Number(value)
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new InvalidArgumentError(message)
  return limit
}
