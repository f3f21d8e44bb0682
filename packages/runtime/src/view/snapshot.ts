/** What the first page's frame shows from the page's HTML until the worker's first flush is there. */
export interface Snapshot {
  /** Before the flush: what it builds must be able to measure itself. */
  makeRoom(): void
  /** After it: the page stands where it was scrolled to. */
  handOver(): void
}

/** Until then the page's own root takes no room. */
export function takeSnapshot(root: HTMLElement): Snapshot | undefined {
  const style = document.getElementById('banyan-snapshot-style')
  const shown = document.getElementById('banyan-snapshot')
  if (shown === null) {
    style?.remove()
    return undefined
  }
  root.hidden = true
  let top = 0
  return {
    makeRoom() {
      top = window.scrollY
      shown.remove()
      style?.remove()
      root.hidden = false
    },
    handOver() {
      if (top > 0) window.scrollTo(0, top)
    },
  }
}
