/** What Skyline's gesture handlers have in common: they have no box, and what they recognise is told to the worklet `ongesture`. */
import { BuiltIn, type ViewContext } from '../../view/built-in.ts'
import { claim, enter, leave, type Contender } from './arena.ts'
import { type Finger, type FingerListener, watchFingers } from './fingers.ts'

/** `GestureState` of WeChat. */
export const state = { possible: 0, begin: 1, active: 2, end: 3, cancelled: 4 } as const

export interface Tracked extends Finger {
  startX: number
  startY: number
  startMs: number
}

export abstract class GestureHandler extends BuiltIn implements Contender, FingerListener {
  protected readonly fingers = new Map<number, Tracked>()
  protected isRecognised = false
  private hasLost = false

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    watchFingers(element, this)
  }

  tag(): string {
    return this.text('tag')
  }

  friends(): readonly string[] {
    const list = this.properties['simultaneous-handlers']
    return Array.isArray(list) ? list.map(String) : []
  }

  /** Another handler has taken the finger. */
  lose(): void {
    if (this.hasLost) return
    this.hasLost = true
    if (this.isRecognised) this.cancelled()
    this.isRecognised = false
    this.lost()
  }

  down(finger: Finger, timeMs: number): void {
    if (this.fingers.size === 0) this.hasLost = false
    const tracked = { ...finger, startX: finger.x, startY: finger.y, startMs: timeMs }
    this.fingers.set(finger.id, tracked)
    enter(finger.id, this)
    if (!this.hasLost) this.pressed(tracked, timeMs)
  }

  move(finger: Finger, timeMs: number): void {
    const tracked = this.fingers.get(finger.id)
    if (tracked === undefined) return
    const before = { x: tracked.x, y: tracked.y }
    Object.assign(tracked, finger)
    if (!this.hasLost) this.moved(tracked, before, timeMs)
  }

  up(finger: Finger, timeMs: number): void {
    const tracked = this.fingers.get(finger.id)
    if (tracked === undefined) return
    Object.assign(tracked, finger)
    if (!this.hasLost) this.lifted(tracked, timeMs)
    this.forget(finger.id)
  }

  cancel(finger: Finger): void {
    if (!this.fingers.has(finger.id)) return
    if (this.isRecognised && !this.hasLost) this.cancelled()
    this.isRecognised = false
    this.forget(finger.id)
  }

  holds(): boolean {
    return this.isRecognised && this.text('native-view') === ''
  }

  override destroy(): void {
    for (const id of this.fingers.keys()) leave(id, this)
  }

  /** Answers whether the gesture is this handler's now. */
  protected recognise(finger: Finger): boolean {
    if (this.hasLost || !claim(finger.id, this)) {
      this.hasLost = true
      return false
    }
    this.isRecognised = true
    return true
  }

  protected tell(detail: Record<string, unknown>): void {
    this.emit('worklet:ongesture', detail)
  }

  protected pressed(_finger: Tracked, _timeMs: number): void {}
  protected moved(_finger: Tracked, _before: { x: number; y: number }, _timeMs: number): void {}
  protected lifted(_finger: Tracked, _timeMs: number): void {}
  protected cancelled(): void {}
  protected lost(): void {}

  private forget(id: number): void {
    leave(id, this)
    this.fingers.delete(id)
    if (this.fingers.size === 0) this.isRecognised = false
  }
}
