import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { clampPoint, type Motion, type Point, rangeOf, type Range, resist, slide, spring } from './motion.ts'
import { Pointers } from './pointers.ts'

type Source = 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction' | ''

/** A place that the app sends back within this time is the echo of an event, and must not stop the finger. */
const echoMs = 500
const keyStepPx = 10
const moves: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export class MovableViewElement extends BuiltIn {
  readonly pointers: Pointers
  private at: Point = { x: 0, y: 0 }
  private scale = 1
  private dragFrom: Point = { x: 0, y: 0 }
  private pinchFrom = { scale: 1, x: 0, y: 0 }
  private range: Range = rangeOf({ width: 0, height: 0 }, { width: 0, height: 0 })
  private readonly changes = new Set<string>()
  private isPlaced = false
  private isHeld = false
  private frame = 0
  private finish: (() => void) | undefined
  /** Places on the way that the app was told of. */
  private reported: (Point & { at: number })[] = []
  private readonly resizes: ResizeObserver

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.pointers = new Pointers(element, {
      isEnabled: () => !this.flag('disabled'),
      pressed: () => this.stop(),
      dragStarted: (axis, event) => this.startDrag(axis, event),
      dragged: (dx, dy) => this.drag(dx, dy),
      dropped: (vx, vy) => this.drop(vx, vy),
      wantsPinch: () => this.flag('scale'),
      pinchStarted: () => {
        this.isHeld = true
        this.pinchFrom = { scale: this.scale, ...this.at }
      },
      pinched: (ratio) => this.zoom(this.pinchFrom.scale * ratio),
      pinchEnded: () => {
        this.isHeld = false
        this.fly(clampPoint(this.at, this.range), 'out-of-bounds')
      },
    })
    element.addEventListener('wheel', (event) => this.wheeled(event), { passive: false })
    element.addEventListener('keydown', (event) => this.keyed(event))
    this.resizes = new ResizeObserver(() => this.resized())
    this.resizes.observe(element)
  }

  override changed(name: string): void {
    this.changes.add(name)
  }

  override update(): void {
    const { element } = this
    const direction = this.direction()
    const isFixed = direction === 'none' || this.flag('disabled')
    const panned = { all: 'none', horizontal: 'pan-y', vertical: 'pan-x', none: 'auto' }[direction]
    element.style.touchAction = isFixed && !this.flag('scale') ? '' : this.flag('scale') ? 'none' : panned
    if (isFixed) element.removeAttribute('tabindex')
    else if (!element.hasAttribute('tabindex')) element.tabIndex = 0
    if (!this.isPlaced) this.placeFirst()
    else {
      if (this.changes.has('scale-value') || this.changes.has('scale-min') || this.changes.has('scale-max'))
        this.zoom(this.changes.has('scale-value') ? this.number('scale-value', 1) : this.scale)
      if (this.changes.has('x') || this.changes.has('y')) this.follow()
    }
    this.changes.clear()
  }

  override restyled(): void {
    this.show(this.at)
    this.view.invalidate(this)
  }

  override destroy(): void {
    cancelAnimationFrame(this.frame)
    this.resizes.disconnect()
    this.pointers.destroy()
  }

  /** The area has another size. */
  resized(): void {
    if (!this.isPlaced) {
      this.placeFirst()
      return
    }
    this.measure()
    if (!this.isHeld && this.finish === undefined && !this.flag('out-of-bounds'))
      this.fly(clampPoint(this.at, this.range), '')
  }

  private placeFirst(): void {
    if (!this.measure()) return
    this.isPlaced = true
    this.scale = this.flag('scale') ? this.scaleWithin(this.number('scale-value', 1)) : 1
    this.measure()
    this.at = clampPoint({ x: this.length('x'), y: this.length('y') }, this.range)
    this.show(this.at)
  }

  /** Places that the app sets: moved to with a spring, unless they are what it was just told. */
  private follow(): void {
    const nowMs = performance.now()
    if (!this.isHeld) this.reported = this.reported.filter(({ at }) => nowMs - at < echoMs)
    const isEcho = (name: 'x' | 'y'): boolean =>
      !this.changes.has(name) || this.reported.some((told) => Math.abs(told[name] - this.length(name)) < 0.06)
    if (isEcho('x') && isEcho('y')) return
    const x = this.changes.has('x') ? this.length('x') : this.at.x
    const y = this.changes.has('y') ? this.length('y') : this.at.y
    this.measure()
    this.fly(clampPoint({ x, y }, this.range), '')
  }

  private startDrag(axis: 'x' | 'y', event: PointerEvent): boolean {
    this.emit(axis === 'x' ? 'htouchmove' : 'vtouchmove', { x: event.pageX, y: event.pageY })
    const direction = this.direction()
    if (direction === 'none') return false
    if (direction !== 'all' && (direction === 'horizontal') !== (axis === 'x')) return false
    this.measure()
    this.dragFrom = this.at
    this.isHeld = true
    return true
  }

  private drag(dx: number, dy: number): void {
    const direction = this.direction()
    const wanted = {
      x: this.dragFrom.x + (direction === 'vertical' ? 0 : dx),
      y: this.dragFrom.y + (direction === 'horizontal' ? 0 : dy),
    }
    const inside = clampPoint(wanted, this.range)
    const isOutside = inside.x !== wanted.x || inside.y !== wanted.y
    if (!isOutside) this.move(wanted, 'touch')
    else if (this.flag('out-of-bounds')) this.move(resist(wanted, this.range), 'touch-out-of-bounds')
    else this.move(inside, 'touch')
  }

  private drop(vx: number, vy: number): void {
    this.isHeld = false
    const inside = clampPoint(this.at, this.range)
    if (inside.x !== this.at.x || inside.y !== this.at.y) {
      this.fly(inside, 'out-of-bounds')
      return
    }
    if (!this.flag('inertia')) return
    const direction = this.direction()
    const speed = { x: direction === 'vertical' ? 0 : vx, y: direction === 'horizontal' ? 0 : vy }
    const motion = slide(this.at, speed, this.number('friction', 2))
    this.play(motion, 'friction', () => {
      const end = clampPoint(this.at, this.range)
      if (end.x !== this.at.x || end.y !== this.at.y) this.fly(end, 'out-of-bounds')
    })
  }

  /** Keeps the middle where it is. */
  private zoom(wanted: number): void {
    if (!this.flag('scale')) return
    const scale = this.scaleWithin(wanted)
    if (scale === this.scale) return
    const grownX = (this.element.offsetWidth * (scale - this.scale)) / 2
    const grownY = (this.element.offsetHeight * (scale - this.scale)) / 2
    this.scale = scale
    this.measure()
    const moved = { x: this.at.x - grownX, y: this.at.y - grownY }
    this.at = this.isHeld && this.flag('out-of-bounds') ? moved : clampPoint(moved, this.range)
    this.show(this.at)
    this.emit('scale', { x: rounded(this.at.x), y: rounded(this.at.y), scale: Math.round(scale * 1000) / 1000 })
  }

  private fly(to: Point, source: Source): void {
    this.stop()
    if (to.x === this.at.x && to.y === this.at.y) return
    if (!this.flag('animation', true) || this.view.environment.reducedMotion) this.move(to, source)
    else this.play(spring(this.at, to, this.number('damping', 20)), source)
  }

  private play(motion: Motion, source: Source, done?: () => void): void {
    this.stop()
    const startMs = performance.now()
    this.finish = () => {
      cancelAnimationFrame(this.frame)
      this.finish = undefined
    }
    const step = (nowMs: number): void => {
      const elapsedMs = nowMs - startMs
      const wanted = motion.at(elapsedMs)
      const bounded = source === 'friction' && !this.flag('out-of-bounds') ? clampPoint(wanted, this.range) : wanted
      this.move(bounded, source)
      // Beyond its range it only comes back.
      const inside = clampPoint(wanted, this.range)
      const hasLeft = source === 'friction' && (inside.x !== wanted.x || inside.y !== wanted.y)
      if (!motion.isOver(elapsedMs) && !hasLeft) {
        this.frame = requestAnimationFrame(step)
        return
      }
      this.finish = undefined
      done?.()
    }
    this.frame = requestAnimationFrame(step)
  }

  private stop(): void {
    this.finish?.()
  }

  private move(to: Point, source: Source): void {
    if (to.x === this.at.x && to.y === this.at.y) return
    this.at = to
    this.show(to)
    const x = rounded(to.x)
    const y = rounded(to.y)
    if (source !== '') this.reported.push({ x, y, at: performance.now() })
    if (this.reported.length > 200) this.reported.splice(0, 100)
    this.view.changeModel(this.element, 'x', x)
    this.view.changeModel(this.element, 'y', y)
    this.emit('change', { x, y, source })
  }

  private show({ x, y }: Point): void {
    this.element.style.transformOrigin = '0 0'
    this.element.style.transform = `translate3d(${x}px,${y}px,0) scale(${this.scale})`
  }

  /** Answers whether there was something to measure. */
  private measure(): boolean {
    const area = this.element.parentElement?.closest('wx-movable-area')
    if (area === null || area === undefined || area.clientWidth === 0) return false
    const { offsetWidth, offsetHeight } = this.element
    const size = { width: offsetWidth * this.scale, height: offsetHeight * this.scale }
    this.range = rangeOf(size, { width: area.clientWidth, height: area.clientHeight })
    return true
  }

  private wheeled(event: WheelEvent): void {
    if (!event.ctrlKey || !this.flag('scale') || this.flag('disabled')) return
    event.preventDefault()
    this.zoom(this.scale * Math.exp(-event.deltaY / 300))
  }

  private keyed(event: KeyboardEvent): void {
    const step = moves[event.key]
    const direction = this.direction()
    if (step === undefined || event.target !== this.element || direction === 'none' || this.flag('disabled')) return
    if ((direction === 'horizontal' && step.x === 0) || (direction === 'vertical' && step.y === 0)) return
    event.preventDefault()
    this.stop()
    this.measure()
    const to = { x: this.at.x + step.x * keyStepPx, y: this.at.y + step.y * keyStepPx }
    this.move(clampPoint(to, this.range), 'touch')
  }

  private direction(): 'all' | 'horizontal' | 'vertical' | 'none' {
    const direction = this.text('direction', 'none')
    return direction === 'all' || direction === 'horizontal' || direction === 'vertical' ? direction : 'none'
  }

  private scaleWithin(scale: number): number {
    return Math.max(this.number('scale-min', 0.1), Math.min(this.number('scale-max', 10), scale))
  }

  /** `10`, `10px` or `10rpx` in px. */
  private length(name: string): number {
    const value = this.number(name, 0)
    return this.text(name).trim().endsWith('rpx') ? (value * window.innerWidth) / 750 : value
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

export const movableView: BuiltInDefinition = {
  tag: 'movable-view',
  attributes: [
    'direction',
    'inertia',
    'out-of-bounds',
    'x',
    'y',
    'damping',
    'friction',
    'disabled',
    'scale',
    'scale-min',
    'scale-max',
    'scale-value',
    'animation',
  ],
  style:
    'wx-movable-view{display:inline-block;position:absolute;left:0;top:0;width:10px;height:10px;cursor:grab;will-change:transform}',
  create: (element, view) => new MovableViewElement(element, view),
}
