/** Sets an element's style attribute as a whole, with rpx and remote images resolved. */
import { restoreAnimation } from './animation.ts'
import { addressesIn, convertUnits, replaceAddresses } from './css-text.ts'
import { stateOf } from './node-state.ts'
import type { Resources } from './resources.ts'

export class InlineStyles {
  private readonly resources: Resources
  /** Components that add to their own style put it back here. */
  private readonly rewritten: (element: HTMLElement) => void

  constructor(resources: Resources, rewritten: (element: HTMLElement) => void) {
    this.resources = resources
    this.rewritten = rewritten
  }

  set(element: HTMLElement, text: string): void {
    const css = convertUnits(text)
    if (!css.includes('url(')) {
      if (element.banyanState !== undefined) element.banyanState.styleText = css
      element.style.cssText = css
    } else this.setWithAddresses(element, css)
    if (element.banyanState !== undefined) this.restore(element)
  }

  private setWithAddresses(element: HTMLElement, css: string): void {
    const state = stateOf(element)
    state.styleText = css
    const fill = (): void => {
      element.style.cssText = replaceAddresses(css, (url) => this.resources.peek(url))
    }
    fill()
    for (const url of new Set(addressesIn(css))) {
      if (this.resources.peek(url) !== undefined) continue
      void this.resources.load(url).then((found) => {
        if (found === undefined || state.styleText !== css) return
        fill()
        this.restore(element)
      })
    }
  }

  private restore(element: HTMLElement): void {
    restoreAnimation(element)
    if (element.banyanState?.component !== undefined) this.rewritten(element)
  }
}
