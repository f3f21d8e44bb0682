import { openDialog } from './dialog.ts'
import { element } from '../ui/dom.ts'
import { laterTextsOf } from './texts.ts'
import type { Texts } from '../ui/texts.ts'

export interface ActionSheetOptions {
  title?: string
  items: readonly string[]
  itemColor?: string
}

/** `wx.showActionSheet`: the index of the chosen item, undefined when the user cancels. */
export function showActionSheet(
  root: HTMLElement,
  texts: Texts,
  options: ActionSheetOptions,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const choose = (index: number | undefined) => {
      dialog.close()
      resolve(index)
    }
    const items = options.items.map((text, index) => {
      const item = element('button', { type: 'button' }, text)
      if (options.itemColor !== undefined) item.style.color = options.itemColor
      item.addEventListener('click', () => choose(index))
      return item
    })
    const cancel = element('button', { type: 'button', class: 'cancel' }, laterTextsOf(texts).cancel)
    cancel.addEventListener('click', () => choose(undefined))
    const panel = element(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': options.title ?? texts.menu },
      ...(options.title === undefined ? [] : [element('div', { class: 'title' }, options.title)]),
      element('div', { class: 'list' }, ...items),
      cancel,
    )
    const dialog = openDialog(root, panel, () => resolve(undefined))
  })
}
