/** The app's style sheets in the order of the cascade; remote addresses in them are filled in when their bytes are there. */
import { addressesIn, convertUnits, replaceAddresses } from './css-text.ts'
import type { Resources } from './resources.ts'

interface Sheet {
  text: string
  element: HTMLStyleElement
}

export class StyleSheets {
  private readonly resources: Resources
  private readonly changed: () => void
  private sheets: Sheet[] = []

  constructor(resources: Resources, changed: () => void) {
    this.resources = resources
    this.changed = changed
  }

  /** Sheets that are there already, in the same order, are kept: parsing them ahead is what a prepared frame is for. */
  use(texts: readonly string[]): void {
    let kept = 0
    while (kept < texts.length && this.sheets[kept]?.text === texts[kept]) kept++
    for (const sheet of this.sheets.splice(kept)) sheet.element.remove()
    for (const text of texts.slice(kept)) this.sheets.push(this.inject(text))
    this.changed()
  }

  /** A sheet that comes later, with a component of another package. */
  add(text: string): void {
    if (this.sheets.some((sheet) => sheet.text === text)) return
    this.sheets.push(this.inject(text))
    this.changed()
  }

  private inject(text: string): Sheet {
    const element = document.createElement('style')
    const css = convertUnits(text)
    const addresses = [...new Set(addressesIn(css))]
    const fill = (): void => {
      element.textContent = replaceAddresses(css, (url) => this.resources.peek(url))
    }
    if (addresses.length === 0) element.textContent = css
    else fill()
    document.head.append(element)
    let isWaiting = false
    for (const url of addresses) {
      void this.resources.load(url).then((found) => {
        if (found === undefined || isWaiting) return
        isWaiting = true
        queueMicrotask(() => {
          isWaiting = false
          fill()
          this.changed()
        })
      })
    }
    return { text, element }
  }
}
