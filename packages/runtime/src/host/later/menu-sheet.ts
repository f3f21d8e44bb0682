import { openDialog } from './dialog.ts'
import { element, icon } from '../ui/dom.ts'
import { appMark } from '../ui/launch-screen.ts'
import { laterTextsOf } from './texts.ts'
import type { Texts } from '../ui/texts.ts'

export interface MenuOptions {
  texts: Texts
  app: { name: string; iconUrl?: string }
  detail: string
  items: readonly { text: string; icon: string; onChoose(): void }[]
}

const icons: Readonly<Record<string, string>> = {
  share: 'M14 5l6 6-6 6v-4c-5 0-8 2-10 6 0-6 3-10 10-10z',
  favorite: 'M12 4l2.5 5 5.5.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.5-.8z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  reload: 'M19 12a7 7 0 1 1-2-5M17 3v4h-4',
  reenter: 'M13 4h6v16h-6M4 12h10M11 8l4 4-4 4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
}

export function showMenu(root: HTMLElement, options: MenuOptions): void {
  const { texts, app } = options
  const items = options.items.map((item) => {
    const face = element('i', {}, icon(icons[item.icon] ?? ''))
    const button = element('button', { type: 'button' }, face, item.text)
    button.addEventListener('click', () => {
      dialog.close()
      item.onChoose()
    })
    return button
  })
  const cancel = element('button', { type: 'button', class: 'cancel' }, laterTextsOf(texts).cancel)
  cancel.addEventListener('click', () => dialog.close())
  const head = element('div', { class: 'head' }, appMark(app, 'small'))
  head.append(element('div', {}, element('b', {}, app.name), element('small', {}, options.detail)))
  const panel = element(
    'div',
    { class: 'sheet menu', role: 'dialog', 'aria-label': texts.menu },
    head,
    element('div', { class: 'grid' }, ...items),
    cancel,
  )
  const dialog = openDialog(root, panel, () => undefined)
}
