import { openDialog } from './dialog.ts'
import { element } from '../ui/dom.ts'
import { laterTextsOf } from './texts.ts'
import type { Texts } from '../ui/texts.ts'

export interface ModalOptions {
  title: string
  content: string
  showCancel: boolean
  cancelText: string
  confirmText: string
  cancelColor?: string
  confirmColor?: string
  editable: boolean
  placeholderText: string
  /** Closes the modal as if it had been cancelled. */
  isOver?: AbortSignal
}

export interface ModalResult {
  confirm: boolean
  cancel: boolean
  /** What was typed, when the modal was editable. */
  content: string | null
}

/** `wx.showModal`: a tap outside does nothing, as in WeChat; Escape cancels. */
export function showModal(root: HTMLElement, texts: Texts, options: ModalOptions): Promise<ModalResult> {
  return new Promise((resolve) => {
    const input = element('textarea', { rows: '1', placeholder: options.placeholderText, 'aria-label': options.title })
    input.value = options.content
    const settle = (confirm: boolean) => {
      dialog.close()
      resolve({ confirm, cancel: !confirm, content: options.editable && confirm ? input.value : null })
    }
    const words = laterTextsOf(texts)
    const cancel = button(options.cancelText || words.cancel, 'quiet', options.cancelColor, () => settle(false))
    const confirm = button(options.confirmText || words.confirm, '', options.confirmColor, () => settle(true))
    const body = options.editable
      ? [input]
      : options.content === ''
        ? []
        : [element('div', { class: 'text' }, options.content)]
    const panel = element(
      'div',
      { class: 'modal', role: 'alertdialog', 'aria-label': options.title || options.content },
      ...(options.title === '' ? [] : [element('h2', {}, options.title)]),
      ...(body.length === 0 ? [element('div', { class: 'text' })] : body),
      element('div', { class: 'actions' }, ...(options.showCancel ? [cancel, confirm] : [confirm])),
    )
    const dialog = openDialog(root, panel, undefined)
    options.isOver?.addEventListener('abort', () => settle(false), { once: true })
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') settle(false)
    })
    if (options.editable) input.focus()
  })
}

function button(text: string, className: string, color: string | undefined, onTap: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button', class: className }, text)
  if (color !== undefined) created.style.color = color
  created.addEventListener('click', onTap)
  return created
}
