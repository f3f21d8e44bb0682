import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { paddingOf } from '../list-view/padding.ts'

/** A grid of equal columns: rows as high as their highest item, or each item below the shortest column. */
class GridViewElement extends BuiltIn {
  private readonly resized: ResizeObserver | undefined
  private readonly watched = new Set<Element>()
  private width = -1

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.resized = 'ResizeObserver' in window ? new ResizeObserver(() => this.layOut()) : undefined
    this.resized?.observe(element)
  }

  override update(): void {
    const { element } = this
    const children = new Set(element.children)
    for (const child of this.watched) if (!children.has(child)) this.resized?.unobserve(child)
    const isMasonry = this.text('type') === 'masonry'
    this.watched.clear()
    for (const child of children) {
      this.watched.add(child)
      if (isMasonry) this.resized?.observe(child)
    }
    this.width = -1
    this.layOut()
  }

  override restyled(): void {
    this.update()
  }

  override destroy(): void {
    this.resized?.disconnect()
  }

  private layOut(): void {
    const { element } = this
    const { style } = element
    style.padding = paddingOf(this)
    const crossGap = this.number('cross-axis-gap', 0)
    const mainGap = this.number('main-axis-gap', 0)
    const columns = this.columns(crossGap)
    const isMasonry = this.text('type') === 'masonry'
    style.display = isMasonry ? 'block' : 'grid'
    if (!isMasonry) {
      style.gridTemplateColumns = `repeat(${columns},minmax(0,1fr))`
      style.gap = `${mainGap}px ${crossGap}px`
      for (const item of this.items()) item.style.position = ''
      return
    }
    this.stack(columns, crossGap, mainGap)
  }

  private stack(columns: number, crossGap: number, mainGap: number): void {
    const { element } = this
    const box = getComputedStyle(element)
    const left = Number.parseFloat(box.paddingLeft)
    const top = Number.parseFloat(box.paddingTop)
    const inner = element.clientWidth - left - Number.parseFloat(box.paddingRight)
    const width = (inner - crossGap * (columns - 1)) / columns
    const items = this.items()
    if (this.width !== width) {
      this.width = width
      for (const item of items) Object.assign(item.style, { position: 'absolute', width: `${width}px` })
    }
    const heights = items.map((item) => item.offsetHeight)
    const bottoms = Array.from({ length: columns }, () => 0)
    for (const [index, item] of items.entries()) {
      const bottom = Math.min(...bottoms)
      const column = bottoms.indexOf(bottom)
      item.style.left = `${left + column * (width + crossGap)}px`
      item.style.top = `${top + bottom}px`
      bottoms[column] = bottom + (heights[index] ?? 0) + mainGap
    }
    const height = Math.max(0, Math.max(...bottoms) - mainGap)
    element.style.height = `${height + top + Number.parseFloat(box.paddingBottom)}px`
  }

  private columns(gap: number): number {
    const extent = this.number('max-cross-axis-extent', 0)
    if (extent > 0) return Math.max(1, Math.ceil((this.element.clientWidth + gap) / (extent + gap)))
    return Math.max(1, Math.trunc(this.number('cross-axis-count', 2)))
  }

  private items(): HTMLElement[] {
    return [...this.element.children].filter((child) => child instanceof HTMLElement)
  }
}

export const gridView: BuiltInDefinition = {
  tag: 'grid-view',
  attributes: ['type', 'cross-axis-count', 'max-cross-axis-extent', 'main-axis-gap', 'cross-axis-gap', 'padding'],
  style: 'wx-grid-view{display:grid;position:relative;box-sizing:border-box}',
  create: (element, view) => new GridViewElement(element, view),
}
