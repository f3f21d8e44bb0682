/**
 * Runs inside the page, in every frame, before its scripts. It notes when a page of the benchmark is first painted, and measures one
 * operation: from the finger leaving the glass to the frame after the one in which the DOM shows the result.
 */
export interface Meter {
  /** Page name -> milliseconds since 1970 at which its first content was painted. */
  painted: Record<string, number>
  /** The same for the page itself, when that was a snapshot of it: from here on it reacts. */
  usable: Record<string, number>
  /** When the finger last left the glass, on the same clock. */
  releasedAt: number
  arm(expected: { page: string; count: number; rows: number }): void
  /** Of the armed operation, once it is done. */
  elapsedMs: number | undefined
}

declare global {
  // Only `var` declares a property of the global object.
  var benchMeter: Meter
}

export function installMeter(): void {
  const now = (): number => performance.timeOrigin + performance.now()
  const afterPaint = (work: () => void): void => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = work
      channel.port2.postMessage(undefined)
    })
  }
  const meter: Meter = {
    painted: {},
    usable: {},
    releasedAt: 0,
    elapsedMs: undefined,
    arm({ page, count, rows }) {
      meter.elapsedMs = undefined
      meter.releasedAt = 0
      const root = document.querySelector(`.bench-page-${page}`)
      const counter = root?.querySelector('.bench-count')
      const list = root?.querySelector('.bench-list')
      const observer = new MutationObserver(() => {
        if (meter.releasedAt === 0 || counter?.textContent !== String(count)) return
        if (list?.querySelectorAll('.bench-row').length !== rows) return
        observer.disconnect()
        afterPaint(() => {
          meter.elapsedMs = now() - meter.releasedAt
          watch()
        })
      })
      pages.disconnect()
      if (root) observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true })
    },
  }
  globalThis.benchMeter = meter
  addEventListener(
    'pointerup',
    (event) => {
      meter.releasedAt = performance.timeOrigin + event.timeStamp
    },
    true,
  )
  const note = (times: Record<string, number>, name: string, isThere: boolean): void => {
    if (isThere && times[name] === undefined) {
      times[name] = 0
      afterPaint(() => {
        times[name] = now()
      })
    } else if (!isThere) {
      delete times[name]
    }
  }
  const look = (): void => {
    const isSnapshot = document.getElementById('banyan-snapshot') !== null
    for (const name of ['rows', 'components', 'hosts', 'detail', 'work', 'gestures', 'long']) {
      const isThere = document.querySelector(`.bench-page-${name} .bench-button`) !== null
      note(meter.painted, name, isThere)
      note(meter.usable, name, isThere && !isSnapshot)
    }
  }
  // Not by a callback for every frame: who has one always has a frame under way, and then Chromium holds back messages that come after an
  // input until that frame is shown. A page that waits for its worker would lose a frame to the meter.
  const pages = new MutationObserver(look)
  const watch = (): void => {
    pages.observe(document, { childList: true, subtree: true })
    look()
  }
  watch()
}
