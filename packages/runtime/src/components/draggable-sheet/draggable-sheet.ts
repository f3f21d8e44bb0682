import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'

/** Faster than this, in px per ms, a drag goes on to the next size. */
const flingVelocity = 0.4

/** A sheet at the lower edge of its element that grows before the list in it scrolls, and shrinks when that stands at its top. */
class DraggableSheetElement extends BuiltIn {
  private readonly sheet: HTMLElement
  /** Share of the element's height. */
  private size: number | undefined
  private told = Number.NaN
  private drag:
    | { startY: number; startSize: number; list: Element | null; lastY: number; at: number; velocity: number }
    | undefined

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.sheet = innerElement('wx-draggable-sheet', element)
    this.content = this.sheet
    this.sheet.addEventListener('touchstart', (event) => this.start(event), { passive: true })
    this.sheet.addEventListener('touchmove', (event) => this.move(event), { passive: false })
    for (const name of ['touchend', 'touchcancel'] as const) this.sheet.addEventListener(name, () => this.end())
  }

  override update(): void {
    this.size ??= this.limited(this.number('initial-child-size', 0.5))
    this.place(this.limited(this.size))
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    if (method !== 'scrollTo') return super.invoke(method, args)
    const [options] = args
    const read = (name: string): unknown =>
      typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined
    const pixels = Number(read('pixels'))
    const wanted = typeof read('size') === 'number' ? Number(read('size')) : pixels / this.element.clientHeight
    if (!Number.isFinite(wanted)) return undefined
    const duration = read('animated') === false ? 0 : Number(read('duration') ?? 300)
    this.glide(this.limited(wanted), duration, String(read('easingFunction') ?? 'ease'))
    return undefined
  }

  private start(event: TouchEvent): void {
    const touch = event.touches[0]
    if (touch === undefined || event.touches.length > 1) return
    const target = event.target instanceof Element ? event.target : null
    const list = target?.closest('wx-scroll-view[data-container=draggable-sheet]>.wx-scroll-view') ?? null
    this.drag = {
      startY: touch.clientY,
      startSize: this.size ?? 0,
      list,
      lastY: touch.clientY,
      at: event.timeStamp,
      velocity: 0,
    }
    this.sheet.style.transition = ''
  }

  private move(event: TouchEvent): void {
    const { drag } = this
    const touch = event.touches[0]
    if (drag === undefined || touch === undefined) return
    const step = touch.clientY - drag.lastY
    drag.velocity = step / Math.max(1, event.timeStamp - drag.at)
    drag.at = event.timeStamp
    drag.lastY = touch.clientY
    const { list } = drag
    const isListUp = list === null || list.scrollTop <= 0
    const grows = touch.clientY < drag.startY
    const isFull = (this.size ?? 0) >= this.number('max-child-size', 1)
    if (list !== null && ((grows && isFull) || !isListUp)) {
      // The list has the finger; when it comes back the sheet begins anew from here.
      drag.startY = touch.clientY
      drag.startSize = this.size ?? 0
      return
    }
    if (event.cancelable) event.preventDefault()
    const moved = (drag.startY - touch.clientY) / (this.element.clientHeight || 1)
    this.place(this.limited(drag.startSize + moved))
  }

  private end(): void {
    const { drag } = this
    this.drag = undefined
    if (drag === undefined || !this.flag('snap') || this.size === drag.startSize) return
    const sizes = this.sizes()
    const size = this.size ?? 0
    const next =
      Math.abs(drag.velocity) < flingVelocity
        ? sizes.reduce((best, one) => (Math.abs(one - size) < Math.abs(best - size) ? one : best))
        : drag.velocity < 0
          ? (sizes.find((one) => one >= size) ?? size)
          : (sizes.reverse().find((one) => one <= size) ?? size)
    this.glide(next, 250, 'ease-out')
  }

  private sizes(): number[] {
    const list = this.properties['snap-sizes']
    const between = Array.isArray(list) ? list.map(Number).filter((size) => size > 0 && size < 1) : []
    return [this.number('min-child-size', 0.25), ...between, this.number('max-child-size', 1)].sort((a, b) => a - b)
  }

  private limited(size: number): number {
    return Math.min(this.number('max-child-size', 1), Math.max(this.number('min-child-size', 0.25), size))
  }

  private glide(size: number, durationMs: number, easing: string): void {
    const isStill = durationMs <= 0 || this.view.environment.reducedMotion
    this.sheet.style.transition = isStill ? '' : `height ${durationMs}ms ${easing}`
    this.place(size)
  }

  private place(size: number): void {
    this.size = size
    this.sheet.style.height = `${size * 100}%`
    if (this.told === size) return
    this.told = size
    this.emit('worklet:onsizeupdate', { size, pixels: size * this.element.clientHeight })
  }
}

export const draggableSheet: BuiltInDefinition = {
  tag: 'draggable-sheet',
  attributes: ['initial-child-size', 'min-child-size', 'max-child-size', 'snap', 'snap-sizes'],
  style: `wx-draggable-sheet{display:block;position:relative;height:100%;pointer-events:none}
.wx-draggable-sheet{position:absolute;left:0;right:0;bottom:0;overflow:hidden;pointer-events:auto}
.wx-draggable-sheet>wx-scroll-view{height:100%}
wx-scroll-view[data-container=draggable-sheet]>.wx-scroll-view{overscroll-behavior:none}`,
  create: (element, view) => new DraggableSheetElement(element, view),
}
