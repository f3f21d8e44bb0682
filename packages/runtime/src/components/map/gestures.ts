/** Fingers, mouse, wheel and keys on a map, as movements of its camera. */
import type { Point } from './camera.ts'

export interface GestureHooks {
  can(what: 'scroll' | 'zoom' | 'rotate' | 'tilt'): boolean
  started(): void
  /** Everything since the last call: the place under `from` goes under `to`. */
  moved(change: { from: Point; to: Point; zoom: number; turn: number; tilt: number }): void
  ended(cause: 'drag' | 'scale' | 'rotate'): void
  /** A step by key or double tap, to be seen as a movement. */
  eased(change: { by?: Point; zoom?: number; around?: Point }): void
}

const slopPx = 6
const doubleTapMs = 300
const keyStepPx = 80
const glideMs = 320
const clickEchoMs = 100

export class MapGestures {
  private readonly element: HTMLElement
  private readonly hooks: GestureHooks
  private readonly pointers = new Map<number, Point>()
  private isMoving = false
  private cause: 'drag' | 'scale' | 'rotate' = 'drag'
  private start: Point | undefined
  private last: { centre: Point; spread: number; angle: number } | undefined
  private speed: Point = { x: 0, y: 0 }
  private lastMoveMs = 0
  private lastTapMs = Number.NEGATIVE_INFINITY
  private lastTap: Point = { x: 0, y: 0 }
  private movedMs = Number.NEGATIVE_INFINITY
  private wheelTimer = 0
  /** What was hit by the finger that is down, or was the last. */
  target: Element | undefined

  constructor(element: HTMLElement, hooks: GestureHooks) {
    this.element = element
    this.hooks = hooks
    element.addEventListener('pointerdown', (event) => this.down(event))
    element.addEventListener('pointermove', (event) => this.move(event))
    for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      element.addEventListener(name, (event) => this.up(event))
    }
    // The browser makes a click of a mouse that has dragged; it presses nothing.
    element.addEventListener('click', (event) => {
      if (performance.now() - this.movedMs < clickEchoMs) event.stopPropagation()
    })
    element.addEventListener('wheel', (event) => this.wheel(event), { passive: false })
    element.addEventListener('keydown', (event) => this.key(event))
  }

  private down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    this.target = event.target instanceof Element ? event.target : undefined
    this.pointers.set(event.pointerId, this.pointOf(event))
    this.start = this.pointers.size === 1 ? this.pointOf(event) : undefined
    this.last = this.measure()
    this.speed = { x: 0, y: 0 }
  }

  private move(event: PointerEvent): void {
    if (!this.pointers.has(event.pointerId)) return
    this.pointers.set(event.pointerId, this.pointOf(event))
    const { last } = this
    const now = this.measure()
    if (last === undefined || now === undefined) return
    if (!this.isMoving) {
      const from = this.start ?? last.centre
      const isFar = Math.hypot(now.centre.x - from.x, now.centre.y - from.y) > slopPx
      const isWider = this.pointers.size > 1 && Math.abs(now.spread - last.spread) > slopPx
      if (!isFar && !isWider) return
      if (this.pointers.size === 1 && !this.hooks.can('scroll')) return
      this.isMoving = true
      this.cause = 'drag'
      // From here on the pointer is ours, even outside of the map.
      this.element.setPointerCapture(event.pointerId)
      this.hooks.started()
    }
    this.report(last, now)
    this.last = now
  }

  private report(last: NonNullable<typeof this.last>, now: NonNullable<typeof this.last>): void {
    const isPinch = this.pointers.size > 1
    const zoom = isPinch && this.hooks.can('zoom') && last.spread > 0 ? Math.log2(now.spread / last.spread) : 0
    const turn = isPinch && this.hooks.can('rotate') ? shortTurn(now.angle - last.angle) : 0
    const dy = now.centre.y - last.centre.y
    // Two fingers side by side that go up or down together tilt.
    const isTilt =
      isPinch && this.hooks.can('tilt') && Math.abs(zoom) < 0.01 && Math.abs(turn) < 1 && isLevel(now.angle)
    if (zoom !== 0) this.cause = 'scale'
    else if (turn !== 0 && this.cause === 'drag') this.cause = 'rotate'
    const canScroll = this.hooks.can('scroll')
    const to = canScroll && !isTilt ? now.centre : last.centre
    const nowMs = performance.now()
    const elapsed = Math.max(1, nowMs - this.lastMoveMs)
    this.lastMoveMs = nowMs
    this.speed = isPinch ? { x: 0, y: 0 } : { x: (to.x - last.centre.x) / elapsed, y: (to.y - last.centre.y) / elapsed }
    this.hooks.moved({ from: last.centre, to, zoom, turn, tilt: isTilt ? -dy / 4 : 0 })
  }

  private up(event: PointerEvent): void {
    if (!this.pointers.delete(event.pointerId)) return
    this.last = this.measure()
    if (this.pointers.size > 0) return
    if (this.isMoving) {
      this.isMoving = false
      this.movedMs = performance.now()
      this.glide()
      return
    }
    if (event.type === 'pointerup') this.tap(this.pointOf(event))
  }

  private tap(point: Point): void {
    const nowMs = performance.now()
    const isSecond =
      nowMs - this.lastTapMs < doubleTapMs && Math.hypot(point.x - this.lastTap.x, point.y - this.lastTap.y) < 24
    this.lastTapMs = isSecond ? Number.NEGATIVE_INFINITY : nowMs
    this.lastTap = point
    if (isSecond && this.hooks.can('zoom')) this.hooks.eased({ zoom: 1, around: point })
  }

  /** A quick stroke goes on for a moment. */
  private glide(): void {
    const { cause } = this
    const speed = performance.now() - this.lastMoveMs > 60 ? { x: 0, y: 0 } : this.speed
    if (Math.hypot(speed.x, speed.y) < 0.2) {
      this.hooks.ended(cause)
      return
    }
    const startMs = performance.now()
    let lastMs = startMs
    const frame = (): void => {
      const nowMs = performance.now()
      const part = Math.min(1, (nowMs - startMs) / glideMs)
      if (part >= 1 || this.pointers.size > 0) {
        this.hooks.ended(cause)
        return
      }
      const factor = (1 - part) ** 2 * (nowMs - lastMs)
      lastMs = nowMs
      const from = { x: 0, y: 0 }
      this.hooks.moved({ from, to: { x: speed.x * factor, y: speed.y * factor }, zoom: 0, turn: 0, tilt: 0 })
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }

  private wheel(event: WheelEvent): void {
    if (!this.hooks.can('zoom')) return
    event.preventDefault()
    if (this.wheelTimer === 0) this.hooks.started()
    window.clearTimeout(this.wheelTimer)
    const point = this.pointOf(event)
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const zoom = Math.min(Math.max((-event.deltaY * lines) / 240, -1), 1)
    this.hooks.moved({ from: point, to: point, zoom, turn: 0, tilt: 0 })
    this.wheelTimer = window.setTimeout(() => {
      this.wheelTimer = 0
      this.hooks.ended('scale')
    }, 160)
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.element || event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, Point>> = {
      ArrowLeft: { x: keyStepPx, y: 0 },
      ArrowRight: { x: -keyStepPx, y: 0 },
      ArrowUp: { x: 0, y: keyStepPx },
      ArrowDown: { x: 0, y: -keyStepPx },
    }
    const by = steps[event.key]
    const zoom = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0
    if (by !== undefined && this.hooks.can('scroll')) this.hooks.eased({ by })
    else if (zoom !== 0 && this.hooks.can('zoom')) this.hooks.eased({ zoom })
    else return
    event.preventDefault()
  }

  private measure(): { centre: Point; spread: number; angle: number } | undefined {
    const [first, second] = [...this.pointers.values()]
    if (first === undefined) return undefined
    if (second === undefined) return { centre: first, spread: 0, angle: 0 }
    return {
      centre: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
      spread: Math.hypot(second.x - first.x, second.y - first.y),
      angle: (Math.atan2(second.y - first.y, second.x - first.x) * 180) / Math.PI,
    }
  }

  private pointOf(event: { clientX: number; clientY: number }): Point {
    const { left, top } = this.element.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
}

function shortTurn(degrees: number): number {
  return ((degrees + 540) % 360) - 180
}

function isLevel(degrees: number): boolean {
  const turn = Math.abs(shortTurn(degrees))
  return turn < 30 || turn > 150
}
