/** Scrolling of the document: reports, reaching the bottom, and `pageScrollTo`. */
import type { PageScrolled, PageSignal } from '../bridge/view-messages.ts'

const defaultDistancePx = 50
const defaultDurationMs = 300

export class PageScroll {
  private readonly send: (message: PageScrolled | PageSignal) => void
  private reportsScroll = false
  private distancePx = defaultDistancePx
  private lastTop = 0
  private lastHeight = 0
  private isAtBottom = false
  private isScheduled = false
  private animation = 0

  constructor(send: (message: PageScrolled | PageSignal) => void) {
    this.send = send
    document.addEventListener('scroll', () => this.schedule(), { passive: true })
    const stop = (): void => cancelAnimationFrame(this.animation)
    document.addEventListener('touchstart', stop, { passive: true })
    document.addEventListener('wheel', stop, { passive: true })
  }

  options(reportsScroll: boolean, reachBottomDistance: number): void {
    this.reportsScroll = reportsScroll
    this.distancePx = reachBottomDistance
  }

  scrollTo(top: number, durationMs: number, isMotionReduced: boolean): Promise<void> {
    cancelAnimationFrame(this.animation)
    const from = window.scrollY
    const limit = document.documentElement.scrollHeight - document.documentElement.clientHeight
    const to = Math.max(0, Math.min(top, limit))
    if (durationMs <= 0 || isMotionReduced || Math.abs(to - from) < 1) {
      window.scrollTo(0, to)
      return Promise.resolve()
    }
    const { promise, resolve } = deferred()
    const startMs = performance.now()
    const step = (nowMs: number): void => {
      const share = Math.min(1, Math.max(0, (nowMs - startMs) / durationMs))
      window.scrollTo(0, from + (to - from) * (share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2))
      if (share < 1) this.animation = requestAnimationFrame(step)
      else resolve()
    }
    this.animation = requestAnimationFrame(step)
    return promise
  }

  /** `wx.pageScrollTo({ scrollTop, duration, offsetTop })`; a selector was turned into a node by the worker. */
  async scrollToOptions(options: unknown, target: HTMLElement | undefined, isMotionReduced: boolean): Promise<void> {
    const read = (name: string): unknown =>
      typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined
    const duration = read('duration')
    const offset = Number(read('offsetTop') ?? 0)
    const top =
      target === undefined ? Number(read('scrollTop') ?? 0) : target.getBoundingClientRect().top + window.scrollY
    await this.scrollTo(top + offset, typeof duration === 'number' ? duration : defaultDurationMs, isMotionReduced)
  }

  /** `wx.pageScrollTo({ selector })`: ids and classes, also below each other. */
  findTarget(root: HTMLElement, options: unknown): HTMLElement | undefined {
    const selector: unknown =
      typeof options === 'object' && options !== null ? Reflect.get(options, 'selector') : undefined
    if (typeof selector !== 'string' || !/^[#.][\w-]+([ >]+[#.][\w-]+)*$/.test(selector)) return undefined
    return root.querySelector<HTMLElement>(selector.replace(/>>>/g, ' ')) ?? undefined
  }

  private schedule(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    requestAnimationFrame(() => {
      this.isScheduled = false
      this.report()
    })
  }

  private report(): void {
    const scrollTop = Math.max(0, window.scrollY)
    const isDown = scrollTop > this.lastTop
    this.lastTop = scrollTop
    if (this.reportsScroll) this.send({ type: 'pageScroll', scrollTop })
    const { scrollHeight, clientHeight } = document.documentElement
    // A page that has grown has a new end: a fast finger may reach it within one report.
    if (scrollHeight !== this.lastHeight) this.isAtBottom = false
    this.lastHeight = scrollHeight
    const isNear = scrollTop + clientHeight >= scrollHeight - this.distancePx
    if (isNear && isDown && !this.isAtBottom) this.send({ type: 'reachBottom' })
    this.isAtBottom = isNear
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
