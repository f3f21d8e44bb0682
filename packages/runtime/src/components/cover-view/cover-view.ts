import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

/** Its `marker-id` is read by the map around it. An ordinary view here, since nothing native lies above the page; `scroll-top` counts when its style lets it scroll. */
class CoverViewElement extends BuiltIn {
  override update(): void {
    if (this.properties['scroll-top'] === undefined) return
    const value = this.text('scroll-top')
    const pixels = Number.parseFloat(value)
    if (!Number.isFinite(pixels)) return
    this.element.scrollTop = value.trim().endsWith('rpx') ? (pixels * window.innerWidth) / 750 : pixels
  }
}

export const coverView: BuiltInDefinition = {
  tag: 'cover-view',
  attributes: ['scroll-top', 'marker-id'],
  style: 'wx-cover-view{display:block;line-height:1.2;overflow:hidden;white-space:nowrap;pointer-events:auto}',
  isLazy: true,
  hover: { className: 'none', startTimeMs: 50, stayTimeMs: 400 },
  create: (element, view) => new CoverViewElement(element, view),
}
