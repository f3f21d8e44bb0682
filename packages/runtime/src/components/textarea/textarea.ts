import { setAria } from '../../view/aria.ts'
import { innerElement, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { fieldAttributes, TextField } from '../input/field.ts'

class TextareaElement extends TextField {
  /** Has the same text and gives the element its height; the field lies over it. */
  private readonly mirror: HTMLElement
  private lineCount = 0

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view, document.createElement('textarea'))
    this.mirror = innerElement('wx-textarea-mirror', element)
    setAria(this.mirror, 'hidden', 'true')
    this.mirror.hidden = true
  }

  override shapeField(): void {
    this.element.toggleAttribute('auto-height', this.flag('auto-height'))
    this.valueShown()
  }

  override valueShown(): void {
    this.mirror.hidden = !this.flag('auto-height')
    if (this.mirror.hidden) return
    // The last line needs something in it to have a height.
    this.mirror.textContent = `${this.field.value}\u200b`
    const height = this.mirror.offsetHeight
    const style = getComputedStyle(this.mirror)
    const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2
    const lineCount = Math.max(1, Math.round(height / lineHeight))
    if (lineCount === this.lineCount) return
    this.lineCount = lineCount
    this.emit('linechange', {
      height,
      heightRpx: (height * 750) / document.documentElement.clientWidth,
      lineCount,
      lineHeight,
    })
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
  attributes: [...fieldAttributes.filter((name) => name !== 'type'), 'auto-height'],
  style: `
wx-textarea{display:block;position:relative;width:300px;height:150px;cursor:text}
wx-textarea[auto-height]{height:auto!important}
.wx-textarea-mirror{visibility:hidden;white-space:pre-wrap;overflow-wrap:break-word}
wx-textarea[auto-height]>.wx-field{position:absolute;top:0;right:0;bottom:0;left:0;padding:inherit;overflow:hidden}
wx-textarea>.wx-placeholder{position:absolute;top:0;right:0;bottom:0;left:0;overflow:hidden;pointer-events:none;white-space:pre-wrap;padding:inherit;box-sizing:border-box}`,
  create: (element, view) => new TextareaElement(element, view),
}
