/** What few scroll-views have: pull to refresh, pages, drags that are reported, and the lists of Skyline. */
import { type BuiltIn, innerElement } from '../../view/built-in.ts'
import { Refresher, refresherStyle } from './refresher.ts'

interface ScrollDetail {
  scrollLeft: number
  scrollTop: number
  scrollHeight: number
  scrollWidth: number
  deltaX: number
  deltaY: number
}

/** A scroll that has been still for so long is over, for browsers without the event `scrollend`. */
const restMs = 120

export const scrollExtrasStyle = `${refresherStyle}
[data-no-scroll]>.wx-scroll-view{overflow:hidden!important}
[data-no-clip]>.wx-scroll-view{overflow:visible}
[data-paging][data-scroll-y]>.wx-scroll-view{scroll-snap-type:y mandatory}
[data-paging][data-scroll-x]>.wx-scroll-view{scroll-snap-type:x mandatory}
.wx-scroll-view-page{position:absolute;left:0;top:0;width:1px;height:1px;visibility:hidden;scroll-snap-align:start;scroll-snap-stop:always}
[data-reverse][data-scroll-y]>.wx-scroll-view{display:flex;flex-direction:column-reverse}
[data-reverse][data-scroll-y]>.wx-scroll-view>.wx-scroll-view-content{flex:none;height:auto;min-height:100%;display:flex;flex-direction:column-reverse}
[data-reverse][data-scroll-x]>.wx-scroll-view{display:flex;flex-direction:row-reverse}
[data-type=list]>.wx-scroll-view>.wx-scroll-view-content>*{content-visibility:auto;contain-intrinsic-size:auto 60px}
[data-type=custom]>.wx-scroll-view>.wx-scroll-view-content,[data-type=list]>.wx-scroll-view>.wx-scroll-view-content{height:auto;min-height:100%}
`

export class ScrollExtras {
  private readonly owner: BuiltIn
  private readonly main: HTMLElement
  private readonly refresher: Refresher
  private readonly resized: ResizeObserver | undefined
  private readonly pages: HTMLElement[] = []
  private isTouched = false
  private isDragging = false
  private isScrolling = false
  private restTimer = 0
  private samples: { at: number; left: number; top: number }[] = []

  constructor(owner: BuiltIn, main: HTMLElement) {
    this.owner = owner
    this.main = main
    this.refresher = new Refresher(owner, main)
    const touched = (isTouched: boolean) => (): void => this.touched(isTouched)
    main.addEventListener('touchstart', touched(true), { passive: true })
    main.addEventListener('touchend', touched(false), { passive: true })
    main.addEventListener('touchcancel', touched(false), { passive: true })
    this.resized = 'ResizeObserver' in window ? new ResizeObserver(() => this.placePages()) : undefined
    this.resized?.observe(main)
    this.resized?.observe(owner.content)
  }

  update(): void {
    const { owner } = this
    const { element, properties } = owner
    element.toggleAttribute('data-paging', owner.flag('paging-enabled'))
    element.toggleAttribute('data-reverse', owner.flag('reverse'))
    element.toggleAttribute('data-no-clip', properties['clip'] === false)
    element.dataset['type'] = owner.text('type')
    element.dataset['container'] = owner.text('associative-container')
    const { padding } = properties
    if (Array.isArray(padding)) {
      owner.content.style.padding = padding.map((side) => `${Number(side) || 0}px`).join(' ')
      owner.content.style.boxSizing = 'border-box'
    }
    this.refresher.update()
    this.placePages()
  }

  destroy(): void {
    window.clearTimeout(this.restTimer)
    this.resized?.disconnect()
  }

  invoke(method: string, args: readonly unknown[]): unknown {
    const [first, second] = args
    switch (method) {
      case 'triggerRefresh':
        return this.refresher.trigger()
      case 'closeRefresh':
        return this.refresher.finish()
      case 'triggerTwoLevel':
        return this.refresher.openTwoLevel()
      case 'closeTwoLevel':
        return this.refresher.closeTwoLevel()
      case 'set':
        return this.setOption(String(first), second)
      default:
        throw new Error(`scroll-view has no method ${method}`)
    }
  }

  /** Called once a frame at most. */
  scrolled(detail: ScrollDetail): void {
    const { scrollLeft, scrollTop } = detail
    if (!this.isScrolling) {
      this.isScrolling = true
      this.tell('scrollstart', { scrollLeft, scrollTop, isDrag: this.isTouched })
    }
    this.owner.emit('worklet:onscrollupdate', { ...detail, isDrag: this.isTouched })
    window.clearTimeout(this.restTimer)
    if (!this.isTouched) this.rest()
    this.samples = [...this.samples.slice(-3), { at: performance.now(), left: scrollLeft, top: scrollTop }]
    if (!this.isTouched || !this.owner.flag('enhanced')) return
    this.owner.emit(this.isDragging ? 'dragging' : 'dragstart', { scrollLeft, scrollTop })
    this.isDragging = true
  }

  private touched(isTouched: boolean): void {
    this.isTouched = isTouched
    if (isTouched) {
      this.samples = []
      return
    }
    if (this.isScrolling) this.rest()
    if (!this.isDragging) return
    this.isDragging = false
    const { scrollLeft, scrollTop } = this.main
    this.owner.emit('dragend', { scrollLeft, scrollTop, velocity: this.velocity() })
  }

  /** In px per ms. */
  private velocity(): { x: number; y: number } {
    const [first] = this.samples
    const last = this.samples.at(-1)
    if (first === undefined || last === undefined || last.at === first.at) return { x: 0, y: 0 }
    const timeMs = last.at - first.at
    return { x: (last.left - first.left) / timeMs, y: (last.top - first.top) / timeMs }
  }

  private rest(): void {
    this.restTimer = window.setTimeout(() => {
      this.isScrolling = false
      const { scrollLeft, scrollTop } = this.main
      this.tell('scrollend', { scrollLeft, scrollTop, isDrag: false })
    }, restMs)
  }

  private tell(name: 'scrollstart' | 'scrollend', detail: Record<string, unknown>): void {
    this.owner.emit(name, detail)
    this.owner.emit(`worklet:on${name}`, detail)
  }

  /** What the app sets on a ScrollViewContext. */
  private setOption(name: string, value: unknown): void {
    const { element } = this.owner
    if (name === 'scrollEnabled') element.toggleAttribute('data-no-scroll', value === false)
    else if (name === 'showScrollbar') this.owner.set('show-scrollbar', value)
    else if (name === 'pagingEnabled') this.owner.set('paging-enabled', value)
    else if (name === 'bounces') this.owner.set('bounces', value)
  }

  /** A page is as large as the view, whatever its children are: invisible marks are what scrolling snaps to. */
  private placePages(): void {
    const { main, owner, pages } = this
    const isVertical = owner.flag('scroll-y')
    const size = isVertical ? main.clientHeight : main.clientWidth
    const content = isVertical ? main.scrollHeight : main.scrollWidth
    const count = owner.flag('paging-enabled') && size > 0 ? Math.min(500, Math.ceil(content / size - 0.01)) : 0
    for (const page of pages.splice(count)) page.remove()
    while (pages.length < count) pages.push(innerElement('wx-scroll-view-page', main))
    for (const [index, page] of pages.entries()) {
      page.style[isVertical ? 'top' : 'left'] = `${Math.min(index * size, content - size)}px`
    }
  }
}
