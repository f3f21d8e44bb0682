import type { BuiltInDefinition, ViewContext } from '../../view/built-in.ts'
import { fieldAttributes, TextField } from '../input/field.ts'

class TextareaElement extends TextField {
  #lineCount = 0

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view, document.createElement('textarea'))
  }

  override shapeField(): void {
    this.element.toggleAttribute('auto-height', this.flag('auto-height'))
    this.valueShown()
  }

  override valueShown(): void {
    const { field } = this
    if (!this.flag('auto-height')) {
      field.style.height = ''
      return
    }
    field.style.height = '0'
    const height = field.scrollHeight
    field.style.height = `${height}px`
    const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || Number.parseFloat(getComputedStyle(field).fontSize) * 1.2
    const lineCount = Math.max(1, Math.round(height / lineHeight))
    if (lineCount === this.#lineCount) return
    this.#lineCount = lineCount
    this.emit('linechange', { height, heightRpx: (height * 750) / document.documentElement.clientWidth, lineCount, lineHeight })
  }

  /** Enter is a new line, unless the key of the keyboard says something else. */
  override enterPressed(event: KeyboardEvent): void {
    const type = this.text('confirm-type', 'return')
    if (type === 'return') return
    event.preventDefault()
    this.confirm()
    if (!this.flag('confirm-hold')) this.field.blur()
  }
}

export const textarea: BuiltInDefinition = {
  tag: 'textarea',
  attributes: [...fieldAttributes.filter((name) => name !== 'type'), 'auto-height', 'fixed', 'show-confirm-bar', 'disable-default-padding', 'adjust-keyboard-to'],
  style: `
wx-textarea{display:block;position:relative;width:300px;height:150px;cursor:text}
wx-textarea[auto-height]{height:auto!important}
wx-textarea>[aria-hidden]{position:absolute;inset:0;overflow:hidden;pointer-events:none;white-space:pre-wrap;padding:inherit;box-sizing:border-box}
wx-textarea>[hidden]{display:none}`,
  create: (element, view) => new TextareaElement(element, view),
}
