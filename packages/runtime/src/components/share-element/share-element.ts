import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

/** A box that the page and a `page-container` in it may both have: with the same key it flies from one to the other. */
class ShareElement extends BuiltIn {
  override update(): void {
    const { dataset } = this.element
    dataset['shareKey'] = this.text('key') || this.text('mapkey')
    dataset['shareMs'] = String(this.number('duration', 300))
    dataset['shareEasing'] = this.text('easing-function', 'ease-out')
    this.element.toggleAttribute('data-share-flies', this.flag('transform'))
  }
}

export const shareElement: BuiltInDefinition = {
  tag: 'share-element',
  attributes: ['key', 'mapkey', 'transform', 'duration', 'easing-function'],
  style: `wx-share-element{display:block}wx-share-element[data-share-away]{visibility:hidden}
.wx-share-flight{position:fixed!important;margin:0!important;box-sizing:border-box;transform-origin:0 0;pointer-events:none;z-index:2147483000}`,
  create: (element, view) => new ShareElement(element, view),
}
