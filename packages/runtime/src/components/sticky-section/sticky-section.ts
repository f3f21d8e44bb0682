import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'
import { paddingOf } from '../list-view/padding.ts'

/** The end of a section pushes its header away; without `push-pinned-header` headers cover each other. */
class StickySectionElement extends BuiltIn {
  override update(): void {
    this.element.toggleAttribute('data-no-push', this.properties['push-pinned-header'] === false)
    this.element.style.padding = paddingOf(this)
  }

  override restyled(): void {
    this.update()
  }
}

export const stickySection: BuiltInDefinition = {
  tag: 'sticky-section',
  attributes: ['push-pinned-header', 'padding'],
  style: 'wx-sticky-section{display:block;box-sizing:border-box}wx-sticky-section[data-no-push]{display:contents}',
  create: (element, view) => new StickySectionElement(element, view),
}
