/** A sheet from below with content of its own, and what such sheets are made of. */
import type { HostContext } from '../context.ts'
import { element } from '../ui/dom.ts'
import { appMark } from '../ui/launch-screen.ts'
import { openDialog } from './dialog.ts'

export interface SheetOptions<T> {
  /** The accessible name. */
  label: string
  className?: string
  /** What a tap beside the sheet and Escape mean; without it only the sheet's own buttons close it. */
  dismissed?: T
  content(finish: (value: T) => void): readonly (Node | string)[]
}

export function openSheet<T>(root: HTMLElement, options: SheetOptions<T>): Promise<T> {
  return new Promise((resolve) => {
    const finish = (value: T) => {
      dialog.close()
      resolve(value)
    }
    const panel = element('div', {
      class: `sheet panel ${options.className ?? ''}`.trim(),
      role: 'dialog',
      'aria-label': options.label,
    })
    panel.append(...options.content(finish))
    const { dismissed } = options
    const dialog = openDialog(root, panel, dismissed === undefined ? undefined : () => resolve(dismissed))
  })
}

/** Who asks: the app's icon and name, which the app cannot choose at run time, and what it wants. */
export function sheetHead(host: HostContext, text: string): HTMLElement {
  const { name, iconUrl } = host.boot
  const mark = appMark({ name, ...(iconUrl === undefined ? {} : { iconUrl }) }, 'small')
  return element('div', { class: 'who' }, mark, element('b', {}, name), element('span', {}, text))
}

export function sheetButton(text: string, className: string, onTap: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: className }, text)
  button.addEventListener('click', onTap)
  return button
}

const consentDelayMs = 500

/**
 * The button that gives something away. An app may time its question so that a tap meant for its own page lands here; nobody reads and
 * decides in half a second.
 */
export function consentButton(text: string, onTap: () => void): HTMLButtonElement {
  const button = sheetButton(text, 'go', onTap)
  button.disabled = true
  setTimeout(() => {
    button.disabled = false
  }, consentDelayMs)
  return button
}

/** Refusal on the left, consent on the right. */
export function sheetActions(...buttons: readonly HTMLButtonElement[]): HTMLElement {
  return element('div', { class: 'row' }, ...buttons)
}

export function sheetText(text: string): HTMLElement {
  return element('p', {}, text)
}

export function sheetTitle(text: string): HTMLElement {
  return element('h2', {}, text)
}
