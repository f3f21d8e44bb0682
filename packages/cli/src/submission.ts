/** How a version under review is shown, and waited for. */
import { setTimeout as wait } from 'node:timers/promises'
import type { CheckResult, Submission, SubmissionMessage } from '@banyan/contract/review'
import type { Context } from './context.ts'
import type { LinkedApp } from './linked-app.ts'
import { formatTime } from './table.ts'

export const stateTexts = {
  zh_CN: { waiting: '审核中', approved: '已通过', rejected: '被拒', deferred: '暂缓', withdrawn: '已撤回' },
  en: {
    waiting: 'under review',
    approved: 'approved',
    rejected: 'rejected',
    deferred: 'deferred',
    withdrawn: 'withdrawn',
  },
} as const

const pauseMs = 3000
const marks = { passed: '✔', warning: '!', failed: '✖', skipped: '-', pending: '…' } as const
const colours = { passed: 'green', warning: 'yellow', failed: 'red', skipped: 'gray', pending: 'gray' } as const

export function showCheck(check: CheckResult, { terminal }: Context): void {
  terminal.note(`${terminal.style(colours[check.outcome], marks[check.outcome])} ${check.check}  ${check.summary}`)
  if (check.outcome === 'passed') return
  for (const { where, what } of check.evidence) terminal.note(`    ${where}  ${what}`)
}

export function showMessage({ author, side, text, at }: SubmissionMessage, { terminal }: Context): void {
  terminal.note(`${formatTime(at)}  ${author} (${side}): ${text}`)
}

/** Until somebody has decided; what is said in between is shown as it comes. */
export async function watchSubmission(app: LinkedApp, first: Submission, context: Context): Promise<Submission> {
  let last = first
  while (last.state === 'waiting') {
    await wait(pauseMs)
    const found = await readAgain(app, last)
    for (const message of found.messages.slice(last.messages.length)) showMessage(message, context)
    last = found
  }
  return last
}

/** A network that is away for a moment ends no wait. */
async function readAgain({ client, appId }: LinkedApp, last: Submission): Promise<Submission> {
  try {
    return (await client.review.list(appId)).find(({ id }) => id === last.id) ?? last
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'client.unreachable' || code === 'client.timeout' || code === 'server.unavailable') return last
    throw error
  }
}
