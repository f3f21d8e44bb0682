/** A wheel turned by finger, mouse, mouse wheel or keys. What it looks like is its owner's business. */
import { watchDrag } from '../../view/drag.ts'
import { fling, positionAt, restingRow, withinReach, type Fling } from './fling.ts'

/** Turns of a mouse wheel closer together than this are one movement. */
const wheelQuietMs = 120
/** A click this soon after the wheel was stopped by a press only stopped it, and after a drag it is the end of that. */
const stopEchoMs = 400

export interface SpinOwner {
  rowPx: () => number
  count: () => number
  /** How far beyond its ends the wheel can be pulled. */
  reachPx: () => number
  isMotionReduced: () => boolean
  isDisabled?: () => boolean
  draw: (positionPx: number) => void
  /** The user began to turn it. */
  started: () => void
  /** The finger left; the wheel will come to rest here. */
  released: (index: number) => void
  /** What the user began is over. */
  settled: (index: number) => void
}

export class Spin {
  /** The row where the wheel rests, or will rest. */
  index = 0
  private readonly owner: SpinOwner
  private positionPx = 0
  private dragFromPx = 0
  private run: { fling: Fling; startedMs: number; isUsers: boolean } | undefined
  private frame = 0
  private wheelTimer = 0
  private isTurning = false
  private stoppedMs = Number.NEGATIVE_INFINITY

  constructor(element: HTMLElement, owner: SpinOwner) {
    this.owner = owner
    element.addEventListener('pointerdown', () => this.pressed())
    element.addEventListener('pointerup', () => this.lifted())
    element.addEventListener('pointercancel', () => this.lifted())
    watchDrag(element, {
      isHorizontal: () => false,
      start: () => {
        if (owner.isDisabled?.() === true) return false
        this.halt()
        this.dragFromPx = this.positionPx
        this.begin()
        return true
      },
      move: (distance) => {
        if (this.isTurning) this.show(withinReach(this.dragFromPx - distance, this.endPx(), owner.reachPx()))
      },
      end: (_, velocity) => {
        this.stoppedMs = performance.now()
        this.release(-velocity)
      },
    })
    element.addEventListener('wheel', (event) => this.wheeled(event), { passive: false })
    element.addEventListener('keydown', (event) => this.keyed(event))
  }

  /** Puts a row in the middle without telling anybody. */
  place(index: number, isAnimated = false): void {
    const target = this.clamped(index)
    if (this.isTurning) return
    this.index = target
    const toPx = target * this.owner.rowPx()
    if (isAnimated && !this.owner.isMotionReduced()) this.fly(toPx, 0, false)
    else {
      this.halt()
      this.show(toPx)
    }
  }

  /** The rows are others than those that the user was turning: what was under way is over. */
  replace(index: number): void {
    this.isTurning = false
    this.place(index)
  }

  /** The rows or their height changed. */
  refresh(): void {
    if (this.isTurning && this.run === undefined) return
    const target = this.clamped(this.index)
    if (this.run !== undefined && this.run.fling.toPx === target * this.owner.rowPx()) return
    const isUsers = this.isTurning
    this.halt()
    this.index = target
    this.show(target * this.owner.rowPx())
    if (isUsers) this.finish()
  }

  /** As if the user had turned it there. */
  turnTo(index: number): void {
    const target = this.clamped(index)
    if (this.owner.isDisabled?.() === true || performance.now() - this.stoppedMs < stopEchoMs) return
    if (target === this.index && this.run === undefined) return
    this.begin()
    this.lead(target, 0)
  }

  /** The row in the middle now, where a wheel that still turns is stopped. */
  read(): number {
    window.clearTimeout(this.wheelTimer)
    if (this.isTurning) {
      if (this.run === undefined) this.index = restingRow(this.positionPx, 0, this.list())
      this.halt()
      this.show(this.index * this.owner.rowPx())
      this.finish()
    }
    return this.index
  }

  destroy(): void {
    window.clearTimeout(this.wheelTimer)
    this.halt()
  }

  private pressed(): void {
    if (this.run === undefined || !this.isTurning) return
    this.halt()
    this.stoppedMs = performance.now()
  }

  /** A press that stopped the wheel and did not become a drag. */
  private lifted(): void {
    if (!this.isTurning || this.run !== undefined || performance.now() - this.stoppedMs > stopEchoMs * 10) return
    queueMicrotask(() => {
      if (this.isTurning && this.run === undefined) this.release(0)
    })
  }

  private begin(): void {
    if (this.isTurning) return
    this.isTurning = true
    this.owner.started()
  }

  private release(speed: number): void {
    if (this.isTurning && this.run === undefined) this.lead(restingRow(this.positionPx, speed, this.list()), speed)
  }

  private lead(index: number, speed: number): void {
    this.index = index
    this.owner.released(index)
    this.fly(index * this.owner.rowPx(), speed, true)
  }

  private fly(toPx: number, speed: number, isUsers: boolean): void {
    this.halt()
    if (this.owner.isMotionReduced() || toPx === this.positionPx) {
      this.show(toPx)
      if (isUsers) this.finish()
      return
    }
    this.run = { fling: fling(this.positionPx, toPx, speed), startedMs: performance.now(), isUsers }
    const step = (nowMs: number): void => {
      const { run } = this
      if (run === undefined) return
      const at = positionAt(run.fling, nowMs - run.startedMs)
      this.show(at)
      if (at !== run.fling.toPx) {
        this.frame = requestAnimationFrame(step)
        return
      }
      this.run = undefined
      if (run.isUsers) this.finish()
    }
    this.frame = requestAnimationFrame(step)
  }

  private finish(): void {
    if (!this.isTurning) return
    this.isTurning = false
    this.owner.settled(this.index)
  }

  private halt(): void {
    cancelAnimationFrame(this.frame)
    this.run = undefined
  }

  private show(positionPx: number): void {
    this.positionPx = positionPx
    this.owner.draw(positionPx)
  }

  private wheeled(event: WheelEvent): void {
    if (event.ctrlKey || this.owner.isDisabled?.() === true) return
    event.preventDefault()
    this.halt()
    this.begin()
    const px = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * this.owner.rowPx()
    this.show(Math.max(0, Math.min(this.endPx(), this.positionPx + px)))
    window.clearTimeout(this.wheelTimer)
    this.wheelTimer = window.setTimeout(() => this.release(0), wheelQuietMs)
  }

  private keyed(event: KeyboardEvent): void {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: this.index + 1,
      ArrowUp: this.index - 1,
      PageDown: this.index + 5,
      PageUp: this.index - 5,
      Home: 0,
      End: this.owner.count() - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    this.turnTo(target)
  }

  private list(): { rowPx: number; count: number } {
    return { rowPx: this.owner.rowPx(), count: this.owner.count() }
  }

  private endPx(): number {
    return Math.max(0, (this.owner.count() - 1) * this.owner.rowPx())
  }

  private clamped(index: number): number {
    return Math.max(0, Math.min(this.owner.count() - 1, Number.isFinite(index) ? Math.trunc(index) : 0))
  }
}
