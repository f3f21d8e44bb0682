import { openDialog } from './dialog.ts'
import { element } from '../ui/dom.ts'
import { laterTextsOf } from './texts.ts'
import type { Texts } from '../ui/texts.ts'

export interface SettingsOptions {
  texts: Texts
  scopes: readonly { scope: string; text: string; isGranted: boolean }[]
  onChange(scope: string, isGranted: boolean): void
}

/** What the user allowed, each with a switch. */
export function showSettings(root: HTMLElement, options: SettingsOptions): Promise<void> {
  return new Promise((resolve) => {
    const texts = laterTextsOf(options.texts)
    const rows = options.scopes.map(({ scope, text, isGranted }) => {
      const box = element('input', { type: 'checkbox', role: 'switch' })
      box.checked = isGranted
      box.style.cssText = 'width:24px;height:24px;accent-color:var(--banyan-primary)'
      box.addEventListener('change', () => options.onChange(scope, box.checked))
      const row = element('label', {}, element('span', {}, text), box)
      row.style.cssText =
        'display:flex;justify-content:space-between;align-items:center;min-height:56px;padding:8px 24px;gap:16px;border-bottom:1px solid var(--banyan-line)'
      return row
    })
    const done = element('button', { type: 'button', class: 'cancel' }, texts.done)
    const panel = element(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': texts.settings },
      element('div', { class: 'title' }, rows.length === 0 ? texts.permissionNone : texts.settings),
      element('div', { class: 'list' }, ...rows),
      done,
    )
    const dialog = openDialog(root, panel, () => resolve())
    done.addEventListener('click', () => {
      dialog.close()
      resolve()
    })
  })
}
