/** What a WXS handler sets on `touchmove`: frames until it is painted. */
import type { Browser, Frame, Page } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { atMost, type Section } from './section.ts'
import { describeRange, type Summary, summarise } from './statistics.ts'
import type { Subject } from './subjects.ts'

interface Gesture {
  readonly name: string
  readonly area: string
  /** What follows the finger. */
  readonly moved: string
  readonly step: { readonly x: number; readonly y: number }
}

const gestures: readonly Gesture[] = [
  { name: 'a cell that is swiped', area: '.bench-swipe', moved: '.bench-swiped', step: { x: -4, y: 0 } },
  { name: 'a row that is dragged', area: '.bench-drag', moved: '.bench-line', step: { x: 0, y: 4 } },
]

export async function measureGestures(browser: Browser, subject: Subject, runs: number): Promise<Section> {
  const { context, page } = await openPhone(browser)
  await page.goto(subject.url('gestures'))
  const { frame } = await findPainted(page, 'gestures')
  await settle(page, 1000)
  const results: { name: string; frames: Summary; ms: Summary }[] = []
  for (const gesture of gestures) {
    const moves: { frames: number; ms: number }[] = []
    for (let index = 0; index < runs; index += 1) moves.push(...(await move(page, frame, gesture)))
    const [frames, ms] = [summarise(moves.map((each) => each.frames)), summarise(moves.map((each) => each.ms))]
    results.push({ name: gesture.name, frames, ms })
  }
  await context.close()
  return {
    title: 'Gestures in WXS',
    note: 'From the `touchmove` event in the page to the frame that shows the style which the handler in the worker has set: in frames, and in milliseconds until that frame begins to be drawn.',
    head: ['', 'moves', 'frames', 'milliseconds'],
    rows: results.map(({ name, frames, ms }) => [name, String(frames.count), describeRange(frames), describeRange(ms)]),
    floors: results.map(({ name, frames }) =>
      atMost(`touchmove until painted, ${name}`, frames.median, { limit: 2, unit: 'frames' }),
    ),
  }
}

async function move(
  page: Page,
  frame: Frame,
  { area, moved, step }: Gesture,
): Promise<{ frames: number; ms: number }[]> {
  await frame.evaluate((selector) => {
    const seen: { frames: number; ms: number }[] = []
    const element = document.querySelector(selector)
    let [count, movedFrame, movedAt] = [0, 0, 0]
    const tick = () => {
      count += 1
      if (Reflect.get(window, 'benchSeen') === seen) requestAnimationFrame(tick)
    }
    Object.assign(window, { benchSeen: seen })
    requestAnimationFrame(tick)
    const note = () => {
      ;[movedFrame, movedAt] = [count, performance.now()]
    }
    document.addEventListener('touchmove', note, { capture: true, passive: true })
    const observer = new MutationObserver(() => {
      const [fromFrame, from] = [movedFrame, movedAt]
      if (from === 0) return
      movedAt = 0
      // A callback of the frame in which the style is drawn; the frame of the touch itself was not counted yet when the touch came.
      requestAnimationFrame(() => seen.push({ frames: count - fromFrame, ms: performance.now() - from }))
    })
    if (element) observer.observe(element, { attributes: true, attributeFilter: ['style'] })
  }, moved)
  const session = await page.context().newCDPSession(page)
  const box = await frame.locator(area).boundingBox()
  let [x, y] = [(box?.x ?? 0) + 250, (box?.y ?? 0) + 15]
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (let index = 0; index < 40; index += 1) {
    ;[x, y] = [x + step.x, y + step.y]
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
  await settle(page, 200)
  return frame.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'benchSeen')
    Reflect.deleteProperty(window, 'benchSeen')
    return Array.isArray(seen) ? seen : []
  })
}
