import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

/** The closed look of the container; the page that it opens comes as any other. */
class OpenContainerElement extends BuiltIn {
  override update(): void {
    const { style } = this.element
    style.setProperty('--closed-color', this.text('closed-color', 'white'))
    style.setProperty('--closed-radius', `${this.number('closed-border-radius', 0)}px`)
    const elevation = this.number('closed-elevation', 0)
    style.setProperty('--closed-shadow', elevation > 0 ? `0 ${elevation}px ${elevation * 2}px rgba(0,0,0,.2)` : 'none')
  }

  override restyled(): void {
    this.update()
  }
}

export const openContainer: BuiltInDefinition = {
  tag: 'open-container',
  attributes: ['closed-color', 'closed-border-radius', 'closed-elevation'],
  style:
    'wx-open-container{display:block;overflow:hidden;background:var(--closed-color);border-radius:var(--closed-radius);box-shadow:var(--closed-shadow)}',
  create: (element, view) => new OpenContainerElement(element, view),
}
