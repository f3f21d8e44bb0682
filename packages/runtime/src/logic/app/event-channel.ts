/** The two ends between a page and the one that opened it. */
import { type AnyFunction, isFunction } from '../values.ts'

interface Listener {
  call: AnyFunction
  isOnce: boolean
}

/** What is sent before the other side listens is kept for it: the opened page may speak in `onLoad`. */
export class EventChannel {
  #listeners = new Map<string, Listener[]>()
  #early = new Map<string, unknown[][]>()
  #other: EventChannel | undefined

  static pair(): [EventChannel, EventChannel] {
    const [one, two] = [new EventChannel(), new EventChannel()]
    one.#other = two
    two.#other = one
    return [one, two]
  }

  emit(name: unknown, ...args: unknown[]): void {
    if (this.#other !== undefined) this.#other.#receive(String(name), args)
  }

  on(name: unknown, callback: unknown): void {
    this.#add(String(name), callback, false)
  }

  once(name: unknown, callback: unknown): void {
    this.#add(String(name), callback, true)
  }

  off(name: unknown, callback?: unknown): void {
    const key = String(name)
    if (callback === undefined) this.#listeners.delete(key)
    else
      this.#listeners.set(
        key,
        (this.#listeners.get(key) ?? []).filter(({ call }) => call !== callback),
      )
  }

  #add(name: string, callback: unknown, isOnce: boolean): void {
    if (!isFunction(callback)) return
    const list = this.#listeners.get(name) ?? []
    this.#listeners.set(name, [...list, { call: callback, isOnce }])
    const early = this.#early.get(name)
    this.#early.delete(name)
    for (const args of early ?? []) this.#receive(name, args)
  }

  #receive(name: string, args: unknown[]): void {
    const list = this.#listeners.get(name) ?? []
    if (list.length === 0) {
      this.#early.set(name, [...(this.#early.get(name) ?? []), args].slice(-maxEarly))
      return
    }
    this.#listeners.set(
      name,
      list.filter(({ isOnce }) => !isOnce),
    )
    for (const { call } of list) call.apply(undefined, args)
  }
}

const maxEarly = 100
