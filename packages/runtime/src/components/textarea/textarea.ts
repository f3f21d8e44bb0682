import { setAria } from '../../view/aria.ts'
import { innerElement, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { fieldAttributes, TextField } from '../input/field.ts'

class TextareaElement extends TextField {
  /** Has the same text and gives the element its height; the field lies over it. */
  private readonly mirror: HTMLElement
  private lineCount = 0
  private readonly resizes: ResizeObserver

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view, document.createElement('textarea'))
    this.mirror = innerElement('wx-textarea-mirror', element)
    setAria(this.mirror, 'hidden', 'true')
    this.resizes = new ResizeObserver(() => this.valueShown())
    this.resizes.observe(element)
  }

  override shapeField(): void {
    this.element.toggleAttribute('auto-height', this.flag('auto-height'))
    this.valueShown()
  }

  override destroy(): void {
    this.resizes.disconnect()
  }

  override valueShown(): void {
    // Listeners of a new node come after its value; the update at the end of the flush looks again.
    if (this.isDirty) return
    const style = getComputedStyle(this.mirror)
    const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
    const measure = (text: string): number => {
      // The last line needs something in it to have a height.
      this.mirror.textContent = `${text}\u200b`
      return this.mirror.offsetHeight - padding
    }
    const lineHeight = Number.parseFloat(style.lineHeight) || measure('')
    const height = measure(this.field.value)
    if (height <= 0 || lineHeight <= 0) return
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
.wx-textarea-mirror{position:absolute;left:0;right:0;top:0;padding:inherit;box-sizing:border-box;visibility:hidden;pointer-events:none;white-space:pre-wrap;overflow-wrap:break-word}
wx-textarea{overflow:hidden}
wx-textarea[auto-height]>.wx-textarea-mirror{position:static;padding:0}
wx-textarea[auto-height]>.wx-field{position:absolute;top:0;right:0;bottom:0;left:0;padding:inherit;overflow:hidden}
wx-textarea>.wx-placeholder{position:absolute;top:0;right:0;bottom:0;left:0;overflow:hidden;pointer-events:none;white-space:pre-wrap;padding:inherit;box-sizing:border-box}`,
  create: (element, view) => new TextareaElement(element, view),
}
