import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import type { Refresher } from './refresher.ts'

const flexProperties = [
  'display',
  'flexDirection',
  'flexWrap',
  'alignItems',
  'justifyContent',
  'alignContent',
  'gap',
] as const

class ScrollViewElement extends BuiltIn {
  private readonly main: HTMLElement
  private refresher: Refresher | undefined
  private isRefresherWanted = false
  private readonly changes = new Set<string>()
  private lastTop = 0
  private lastLeft = 0
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
  }

  override update(): void {
    const { element } = this
    const isVertical = this.flag('scroll-y')
    const isHorizontal = this.flag('scroll-x')
    element.toggleAttribute('data-scroll-y', isVertical)
    element.toggleAttribute('data-scroll-x', isHorizontal)
    element.toggleAttribute('data-no-bar', this.properties['show-scrollbar'] === false)
    element.toggleAttribute('data-no-bounce', this.properties['bounces'] === false)
    element.toggleAttribute('data-paging', this.flag('paging-enabled'))
    if (this.flag('enable-flex')) this.copyFlex()
    this.updateRefresher()
    const changes = [...this.changes]
    this.changes.clear()
    const behavior = this.behavior(this.flag('scroll-with-animation'))
    if (changes.includes('scroll-top') && isVertical) this.main.scrollTo({ top: this.length('scroll-top'), behavior })
    if (changes.includes('scroll-left') && isHorizontal)
      this.main.scrollTo({ left: this.length('scroll-left'), behavior })
    if (changes.includes('scroll-into-view'))
      this.scrollIntoView(this.text('scroll-into-view'), behavior, this.length('scroll-into-view-offset'))
  }

  /** Its code comes with the later parts, for the few lists that have one. */
  private updateRefresher(): void {
    this.refresher?.update()
    if (this.isRefresherWanted || !this.flag('refresher-enabled')) return
    this.isRefresherWanted = true
    this.view.withParts(({ createRefresher }) => {
      this.refresher = createRefresher(this, this.main)
      this.refresher.update()
    })
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    const [first, second] = args
    const read = (from: unknown, name: string): unknown =>
      typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
    if (method === 'scrollTo') {
      const top = Number(read(first, 'top'))
      const left = Number(read(first, 'left'))
      this.main.scrollTo({
        ...(Number.isFinite(top) ? { top } : {}),
        ...(Number.isFinite(left) ? { left } : {}),
        behavior: this.behavior(read(first, 'animated') === true || Number(read(first, 'duration')) > 0),
      })
      return undefined
    }
    if (method === 'scrollIntoView') {
      const behavior = this.behavior(read(second, 'animated') !== false)
      this.scrollIntoView(String(first).replace(/^#/, ''), behavior, Number(read(second, 'offset') ?? 0))
      return undefined
    }
    if (method === 'triggerRefresh') {
      this.refresher?.trigger()
      return undefined
    }
    if (method === 'closeRefresh') {
      this.refresher?.finish()
      return undefined
    }
    return super.invoke(method, args)
  }

  override scrollOffset(): { scrollLeft: number; scrollTop: number; scrollWidth: number; scrollHeight: number } {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = this.main
    return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
  }

  private behavior(isAnimated: boolean): ScrollBehavior {
    return isAnimated && !this.view.environment.reducedMotion ? 'smooth' : 'instant'
  }

  /** Numbers are px; text may be in rpx. */
  private length(name: string): number {
    const value = this.number(name, 0)
    return this.text(name).endsWith('rpx') ? (value * document.documentElement.clientWidth) / 750 : value
  }

  private scrollIntoView(id: string, behavior: ScrollBehavior, offset: number): void {
    const target = id === '' ? null : this.content.querySelector(`#${CSS.escape(id)}`)
    if (target === null) return
    const box = target.getBoundingClientRect()
    const frame = this.main.getBoundingClientRect()
    this.main.scrollTo({
      ...(this.flag('scroll-y') ? { top: this.main.scrollTop + box.top - frame.top + offset } : {}),
      ...(this.flag('scroll-x') ? { left: this.main.scrollLeft + box.left - frame.left + offset } : {}),
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
    this.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
    const upper = this.number('upper-threshold', 50)
    const lower = this.number('lower-threshold', 50)
    if (this.flag('scroll-y')) {
      this.cross('upper', deltaY >= 0, scrollTop <= upper)
      this.cross('lower', deltaY <= 0, scrollTop + clientHeight >= scrollHeight - lower)
    }
    if (this.flag('scroll-x')) {
      this.cross('left', deltaX >= 0, scrollLeft <= upper)
      this.cross('right', deltaX <= 0, scrollLeft + clientWidth >= scrollWidth - lower)
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

export const scrollView: BuiltInDefinition = {
  tag: 'scroll-view',
  attributes: [
    'scroll-x',
    'scroll-y',
    'scroll-with-animation',
    'refresher-enabled',
    'refresher-triggered',
    'enable-flex',
    'paging-enabled',
    'bounces',
    'show-scrollbar',
    'upper-threshold',
    'lower-threshold',
    'scroll-top',
    'scroll-left',
    'scroll-into-view',
    'scroll-into-view-offset',
    'refresher-default-style',
    'refresher-background',
    'refresher-threshold',
  ],
  style: `
wx-scroll-view{display:block;width:100%}
.wx-scroll-view{position:relative;width:100%;height:100%;max-height:inherit;overflow:hidden;-webkit-overflow-scrolling:touch}
.wx-scroll-view-content{width:100%;height:100%}
[data-scroll-y]>.wx-scroll-view{overflow-y:auto}
[data-scroll-x]>.wx-scroll-view{overflow-x:auto}
[data-no-bar]>.wx-scroll-view::-webkit-scrollbar{display:none}
[data-no-bounce]>.wx-scroll-view{overscroll-behavior:none}
[data-paging][data-scroll-y]>.wx-scroll-view{scroll-snap-type:y mandatory}
[data-paging][data-scroll-x]>.wx-scroll-view{scroll-snap-type:x mandatory}
[data-paging]>.wx-scroll-view>.wx-scroll-view-content>*{scroll-snap-align:start}`,
  create: (element, view) => new ScrollViewElement(element, view),
}
