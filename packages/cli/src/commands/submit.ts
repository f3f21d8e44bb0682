import type { PublishMode, Submission } from '@banyan/contract/review'
import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { addAppOptions, findLinkedApp, newestVersion } from '../linked-app.ts'
import type { AppOptions, LinkedApp } from '../linked-app.ts'
import { showCheck, showMessage, stateTexts, watchSubmission } from '../submission.ts'

interface SubmitOptions extends AppOptions {
  version?: string
  note?: string
  publish?: PublishMode
  watch?: true
  status?: true
  withdraw?: true
  answer?: string
  appeal?: string
}

const texts = {
  zh_CN: {
    description: '提交一个已上传的版本供审核，并给出自动检查的结果',
    version: '要提交的版本号；默认为最近上传的版本',
    note: '给审核员的说明：更新内容、登录方法等',
    publish: '审核通过后：manual 手动发布（默认）、auto 立即发布，或一个时间，如 2026-12-01T09:00:00+08:00',
    watch: '等到有了结果；通过时退出码为 0，被拒或暂缓时为 3',
    status: '不提交，查看最近一次提交',
    withdraw: '撤回正在审核的提交',
    answer: '答复审核员',
    appeal: '对被拒的结果申诉',
    badPublish: '须为 manual、auto 或一个时间',
    none: '还没有提交过版本',
    noneHint: '先执行 banyan submit',
    submitting: (version: string) => `正在提交 ${version} …`,
    done: (version: string, state: string) => `版本 ${version}：${state}`,
    due: (time: string) => `预计在 ${time} 前有结果`,
    waiting: '等待审核结果 …（按 Ctrl-C 停止等待，不影响审核）',
    refused: (state: string, reason: string) => `${state}：${reason}`,
    refusedHint: '修改后重新上传并提交；或用 banyan submit --appeal "…" 申诉',
    examples: `
示例：
  $ banyan submit my-app --note "新增搜索" --watch
  $ banyan submit my-app --version 1.2.0 --publish auto
  $ banyan submit my-app --status`,
  },
  en: {
    description: 'Hand an uploaded version in for review, and see what the automatic checks found',
    version: 'version to hand in; by default the one uploaded last',
    note: 'for the reviewer: what is new, how to sign in',
    publish: 'once approved: manual (default), auto, or a time such as 2026-12-01T09:00:00+08:00',
    watch: 'wait for the decision; exit code 0 when approved, 3 when rejected or deferred',
    status: 'hand nothing in: show the last submission',
    withdraw: 'take the submission back that is under review',
    answer: 'answer the reviewer',
    appeal: 'appeal against a rejection',
    badPublish: 'manual, auto or a time is wanted.',
    none: 'Nothing has been handed in yet',
    noneHint: 'Run banyan submit first',
    submitting: (version: string) => `Handing in ${version} …`,
    done: (version: string, state: string) => `Version ${version}: ${state}`,
    due: (time: string) => `A decision is promised by ${time}`,
    waiting: 'Waiting for the decision … (Ctrl-C stops waiting; the review goes on)',
    refused: (state: string, reason: string) => `${state}: ${reason}`,
    refusedHint: 'Mend it, upload and submit again; or appeal with banyan submit --appeal "…"',
    examples: `
Examples:
  $ banyan submit my-app --note "Adds search" --watch
  $ banyan submit my-app --version 1.2.0 --publish auto
  $ banyan submit my-app --status`,
  },
}

export function addSubmitCommand(program: Command, context: Context): void {
  const { locale } = context.environment
  const text = texts[locale]
  addAppOptions(program.command('submit').description(text.description), locale)
    .option('--version <version>', text.version)
    .option('--note <text>', text.note)
    .option('--publish <when>', text.publish, (value) => parsePublish(value, text.badPublish))
    .option('--watch', text.watch)
    .option('--status', text.status)
    .option('--withdraw', text.withdraw)
    .option('--answer <text>', text.answer)
    .option('--appeal <text>', text.appeal)
    .addHelpText('after', text.examples)
    .action((folder: string, options: SubmitOptions) => submit(folder, options, context))
}

async function submit(folder: string, options: SubmitOptions, context: Context): Promise<void> {
  const { terminal, environment } = context
  const text = texts[environment.locale]
  const app = await findLinkedApp(folder, options, context)
  const first = await act(app, options, context)
  if (!options.json) show(first, context)
  const isWaiting = options.watch && first.state === 'waiting'
  if (isWaiting) terminal.progress(text.waiting)
  const last = isWaiting ? await watchSubmission(app, first, context) : first
  if (options.watch && (last.state === 'rejected' || last.state === 'deferred')) {
    const state = stateTexts[environment.locale][last.state]
    throw new Failure(`review.${last.state}`, text.refused(state, last.reason ?? ''), {
      hint: text.refusedHint,
      exitCode: 3,
      details: { submission: last },
    })
  }
  if (options.json) terminal.printJson({ ok: true, appId: app.appId, submission: last })
  else if (last !== first) terminal.print(headline(last, context))
}

async function act(app: LinkedApp, options: SubmitOptions, context: Context): Promise<Submission> {
  const { client, appId } = app
  const { locale } = context.environment
  const { status, withdraw, answer, appeal, note, publish } = options
  if (status || withdraw || answer !== undefined || appeal !== undefined) {
    const last = (await client.review.list(appId))[0]
    if (last === undefined) throw new Failure('review.none', texts[locale].none, { hint: texts[locale].noneHint })
    if (withdraw) return client.review.withdraw(appId, last.id)
    if (answer !== undefined) return client.review.answer(appId, last.id, answer)
    if (appeal !== undefined) return client.review.appeal(appId, last.id, appeal)
    return last
  }
  const version = options.version ?? (await newestVersion(app, locale))
  context.terminal.progress(texts[locale].submitting(version))
  return client.review.submit(appId, {
    version,
    ...(note === undefined ? {} : { note }),
    ...(publish === undefined ? {} : { publish }),
  })
}

function show(submission: Submission, context: Context): void {
  const { terminal, environment } = context
  for (const check of submission.checks) showCheck(check, context)
  for (const message of submission.messages) showMessage(message, context)
  terminal.print(headline(submission, context))
  if (submission.state !== 'waiting') return
  const due = new Date(submission.dueAt).toLocaleString(environment.locale === 'zh_CN' ? 'zh-CN' : 'en')
  terminal.note(texts[environment.locale].due(due))
}

function headline({ state, version, reason }: Submission, { terminal, environment }: Context): string {
  const isBad = state === 'rejected' || state === 'deferred'
  const mark = isBad ? terminal.style('red', '✖') : terminal.style('green', '✔')
  const text = texts[environment.locale].done(version, stateTexts[environment.locale][state])
  return `${mark} ${text}${isBad && reason !== null ? `  ${reason}` : ''}`
}

function parsePublish(value: string, message: string): PublishMode {
  if (value === 'manual' || value === 'auto') return { kind: value }
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError(message)
  return { kind: 'at', at: date.toISOString() }
}
