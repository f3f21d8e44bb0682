import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, type TapPoint } from '../../view/built-in.ts'

const controls = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea'

/** A tap on the label is a tap on its control: the one named by `for`, else the first inside. */
class LabelElement extends BuiltIn {
  override tapped(point: TapPoint): boolean {
    const control = this.control()
    if (control === null || control.contains(point.target)) return false
    return control.banyanState?.component?.tapped({ ...point, target: control }) === true
  }

  override update(): void {
    const control = this.control()
    const caption = this.element.textContent.trim()
    if (control !== null && caption !== '' && !control.hasAttribute('aria-label')) setAria(control, 'label', caption)
  }

  private control(): Element | null {
    const id = this.text('for')
    if (id === '') return this.element.querySelector(controls)
    const found = document.getElementById(id)
    return found?.matches(controls) === true ? found : null
  }
}

export const label: BuiltInDefinition = {
  tag: 'label',
  attributes: ['for'],
  create: (element, view) => new LabelElement(element, view),
}
