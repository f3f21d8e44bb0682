import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'

/** Its children stand at the end of the page, outside of every box that would clip, move or cover them. */
class RootPortalElement extends BuiltIn {
  private readonly box = innerElement('wx-root-portal')

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.box.banyanHost = element
    this.content = this.box
  }

  override update(): void {
    const { box, element, view } = this
    const home = this.flag('enable', true) ? view.root : element
    if (box.parentElement !== home) home.append(box)
  }

  override destroy(): void {
    this.box.remove()
  }
}

export const rootPortal: BuiltInDefinition = {
  tag: 'root-portal',
  attributes: ['enable'],
  style: 'wx-root-portal,.wx-root-portal{display:contents}',
  create: (element, view) => new RootPortalElement(element, view),
}
