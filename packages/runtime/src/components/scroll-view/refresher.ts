import { setAria } from '../../view/aria.ts'
import { innerElement, type BuiltIn } from '../../view/built-in.ts'

const restoreMs = 200
/** A finger moves this much more than what it pulls. */
const resistance = 0.5

/** `RefreshStatus` of WeChat. */
const status = {
  idle: 0,
  canRefresh: 1,
  refreshing: 2,
  completed: 3,
  canTwoLevel: 5,
  twoLevelOpening: 6,
  twoLeveling: 7,
  twoLevelClosing: 8,
} as const

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
.wx-refresher+.wx-scroll-view-content{position:relative}
.wx-scroll-view-content>[slot=refresher]{position:absolute;left:0;right:0;bottom:100%}
`

/** Pull to refresh inside a scroll-view, with the dots or with what the app puts into the slot `refresher`, and the second floor. */
export class Refresher {
  private readonly owner: BuiltIn
  private readonly main: HTMLElement
  private strip: HTMLElement | undefined
  private startY: number | undefined
  private distance = 0
  private isTriggered = false
  private isTwoLevel = false
  private wasTriggered: unknown
  private wasTwoLevel = false
  private state: number = status.idle

  constructor(owner: BuiltIn, main: HTMLElement) {
    this.owner = owner
    this.main = main
  }

  update(): void {
    if (this.owner.flag('refresher-enabled') && this.strip === undefined) this.build()
    if (this.strip === undefined) return
    this.strip.style.background = this.owner.text('refresher-background')
    this.strip.dataset['dots'] = this.owner.text('refresher-default-style', 'black')
    const wants = this.owner.properties['refresher-triggered']
    if (wants !== this.wasTriggered) {
      this.wasTriggered = wants
      if (wants) this.trigger()
      else this.finish()
    }
    const wantsTwoLevel = this.owner.flag('refresher-two-level-triggered')
    if (wantsTwoLevel === this.wasTwoLevel) return
    this.wasTwoLevel = wantsTwoLevel
    if (wantsTwoLevel) this.openTwoLevel()
    else this.closeTwoLevel()
  }

  trigger(): void {
    if (this.isTriggered || this.strip === undefined) return
    this.isTriggered = true
    // The app ends it by `false`, also when it has never said `true`.
    this.wasTriggered = true
    this.strip.classList.add('wx-refresher-on')
    const dy = this.threshold()
    this.place(dy, true)
    this.enter(status.refreshing)
    this.owner.emit('refresherrefresh', { dy })
  }

  finish(): void {
    if (!this.isTriggered) return
    this.isTriggered = false
    this.wasTriggered = false
    this.strip?.classList.remove('wx-refresher-on')
    this.enter(status.completed)
    this.place(0, true)
    window.setTimeout(() => {
      this.enter(status.idle)
      this.owner.emit('refresherrestore', { dy: 0 })
    }, restoreMs)
  }

  openTwoLevel(): void {
    if (this.isTwoLevel || this.strip === undefined) return
    this.isTwoLevel = true
    this.enter(status.twoLevelOpening)
    this.main.scrollTop = 0
    this.place(this.main.clientHeight, true)
    window.setTimeout(() => {
      if (this.isTwoLevel) this.enter(status.twoLeveling)
    }, restoreMs)
  }

  closeTwoLevel(): void {
    if (!this.isTwoLevel) return
    this.isTwoLevel = false
    this.enter(status.twoLevelClosing)
    this.place(0, true)
    window.setTimeout(() => this.enter(status.idle), restoreMs)
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
    if (this.startY === undefined || touch === undefined || event.defaultPrevented) return
    const pulled = touch.clientY - this.startY
    if (this.isTwoLevel) {
      this.pushBack(-pulled)
      return
    }
    if (this.distance === 0 && pulled <= 0) {
      this.startY = undefined
      return
    }
    if (event.cancelable) event.preventDefault()
    this.place(Math.max(0, pulled) * resistance, false)
    this.owner.emit('refresherpulling', { dy: this.distance })
    const isFar = this.distance >= this.threshold()
    if (isFar && this.state === status.idle) this.owner.emit('refresherwillrefresh', { dy: this.distance })
    this.enter(this.isPastTwoLevel() ? status.canTwoLevel : isFar ? status.canRefresh : status.idle)
  }

  /** The second floor goes when it is pushed up far enough. */
  private pushBack(pushed: number): void {
    if (pushed > this.owner.number('refresher-two-level-close-threshold', 80)) {
      this.startY = undefined
      this.closeTwoLevel()
    }
  }

  private isPastTwoLevel(): boolean {
    return (
      this.owner.flag('refresher-two-level-enabled') &&
      this.distance >= this.owner.number('refresher-two-level-threshold', 150)
    )
  }

  private end(): void {
    if (this.startY === undefined || this.isTwoLevel) return
    this.startY = undefined
    if (this.isPastTwoLevel()) this.openTwoLevel()
    else if (this.distance >= this.threshold()) this.trigger()
    else if (this.distance > 0) {
      this.place(0, true)
      this.enter(status.idle)
      this.owner.emit('refresherabort', { dy: 0 })
    }
  }

  private enter(state: number): void {
    if (this.state === state) return
    this.state = state
    this.owner.emit('refresherstatuschange', { status: state, dy: this.distance })
  }

  private place(distance: number, isSettling: boolean): void {
    this.distance = distance
    this.strip?.classList.toggle('wx-refresher-settling', isSettling && !this.owner.view.environment.reducedMotion)
    if (this.strip !== undefined) this.strip.style.height = `${distance}px`
  }
}
