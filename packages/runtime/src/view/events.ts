/** Sends events to the worker: once for the innermost node, and only when somebody listens. */
import type { ViewEvent } from '../bridge/view-messages.ts'
import type { Listeners } from './listeners.ts'
import { parentNodeOf } from './node-state.ts'
import type { TouchDetail } from './touch-points.ts'

export class EventSender {
  private readonly listeners: Listeners
  private readonly send: (message: ViewEvent) => void
  openedAtMs = performance.now()
  /** Moves that wait until the worker has heard the last one: a busy worker gets the newest of each node, not a queue of old ones. */
  private readonly waiting = new Map<HTMLElement, ViewEvent>()
  private unheard = 0

  constructor(listeners: Listeners, send: (message: ViewEvent) => void) {
    this.listeners = listeners
    this.send = send
  }

  /** Answers whether somebody listens. */
  bubble(element: HTMLElement, name: string, detail: unknown, touch?: TouchDetail): boolean {
    if (!this.listeners.isHeard(element, name)) return false
    const component = touch === undefined ? undefined : element.banyanState?.component
    const told = component === undefined ? detail : component.heard(name, detail)
    if (told === undefined) return false
    const touches = touch === undefined ? undefined : (component?.touchDetail(touch) ?? touch)
    this.post(element, { name, detail: told, bubbles: true, composed: true }, touches)
    return true
  }

  /** A component's own event: it does not bubble. */
  own(element: HTMLElement, name: string, detail: unknown): boolean {
    if (this.listeners.flags(element, name) === 0) return false
    this.post(element, { name, detail, bubbles: false, composed: false })
    return true
  }

  private post(
    element: HTMLElement,
    event: Pick<ViewEvent, 'name' | 'detail' | 'bubbles' | 'composed'>,
    touch?: TouchDetail,
  ): void {
    const message: ViewEvent = {
      type: 'event',
      node: element.banyanId ?? 0,
      timeStamp: Math.round(performance.now() - this.openedAtMs),
      offsets: this.offsets(element, event.name),
      ...event,
      ...touch,
    }
    if (event.name === 'touchmove') {
      this.waiting.set(element, message)
      if (this.unheard === 0) this.sendMoves()
      return
    }
    this.sendMoves()
    this.send(message)
  }

  /** The worker has dealt with a move. */
  heard(): void {
    this.unheard -= 1
    if (this.unheard === 0) this.sendMoves()
  }

  private sendMoves(): void {
    for (const message of this.waiting.values()) this.send(message)
    this.unheard += this.waiting.size
    this.waiting.clear()
  }

  private offsets(element: HTMLElement, name: string): number[] {
    const offsets = [element.banyanId ?? 0, element.offsetLeft, element.offsetTop]
    for (let at = parentNodeOf(element); at !== undefined; at = parentNodeOf(at)) {
      if (this.listeners.flags(at, name) !== 0) offsets.push(at.banyanId ?? 0, at.offsetLeft, at.offsetTop)
    }
    return offsets
  }
}

const animationEvents = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const

/** Ends of the app's own transitions and animations; those inside a built-in are its own business. */
export function sendAnimationEvents(sender: EventSender): void {
  for (const name of animationEvents) {
    document.addEventListener(name, (event) => {
      const { target } = event
      if (!(target instanceof HTMLElement) || target.banyanId === undefined) return
      const elapsedTime = event.elapsedTime
      sender.bubble(
        target,
        name,
        event instanceof TransitionEvent
          ? { elapsedTime, propertyName: event.propertyName }
          : { elapsedTime, animationName: event.animationName },
      )
    })
  }
}
