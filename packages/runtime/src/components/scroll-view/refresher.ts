import { setAria } from '../../view/aria.ts'
import { innerElement, type BuiltIn } from '../../view/built-in.ts'

const restoreMs = 200

export const refresherStyle = `
.wx-refresher{height:0;overflow:hidden;display:flex;align-items:flex-end;justify-content:center}
.wx-refresher-settling{transition:height .2s ease-out}
.wx-refresher-dots{display:flex;gap:8px;padding-bottom:14px;color:#000}
.wx-refresher[data-dots=white] .wx-refresher-dots{color:#fff}
.wx-refresher[data-dots=none] .wx-refresher-dots{display:none}
.wx-refresher i{width:8px;height:8px;border-radius:50%;background:currentColor;opacity:.3}
.wx-refresher-on i{animation:banyan-dot 1.2s infinite}
.wx-refresher i:nth-child(2){animation-delay:.2s}
.wx-refresher i:nth-child(3){animation-delay:.4s}
`

/** Pull to refresh inside a scroll-view. */
export class Refresher {
  private readonly owner: BuiltIn
  private readonly main: HTMLElement
  private strip: HTMLElement | undefined
  private startY: number | undefined
  private distance = 0
  private isTriggered = false
  private wasTriggered = false

  constructor(owner: BuiltIn, main: HTMLElement) {
    this.owner = owner
    this.main = main
  }

  update(): void {
    if (this.owner.flag('refresher-enabled') && this.strip === undefined) this.build()
    if (this.strip === undefined) return
    this.strip.style.background = this.owner.text('refresher-background')
    this.strip.dataset['dots'] = this.owner.text('refresher-default-style', 'black')
    const wants = this.owner.flag('refresher-triggered')
    if (wants === this.wasTriggered) return
    this.wasTriggered = wants
    if (wants) this.trigger()
    else this.finish()
  }

  trigger(): void {
    if (this.isTriggered || this.strip === undefined) return
    this.isTriggered = true
    this.strip.classList.add('wx-refresher-on')
    this.place(this.threshold(), true)
    this.owner.emit('refresherrefresh', { dy: this.threshold() })
  }

  finish(): void {
    if (!this.isTriggered) return
    this.isTriggered = false
    this.strip?.classList.remove('wx-refresher-on')
    this.place(0, true)
    window.setTimeout(() => this.owner.emit('refresherrestore', { dy: 0 }), restoreMs)
  }

  private threshold(): number {
    return this.owner.number('refresher-threshold', 45)
  }

  private build(): void {
    this.strip = innerElement('wx-refresher')
    setAria(this.strip, 'hidden', 'true')
    const dots = innerElement('wx-refresher-dots', this.strip)
    for (let i = 0; i < 3; i++) innerElement('', dots, 'i')
    this.main.prepend(this.strip)
    this.main.addEventListener(
      'touchstart',
      (event) => {
        const touch = event.touches[0]
        const isReady = this.owner.flag('refresher-enabled') && !this.isTriggered && this.main.scrollTop <= 0
        this.startY = isReady && touch !== undefined && event.touches.length === 1 ? touch.clientY : undefined
      },
      { passive: true },
    )
    this.main.addEventListener('touchmove', (event) => this.move(event), { passive: false })
    for (const name of ['touchend', 'touchcancel'] as const) this.main.addEventListener(name, () => this.end())
  }

  private move(event: TouchEvent): void {
    const touch = event.touches[0]
    if (this.startY === undefined || touch === undefined) return
    const pulled = touch.clientY - this.startY
    if (this.distance === 0 && pulled <= 0) {
      this.startY = undefined
      return
    }
    if (event.cancelable) event.preventDefault()
    this.place(Math.max(0, pulled) * 0.5, false)
    this.owner.emit('refresherpulling', { dy: this.distance })
  }

  private end(): void {
    if (this.startY === undefined) return
    this.startY = undefined
    if (this.distance >= this.threshold()) {
      this.trigger()
    } else if (this.distance > 0) {
      this.place(0, true)
      this.owner.emit('refresherabort', { dy: 0 })
    }
  }

  private place(distance: number, isSettling: boolean): void {
    this.distance = distance
    this.strip?.classList.toggle('wx-refresher-settling', isSettling && !this.owner.view.environment.reducedMotion)
    if (this.strip !== undefined) this.strip.style.height = `${distance}px`
  }
}
