import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { paddingOf } from '../list-view/padding.ts'

class StickyHeaderElement extends BuiltIn {
  private isOnTop = false
  private isScheduled = false
  /** Scrolls do not bubble: those of every box are caught on their way down. */
  private readonly scrolled = (): void => {
    if (this.isScheduled) return
    this.isScheduled = true
    requestAnimationFrame(() => {
      this.isScheduled = false
      this.report()
    })
  }

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    document.addEventListener('scroll', this.scrolled, { passive: true, capture: true })
  }

  override update(): void {
    this.element.style.top = `${this.number('offset-top', 0)}px`
    this.element.style.padding = paddingOf(this)
  }

  override restyled(): void {
    this.update()
  }

  override destroy(): void {
    document.removeEventListener('scroll', this.scrolled, true)
  }

  private report(): void {
    const scroller = this.element.closest('.wx-scroll-view')
    const edge = (scroller?.getBoundingClientRect().top ?? 0) + this.number('offset-top', 0)
    const scrollTop = scroller === null ? window.scrollY : scroller.scrollTop
    const isOnTop = scrollTop > 0 && this.element.getBoundingClientRect().top <= edge + 0.5
    if (isOnTop === this.isOnTop) return
    this.isOnTop = isOnTop
    this.emit('stickontopchange', { isStickOnTop: isOnTop })
  }
}

export const stickyHeader: BuiltInDefinition = {
  tag: 'sticky-header',
  attributes: ['offset-top', 'padding'],
  style:
    'wx-sticky-header{display:block;position:-webkit-sticky;position:sticky;top:0;z-index:1;box-sizing:border-box}',
  create: (element, view) => new StickyHeaderElement(element, view),
}
