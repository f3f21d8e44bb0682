/** Markers that move: `translateMarker`, `moveAlong`. */
import { between, distanceM, headingDegrees, type Place } from './place.ts'

export interface Step {
  from: Place
  to: Place
  durationMs: number
}

/** Each part of a path gets as much of the time as it has of the length. */
export function stepsAlong(path: readonly Place[], durationMs: number): Step[] {
  const lengths = path.slice(1).map((to, at) => distanceM(path[at] ?? to, to))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.map((length, at) => {
    const to = path[at + 1] ?? { latitude: 0, longitude: 0 }
    return {
      from: path[at] ?? to,
      to,
      durationMs: total === 0 ? durationMs / lengths.length : (length / total) * durationMs,
    }
  })
}

/** Where it is after `elapsedMs`, and where it heads. */
export function placeOnSteps(steps: readonly Step[], elapsedMs: number): { place: Place; heading: number } | undefined {
  let rest = elapsedMs
  for (const [index, step] of steps.entries()) {
    if (rest < step.durationMs || index === steps.length - 1) {
      const part = step.durationMs <= 0 ? 1 : Math.min(1, rest / step.durationMs)
      return { place: between(step.from, step.to, part), heading: headingDegrees(step.from, step.to) }
    }
    rest -= step.durationMs
  }
  return undefined
}

/** Calls `frame` until the time is over; resolves then, or when `isOver` says so. */
export function animate(durationMs: number, frame: (elapsedMs: number) => void, isOver: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const startMs = performance.now()
    const tick = (): void => {
      if (isOver()) {
        resolve()
        return
      }
      const elapsedMs = Math.min(performance.now() - startMs, durationMs)
      frame(elapsedMs)
      if (elapsedMs >= durationMs) resolve()
      else requestAnimationFrame(tick)
    }
    tick()
  })
}
