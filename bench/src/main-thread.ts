/** What creating 1000 rows costs the threads that draw: those of the page and of its frame, not the worker's. */
import type { Browser, CDPSession, Frame, Page } from 'playwright-core'
import { settle } from './browser.ts'
import { measureOperation, openCandidate } from './rows.ts'
import { atMost, type Section } from './section.ts'
import { describeRange, summarise } from './statistics.ts'
import type { Subject } from './subjects.ts'

/** The mini-program first, Vue second. */
export async function measureMainThread(
  browser: Browser,
  subjects: readonly Subject[],
  runs: number,
): Promise<Section> {
  const times: number[][] = []
  for (const subject of subjects) {
    const { page, frame } = await openCandidate(browser, subject, 'components')
    const sessions = await sessionsOf(page, frame)
    const own: number[] = []
    for (let index = -3; index < runs; index += 1) {
      const before = await taskMs(sessions)
      const count = (index + 3) * 2 + 1
      await measureOperation(page, frame, { ...create, page: 'components', count })
      await settle(page, 300)
      if (index >= 0) own.push((await taskMs(sessions)) - before)
      await measureOperation(page, frame, { ...clear, page: 'components', count: count + 1 })
      await settle(page, 300)
    }
    times.push(own)
    await page.context().close()
  }
  const summaries = times.map(summarise)
  const [ours, vue] = summaries.map(({ median }) => median)
  return {
    title: 'Main thread',
    note: 'Milliseconds of processor time that creating 1000 component rows takes on the main threads of the page and of its frame together, until 300 ms after the rows are painted.',
    head: ['', 'create 1000'],
    rows: subjects.map(({ name }, index) => {
      const summary = summaries[index]
      return [name, summary === undefined ? '' : describeRange(summary)]
    }),
    floors: [
      atMost('main-thread time of 1000 component rows, against Vue 3', (ours ?? Number.NaN) / (vue ?? Number.NaN), {
        limit: 0.9,
        unit: 'x',
      }),
    ],
  }
}

const create = { name: 'create 1000', tap: '.bench-create', rowsAfter: 1000 }
const clear = { name: 'clear 1000', tap: '.bench-clear', rowsAfter: 0 }

/** A frame in the page's own process has none of its own. */
async function sessionsOf(page: Page, frame: Frame): Promise<CDPSession[]> {
  const context = page.context()
  const ofFrame = frame === page.mainFrame() ? undefined : await context.newCDPSession(frame).catch(() => undefined)
  const sessions = [await context.newCDPSession(page), ...(ofFrame === undefined ? [] : [ofFrame])]
  for (const session of sessions) await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return sessions
}

async function taskMs(sessions: readonly CDPSession[]): Promise<number> {
  let total = 0
  for (const session of sessions) {
    const { metrics } = await session.send('Performance.getMetrics')
    total += (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  return total
}
