import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import type { ScrollExtras } from './extras.ts'

const flexProperties = [
  'display',
  'flexDirection',
  'flexWrap',
  'alignItems',
  'justifyContent',
  'alignContent',
  'gap',
] as const

const attributes =
  'scroll-x scroll-y scroll-with-animation enable-flex bounces show-scrollbar upper-threshold lower-threshold scroll-top scroll-left scroll-into-view scroll-into-view-offset scroll-into-view-alignment'.split(
    ' ',
  )
/** What few lists have: its code comes with the later parts. */
const extraAttributes =
  'enhanced paging-enabled type reverse padding clip associative-container refresher-enabled refresher-triggered refresher-threshold refresher-default-style refresher-background refresher-two-level-enabled refresher-two-level-triggered refresher-two-level-threshold refresher-two-level-close-threshold refresher-two-level-pinned refresher-two-level-scroll-enabled'.split(
    ' ',
  )

class ScrollViewElement extends BuiltIn {
  private readonly main: HTMLElement
  private extras: ScrollExtras | undefined
  private areExtrasWanted = false
  private readonly changes = new Set<string>()
  private lastTop = 0
  private lastLeft = 0
  private lastSize = 0
  private isScheduled = false
  private readonly near = { upper: true, lower: false, left: true, right: false }

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.main = innerElement('wx-scroll-view', element)
    this.content = innerElement('wx-scroll-view-content', this.main)
    this.main.addEventListener('scroll', () => this.schedule(), { passive: true })
  }

  override changed(name: string): void {
    this.changes.add(name)
    if (this.areExtrasWanted || !extraAttributes.includes(name)) return
    this.areExtrasWanted = true
    this.view.withParts(({ createScrollExtras }) => {
      this.extras = createScrollExtras(this, this.main)
      this.view.invalidate(this)
    })
  }

  override update(): void {
    const { element } = this
    const isVertical = this.flag('scroll-y')
    const isHorizontal = this.flag('scroll-x')
    element.toggleAttribute('data-scroll-y', isVertical)
    element.toggleAttribute('data-scroll-x', isHorizontal)
    element.toggleAttribute('data-no-bar', this.properties['show-scrollbar'] === false)
    element.toggleAttribute('data-no-bounce', this.properties['bounces'] === false)
    if (this.flag('enable-flex')) this.copyFlex()
    this.extras?.update()
    const changes = [...this.changes]
    this.changes.clear()
    const behavior = this.behavior(this.flag('scroll-with-animation'))
    if (changes.includes('scroll-top') && isVertical) this.main.scrollTo({ top: this.length('scroll-top'), behavior })
    if (changes.includes('scroll-left') && isHorizontal)
      this.main.scrollTo({ left: this.length('scroll-left'), behavior })
    if (changes.includes('scroll-into-view')) {
      const id = this.text('scroll-into-view')
      if (id !== '') this.scrollIntoView(`#${CSS.escape(id)}`, behavior, {})
    }
  }

  override destroy(): void {
    this.extras?.destroy()
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    const [first, second] = args
    if (method === 'scrollTo') {
      const top = Number(read(first, 'top'))
      const left = Number(read(first, 'left'))
      this.main.scrollTo({
        ...(Number.isFinite(top) ? { top } : {}),
        ...(Number.isFinite(left) ? { left } : {}),
        behavior: this.behavior(read(first, 'animated') !== false && Number(read(first, 'duration') ?? 1) > 0),
      })
      return undefined
    }
    if (method === 'scrollIntoView') {
      this.scrollIntoView(String(first), this.behavior(read(second, 'animated') !== false), second)
      return undefined
    }
    return new Promise((resolve) => {
      this.view.withParts(({ createScrollExtras }) => {
        this.areExtrasWanted = true
        this.extras ??= createScrollExtras(this, this.main)
        resolve(this.extras.invoke(method, args))
      })
    })
  }

  override scrollOffset(): { scrollLeft: number; scrollTop: number; scrollWidth: number; scrollHeight: number } {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = this.main
    return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
  }

  private behavior(isAnimated: boolean): ScrollBehavior {
    return isAnimated && !this.view.environment.reducedMotion ? 'smooth' : 'instant'
  }

  /** Numbers are px; text may be in rpx. */
  private length(name: string, fallback = 0): number {
    const value = this.number(name, fallback)
    return this.text(name).endsWith('rpx') ? (value * document.documentElement.clientWidth) / 750 : value
  }

  private scrollIntoView(selector: string, behavior: ScrollBehavior, options: unknown): void {
    if (!/^[#.][^,]+$/.test(selector)) return
    const target = this.content.querySelector(selector)
    if (target === null) return
    const box = target.getBoundingClientRect()
    const frame = this.main.getBoundingClientRect()
    const offset = Number(read(options, 'offset') ?? this.length('scroll-into-view-offset'))
    const alignment = String(read(options, 'alignment') ?? this.text('scroll-into-view-alignment'))
    const place = (start: number, end: number): number => {
      if (alignment === 'center') return (start + end) / 2
      if (alignment === 'end') return end
      if (alignment === 'nearest') return start < 0 ? start : Math.max(0, end)
      return start
    }
    this.main.scrollTo({
      ...(this.flag('scroll-y')
        ? { top: this.main.scrollTop + place(box.top - frame.top, box.bottom - frame.bottom) + offset }
        : {}),
      ...(this.flag('scroll-x')
        ? { left: this.main.scrollLeft + place(box.left - frame.left, box.right - frame.right) + offset }
        : {}),
      behavior,
    })
  }

  /** `enable-flex` makes the app's flex box that of the scrolled content. */
  private copyFlex(): void {
    const style = getComputedStyle(this.element)
    for (const name of flexProperties) this.content.style[name] = style[name]
  }

  private schedule(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    requestAnimationFrame(() => {
      this.isScheduled = false
      this.report()
    })
  }

  private report(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.main
    const deltaX = this.lastLeft - scrollLeft
    const deltaY = this.lastTop - scrollTop
    if (deltaX === 0 && deltaY === 0) return
    this.lastLeft = scrollLeft
    this.lastTop = scrollTop
    this.properties['scroll-top'] = scrollTop
    this.properties['scroll-left'] = scrollLeft
    const detail = { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY }
    this.emit('scroll', detail)
    this.extras?.scrolled(detail)
    // A list that has grown has a new end: a fast finger may reach it within one report.
    if (scrollWidth + scrollHeight !== this.lastSize) this.near.lower = this.near.right = false
    this.lastSize = scrollWidth + scrollHeight
    const upper = this.length('upper-threshold', 50)
    const lower = this.length('lower-threshold', 50)
    if (this.flag('scroll-y')) {
      this.cross('upper', deltaY > 0, scrollTop <= upper)
      this.cross('lower', deltaY < 0, scrollTop + clientHeight >= scrollHeight - lower)
    }
    if (this.flag('scroll-x')) {
      this.cross('left', deltaX > 0, scrollLeft <= upper)
      this.cross('right', deltaX < 0, scrollLeft + clientWidth >= scrollWidth - lower)
    }
  }

  /** Told once each time the edge is reached. */
  private cross(edge: keyof typeof edges, isTowards: boolean, isNear: boolean): void {
    if (isNear && isTowards && !this.near[edge]) this.emit(edges[edge].event, { direction: edges[edge].direction })
    this.near[edge] = isNear
  }
}

const edges = {
  upper: { event: 'scrolltoupper', direction: 'top' },
  lower: { event: 'scrolltolower', direction: 'bottom' },
  left: { event: 'scrolltoupper', direction: 'left' },
  right: { event: 'scrolltolower', direction: 'right' },
} as const

function read(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
}

export const scrollView: BuiltInDefinition = {
  tag: 'scroll-view',
  attributes: [...attributes, ...extraAttributes],
  style: `
wx-scroll-view{display:block;width:100%}
.wx-scroll-view{position:relative;width:100%;height:100%;max-height:inherit;overflow:hidden;-webkit-overflow-scrolling:touch}
.wx-scroll-view-content{width:100%;height:100%}
[data-scroll-y]>.wx-scroll-view{overflow-y:auto}
[data-scroll-x]>.wx-scroll-view{overflow-x:auto}
[data-no-bar]>.wx-scroll-view{scrollbar-width:none}
[data-no-bar]>.wx-scroll-view::-webkit-scrollbar{display:none}
[data-no-bounce]>.wx-scroll-view{overscroll-behavior:none}`,
  create: (element, view) => new ScrollViewElement(element, view),
}
