import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import { toCssLength } from '../../view/css-text.ts'
import { watchDrag } from '../../view/drag.ts'
import { easings } from './easing.ts'
import type { SwiperLooks } from './looks.ts'
import { swiperStyle } from './style.ts'

type Source = 'autoplay' | 'touch' | ''

/** Faster than this, in px per ms, a drag goes on to the next item however short it was. */
const flingVelocity = 0.25
const edgeResistance = 0.3

class SwiperElement extends BuiltIn {
  private readonly slides: HTMLElement
  private readonly dots: HTMLElement
  private items: HTMLElement[] = []
  /** Counted in items; past the ends when circular. */
  private position = 0
  private current = 0
  private dragFrom = 0
  private isReady = false
  private animation = 0
  private settle: (() => void) | undefined
  private timer = 0
  private wantsCurrent = false
  private isDragging = false
  /** Of `layout-type` and its like, which few have. */
  private looks: SwiperLooks | undefined

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const wrapper = innerElement('wx-swiper-wrapper', element)
    this.slides = innerElement('wx-swiper-slides', wrapper)
    this.content = innerElement('wx-swiper-slide-frame', this.slides)
    this.dots = innerElement('wx-swiper-dots', wrapper)
    setAria(this.dots, 'hidden', 'true')
    element.setAttribute('role', 'group')
    setAria(element, 'roledescription', 'carousel')
    watchDrag(element, {
      isHorizontal: () => !this.flag('vertical'),
      start: () => {
        if (this.items.length < 2 && !this.flag('circular')) return false
        this.finishAnimation()
        this.isDragging = true
        this.dragFrom = this.position
        this.stopAutoplay()
        return true
      },
      move: (distance) => this.drag(distance),
      end: (distance, velocity) => this.release(distance, velocity),
    })
    element.addEventListener('keydown', (event) => this.keyed(event))
  }

  override changed(name: string): void {
    if (name === 'current' || name === 'current-item-id') this.wantsCurrent = true
    if (!/-type$|^snap/.test(name)) return
    this.view.withParts(({ swiperLooks }) => {
      this.looks = swiperLooks
      this.view.invalidate(this)
    })
  }

  override update(): void {
    const { element } = this
    const isVertical = this.flag('vertical')
    element.toggleAttribute('data-vertical', isVertical)
    this.items = [...this.content.children].filter((child) => child instanceof HTMLElement)
    const before = toCssLength(this.properties['previous-margin'], '0px')
    const after = toCssLength(this.properties['next-margin'], '0px')
    const [start, end] = isVertical ? ['top', 'bottom'] : ['left', 'right']
    this.slides.style.cssText = `${start}:${before};${end}:${after}`
    const shown = this.shownCount()
    this.content.style.width = isVertical ? '100%' : `${100 / shown}%`
    this.content.style.height = isVertical ? `${100 / shown}%` : '100%'
    if (this.items.length > 0) this.applyCurrent()
    this.drawDots()
    this.startAutoplay()
  }

  override destroy(): void {
    this.stopAutoplay()
    cancelAnimationFrame(this.animation)
  }

  private applyCurrent(): void {
    const limit = this.items.length - 1
    const wanted = this.wantsCurrent ? this.wanted() : this.current
    this.wantsCurrent = false
    const target = Math.max(0, Math.min(limit, wanted))
    if (!this.isReady || target === this.current || this.isDragging) {
      this.isReady = true
      if (this.settle === undefined && !this.isDragging) {
        this.current = target
        this.position = target
      }
      this.place()
      return
    }
    this.go(this.nearest(target), '')
  }

  private wanted(): number {
    const id = this.text('current-item-id')
    const byId = id === '' ? -1 : this.items.findIndex((item) => item.banyanState?.component?.text('item-id') === id)
    return byId >= 0 ? byId : Math.trunc(this.number('current', 0))
  }

  /** The place of an item that is closest to where the circle stands now. */
  private nearest(index: number): number {
    const count = this.items.length
    return this.isCircular() ? index + count * Math.round((this.position - index) / count) : index
  }

  private drag(distance: number): void {
    const way = this.text('direction', 'all')
    const allowed = way === 'positive' ? Math.min(0, distance) : way === 'negative' ? Math.max(0, distance) : distance
    let position = this.dragFrom - allowed / this.itemSize()
    if (!this.isCircular()) {
      const limit = this.lastIndex()
      if (position < 0) position *= edgeResistance
      else if (position > limit) position = limit + (position - limit) * edgeResistance
    }
    this.position = position
    this.place()
    this.reportTransition()
  }

  private release(distance: number, velocity: number): void {
    this.isDragging = false
    const moved = this.dragFrom - distance / this.itemSize()
    let target = Math.round(moved)
    if (this.text('direction', 'all') !== 'all') target = Math.round(this.position)
    else if (Math.abs(velocity) > flingVelocity)
      target = velocity < 0 ? Math.floor(this.dragFrom + 1) : Math.ceil(this.dragFrom - 1)
    target = Math.max(Math.floor(this.dragFrom) - 1, Math.min(Math.ceil(this.dragFrom) + 1, target))
    if (!this.isCircular()) target = Math.max(0, Math.min(this.lastIndex(), target))
    this.go(target, 'touch')
    this.startAutoplay()
  }

  private go(target: number, source: Source): void {
    this.finishAnimation()
    const count = this.items.length
    const current = ((target % count) + count) % count
    if (current !== this.current) {
      this.current = current
      this.properties['current'] = current
      this.view.changeModel(this.element, 'current', current)
      this.emit('change', { current, source, currentItemId: this.itemId(current) })
      this.drawDots()
    }
    this.animate(target, () => {
      this.position = current
      this.place()
      this.emit('animationfinish', { current, source, currentItemId: this.itemId(current) })
    })
  }

  private animate(target: number, done: () => void): void {
    const duration = this.view.environment.reducedMotion ? 0 : this.number('duration', 500)
    const from = this.position
    this.settle = () => {
      cancelAnimationFrame(this.animation)
      this.settle = undefined
      done()
    }
    if (duration <= 0 || from === target) {
      this.settle()
      return
    }
    const ease = easings[this.text('easing-function', 'default')] ?? easings['default']
    const startMs = performance.now()
    const step = (nowMs: number): void => {
      const share = Math.min(1, Math.max(0, (nowMs - startMs) / duration))
      this.position = from + (target - from) * (ease?.(share) ?? share)
      this.place()
      this.reportTransition()
      if (share < 1) this.animation = requestAnimationFrame(step)
      else this.settle?.()
    }
    this.animation = requestAnimationFrame(step)
  }

  private finishAnimation(): void {
    this.settle?.()
  }

  private place(): void {
    const isVertical = this.flag('vertical')
    const at = (value: number): string =>
      isVertical ? `translate3d(0,${value * 100}%,0)` : `translate3d(${value * 100}%,0,0)`
    const count = this.items.length
    const middle = this.position + (this.shownCount() - 1) / 2
    for (const [index, item] of this.items.entries()) {
      const slot = this.isCircular() ? index + count * Math.round((middle - index) / count) : index
      const transform = at(slot) + (this.looks?.placeSlide(this, item, slot - this.position) ?? '')
      if (item.style.transform !== transform) item.style.transform = transform
      const isSeen = slot > this.position - 1 && slot < this.position + this.shownCount()
      setAria(item, 'hidden', isSeen ? null : 'true')
    }
    const snap = this.isCircular() || this.items.length < 2 ? undefined : this.looks?.snapToEdge
    this.content.style.transform = at(-this.position) + (snap?.(this, this.position, this.lastIndex()) ?? '')
  }

  private drawDots(): void {
    const shows = this.flag('indicator-dots')
    this.dots.hidden = !shows
    if (!shows) return
    while (this.dots.childElementCount > this.items.length) this.dots.lastElementChild?.remove()
    while (this.dots.childElementCount < this.items.length) innerElement('wx-swiper-dot', this.dots)
    for (const [index, dot] of [...this.dots.children].entries()) {
      const distance = (index - this.current + this.items.length) % this.items.length
      const isActive = distance < this.shownCount()
      dot.classList.toggle('wx-swiper-dot-active', isActive)
      if (dot instanceof HTMLElement) {
        dot.style.backgroundColor = isActive
          ? this.text('indicator-active-color', '#000000')
          : this.text('indicator-color', 'rgba(0,0,0,.3)')
      }
    }
    this.looks?.styleDots(this, this.dots)
  }

  private startAutoplay(): void {
    this.stopAutoplay()
    if (!this.flag('autoplay') || this.items.length < 2) return
    this.timer = window.setInterval(
      () => {
        if (document.hidden || document.documentElement.hasAttribute('data-concealed') || !this.element.isConnected)
          return
        const next = this.current + 1
        if (this.isCircular()) this.go(Math.round(this.position) + 1, 'autoplay')
        else this.go(next > this.lastIndex() ? 0 : next, 'autoplay')
      },
      this.number('interval', 5000),
    )
  }

  private stopAutoplay(): void {
    window.clearInterval(this.timer)
  }

  private reportTransition(): void {
    const distance = (this.position - this.current) * this.itemSize()
    this.emit('transition', this.flag('vertical') ? { dx: 0, dy: distance } : { dx: distance, dy: 0 })
  }

  private keyed(event: KeyboardEvent): void {
    const keys = this.flag('vertical') ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
    const direction = keys.indexOf(event.key)
    if (direction < 0 || event.target !== this.element || this.items.length < 2) return
    event.preventDefault()
    const target = Math.round(this.position) + (direction === 0 ? -1 : 1)
    this.go(this.isCircular() ? target : Math.max(0, Math.min(this.lastIndex(), target)), 'touch')
  }

  private itemId(index: number): string {
    return this.items[index]?.banyanState?.component?.text('item-id') ?? ''
  }

  private isCircular(): boolean {
    return this.flag('circular') && this.items.length > this.shownCount()
  }

  private shownCount(): number {
    return Math.max(1, Math.trunc(this.number('display-multiple-items', 1)))
  }

  private lastIndex(): number {
    return Math.max(0, this.items.length - this.shownCount())
  }

  private itemSize(): number {
    return (this.flag('vertical') ? this.content.offsetHeight : this.content.offsetWidth) || 1
  }
}

class SwiperItemElement extends BuiltIn {}

export const swiper: BuiltInDefinition = {
  tag: 'swiper',
  attributes: [
    'indicator-dots',
    'autoplay',
    'circular',
    'vertical',
    'indicator-color',
    'indicator-active-color',
    'previous-margin',
    'next-margin',
    'easing-function',
    'current',
    'current-item-id',
    'interval',
    'duration',
    'display-multiple-items',
    'snap-to-edge',
    'direction',
    'layout-type',
    'transformer-type',
    'indicator-type',
    'indicator-margin',
    'indicator-spacing',
    'indicator-radius',
    'indicator-width',
    'indicator-height',
  ],
  style: swiperStyle,
  create: (element, view) => {
    element.tabIndex = 0
    return new SwiperElement(element, view)
  },
}

export const swiperItem: BuiltInDefinition = {
  tag: 'swiper-item',
  attributes: ['item-id'],
  create: (element, view) => new SwiperItemElement(element, view),
  isLazy: true,
}
