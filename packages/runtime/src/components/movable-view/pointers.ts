/** One finger drags, two pinch. Of nested movable-views the innermost that wants the movement gets it. */

import { pointerClaims } from '../../view/drag.ts'

const slopPx = 4
const velocityWindowMs = 100

export interface PointerOwner {
  isEnabled: () => boolean
  pressed: () => void
  /** The first movement tells its axis; `false` leaves the finger to others. */
  dragStarted: (axis: 'x' | 'y', event: PointerEvent) => boolean
  dragged: (dx: number, dy: number) => void
  /** Speeds in px per ms. */
  dropped: (vx: number, vy: number) => void
  wantsPinch: () => boolean
  pinchStarted: () => void
  /** Distance of the fingers against that at the start. */
  pinched: (ratio: number) => void
  pinchEnded: () => void
}

interface Finger {
  x: number
  y: number
}

export class Pointers {
  private readonly owner: PointerOwner
  private readonly element: HTMLElement
  private readonly fingers = new Map<number, Finger>()
  private readonly held = new Set<number>()
  private drag:
    | { id: number; x: number; y: number; isMoving: boolean; samples: (Finger & { at: number })[] }
    | undefined
  private pinchDistance = 0

  constructor(element: HTMLElement, owner: PointerOwner) {
    this.owner = owner
    this.element = element
    element.addEventListener('pointerdown', (event) => this.down(event))
    element.addEventListener('pointermove', (event) => this.move(event))
    element.addEventListener('pointerup', (event) => this.up(event))
    element.addEventListener('pointercancel', (event) => this.up(event))
  }

  down(event: PointerEvent): void {
    if (event.button !== 0 || !this.owner.isEnabled() || pointerClaims().has(event.pointerId)) return
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (this.fingers.size === 1) {
      this.owner.pressed()
      this.drag = { id: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false, samples: [] }
    }
    if (this.fingers.size !== 2 || !this.owner.wantsPinch()) return
    this.endDrag(event.timeStamp)
    for (const id of this.fingers.keys()) this.claim(id)
    this.pinchDistance = this.distance()
    this.owner.pinchStarted()
  }

  move(event: PointerEvent): void {
    const finger = this.fingers.get(event.pointerId)
    if (finger === undefined) return
    finger.x = event.clientX
    finger.y = event.clientY
    if (this.pinchDistance > 0) {
      if (this.fingers.size === 2) this.owner.pinched(this.distance() / this.pinchDistance)
      return
    }
    const { drag } = this
    if (drag === undefined || drag.id !== event.pointerId) return
    const dx = event.clientX - drag.x
    const dy = event.clientY - drag.y
    if (!drag.isMoving) {
      if (Math.abs(dx) < slopPx && Math.abs(dy) < slopPx) return
      if (pointerClaims().has(drag.id) || !this.owner.dragStarted(Math.abs(dx) >= Math.abs(dy) ? 'x' : 'y', event)) {
        this.fingers.delete(drag.id)
        this.drag = undefined
        return
      }
      this.claim(drag.id)
      drag.isMoving = true
    }
    const at = event.timeStamp
    drag.samples = [
      ...drag.samples.filter((sample) => at - sample.at < velocityWindowMs),
      { at, x: event.clientX, y: event.clientY },
    ]
    this.owner.dragged(dx, dy)
  }

  up(event: PointerEvent): void {
    if (!this.fingers.delete(event.pointerId)) return
    this.release(event.pointerId)
    if (this.pinchDistance > 0) {
      if (this.fingers.size < 2) {
        this.pinchDistance = 0
        this.owner.pinchEnded()
      }
      return
    }
    if (this.drag?.id === event.pointerId) this.endDrag(event.type === 'pointerup' ? event.timeStamp : undefined)
  }

  destroy(): void {
    for (const id of this.fingers.keys()) this.release(id)
  }

  private endDrag(liftedAt: number | undefined): void {
    const { drag } = this
    this.drag = undefined
    if (drag === undefined || !drag.isMoving) return
    const first = drag.samples[0]
    const last = drag.samples.at(-1)
    const isFresh = liftedAt !== undefined && last !== undefined && liftedAt - last.at < velocityWindowMs
    const ms = first === undefined || last === undefined ? 0 : last.at - first.at
    if (!isFresh || first === undefined || ms <= 0) this.owner.dropped(0, 0)
    else this.owner.dropped((last.x - first.x) / ms, (last.y - first.y) / ms)
  }

  private claim(id: number): void {
    this.held.add(id)
    pointerClaims().add(id)
    try {
      this.element.setPointerCapture(id)
    } catch {
      // It has been lifted meanwhile, or nobody touched: then there is nothing to hold.
    }
  }

  private release(id: number): void {
    if (this.held.delete(id)) pointerClaims().delete(id)
  }

  private distance(): number {
    const [first, second] = [...this.fingers.values()]
    return first === undefined || second === undefined ? 0 : Math.hypot(first.x - second.x, first.y - second.y)
  }
}
