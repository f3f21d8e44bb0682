/**
 * `catchtouchmove` keeps the page from scrolling. A listener that may do so costs the browser its fast scrolling, so it is only there
 * while some node catches.
 */
import type { Listeners } from './listeners.ts'
import { nodeAround } from './node-state.ts'

export class MoveBlocker {
  private readonly block: (event: Event) => void
  private isOn = false

  constructor(root: HTMLElement, listeners: () => Listeners) {
    this.block = (event) => {
      if (event.cancelable && listeners().isCaught(nodeAround(event.target, root), 'touchmove')) event.preventDefault()
    }
  }

  catchersChanged(count: number): void {
    const isOn = count > 0
    if (isOn === this.isOn) return
    this.isOn = isOn
    for (const name of ['touchmove', 'wheel']) {
      if (isOn) document.addEventListener(name, this.block, { passive: false })
      else document.removeEventListener(name, this.block)
    }
  }
}
