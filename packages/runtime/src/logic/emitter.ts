import type { Emitter } from './context.ts'

/** A listener that fails does not keep the others from running. */
export class Listeners implements Emitter {
  private readonly lists = new Map<string, ((value: unknown) => void)[]>()
  private readonly onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.onError = onError
  }

  on(name: string, listener: (value: unknown) => void): void {
    const list = this.lists.get(name)
    if (list === undefined) this.lists.set(name, [listener])
    else list.push(listener)
  }

  off(name: string, listener?: (value: unknown) => void): void {
    if (listener === undefined) this.lists.delete(name)
    else
      this.lists.set(
        name,
        (this.lists.get(name) ?? []).filter((known) => known !== listener),
      )
  }

  has(name: string): boolean {
    return (this.lists.get(name)?.length ?? 0) > 0
  }

  emit(name: string, value: unknown): void {
    for (const listener of [...(this.lists.get(name) ?? [])]) {
      try {
        listener(value)
      } catch (error) {
        this.onError(error)
      }
    }
  }
}
