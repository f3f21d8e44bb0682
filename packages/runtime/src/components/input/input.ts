import type { BuiltInDefinition, ViewContext } from '../../view/built-in.ts'
import { fieldAttributes, fieldStyle, TextField } from './field.ts'

const inputModes: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' }

class InputElement extends TextField {
  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view, document.createElement('input'))
  }

  override shapeField(): void {
    const isSecret = this.flag('password') || this.text('type') === 'safe-password'
    const type = isSecret ? 'password' : 'text'
    if (this.field.getAttribute('type') !== type) this.field.setAttribute('type', type)
    this.field.inputMode = inputModes[this.text('type')] ?? 'text'
    if (this.field.getAttribute('enterkeyhint') === '') this.field.setAttribute('enterkeyhint', 'done')
  }

  override enterPressed(event: KeyboardEvent): void {
    event.preventDefault()
    this.confirm()
    if (!this.flag('confirm-hold')) this.field.blur()
  }
}

export const input: BuiltInDefinition = {
  tag: 'input',
  attributes: [...fieldAttributes, 'password'],
  style: `${fieldStyle}
wx-input{display:block;position:relative;height:1.4rem;min-height:1.4rem;line-height:1.4rem;overflow:hidden;cursor:text}
wx-input>.wx-placeholder{position:absolute;top:0;right:0;bottom:0;left:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;pointer-events:none;display:grid;align-content:center;padding:inherit;box-sizing:border-box}`,
  create: (element, view) => new InputElement(element, view),
}
