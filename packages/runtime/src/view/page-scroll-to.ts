/** `wx.pageScrollTo`: a way of its own, because the browser's smooth scrolling knows no duration. */
const defaultDurationMs = 300

let animation = 0
const stop = (): void => cancelAnimationFrame(animation)

/** Options of WeChat's: `scrollTop`, `offsetTop`, `duration`, `selector`; the worker may have turned the selector into a node. */
export function scrollPage(
  root: HTMLElement,
  options: unknown,
  { target, isMotionReduced }: { target: HTMLElement | undefined; isMotionReduced: boolean },
): Promise<void> {
  const read = (name: string): unknown =>
    typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined
  const duration = read('duration')
  const found = target ?? findTarget(root, read('selector'))
  const top = found === undefined ? Number(read('scrollTop') ?? 0) : found.getBoundingClientRect().top + window.scrollY
  const durationMs = typeof duration === 'number' ? duration : defaultDurationMs
  return moveTo(top + Number(read('offsetTop') ?? 0), isMotionReduced ? 0 : durationMs)
}

/** Ids and classes, also below each other. */
function findTarget(root: HTMLElement, selector: unknown): HTMLElement | undefined {
  if (typeof selector !== 'string' || !/^[#.][\w-]+([ >]+[#.][\w-]+)*$/.test(selector)) return undefined
  return root.querySelector<HTMLElement>(selector.replace(/>>>/g, ' ')) ?? undefined
}

function moveTo(top: number, durationMs: number): Promise<void> {
  stop()
  const from = window.scrollY
  const limit = document.documentElement.scrollHeight - document.documentElement.clientHeight
  const to = Math.max(0, Math.min(top, limit))
  if (durationMs <= 0 || Math.abs(to - from) < 1) {
    window.scrollTo(0, to)
    return Promise.resolve()
  }
  // A finger on the page ends it.
  document.addEventListener('touchstart', stop, { passive: true })
  document.addEventListener('wheel', stop, { passive: true })
  return new Promise((resolve) => {
    const startMs = performance.now()
    const step = (nowMs: number): void => {
      const share = Math.min(1, Math.max(0, (nowMs - startMs) / durationMs))
      window.scrollTo(0, from + (to - from) * (share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2))
      if (share < 1) animation = requestAnimationFrame(step)
      else resolve()
    }
    animation = requestAnimationFrame(step)
  })
}
