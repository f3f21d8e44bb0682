import type { Emitter } from '../../../logic/context.ts'
import { isFunction } from '../../../logic/values.ts'

/** `{ onThing, offThing }` for the emitter's event `thing`. */
export function eventFunctions(emitter: Emitter, ...names: readonly string[]): Record<string, unknown> {
  const functions: Record<string, unknown> = {}
  for (const name of names) {
    const title = name.charAt(0).toUpperCase() + name.slice(1)
    const wrapped = new Map<unknown, (value: unknown) => void>()
    functions[`on${title}`] = (listener: unknown) => {
      if (!isFunction(listener)) return
      const call = (value: unknown) => void listener(value)
      wrapped.set(listener, call)
      emitter.on(name, call)
    }
    functions[`off${title}`] = (listener?: unknown) => {
      if (listener === undefined) {
        for (const call of wrapped.values()) emitter.off(name, call)
        wrapped.clear()
        return
      }
      const call = wrapped.get(listener)
      if (call !== undefined) emitter.off(name, call)
      wrapped.delete(listener)
    }
  }
  return functions
}

/** Listeners of one object: a task, a socket, a sound. */
export class TaskEvents {
  readonly #listeners = new Map<string, ((value: unknown) => void)[]>()

  on(name: string, listener: unknown): void {
    if (!isFunction(listener)) return
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), (value) => void listener(value)])
    this.#originals.set(name, [...(this.#originals.get(name) ?? []), listener])
  }

  off(name: string, listener?: unknown): void {
    const at = listener === undefined ? -1 : (this.#originals.get(name) ?? []).indexOf(listener)
    if (listener === undefined) {
      this.#listeners.delete(name)
      this.#originals.delete(name)
    } else if (at >= 0) {
      this.#listeners.get(name)?.splice(at, 1)
      this.#originals.get(name)?.splice(at, 1)
    }
  }

  emit(name: string, value: unknown): void {
    for (const listener of this.#listeners.get(name)?.slice() ?? []) listener(value)
  }

  /** `{ onThing(listener), offThing(listener) }` for each event. */
  methods(...names: readonly string[]): Record<string, (listener?: unknown) => void> {
    const methods: Record<string, (listener?: unknown) => void> = {}
    for (const name of names) {
      const title = name.charAt(0).toUpperCase() + name.slice(1)
      methods[`on${title}`] = (listener) => this.on(name, listener)
      methods[`off${title}`] = (listener) => this.off(name, listener)
    }
    return methods
  }

  readonly #originals = new Map<string, unknown[]>()
}
