/** The rows: create, replace, update, choose, swap, remove, append, clear; each from the finger to the painted frame. */
import type { Browser, Frame, Page } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { type Summary, summarise } from './statistics.ts'
import type { PageName, Subject } from './subjects.ts'

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

export async function measureRows(
  browser: Browser,
  subject: Subject,
  target: { page: PageName; rounds: RowRounds },
): Promise<ReadonlyMap<string, Summary>> {
  const { context, page } = await openPhone(browser)
  await page.goto(subject.url(target.page))
  const { frame } = await findPainted(page, target.page)
  await settle(page, 1000)
  const times = new Map<string, number[]>()
  let count = 0
  for (let index = 0; index < target.rounds.warmUp + target.rounds.measured; index += 1) {
    for (const operation of round) {
      count += 1
      const elapsedMs = await measureOperation(page, frame, { ...operation, page: target.page, count })
      if (index >= target.rounds.warmUp) times.set(operation.name, [...(times.get(operation.name) ?? []), elapsedMs])
      await settle(page, 120)
    }
  }
  await context.close()
  return new Map([...times].map(([name, values]) => [name, summarise(values)]))
}

async function measureOperation(
  page: Page,
  frame: Frame,
  { tap, nth = 0, rowsAfter, ...expected }: Operation & { page: PageName; count: number },
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
