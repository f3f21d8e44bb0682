/** The height of the on-screen keyboard, which only the top page can see: what is missing of the window below. */
import type { AskMethods } from './ask-methods.ts'

/** Less than this is a bar of the browser that came or went. */
const leastHeightPx = 80

export const keyboardAsks: AskMethods = {
  /** A text field of a page has the focus for the first time: its page hears of each change from now on. */
  keyboard({ port, page }, host) {
    const { visualViewport } = globalThis
    if (port === undefined || visualViewport === null) return
    let lastPx = 0
    const look = () => {
      const missingPx = Math.round(innerHeight - visualViewport.height * visualViewport.scale)
      const heightPx = missingPx < leastHeightPx ? 0 : missingPx
      if (heightPx === lastPx) return
      lastPx = heightPx
      port.postMessage({ height: heightPx })
      host.emit('keyboardHeightChange', { height: heightPx })
    }
    visualViewport.addEventListener('resize', look)
    page.onClosed(() => {
      visualViewport.removeEventListener('resize', look)
      port.close()
    })
    look()
  },
}
