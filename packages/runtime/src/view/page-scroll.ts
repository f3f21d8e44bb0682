/** Scrolling of the document: reports, and reaching the bottom. */
import type { PageScrolled, PageSignal } from '../bridge/view-messages.ts'

const defaultDistancePx = 50

export class PageScroll {
  private readonly send: (message: PageScrolled | PageSignal) => void
  private reportsScroll = false
  private distancePx = defaultDistancePx
  private lastTop = 0
  private lastHeight = 0
  private isAtBottom = false
  private isScheduled = false

  constructor(send: (message: PageScrolled | PageSignal) => void) {
    this.send = send
    document.addEventListener('scroll', () => this.schedule(), { passive: true })
  }

  options(reportsScroll: boolean, reachBottomDistance: number): void {
    this.reportsScroll = reportsScroll
    this.distancePx = reachBottomDistance
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
