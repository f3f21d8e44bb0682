/** Gestures of a finger that stays where it is: tap, double tap, long press and force press. */
import { GestureHandler, state, type Tracked } from './gesture-handler.ts'

const slopPx = 18
const doubleTapMs = 300
const doubleTapPx = 100
const longPressMs = 500
const forcePressure = 0.4

export class TapHandler extends GestureHandler {
  protected override pressed(finger: Tracked): void {
    if (this.fingers.size > 1) this.lose()
    else this.tell({ state: state.possible, absoluteX: finger.x, absoluteY: finger.y })
  }

  protected override moved(finger: Tracked): void {
    if (isAway(finger)) this.lose()
  }

  protected override lifted(finger: Tracked): void {
    if (!this.recognise(finger)) return
    this.tell({ state: state.active, absoluteX: finger.x, absoluteY: finger.y })
  }
}

export class DoubleTapHandler extends GestureHandler {
  private first: { x: number; y: number; at: number } | undefined

  protected override moved(finger: Tracked): void {
    if (isAway(finger)) this.first = undefined
  }

  protected override lifted(finger: Tracked, timeMs: number): void {
    const { first } = this
    const isSecond =
      first !== undefined &&
      timeMs - first.at < doubleTapMs &&
      Math.hypot(finger.x - first.x, finger.y - first.y) < doubleTapPx
    this.first = isSecond || isAway(finger) ? undefined : { x: finger.x, y: finger.y, at: timeMs }
    if (isSecond && this.recognise(finger)) {
      this.tell({ state: state.active, absoluteX: finger.x, absoluteY: finger.y })
    }
  }
}

export class LongPressHandler extends GestureHandler {
  private timer = 0

  protected override pressed(finger: Tracked): void {
    if (this.fingers.size > 1) {
      this.lose()
      return
    }
    this.timer = window.setTimeout(() => {
      if (this.recognise(finger)) this.report(state.begin, finger)
    }, longPressMs)
  }

  protected override moved(finger: Tracked): void {
    if (this.isRecognised) this.report(state.active, finger)
    else if (isAway(finger)) this.lose()
  }

  protected override lifted(finger: Tracked): void {
    window.clearTimeout(this.timer)
    if (this.isRecognised) this.report(state.end, finger)
  }

  protected override cancelled(): void {
    this.tell({ state: state.cancelled })
  }

  protected override lost(): void {
    window.clearTimeout(this.timer)
  }

  private report(now: number, finger: Tracked): void {
    this.tell({
      state: now,
      absoluteX: finger.x,
      absoluteY: finger.y,
      translationX: finger.x - finger.startX,
      translationY: finger.y - finger.startY,
      velocityX: 0,
      velocityY: 0,
    })
  }
}

/** For screens that feel pressure; elsewhere nothing comes. */
export class ForcePressHandler extends GestureHandler {
  protected override moved(finger: Tracked): void {
    const isPressed = finger.force >= forcePressure && finger.force < 1
    if (!this.isRecognised && (!isPressed || !this.recognise(finger))) return
    this.report(finger.startMs < 0 ? state.active : state.begin, finger)
    finger.startMs = -1
  }

  protected override lifted(finger: Tracked): void {
    if (this.isRecognised) this.report(state.end, finger)
  }

  private report(now: number, finger: Tracked): void {
    this.tell({ state: now, absoluteX: finger.x, absoluteY: finger.y, pressure: finger.force })
  }
}

function isAway({ x, y, startX, startY }: Tracked): boolean {
  return Math.hypot(x - startX, y - startY) > slopPx
}
