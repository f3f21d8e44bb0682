import { setAria } from '../../view/aria.ts'
import { BuiltIn, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'
import { convertUnits } from '../../view/css-text.ts'
import { toText } from '../../view/to-text.ts'

/** A value that the app sends back later, within this time, is the echo of what was typed before, and must not undo what came after. */
const echoMs = 1000
/** Presses of the mouse that a touch is turned into would take the focus away again. */
const echoOfTouchMs = 500
/** The app's own class comes on top, so that what it does not set stays grey. */
const placeholderClass = 'wx-placeholder input-placeholder'
const enterKeyHints = new Set(['send', 'search', 'next', 'go', 'done'])

/** What `input` and `textarea` share: value, focus, selection, placeholder, IME. */
export abstract class TextField extends BuiltIn {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  private readonly placeholder: HTMLElement
  private typed: { value: string; at: number }[] = []
  /** Inputs that the app has yet to answer. */
  private unanswered = 0
  private isAnswer = false
  private postponed: string | undefined
  private isComposing = false
  private awaitsComposition: string | undefined
  private initial = ''
  private valueAtFocus = ''
  private hadFocus = false
  private hasExtras = false
  private wantsSelection = false
  private wantsValue = false

  constructor(element: HTMLElement, view: ViewContext, field: HTMLInputElement | HTMLTextAreaElement) {
    super(element, view)
    this.field = field
    this.placeholder = innerElement(placeholderClass, element)
    setAria(this.placeholder, 'hidden', 'true')
    field.className = 'wx-field'
    field.autocomplete = 'off'
    field.spellcheck = false
    element.append(field)
    this.listen()
  }

  override changed(name: string): void {
    if (name === 'value') {
      this.initial = this.text('value')
      this.wantsValue = true
    }
    if (name === 'cursor' || name.startsWith('selection-')) this.wantsSelection = true
    if (name === 'placeholder-class') this.placeholder.className = `${placeholderClass} ${this.text(name)}`
  }

  override update(): void {
    const { field } = this
    const limit = this.number('maxlength', 140)
    if (limit >= 0) field.maxLength = limit
    else field.removeAttribute('maxlength')
    // Only now is it known how long it may be.
    if (this.wantsValue) this.receiveValue(this.initial)
    this.wantsValue = false
    field.readOnly = this.flag('disabled')
    field.tabIndex = this.flag('disabled') ? -1 : 0
    this.element.toggleAttribute('disabled', this.flag('disabled'))
    field.placeholder = this.text('placeholder')
    setAria(field, 'label', this.element.getAttribute('aria-label'))
    // Not every engine has the property of the same name.
    field.setAttribute('enterkeyhint', enterKeyHints.has(this.text('confirm-type')) ? this.text('confirm-type') : '')
    this.placeholder.textContent = this.text('placeholder')
    this.placeholder.style.cssText = convertUnits(this.text('placeholder-style'))
    this.shapeField()
    this.showPlaceholder()
    // Other kinds take some characters only, from the first one on.
    if (this.text('type', 'text') !== 'text') this.addExtras()
    this.applyFocus()
    if (this.wantsSelection && document.activeElement === field) this.applySelection()
    this.wantsSelection = false
  }

  /** What only one of the two has. */
  abstract shapeField(): void

  /** The value changed, by the user or the app. */
  valueShown(): void {}

  /** The key for a new line or the end of the input. */
  abstract enterPressed(event: KeyboardEvent): void

  override tapped(_point: TapPoint): boolean {
    if (this.flag('disabled')) return false
    if (document.activeElement !== this.field) this.focusFromTouch()
    return true
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    switch (method) {
      case 'setValue':
        this.typed = []
        this.receiveValue(toText(args[0]))
        return undefined
      case 'replaceInput':
        this.replaceInput(args)
        return undefined
      case 'answerInput':
        this.answerInput(args[0] === true)
        return undefined
      case 'setCursor':
        if (typeof args[0] === 'number') this.field.setSelectionRange(args[0], args[0])
        return undefined
      case 'focus':
        this.field.focus()
        return undefined
      case 'blur':
        this.field.blur()
        return undefined
      case 'getSelectedTextRange':
        return { start: this.field.selectionStart ?? 0, end: this.field.selectionEnd ?? 0 }
      default:
        return super.invoke(method, args)
    }
  }

  override fieldValue(): string {
    return this.field.value
  }

  override resetField(): void {
    this.typed = []
    this.receiveValue(this.initial)
  }

  confirm(): void {
    this.emit('confirm', { value: this.field.value })
  }

  showPlaceholder(): void {
    this.placeholder.hidden = this.field.value !== '' || this.isComposing
  }

  private listen(): void {
    const { field } = this
    field.addEventListener('input', (event) => {
      this.showPlaceholder()
      this.valueShown()
      // While an IME is composing, the text is not the user's yet.
      if (!(event instanceof InputEvent && event.isComposing)) this.report()
    })
    field.addEventListener('compositionstart', () => {
      this.isComposing = true
      this.showPlaceholder()
      this.emit('keyboardcompositionstart', { value: field.value })
    })
    field.addEventListener('compositionend', () => {
      this.isComposing = false
      this.emit('keyboardcompositionend', { value: field.value })
      const waiting = this.awaitsComposition
      this.awaitsComposition = undefined
      if (field.value === this.typed.at(-1)?.value && waiting !== undefined) this.receiveValue(waiting)
      else this.report()
    })
    field.addEventListener('focus', () => {
      this.valueAtFocus = field.value
      this.properties['focus'] = true
      this.emit('focus', { value: field.value, height: 0 })
      this.addExtras()
    })
    field.addEventListener('blur', () => {
      this.properties['focus'] = false
      this.hadFocus = false
      if (field.value !== this.valueAtFocus) this.emit('change', { value: field.value })
      this.view.changeModel(this.element, 'focus', false)
      this.emit('blur', { value: field.value, cursor: field.selectionEnd ?? field.value.length })
    })
    field.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing) this.enterPressed(event)
    })
  }

  private addExtras(): void {
    if (this.hasExtras) return
    this.hasExtras = true
    this.view.withParts(({ createFieldExtras }) => createFieldExtras(this))
  }

  /** Types at the cursor, as the user does. */
  insert(text: string): void {
    const { field } = this
    const limit = field.maxLength < 0 ? Number.POSITIVE_INFINITY : field.maxLength
    const start = field.selectionStart ?? field.value.length
    const end = field.selectionEnd ?? start
    const room = Math.max(0, limit - field.value.length + end - start)
    field.setRangeText(text.slice(0, room), start, end, 'end')
    this.showPlaceholder()
    this.valueShown()
    this.report()
  }

  /** What the app's handler of `input` returned, unless the user has typed on meanwhile. */
  private replaceInput([value, cursor, reported]: readonly unknown[]): void {
    const { field } = this
    if (this.isComposing || field.value !== reported) return
    this.typed = []
    this.receiveValue(toText(value))
    this.view.changeModel(this.element, 'value', field.value)
    if (typeof cursor === 'number' && document.activeElement === field) field.setSelectionRange(cursor, cursor)
  }

  private report(): void {
    const { value } = this.field
    if (value === this.typed.at(-1)?.value && value === this.text('value')) return
    const at = performance.now()
    this.typed = [...this.typed.filter((typed) => at - typed.at < echoMs), { value, at }]
    this.properties['value'] = value
    this.view.changeModel(this.element, 'value', value)
    const isHeard = this.emit('input', {
      value,
      cursor: this.field.selectionEnd ?? value.length,
      keyCode: value.charCodeAt(value.length - 1) || 8,
    })
    if (isHeard) this.unanswered += 1
  }

  /** Until the app has answered the last key, what it answers to an earlier one would take keys away. */
  private answerInput(isBegin: boolean): void {
    this.isAnswer = isBegin
    if (isBegin) this.unanswered = Math.max(0, this.unanswered - 1)
    else if (this.unanswered === 0 && this.postponed !== undefined) this.receiveValue(this.postponed)
  }

  private receiveValue(value: string): void {
    const { field } = this
    if (this.isComposing) {
      this.awaitsComposition = value
      return
    }
    if (this.isAnswer && this.unanswered > 0) {
      this.postponed = value
      return
    }
    const isChosen = this.isAnswer || this.postponed !== undefined
    this.postponed = undefined
    const at = performance.now()
    this.typed = this.typed.filter((typed) => at - typed.at < echoMs)
    const echo = this.typed.findIndex((typed) => typed.value === value)
    if (!isChosen && echo >= 0 && echo < this.typed.length - 1) {
      this.typed.splice(0, echo + 1)
      return
    }
    if (field.value === value) return
    const isEnd = field.selectionEnd === field.value.length
    const cursor = field.selectionEnd ?? value.length
    const limit = this.number('maxlength', 140)
    field.value = limit >= 0 ? value.slice(0, limit) : value
    if (document.activeElement === field && !isEnd) field.setSelectionRange(cursor, cursor)
    this.properties['value'] = field.value
    this.showPlaceholder()
    this.valueShown()
  }

  private applyFocus(): void {
    const wants = this.flag('focus') || (this.flag('auto-focus') && !this.hadFocus)
    if (wants && !this.hadFocus && document.activeElement !== this.field) {
      this.hadFocus = true
      this.focusFromTouch()
      this.applySelection()
    } else if (!wants && this.properties['focus'] === false && document.activeElement === this.field) this.field.blur()
  }

  private applySelection(): void {
    const cursor = this.number('cursor', -1)
    const start = this.number('selection-start', -1)
    const end = this.number('selection-end', -1)
    if (start >= 0 && end >= 0) this.field.setSelectionRange(start, end)
    else if (cursor >= 0) this.field.setSelectionRange(cursor, cursor)
  }

  /** The app often gives the focus in answer to a touch, too. */
  private focusFromTouch(): void {
    this.field.focus()
    const keep = (event: Event): void => {
      if (event.target !== this.field) event.preventDefault()
    }
    document.addEventListener('mousedown', keep, { once: true, capture: true })
    window.setTimeout(() => document.removeEventListener('mousedown', keep, true), echoOfTouchMs)
  }
}

export const fieldAttributes = [
  'value',
  'type',
  'placeholder',
  'placeholder-style',
  'placeholder-class',
  'confirm-type',
  'name',
  'disabled',
  'auto-focus',
  'focus',
  'maxlength',
  'cursor',
  'selection-start',
  'selection-end',
  'cursor-spacing',
  'confirm-hold',
  'adjust-position',
  'hold-keyboard',
]

export const fieldStyle = `
.wx-field{display:block;box-sizing:border-box;width:100%;height:100%;min-height:inherit;margin:0;padding:0;border:0;outline:0;background:none;color:inherit;font:inherit;letter-spacing:inherit;line-height:inherit;text-align:inherit;text-indent:inherit;text-shadow:inherit;text-transform:inherit;opacity:1;border-radius:0;-webkit-user-select:text;user-select:text;-webkit-appearance:none;appearance:none;resize:none}
.wx-field::placeholder{color:transparent}
.wx-field:focus-visible{outline:0}
wx-input[disabled]>.wx-field,wx-textarea[disabled]>.wx-field{pointer-events:none}
.wx-placeholder{color:grey;pointer-events:none}
`
