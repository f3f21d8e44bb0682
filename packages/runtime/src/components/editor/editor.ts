import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import { setAria } from '../../view/aria.ts'
import { loadExtraPart } from '../../view/extra-parts.ts'
import { toText } from '../../view/to-text.ts'
import { formatChange } from './formats.ts'
import type { EditorLibrary } from './library.ts'

type Quill = ReturnType<EditorLibrary['open']>

let hasStyle = false

/** Rich text; its methods are those of `EditorContext`. */
class EditorElement extends BuiltIn {
  private readonly ready: Promise<{ quill: Quill; library: EditorLibrary }>
  private quill: Quill | undefined
  private isGone = false
  private hadFocus = false
  private status = ''

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.ready = this.start()
    this.ready.catch((error: unknown) => view.fault(error))
  }

  override update(): void {
    const { quill } = this
    if (quill === undefined) return
    quill.enable(!this.flag('read-only'))
    const placeholder = this.text('placeholder')
    quill.root.dataset['placeholder'] = placeholder
    quill.root.setAttribute('role', 'textbox')
    setAria(quill.root, 'multiline', 'true')
    setAria(quill.root, 'readonly', this.flag('read-only') ? 'true' : null)
    setAria(quill.root, 'label', this.element.getAttribute('aria-label') ?? (placeholder === '' ? null : placeholder))
  }

  override destroy(): void {
    this.isGone = true
  }

  override async invoke(method: string, args: readonly unknown[]): Promise<unknown> {
    const { quill, library } = await this.ready
    // What the app does is one step of undo, apart from what the user typed before.
    quill.history.cutoff()
    const [first, second] = args
    const options: Readonly<Record<string, unknown>> = typeof first === 'object' && first !== null ? { ...first } : {}
    switch (method) {
      case 'format':
        this.format(quill, toText(first), second)
        return undefined
      case 'insertText':
        this.insert(quill, 'text', toText(options['text'] ?? ''))
        return undefined
      case 'insertDivider':
        this.insert(quill, 'divider', true)
        return undefined
      case 'insertImage':
        this.insertImage(quill, options)
        return undefined
      case 'setContents':
        this.setContents(quill, library, options)
        return undefined
      case 'getContents':
        return this.contents(quill)
      case 'getSelectionText': {
        const range = quill.getSelection()
        return { text: range === null ? '' : quill.getText(range.index, range.length) }
      }
      case 'clear':
        quill.setText('', 'user')
        return undefined
      case 'removeFormat': {
        const { index, length } = this.selected(quill)
        quill.removeFormat(index, length, 'user')
        this.reportStatus(quill)
        return undefined
      }
      case 'undo':
        quill.history.undo()
        return undefined
      case 'redo':
        quill.history.redo()
        return undefined
      case 'blur':
        quill.blur()
        return undefined
      case 'scrollIntoView':
        quill.scrollSelectionIntoView()
        return undefined
      default:
        return super.invoke(method, args)
    }
  }

  private async start(): Promise<{ quill: Quill; library: EditorLibrary }> {
    const library = await loadExtraPart<EditorLibrary>(this.view, 'editor')
    if (this.isGone) throw new Error('the editor is gone')
    if (!hasStyle) {
      hasStyle = true
      innerElement('', document.head, 'style').textContent = library.style + editorStyle
    }
    const quill = library.open(innerElement('wx-editor', this.element), {
      placeholder: this.text('placeholder'),
      readOnly: this.flag('read-only'),
      loadPicture: (src) => this.view.resources.load(src),
    })
    this.quill = quill
    quill.on('text-change', (_delta, _old, source) => {
      if (source !== 'silent') this.emit('input', this.contents(quill))
      this.reportStatus(quill)
    })
    quill.on('selection-change', (range) => {
      if (range !== null) this.reportStatus(quill)
      this.focusChanged(quill, range !== null)
    })
    quill.root.addEventListener('blur', () => this.focusChanged(quill, false))
    this.update()
    this.emit('ready', {})
    return { quill, library }
  }

  private focusChanged(quill: Quill, hasFocus: boolean): void {
    if (hasFocus === this.hadFocus) return
    this.hadFocus = hasFocus
    this.emit(hasFocus ? 'focus' : 'blur', this.contents(quill))
  }

  private format(quill: Quill, name: string, value: unknown): void {
    const { index, length } = this.selected(quill)
    const change = formatChange(name, value, quill.getFormat(index, length))
    if (change === undefined) throw new Error(`unknown format ${name}`)
    quill.setSelection(index, length, 'silent')
    quill.format(change.name, change.value, 'user')
    this.reportStatus(quill)
  }

  private insert(quill: Quill, name: string, value: unknown): number {
    const { index, length } = this.selected(quill)
    if (length > 0) quill.deleteText(index, length, 'user')
    if (name === 'text') {
      const text = toText(value)
      quill.insertText(index, text, 'user')
      quill.setSelection(index + text.length, 0, 'silent')
    } else {
      quill.insertEmbed(index, name, value, 'user')
      quill.setSelection(index + 1, 0, 'silent')
    }
    return index
  }

  private insertImage(quill: Quill, options: Readonly<Record<string, unknown>>): void {
    const src = toText(options['src'] ?? '')
    if (src === '') throw new Error('parameter error: src is required')
    const index = this.insert(quill, 'image', src)
    const { alt, width, height, extClass, data } = options
    const custom =
      typeof data === 'object' && data !== null
        ? Object.entries(data)
            .map(([name, value]) => `${name}=${toText(value)}`)
            .join('&')
        : ''
    const formats = { alt, width, height, class: extClass, 'data-custom': custom }
    for (const [name, value] of Object.entries(formats)) {
      if (value !== undefined && value !== '') quill.formatText(index, 1, name, value, 'silent')
    }
    if (options['nowrap'] !== true) this.insert(quill, 'text', '\n')
  }

  /** `delta` counts when both are given. */
  private setContents(quill: Quill, library: EditorLibrary, options: Readonly<Record<string, unknown>>): void {
    const { delta, html } = options
    const given: unknown = typeof delta === 'object' && delta !== null ? Reflect.get(delta, 'ops') : undefined
    if (Array.isArray(given)) quill.setContents(given, 'api')
    else quill.setContents(library.contentsOfHtml(quill, toText(html ?? '')), 'api')
  }

  private contents(quill: Quill): { html: string; text: string; delta: { ops: unknown } } {
    // A record of plain values: it goes to another thread.
    const ops: unknown = JSON.parse(JSON.stringify(quill.getContents().ops))
    return { html: quill.getSemanticHTML(), text: quill.getText(), delta: { ops } }
  }

  private selected(quill: Quill): { index: number; length: number } {
    return quill.getSelection() ?? quill.selection.savedRange ?? { index: quill.getLength() - 1, length: 0 }
  }

  private reportStatus(quill: Quill): void {
    const range = quill.getSelection()
    if (range === null) return
    const formats = quill.getFormat(range)
    const status = JSON.stringify(formats)
    if (status === this.status) return
    this.status = status
    this.emit('statuschange', formats)
  }
}

const editorStyle = `
wx-editor .ql-container{height:100%;font:inherit}
wx-editor .ql-editor{padding:0;line-height:inherit;-webkit-user-select:text;user-select:text}
wx-editor .ql-editor.ql-blank::before{left:0;right:0;font-style:normal;color:var(--w-faint)}
wx-editor .ql-editor img{max-width:100%}
wx-editor .ql-editor hr{border:0;border-top:1px solid var(--w-line)}
wx-editor .ql-editor:focus-visible{outline:0}
`

export const editor: BuiltInDefinition = {
  tag: 'editor',
  attributes: ['read-only', 'placeholder', 'show-img-size', 'show-img-toolbar', 'show-img-resize', 'enable-formats'],
  style: 'wx-editor{display:block;width:100%;height:200px;min-height:200px;overflow:auto}.wx-editor{height:100%}',
  create: (element, view) => new EditorElement(element, view),
}
