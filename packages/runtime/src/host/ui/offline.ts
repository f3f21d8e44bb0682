import { element } from './dom.ts'
import type { Texts } from './texts.ts'

/** A quiet note while the device has no network. */
export function watchOffline(root: HTMLElement, texts: Texts): void {
  const note = element('div', { class: 'offline', role: 'status' }, texts.offline)
  const update = () => {
    note.hidden = navigator.onLine
  }
  root.append(note)
  addEventListener('online', update)
  addEventListener('offline', update)
  update()
}
