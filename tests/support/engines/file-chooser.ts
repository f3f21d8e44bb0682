/** For engines whose driver closes the browser's file chooser: the next chooser that the page opens answers at once. */
import type { FileForChooser } from './engine.ts'

/** Runs in the host page. */
export function answerNextChooser(files: readonly FileForChooser[]): void {
  const { prototype } = HTMLInputElement
  const descriptor = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')
  Object.defineProperty(prototype, 'click', {
    configurable: true,
    writable: true,
    value(this: HTMLInputElement) {
      if (this.type !== 'file') {
        HTMLElement.prototype.click.call(this)
        return
      }
      if (descriptor !== undefined) Object.defineProperty(prototype, 'click', descriptor)
      const chosen = new DataTransfer()
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        chosen.items.add(new File([bytes], name, { type }))
      }
      this.files = chosen.files
      this.dispatchEvent(new Event('change', { bubbles: true }))
    },
  })
}
