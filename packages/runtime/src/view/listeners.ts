/** Who listens to what. An event that nobody on its path listens to is never sent. */
import { ListenFlag } from '../bridge/operations.ts'
import { parentNodeOf, stateOf } from './node-state.ts'

const blocking = ListenFlag.catch | ListenFlag.captureCatch

export class Listeners {
  /** Event name -> number of listening nodes: most events end here. */
  private readonly counts = new Map<string, number>()
  private moveCatchers = 0
  private readonly moveCatchersChanged: (count: number) => void
  /** A node began to listen to taps; while the keyboard is in use it becomes a stop of the tab key. */
  private readonly tapListener: (element: HTMLElement) => void

  constructor(hooks: { moveCatchersChanged: (count: number) => void; tapListener: (element: HTMLElement) => void }) {
    this.moveCatchersChanged = hooks.moveCatchersChanged
    this.tapListener = hooks.tapListener
  }

  set(element: HTMLElement, name: string, flags: number): void {
    const listeners = (stateOf(element).listeners ??= new Map())
    const before = listeners.get(name) ?? 0
    if (flags === 0) listeners.delete(name)
    else listeners.set(name, flags)
    this.count(name, before, flags)
    if (name === 'tap' && flags !== 0) this.tapListener(element)
  }

  forget(listeners: ReadonlyMap<string, number>): void {
    for (const [name, flags] of listeners) this.count(name, flags, 0)
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0
  }

  flags(element: Element, name: string): number {
    return element.banyanState?.listeners?.get(name) ?? 0
  }

  /** Somebody from `element` up listens. */
  isHeard(element: HTMLElement, name: string): boolean {
    if (!this.has(name)) return false
    for (let at: HTMLElement | undefined = element; at !== undefined; at = parentNodeOf(at)) {
      if (this.flags(at, name) !== 0) return true
    }
    return false
  }

  /** A `catch` on the path: the view must do at once what stopping means to the browser. */
  isCaught(element: HTMLElement, name: string): boolean {
    if (!this.has(name)) return false
    for (let at: HTMLElement | undefined = element; at !== undefined; at = parentNodeOf(at)) {
      if ((this.flags(at, name) & blocking) !== 0) return true
    }
    return false
  }

  /** A tap goes no further up than this node. */
  stopsTap(element: Element): boolean {
    return (this.flags(element, 'tap') & blocking) !== 0
  }

  private count(name: string, before: number, after: number): void {
    const change = Number(after !== 0) - Number(before !== 0)
    if (change !== 0) this.counts.set(name, (this.counts.get(name) ?? 0) + change)
    if (name !== 'touchmove') return
    const catchChange = Number((after & blocking) !== 0) - Number((before & blocking) !== 0)
    if (catchChange === 0) return
    this.moveCatchers += catchChange
    this.moveCatchersChanged(this.moveCatchers)
  }
}
