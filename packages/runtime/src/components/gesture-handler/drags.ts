/** Gestures of fingers that move: pan, drags along one axis, and scale. */
import { GestureHandler, state, type Tracked } from './gesture-handler.ts'

const dragSlopPx = 10
/** A pan is the wider gesture: a drag along its axis comes first. */
const panSlopPx = 20
const scaleSlopPx = 10
const velocityWindowMs = 100

interface Sample {
  at: number
  x: number
  y: number
}

/** In px per second over the last moves. */
function velocityOf(samples: readonly Sample[], nowMs: number): { velocityX: number; velocityY: number } {
  const [first] = samples
  const last = samples.at(-1)
  if (first === undefined || last === undefined || last.at === first.at || nowMs - last.at > velocityWindowMs) {
    return { velocityX: 0, velocityY: 0 }
  }
  const seconds = (last.at - first.at) / 1000
  return { velocityX: (last.x - first.x) / seconds, velocityY: (last.y - first.y) / seconds }
}

function remember(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ at }) => sample.at - at < velocityWindowMs), sample]
}

export abstract class DragHandler extends GestureHandler {
  private samples: Sample[] = []
  private finger: number | undefined

  protected abstract isFarEnough(dx: number, dy: number): boolean

  protected override pressed(finger: Tracked): void {
    if (this.finger !== undefined && this.fingers.has(this.finger)) return
    this.finger = finger.id
    this.samples = []
    this.report(state.possible, finger, { x: finger.x, y: finger.y })
  }

  protected override moved(finger: Tracked, before: { x: number; y: number }, timeMs: number): void {
    if (finger.id !== this.finger) return
    this.samples = remember(this.samples, { at: timeMs, x: finger.x, y: finger.y })
    if (this.isRecognised) {
      this.report(state.active, finger, before)
      return
    }
    if (!this.isFarEnough(finger.x - finger.startX, finger.y - finger.startY) || !this.recognise(finger)) return
    this.report(state.begin, finger, before)
  }

  protected override lifted(finger: Tracked, timeMs: number): void {
    if (finger.id !== this.finger) return
    this.finger = undefined
    if (!this.isRecognised) return
    this.report(state.end, finger, finger, velocityOf(this.samples, timeMs))
  }

  protected override cancelled(): void {
    this.finger = undefined
    this.tell({ state: state.cancelled })
  }

  private report(
    now: number,
    { x, y }: Tracked,
    before: { x: number; y: number },
    velocity: Record<string, number> = { velocityX: 0, velocityY: 0 },
  ): void {
    this.tell({
      state: now,
      absoluteX: x,
      absoluteY: y,
      deltaX: x - before.x,
      deltaY: y - before.y,
      ...velocity,
    })
  }
}

export class PanHandler extends DragHandler {
  protected override isFarEnough(dx: number, dy: number): boolean {
    return Math.hypot(dx, dy) > panSlopPx
  }
}

export class HorizontalDragHandler extends DragHandler {
  protected override isFarEnough(dx: number, dy: number): boolean {
    return Math.abs(dx) > dragSlopPx && Math.abs(dx) >= Math.abs(dy)
  }
}

export class VerticalDragHandler extends DragHandler {
  protected override isFarEnough(dx: number, dy: number): boolean {
    return Math.abs(dy) > dragSlopPx && Math.abs(dy) >= Math.abs(dx)
  }
}

interface Spread {
  focalX: number
  focalY: number
  width: number
  height: number
  size: number
  angle: number
}

export class ScaleHandler extends GestureHandler {
  private start: Spread | undefined
  private last: Spread | undefined
  private samples: Sample[] = []

  protected override pressed(): void {
    if (!this.isRecognised) this.report(state.possible, this.spread())
    // A finger more begins anew, so that nothing jumps.
    this.start = this.spread()
    this.last = this.start
    this.samples = []
  }

  protected override moved(finger: Tracked, _before: { x: number; y: number }, timeMs: number): void {
    const now = this.spread()
    this.samples = remember(this.samples, { at: timeMs, x: now.focalX, y: now.focalY })
    const { start } = this
    if (start === undefined) return
    if (!this.isRecognised) {
      const isFar =
        Math.abs(now.size - start.size) > scaleSlopPx ||
        Math.hypot(now.focalX - start.focalX, now.focalY - start.focalY) > panSlopPx
      if (!isFar || !this.recognise(finger)) return
      this.report(state.begin, now)
    } else this.report(state.active, now)
    this.last = now
  }

  protected override lifted(_finger: Tracked, timeMs: number): void {
    if (this.fingers.size > 1) {
      // The others go on from where they are.
      this.start = undefined
      return
    }
    if (this.isRecognised) this.report(state.end, this.spread(), velocityOf(this.samples, timeMs))
  }

  protected override cancelled(): void {
    this.tell({ state: state.cancelled })
  }

  private report(now: number, spread: Spread, velocity: Record<string, number> = { velocityX: 0, velocityY: 0 }): void {
    const start = this.start ?? spread
    const last = this.last ?? spread
    const ratio = (name: 'size' | 'width' | 'height'): number => (start[name] > 0 ? spread[name] / start[name] : 1)
    this.tell({
      state: now,
      focalX: spread.focalX,
      focalY: spread.focalY,
      focalDeltaX: spread.focalX - last.focalX,
      focalDeltaY: spread.focalY - last.focalY,
      scale: ratio('size'),
      horizontalScale: ratio('width'),
      verticalScale: ratio('height'),
      rotation: spread.angle - start.angle,
      pointerCount: this.fingers.size,
      ...velocity,
    })
  }

  /** Where the middle of all fingers is, and how far they are from it on average. */
  private spread(): Spread {
    const fingers = [...this.fingers.values()]
    const mean = (value: (finger: Tracked) => number): number =>
      fingers.reduce((sum, finger) => sum + value(finger), 0) / fingers.length
    const focalX = mean(({ x }) => x)
    const focalY = mean(({ y }) => y)
    const [first, second] = fingers
    return {
      focalX,
      focalY,
      width: mean(({ x }) => Math.abs(x - focalX)),
      height: mean(({ y }) => Math.abs(y - focalY)),
      size: mean(({ x, y }) => Math.hypot(x - focalX, y - focalY)),
      angle: first === undefined || second === undefined ? 0 : Math.atan2(second.y - first.y, second.x - first.x),
    }
  }
}
