/** A row that a finger draws to the left to uncover its button. Distances in pixels; to the left is below zero. */
export interface Swipe {
  readonly id: string
  /** How far the row is drawn aside, or undefined while the finger scrolls the list instead. */
  moveTo(touch: Point): number | undefined
  /** Where the row comes to rest. */
  end(): number
}

interface Point {
  readonly clientX: number
  readonly clientY: number
}

const buttonWidth = 88
const startDistance = 8

export function swipeFrom(id: string, start: Point, isOpen: boolean): Swipe {
  const from = isOpen ? -buttonWidth : 0
  let direction: 'unknown' | 'across' | 'down' = 'unknown'
  let by = from
  return {
    id,
    moveTo(touch) {
      const across = touch.clientX - start.clientX
      const down = touch.clientY - start.clientY
      if (direction === 'unknown' && Math.hypot(across, down) > startDistance) {
        direction = Math.abs(across) > Math.abs(down) ? 'across' : 'down'
      }
      if (direction !== 'across') return undefined
      by = Math.max(-buttonWidth, Math.min(0, from + across))
      return by
    },
    end: () => (by < -buttonWidth / 2 ? -buttonWidth : 0),
  }
}
