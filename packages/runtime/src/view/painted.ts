/** How long the first frame may keep the host waiting when the browser holds back frames that are not seen. */
const paintPatienceMs = 60

/** Runs once, when what stands now has been drawn. */
export function whenPainted(work: () => void): void {
  let isTold = false
  const tell = (): void => {
    if (isTold) return
    isTold = true
    work()
  }
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      tell()
    }
    port2.postMessage(null)
  })
  window.setTimeout(tell, paintPatienceMs)
}
