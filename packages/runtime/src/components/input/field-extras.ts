/** What a text field does besides text: its keyboard, selection events and rules of its kind. It comes when a field first has the focus. */
import type { TextField } from './field.ts'

/** Characters that the keyboard of a kind lacks. A hardware keyboard and the clipboard have more. */
const lacking: Readonly<Record<string, RegExp>> = { number: /\D/g, digit: /[^\d.]/g, idcard: /[^\dXx]/g }

export class FieldExtras {
  private readonly owner: TextField
  private keyboardHeightPx = 0
  private hasKeyboard = false
  private isTap = false

  constructor(owner: TextField) {
    this.owner = owner
    const { field } = owner
    field.addEventListener('compositionupdate', () => owner.emit('keyboardcompositionupdate', { value: field.value }))
    field.addEventListener('beforeinput', (event) => {
      if (event instanceof InputEvent) this.sift(event)
    })
    field.addEventListener('focus', () => this.focused())
    field.addEventListener('blur', () => this.blurred())
    document.addEventListener('selectionchange', () => {
      if (!this.isFocused()) return
      owner.emit('selectionchange', { selectionStart: field.selectionStart, selectionEnd: field.selectionEnd })
    })
    document.addEventListener('mousedown', (event) => this.pressed(event), true)
    document.addEventListener('touchstart', () => (this.isTap = true), { capture: true, passive: true })
    document.addEventListener('touchmove', () => (this.isTap = false), { capture: true, passive: true })
    document.addEventListener('touchend', (event) => this.pressed(event), true)
    if (this.isFocused()) this.focused()
  }

  private isFocused(): boolean {
    return document.activeElement === this.owner.field
  }

  private focused(): void {
    const { owner } = this
    owner.element.toggleAttribute('data-focused', true)
    owner.field.style.scrollMarginBottom = `${owner.number('cursor-spacing', 0)}px`
    this.watchKeyboard()
  }

  private blurred(): void {
    const { owner } = this
    owner.element.removeAttribute('data-focused')
    this.keyboardChanged(0, 0)
    if (owner.text('type') === 'nickname') owner.emit('nicknamereview', { pass: true, timeout: false })
  }

  /** With `hold-keyboard` a press beside the field does not end the input; without it, it does on every system. */
  private pressed(event: Event): void {
    const { owner } = this
    if (!this.isFocused() || event.target === owner.field) return
    if (event.target instanceof Node && owner.element.contains(event.target)) {
      // The bar above the keyboard is a part of the field.
      if (event.type === 'mousedown') event.preventDefault()
    } else if (owner.flag('hold-keyboard')) {
      if (event.type === 'mousedown') event.preventDefault()
    } else if (event.type === 'touchend' && this.isTap) owner.field.blur()
  }

  private sift(event: InputEvent): void {
    const pattern = this.owner.element.localName === 'wx-input' ? lacking[this.owner.text('type')] : undefined
    if (pattern === undefined || event.isComposing || event.data === null) return
    const kept = event.data.replace(pattern, '')
    if (kept === event.data) return
    event.preventDefault()
    if (kept !== '') this.owner.insert(kept)
  }

  /** Only the top page knows how much of it the keyboard covers. */
  private watchKeyboard(): void {
    if (this.hasKeyboard) return
    this.hasKeyboard = true
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const height: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'height') : undefined
      if (typeof height === 'number' && (this.isFocused() || height === 0)) this.keyboardChanged(height, keyboardMs)
    }
    this.owner.view.ask('keyboard', {}, port2)
  }

  private keyboardChanged(height: number, duration: number): void {
    if (height === this.keyboardHeightPx) return
    this.keyboardHeightPx = height
    this.owner.element.style.setProperty('--wx-keyboard', `${height}px`)
    this.owner.emit('keyboardheightchange', { height, duration })
  }
}

/** Browsers do not say how long the keyboard takes; this is what systems need. */
const keyboardMs = 250
