import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'

/** As high as the scroll-view around it. What is in it scrolls once the header is gone; before that the outer one does. */
class NestedScrollBodyElement extends BuiltIn {
  private outer: Element | null = null
  private readonly scrolled = (): void => {
    const { outer } = this
    if (outer === null) return
    const isHeaderGone = outer.scrollTop >= outer.scrollHeight - outer.clientHeight - 1
    this.element.toggleAttribute('data-waits', !isHeaderGone)
  }

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    view.invalidate(this)
  }

  override update(): void {
    const outer = this.element.closest('.wx-scroll-view')
    if (outer === this.outer) return
    this.outer?.removeEventListener('scroll', this.scrolled)
    outer?.addEventListener('scroll', this.scrolled, { passive: true })
    this.outer = outer
    // Its children may not have their size yet.
    requestAnimationFrame(this.scrolled)
  }

  override destroy(): void {
    this.outer?.removeEventListener('scroll', this.scrolled)
  }
}

export const nestedScrollBody: BuiltInDefinition = {
  tag: 'nested-scroll-body',
  attributes: [],
  style: `wx-nested-scroll-body{display:block;height:100%}
[data-waits] wx-scroll-view[data-container=nested-scroll-view]>.wx-scroll-view{overflow-y:hidden}`,
  create: (element, view) => new NestedScrollBodyElement(element, view),
}
