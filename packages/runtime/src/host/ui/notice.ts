/** A full screen that says what happened and what to do next: start failed, page not found. */
import { element } from './dom.ts'

export interface NoticeOptions {
  title: string
  text: string
  /** What support needs to find the cause. */
  reference?: string
  action: string
  onAction(): void
}

export function showNotice(root: HTMLElement, options: NoticeOptions): { close(): void } {
  const button = element('button', { type: 'button', class: 'primary' }, options.action)
  const screen = element(
    'section',
    { class: 'notice', role: 'alert' },
    element('h2', {}, options.title),
    element('p', {}, options.text),
    ...(options.reference === undefined ? [] : [element('code', {}, options.reference)]),
    button,
  )
  button.addEventListener('click', () => options.onAction())
  root.append(screen)
  return { close: () => screen.remove() }
}
