/** Values that worklets share, and what follows from them. */
import { AnimationObject, type Motion } from './animation-object.ts'
import { nowMs, onFrame } from './frames.ts'

type Work = () => void

/** What is worked out at this moment: whatever it reads it depends on. */
let reader: Set<SharedValue> | undefined

export class SharedValue {
  readonly _isSharedValue = true
  readonly listeners = new Set<Work>()
  #value: unknown
  #stop: Work | undefined

  constructor(value: unknown) {
    this.#value = value
  }

  get value(): unknown {
    reader?.add(this)
    return this.#value
  }
  set value(value: unknown) {
    this.cancel()
    if (value instanceof AnimationObject) this.#run(value)
    else this.put(value)
  }

  /** Ends the animation under way where it stands. */
  cancel(): void {
    this.#stop?.()
  }

  protected put(value: unknown): void {
    if (Object.is(this.#value, value)) return
    this.#value = value
    for (const listener of [...this.listeners]) listener()
  }

  #run(animation: AnimationObject): void {
    const motion: Motion = animation.begin(this.#value, nowMs())
    const step = (now: number): void => {
      const isDone = motion.step(now)
      this.put(motion.value)
      if (isDone) end(true)
    }
    const leave = onFrame(step)
    const end = (isFinished: boolean): void => {
      leave()
      this.#stop = undefined
      animation.ended(isFinished)
    }
    this.#stop = () => end(false)
  }
}

/** Always what its function makes of the values that it reads. */
export class DerivedValue extends SharedValue {
  constructor(updater: () => unknown) {
    super(undefined)
    react(updater, (value) => this.put(value))
  }
}

/** Works `updater` out now and whenever something that it has read changes. Returns the end of it. */
export function react(updater: () => unknown, use: (value: unknown) => void): Work {
  let sources = new Set<SharedValue>()
  const run = (): void => {
    const outer = reader
    const read = new Set<SharedValue>()
    reader = read
    let value: unknown
    try {
      value = updater()
    } finally {
      reader = outer
    }
    for (const source of sources) if (!read.has(source)) source.listeners.delete(run)
    for (const source of read) source.listeners.add(run)
    sources = read
    use(value)
  }
  run()
  return () => {
    for (const source of sources) source.listeners.delete(run)
  }
}
