/** Scrolling through 10,000 rows, against the same rows made by hand; and the host's own frames while an app spins. */
import type { Browser } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { countFrames, type FrameCount } from './frame-gaps.ts'
import { atMost, type Section } from './section.ts'
import { describeRange, type Summary, summarise } from './statistics.ts'
import type { Subject } from './subjects.ts'

export async function measureScrolling(
  browser: Browser,
  { banyan, control }: { banyan: Subject; control: Subject },
  runs: number,
): Promise<Section> {
  const counts = [await scrollLong(browser, banyan, runs), await scrollLong(browser, control, runs)]
  const lost = counts.map((each) => each.reduce((sum, count) => sum + count.lost, 0))
  const gaps = await measureSpin(browser, banyan, runs)
  return {
    title: 'Smoothness',
    note: `Scrolling: a finger flings through 10,000 plain rows ${runs} times. Spinning: the longest time between two frames of the host's page while the app's code runs an endless loop.`,
    head: ['', 'frames shown', 'frames lost', 'longest'],
    rows: [
      ...[banyan, control].map(({ name }, index) => {
        const own = counts[index] ?? []
        const shown = own.reduce((sum, count) => sum + count.shown, 0)
        const longestMs = summarise(own.map((count) => count.longestMs))
        return [`10,000 rows, ${name}`, String(shown), String(lost[index]), describeRange(longestMs)]
      }),
      ['the host while an app spins', '', '', describeRange(gaps)],
    ],
    floors: [atMost('host frame gap while an app spins', gaps.median, { limit: 50, unit: 'ms' })],
  }
}

async function scrollLong(browser: Browser, subject: Subject, runs: number): Promise<FrameCount[]> {
  const { context, page } = await openPhone(browser)
  await page.goto(subject.url('long'))
  const { frame } = await findPainted(page, 'long')
  await settle(page, 1000)
  await frame.locator('.bench-create').tap({ force: true, noWaitAfter: true })
  await frame.locator('.bench-row').nth(9999).waitFor({ state: 'attached', timeout: 60_000 })
  await settle(page, 1500)
  const session = await context.newCDPSession(page)
  const counts: FrameCount[] = []
  for (let index = 0; index < runs; index += 1) {
    const counted = countFrames(frame, 1200)
    await session.send('Input.synthesizeScrollGesture', {
      x: 200,
      y: 600,
      yDistance: index % 2 === 0 ? -6000 : 6000,
      speed: 6000,
      gestureSourceType: 'touch',
    })
    counts.push(await counted)
  }
  await context.close()
  return counts
}

async function measureSpin(browser: Browser, subject: Subject, runs: number): Promise<Summary> {
  const { context, page } = await openPhone(browser)
  await page.goto(subject.url('work'))
  const { frame } = await findPainted(page, 'work')
  await settle(page, 1000)
  const gaps: number[] = []
  for (let index = 0; index < runs; index += 1) {
    await frame.locator('.bench-spin').tap({ force: true, noWaitAfter: true })
    gaps.push((await countFrames(page, 1200)).longestMs)
    await settle(page, 1000)
  }
  await context.close()
  return summarise(gaps)
}
