/** What `timing`, `spring`, `decay` and their combinations give: it moves the value that it is assigned to. */
import { isFunction, isRecord } from '../../../logic/values.ts'
import { easing } from './easing.ts'

/** An animation under way. `step` answers whether it has come to its end. */
export interface Motion {
  value: unknown
  step(now: number): boolean
}

export class AnimationObject {
  readonly begin: (from: unknown, now: number) => Motion
  readonly #callback: unknown

  constructor(begin: (from: unknown, now: number) => Motion, callback?: unknown) {
    this.begin = begin
    this.#callback = callback
  }

  ended(isFinished: boolean): void {
    if (isFunction(this.#callback)) this.#callback(isFinished)
  }
}

/** A number, or a text that begins with one and keeps its unit: `100px`. */
interface Quantity {
  amount: number
  unit: string
}

function quantityOf(value: unknown): Quantity {
  if (typeof value === 'number') return { amount: value, unit: '' }
  const [, amount, unit = ''] = /^(-?[\d.]+)(\D*)$/.exec(String(value)) ?? []
  return { amount: Number(amount ?? 0), unit }
}

function written({ unit }: Quantity, amount: number): unknown {
  return unit === '' ? amount : `${amount}${unit}`
}

function numberIn(options: unknown, name: string, fallback: number): number {
  const value = isRecord(options) ? options[name] : undefined
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

export function timing(toValue: unknown, options?: unknown, callback?: unknown): AnimationObject {
  const duration = numberIn(options, 'duration', 300)
  const given = isRecord(options) ? options['easing'] : undefined
  const curve = isFunction(given) ? (share: number) => Number(given(share)) : easing.inOut(easing.quad)
  return new AnimationObject((from, startMs) => {
    const start = quantityOf(from)
    const end = quantityOf(toValue)
    const motion: Motion = {
      value: from,
      step(now) {
        const share = duration <= 0 ? 1 : Math.min(1, Math.max(0, (now - startMs) / duration))
        const amount = share === 1 ? end.amount : start.amount + (end.amount - start.amount) * curve(share)
        motion.value = written(end, amount)
        return share === 1
      },
    }
    return motion
  }, callback)
}

/** Longest step of the integration: larger ones make stiff springs explode. */
const maxStepSeconds = 1 / 240

export function spring(toValue: unknown, options?: unknown, callback?: unknown): AnimationObject {
  const damping = numberIn(options, 'damping', 10)
  const mass = numberIn(options, 'mass', 1)
  const stiffness = numberIn(options, 'stiffness', 100)
  const restDistance = numberIn(options, 'restDisplacementThreshold', 0.01)
  const restSpeed = numberIn(options, 'restSpeedThreshold', 2)
  const isClamped = isRecord(options) && options['overshootClamping'] === true
  return new AnimationObject((from, startMs) => {
    const end = quantityOf(toValue)
    let position = quantityOf(from).amount
    let velocity = numberIn(options, 'velocity', 0)
    let last = startMs
    const side = Math.sign(position - end.amount)
    const motion: Motion = {
      value: from,
      step(now) {
        // After a long pause the spring goes on from where it was.
        let seconds = Math.min(0.064, (now - last) / 1000)
        last = now
        while (seconds > 0) {
          const step = Math.min(seconds, maxStepSeconds)
          velocity += ((-stiffness * (position - end.amount) - damping * velocity) / mass) * step
          position += velocity * step
          seconds -= step
        }
        const isPast = isClamped && Math.sign(position - end.amount) !== side
        const isAtRest = Math.abs(velocity) < restSpeed && Math.abs(position - end.amount) < restDistance
        const isDone = isPast || isAtRest
        motion.value = written(end, isDone ? end.amount : position)
        return isDone
      },
    }
    return motion
  }, callback)
}

export function decay(options?: unknown, callback?: unknown): AnimationObject {
  const deceleration = numberIn(options, 'deceleration', 0.998)
  const clamp = isRecord(options) && Array.isArray(options['clamp']) ? options['clamp'].map(Number) : []
  return new AnimationObject((from, startMs) => {
    const start = quantityOf(from)
    let position = start.amount
    let velocity = numberIn(options, 'velocity', 0)
    let last = startMs
    const [low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY] = clamp
    const motion: Motion = {
      value: from,
      step(now) {
        const elapsedMs = Math.min(64, now - last)
        last = now
        position += (velocity * elapsedMs) / 1000
        velocity *= deceleration ** elapsedMs
        const limited = Math.min(high, Math.max(low, position))
        motion.value = written(start, limited)
        return limited !== position || Math.abs(velocity) < 1
      },
    }
    return motion
  }, callback)
}

export function delay(delayMs: unknown, animation: unknown): AnimationObject {
  const waitMs = Number(delayMs) || 0
  return new AnimationObject((from, startMs) => {
    let inner: Motion | undefined
    const motion: Motion = {
      value: from,
      step(now) {
        if (now - startMs < waitMs) return false
        inner ??= beginOf(animation, from, startMs + waitMs)
        const isDone = inner.step(now)
        motion.value = inner.value
        if (isDone) tellEnd(animation)
        return isDone
      },
    }
    return motion
  })
}

export function sequence(...animations: unknown[]): AnimationObject {
  return new AnimationObject((from, startMs) => {
    let at = 0
    let inner = beginOf(animations[0], from, startMs)
    const motion: Motion = {
      value: from,
      step(now) {
        const isDone = inner.step(now)
        motion.value = inner.value
        if (!isDone) return false
        tellEnd(animations[at])
        at += 1
        if (at >= animations.length) return true
        inner = beginOf(animations[at], motion.value, now)
        return false
      },
    }
    return motion
  })
}

/** A negative number of times, or 0, is without end; with `reverse` every second time goes back to where the value began. */
export function repeat(
  animation: unknown,
  times: unknown = 2,
  reverse: unknown = false,
  callback?: unknown,
): AnimationObject {
  const count = Number(times)
  return new AnimationObject((from, startMs) => {
    let done = 0
    let inner = beginOf(animation, from, startMs)
    const motion: Motion = {
      value: from,
      step(now) {
        const isDone = inner.step(now)
        motion.value = inner.value
        if (!isDone) return false
        done += 1
        if (count > 0 && done >= count) return true
        inner = reverse === true && done % 2 === 1 ? turned(animation, from, now) : beginOf(animation, from, now)
        return false
      },
    }
    return motion
  }, callback)
}

/** The same course from its end to its beginning. */
function turned(animation: unknown, from: unknown, startMs: number): Motion {
  const forward = beginOf(animation, from, startMs)
  const origin = quantityOf(from)
  // Where it ends is known only from the course itself.
  const probe = beginOf(animation, from, 0)
  for (let now = 0; now < 60_000 && !probe.step(now); now += 16);
  const end = quantityOf(probe.value)
  const motion: Motion = {
    value: probe.value,
    step(now) {
      const isDone = forward.step(now)
      motion.value = written(end, end.amount + origin.amount - quantityOf(forward.value).amount)
      return isDone
    },
  }
  return motion
}

/** Its callback finds the value at its end. */
function tellEnd(animation: unknown): void {
  if (animation instanceof AnimationObject) queueMicrotask(() => animation.ended(true))
}

function beginOf(animation: unknown, from: unknown, now: number): Motion {
  if (animation instanceof AnimationObject) return animation.begin(from, now)
  return { value: animation, step: () => true }
}
