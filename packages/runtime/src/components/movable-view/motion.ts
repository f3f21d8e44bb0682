/** Motions of a movable-view by WeChat's two numbers, `damping` and `friction`. Distances are px, times ms, speeds px per ms. */

export interface Point {
  x: number
  y: number
}

export interface Motion {
  at: (elapsedMs: number) => Point
  isOver: (elapsedMs: number) => boolean
}

export interface Range {
  min: Point
  max: Point
}

/** Stiffness for a damping `d` is 9/40 d², a little less than critical damping: it never swings over its end. */
const stiffnessShare = 9 / 40
/** A friction of 1 takes this off the speed: px per ms². */
const frictionUnit = 0.001
const restPx = 0.5

/** From one place to another; the greater the damping the faster. */
export function spring(from: Point, to: Point, damping: number): Motion {
  const d = damping > 0 ? damping : 20
  const root = Math.sqrt(1 - 4 * stiffnessShare) * d
  const slow = (-d + root) / 2
  const fast = (-d - root) / 2
  const left = (elapsedMs: number): number => {
    const seconds = Math.max(0, elapsedMs) / 1000
    return (slow * Math.exp(fast * seconds) - fast * Math.exp(slow * seconds)) / (slow - fast)
  }
  const way = Math.max(Math.abs(from.x - to.x), Math.abs(from.y - to.y))
  const isOver = (elapsedMs: number): boolean => way * left(elapsedMs) < restPx
  return {
    isOver,
    at: (elapsedMs) => {
      if (isOver(elapsedMs)) return to
      const share = left(elapsedMs)
      return { x: to.x + (from.x - to.x) * share, y: to.y + (from.y - to.y) * share }
    },
  }
}

/** Slides on with a speed that falls steadily; the greater the friction the sooner it stands. */
export function slide(from: Point, speed: Point, friction: number): Motion {
  const total = Math.hypot(speed.x, speed.y)
  const slowing = (friction > 0 ? friction : 2) * frictionUnit
  const endMs = total / slowing
  return {
    isOver: (elapsedMs) => elapsedMs >= endMs,
    at: (elapsedMs) => {
      const ms = Math.max(0, Math.min(endMs, elapsedMs))
      const way = total * ms - (slowing * ms * ms) / 2
      return total === 0 ? from : { x: from.x + (speed.x / total) * way, y: from.y + (speed.y / total) * way }
    },
  }
}

/**
 * Where the left upper corner may be. A view smaller than its area stays inside; a larger one always covers the area. Both axes are
 * on their own.
 */
export function rangeOf(view: { width: number; height: number }, area: { width: number; height: number }): Range {
  const x = area.width - view.width
  const y = area.height - view.height
  return { min: { x: Math.min(0, x), y: Math.min(0, y) }, max: { x: Math.max(0, x), y: Math.max(0, y) } }
}

export function clampPoint(point: Point, { min, max }: Range): Point {
  return { x: Math.max(min.x, Math.min(max.x, point.x)), y: Math.max(min.y, Math.min(max.y, point.y)) }
}

/** Outside of its range a view follows the finger by the square root of the way, as WeChat's does. */
export function resist(point: Point, range: Range): Point {
  const inside = clampPoint(point, range)
  const beyond = (from: number, to: number): number => Math.sign(to - from) * Math.sqrt(Math.abs(to - from))
  return { x: inside.x + beyond(inside.x, point.x), y: inside.y + beyond(inside.y, point.y) }
}
