/**
 * Pull-down refresh with WeChat's three dots. The root element is moved as a whole: it is as high as the frame, so fixed elements
 * keep their places in it.
 */
import { innerElement } from './built-in.ts'

const triggerPx = 50
const maximumPx = 120

export const pullDownStyle = `
.banyan-pull{position:absolute;left:0;right:0;bottom:100%;height:100vh;pointer-events:none;visibility:hidden}
.banyan-pulling .banyan-pull{visibility:visible}
.banyan-pull>div{position:absolute;left:0;right:0;bottom:21px;display:flex;justify-content:center;gap:8px;color:#888}
.banyan-pull[data-dots=light]>div{color:#fff}
.banyan-pull i{width:8px;height:8px;border-radius:50%;background:currentColor;opacity:.4}
.banyan-refreshing .banyan-pull i{animation:banyan-dot 1.2s infinite}
.banyan-pull i:nth-child(2){animation-delay:.2s!important}
.banyan-pull i:nth-child(3){animation-delay:.4s!important}
html.banyan-settling{transition:transform .2s ease-out}
`

export class PullDown {
  private readonly html = document.documentElement
  private readonly strip: HTMLElement
  private readonly refresh: () => void
  private isEnabled = false
  private startY: number | undefined
  private distance = 0
  private isRefreshing = false

  constructor(refresh: () => void) {
    this.refresh = refresh
    this.strip = innerElement('banyan-pull')
    this.strip.setAttribute('aria-hidden', 'true')
    const dots = innerElement('', this.strip)
    for (let i = 0; i < 3; i++) innerElement('', dots, 'i')
  }

  open(options: { enablePullDownRefresh: boolean; backgroundColor: string; backgroundTextStyle: string }): void {
    document.body.append(this.strip)
    this.strip.style.background = options.backgroundColor
    this.setDots(options.backgroundTextStyle)
    if (options.enablePullDownRefresh && !this.isEnabled) this.listen()
    this.isEnabled = options.enablePullDownRefresh
  }

  /** `dark` or `light`. */
  setDots(style: string): void {
    this.strip.dataset['dots'] = style
  }

  /** `wx.startPullDownRefresh`: the same as if the user had pulled. */
  start(): void {
    if (this.isRefreshing) return
    window.scrollTo(0, 0)
    this.isRefreshing = true
    this.html.classList.add('banyan-refreshing')
    this.settle(triggerPx)
    this.refresh()
  }

  stop(): void {
    this.isRefreshing = false
    this.html.classList.remove('banyan-refreshing')
    this.settle(0)
  }

  private listen(): void {
    document.addEventListener(
      'touchstart',
      (event) => {
        const touch = event.touches[0]
        const isOne = event.touches.length === 1 && touch !== undefined
        this.startY =
          isOne && !this.isRefreshing && window.scrollY <= 0 && !isScrolledInside(event.target)
            ? touch.clientY
            : undefined
      },
      { passive: true },
    )
    document.addEventListener('touchmove', (event) => this.move(event), { passive: false })
    const end = (): void => {
      if (this.startY === undefined) return
      this.startY = undefined
      if (this.distance >= triggerPx) this.start()
      else if (this.distance > 0) this.settle(0)
    }
    document.addEventListener('touchend', end)
    document.addEventListener('touchcancel', end)
  }

  private move(event: TouchEvent): void {
    const touch = event.touches[0]
    if (!this.isEnabled || this.startY === undefined || touch === undefined || event.defaultPrevented) return
    const pulled = touch.clientY - this.startY
    if (this.distance === 0 && pulled <= 0) {
      this.startY = undefined
      return
    }
    if (event.cancelable) event.preventDefault()
    this.html.classList.remove('banyan-settling')
    this.place(Math.min(maximumPx, Math.max(0, pulled) * 0.5))
  }

  private settle(distance: number): void {
    this.html.classList.add('banyan-settling')
    this.place(distance)
  }

  private place(distance: number): void {
    this.distance = distance
    this.html.classList.toggle('banyan-pulling', distance > 0)
    this.html.style.transform = distance > 0 ? `translateY(${distance}px)` : ''
  }
}

/** The finger is in a list of its own that can still go up. */
function isScrolledInside(target: EventTarget | null): boolean {
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    if (at.scrollTop > 0 && at !== document.documentElement) return true
    if (at.localName === 'wx-scroll-view' && at.hasAttribute('data-scroll-y')) return true
  }
  return false
}
