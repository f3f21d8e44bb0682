/** `setData` on a page with 1000 rows: one field, a thousand calls a second, and rows appended key by key. */
import type { Browser, CDPSession, Frame, Page } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { countFrames, type FrameCount } from './frame-gaps.ts'
import { measureOperation } from './rows.ts'
import { atMost, type Section } from './section.ts'
import { describeRange, type Summary, summarise } from './statistics.ts'
import type { Subject } from './subjects.ts'

/** While somebody scrolls: as long as the flood lasts. */
const scrollMs = 1800

export async function measureSetData(browser: Browser, subject: Subject, runs: number): Promise<Section> {
  const { context, page } = await openPhone(browser)
  await page.goto(subject.url('work'))
  const { frame } = await findPainted(page, 'work')
  await settle(page, 1000)
  const append = await measureAppends(page, frame, runs)
  await frame.locator('.bench-create').tap({ force: true, noWaitAfter: true })
  await frame.locator('.bench-row').nth(999).waitFor()
  await settle(page)
  const oneField = await measureOneField(page, frame)
  const session = await context.newCDPSession(page)
  const calm = await scrollAndCount(session, frame)
  await frame.evaluate(() => window.scrollTo(0, 0))
  await frame.locator('.bench-flood').tap({ force: true, noWaitAfter: true })
  const flooded = await scrollAndCount(session, frame)
  await context.close()
  const lost = Math.max(0, flooded.lost - calm.lost)
  return {
    title: 'setData',
    note: 'On a page with 1000 plain rows. One field: from the call in the app to the painted frame, at moments that no frame has chosen, so half a frame of it is waiting for the screen. The flood: 1000 calls a second while a finger scrolls the page; a frame counts as lost when it comes more than one and a half frames after the one before.',
    head: ['', 'measured'],
    rows: [
      ['one field, until it is painted', describeRange(oneField)],
      ['append 1000 as a new list', describeRange(append.list)],
      ['append 1000 by 1000 keys', describeRange(append.paths)],
      ['frames while scrolling, calm', describeFrames(calm)],
      ['frames while scrolling, 1000 calls a second', describeFrames(flooded)],
    ],
    floors: [
      atMost('one-field setData until painted, 1000 rows', oneField.median, { limit: 17, unit: 'ms' }),
      atMost('append by 1000 keys, against a new list', append.paths.median / append.list.median, {
        limit: 2,
        unit: 'x',
      }),
      atMost('frames lost to 1000 setData a second', lost, { limit: 0, unit: 'frames' }),
    ],
  }
}

async function measureAppends(page: Page, frame: Frame, runs: number): Promise<{ list: Summary; paths: Summary }> {
  const [list, paths]: number[][] = [[], []]
  let count = 0
  const tap = async (name: string, selector: string, rowsAfter: number) => {
    count += 1
    const elapsedMs = await measureOperation(page, frame, { name, tap: selector, rowsAfter, page: 'work', count })
    await settle(page, 120)
    return elapsedMs
  }
  for (let index = -2; index < runs; index += 1) {
    for (const [times, selector] of [
      [list, '.bench-append'],
      [paths, '.bench-append-paths'],
    ] as const) {
      await tap('create 1000', '.bench-create', 1000)
      const elapsedMs = await tap('append 1000', selector, 2000)
      if (index >= 0) times?.push(elapsedMs)
      await tap('clear', '.bench-clear', 0)
    }
  }
  return { list: summarise(list ?? []), paths: summarise(paths ?? []) }
}

async function measureOneField(page: Page, frame: Frame): Promise<Summary> {
  await frame.evaluate(() => {
    const times: number[] = []
    const stamp = document.querySelector('.bench-stamp')
    const note = () => {
      const calledAt = Number(stamp?.textContent)
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => times.push(performance.timeOrigin + performance.now() - calledAt)
        channel.port2.postMessage(undefined)
      })
    }
    if (stamp) new MutationObserver(note).observe(stamp, { childList: true, characterData: true, subtree: true })
    Object.assign(window, { benchTimes: times })
  })
  await frame.locator('.bench-beat').tap({ force: true, noWaitAfter: true })
  await settle(page, 5500)
  return summarise(await frame.evaluate(() => Array.from<unknown>(Reflect.get(window, 'benchTimes')).map(Number)))
}

async function scrollAndCount(session: CDPSession, frame: Frame): Promise<FrameCount> {
  const counted = countFrames(frame, scrollMs)
  const endsAt = performance.now() + scrollMs
  let y = 700
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] })
  while (performance.now() < endsAt) {
    y = 700
    await touch('touchStart')
    for (; y > 200 && performance.now() < endsAt; y -= 8) await touch('touchMove')
    await touch('touchEnd')
  }
  return counted
}

function describeFrames({ shown, lost, longestMs }: FrameCount): string {
  return `${shown} shown, ${lost} lost, longest ${longestMs.toFixed(0)} ms`
}
