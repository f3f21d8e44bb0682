import type { Locator, Page } from 'playwright-core'

export interface Point {
  x: number
  y: number
}

export interface Drag {
  /** Where the finger goes down, as a part of the element's box; its middle when not given. */
  from?: Point
  /** How far it goes, in pixels. */
  by: Point
  /** How long it rests before it moves. */
  restMs?: number
}

const steps = 12

/** A finger on the glass, through the browser's own input: what it touches is decided by the browser. */
export async function drag(
  page: Page,
  element: Locator,
  { from = { x: 0.5, y: 0.5 }, by, restMs = 0 }: Drag,
): Promise<void> {
  const box = await element.boundingBox()
  if (box === null) throw new Error(`There is nothing to drag: ${String(element)}`)
  const start = { x: box.x + box.width * from.x, y: box.y + box.height * from.y }
  const protocol = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [start])
  if (restMs > 0) await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), restMs)
  for (let step = 1; step <= steps; step++) {
    await send('touchMove', [{ x: start.x + (by.x * step) / steps, y: start.y + (by.y * step) / steps }])
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  await send('touchEnd', [])
  await protocol.detach()
}
