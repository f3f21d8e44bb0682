/** The rows: create, replace, update, choose, swap, remove, append, clear; each from the finger to the painted frame. */
import type { Browser, Frame, Page } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { type Summary, summarise } from './statistics.ts'
import type { AppPage, PageName, Subject } from './subjects.ts'

interface Operation {
  readonly name: string
  readonly tap: string
  /** Which of the elements that the selector finds. */
  readonly nth?: number
  readonly rowsAfter: number
}

/** One round; it starts and ends with an empty list. */
const round: readonly Operation[] = [
  { name: 'create 1000', tap: '.bench-create', rowsAfter: 1000 },
  { name: 'replace 1000', tap: '.bench-create', rowsAfter: 1000 },
  { name: 'update every 10th', tap: '.bench-update', rowsAfter: 1000 },
  { name: 'choose', tap: '.bench-label', nth: 3, rowsAfter: 1000 },
  { name: 'swap', tap: '.bench-swap', rowsAfter: 1000 },
  { name: 'remove', tap: '.bench-remove', nth: 4, rowsAfter: 999 },
  { name: 'append 1000', tap: '.bench-append', rowsAfter: 1999 },
  { name: 'clear 1999', tap: '.bench-clear', rowsAfter: 0 },
]

export const operationNames = round.map(({ name }) => name)

export interface RowRounds {
  readonly warmUp: number
  readonly measured: number
}

interface Candidate {
  readonly page: Page
  readonly frame: Frame
  readonly times: Map<string, number[]>
  count: number
}

/**
 * The subjects take turns, round by round, so that a machine that gets busier or warmer treats all alike. One summary an operation for each
 * subject, in their order.
 */
export async function measureRows(
  browser: Browser,
  subjects: readonly Subject[],
  target: { page: PageName; rounds: RowRounds },
): Promise<ReadonlyMap<string, Summary>[]> {
  const candidates: Candidate[] = []
  for (const subject of subjects) candidates.push(await openCandidate(browser, subject, target.page))
  for (let index = 0; index < target.rounds.warmUp + target.rounds.measured; index += 1) {
    for (const candidate of candidates) {
      await candidate.page.bringToFront()
      await runRound(candidate, target.page, index >= target.rounds.warmUp)
    }
  }
  for (const { page } of candidates) await page.context().close()
  return candidates.map(({ times }) => new Map([...times].map(([name, values]) => [name, summarise(values)])))
}

export async function openCandidate(browser: Browser, subject: Subject, name: PageName): Promise<Candidate> {
  const { page } = await openPhone(browser)
  await page.goto(subject.url(name))
  const { frame } = await findPainted(page, name)
  await settle(page, 1000)
  return { page, frame, times: new Map(), count: 0 }
}

async function runRound(candidate: Candidate, name: PageName, isMeasured: boolean): Promise<void> {
  const { page, frame, times } = candidate
  for (const operation of round) {
    candidate.count += 1
    const elapsedMs = await measureOperation(page, frame, { ...operation, page: name, count: candidate.count })
    if (isMeasured) times.set(operation.name, [...(times.get(operation.name) ?? []), elapsedMs])
    await settle(page, 120)
  }
}

export async function measureOperation(
  page: Page,
  frame: Frame,
  { tap, nth = 0, rowsAfter, ...expected }: Operation & { page: AppPage; count: number },
): Promise<number> {
  await frame.evaluate((arguments_) => globalThis.benchMeter.arm(arguments_), {
    page: expected.page,
    count: expected.count,
    rows: rowsAfter,
  })
  await frame.locator(tap).nth(nth).tap({ force: true, noWaitAfter: true })
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const elapsedMs = await frame.evaluate(() => globalThis.benchMeter.elapsedMs)
    if (elapsedMs !== undefined) return elapsedMs
    await page.waitForTimeout(15)
  }
  throw new Error(`"${expected.name}" never showed its result`)
}
