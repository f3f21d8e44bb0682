/**
 * How a wheel runs on when the finger lets go: it loses speed exponentially, comes to rest on a row, and cannot leave its list.
 * Positions are px of scrolled height, so row `n` stands in the middle at `n * rowPx`.
 */

/** Time in ms in which a thrown wheel loses all but 1/e of its speed. */
const coastMs = 325
/** The same for a wheel that returns from beyond its end, or is led to a row. */
const returnMs = 70
/** How far a wheel can be pulled beyond its end, as a share of what the finger moves. */
const pullShare = 0.55
const restPx = 0.3
/** Slower than this, in px per ms, is no throw. */
const throwSpeed = 0.08

export interface Fling {
  fromPx: number
  toPx: number
  timeConstantMs: number
}

/** The row on which a wheel comes to rest. */
export function restingRow(
  positionPx: number,
  speed: number,
  { rowPx, count }: { rowPx: number; count: number },
): number {
  if (rowPx <= 0) return 0
  const coasted = positionPx + (Math.abs(speed) < throwSpeed ? 0 : speed * coastMs)
  return Math.max(0, Math.min(count - 1, Math.round(coasted / rowPx)))
}

export function fling(fromPx: number, toPx: number, speed: number): Fling {
  const isThrown = Math.abs(speed) >= throwSpeed && Math.sign(speed) === Math.sign(toPx - fromPx)
  // The way is fixed by the row, so the time follows from way and speed: the wheel goes on as fast as the finger was.
  const fitting = isThrown ? Math.abs(toPx - fromPx) / Math.abs(speed) : returnMs
  return { fromPx, toPx, timeConstantMs: Math.max(returnMs, Math.min(coastMs, fitting)) }
}

/** Where it is after a time; exactly `toPx` once it rests. */
export function positionAt({ fromPx, toPx, timeConstantMs }: Fling, elapsedMs: number): number {
  const left = (fromPx - toPx) * Math.exp(-Math.max(0, elapsedMs) / timeConstantMs)
  return Math.abs(left) < restPx ? toPx : toPx + left
}

/** Beyond an end the wheel follows the finger less and less, and never further than `reachPx`. */
export function withinReach(positionPx: number, endPx: number, reachPx: number): number {
  if (positionPx < 0) return -pulled(-positionPx, reachPx)
  if (positionPx > endPx) return endPx + pulled(positionPx - endPx, reachPx)
  return positionPx
}

function pulled(px: number, reachPx: number): number {
  return reachPx <= 0 ? 0 : (1 - 1 / ((px * pullShare) / reachPx + 1)) * reachPx
}
