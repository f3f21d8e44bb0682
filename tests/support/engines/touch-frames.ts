/** Paths of fingers as the moments at which a screen would report them. */
import type { TouchPoint } from './engine.ts'

/** A screen reports about sixty times a second. */
const frameMs = 16

/** All moments of a touch, in order: the corners of the paths and enough between them. */
export function timesOf(fingers: readonly (readonly TouchPoint[])[]): number[] {
  const times = new Set<number>()
  for (const path of fingers) {
    for (const [index, { atMs }] of path.entries()) {
      times.add(atMs)
      const next = path[index + 1]
      if (next === undefined || (next.x === path[index]?.x && next.y === path[index]?.y)) continue
      for (let at = atMs + frameMs; at < next.atMs; at += frameMs) times.add(at)
    }
  }
  return [...times].toSorted((a, b) => a - b)
}

export interface Finger {
  id: number
  point: { x: number; y: number }
}

/** The fingers on the screen at a moment, and the numbers of those that leave it then. */
export function fingersAt(
  fingers: readonly (readonly TouchPoint[])[],
  atMs: number,
  stays: boolean,
): { down: readonly Finger[]; lifted: readonly number[] } {
  const down: Finger[] = []
  const lifted: number[] = []
  fingers.forEach((path, id) => {
    const first = path[0]
    const last = path.at(-1)
    if (first === undefined || last === undefined || atMs < first.atMs || atMs > last.atMs) return
    down.push({ id, point: pointAt(path, atMs) })
    if (!stays && atMs === last.atMs) lifted.push(id)
  })
  return { down, lifted }
}

function pointAt(path: readonly TouchPoint[], atMs: number): { x: number; y: number } {
  const nextAt = path.findIndex((point) => point.atMs >= atMs)
  const next = path[nextAt]
  const before = path[nextAt - 1]
  if (next === undefined) return path.at(-1) ?? { x: 0, y: 0 }
  if (before === undefined || next.atMs === before.atMs) return next
  const part = (atMs - before.atMs) / (next.atMs - before.atMs)
  return { x: before.x + (next.x - before.x) * part, y: before.y + (next.y - before.y) * part }
}
