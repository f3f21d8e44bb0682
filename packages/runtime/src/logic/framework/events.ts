/** From the view's event to what an app's handler is given. */
import { type Element, Event, type ShadowedEvent } from 'glass-easel'
import type { ViewEvent } from '../../bridge/view-messages.ts'
import { deepCopy, isRecord } from '../values.ts'
import { withFormFields } from './form-fields.ts'
import { elementOf, Instance } from './instance.ts'
import { treeNodeOf } from './internals.ts'

export interface AppEvent {
  type: string
  timeStamp: number
  target: EventTarget
  currentTarget: EventTarget
  mark: unknown
  detail: unknown
  mut: boolean
  touches?: unknown
  changedTouches?: unknown
}

interface EventTarget {
  id: string
  dataset: unknown
  offsetLeft: number
  offsetTop: number
}

/** Where the nodes of the event under way stand; dispatching is synchronous. */
let offsets: readonly number[] = []

/** What the last handler of the event under way returned; only `input` takes notice of it. */
let returned: unknown

export function noteReturned(value: unknown): void {
  if (value !== undefined) returned = value
}

/** Runs capture, bubble and stop as the app asked for it; gives what a handler returned. */
export function dispatchViewEvent(element: Element, message: ViewEvent): unknown {
  const extra: Record<string, unknown> = {}
  if (message.touches !== undefined) extra['touches'] = message.touches
  if (message.changedTouches !== undefined) extra['changedTouches'] = message.changedTouches
  const detail = message.name === 'submit' ? withFormFields(element, message.detail) : message.detail
  const event = new Event(message.name, detail, {
    bubbles: message.bubbles,
    composed: message.composed,
    capturePhase: true,
    extraFields: extra,
  })
  event.timeStamp = message.timeStamp
  const outer = offsets
  offsets = message.offsets
  returned = undefined
  try {
    event.dispatch(element)
  } finally {
    offsets = outer
  }
  return returned
}

/** Their details also stand in the event itself; the `type` of a regionchange is `begin` or `end`. */
const mapEvents: ReadonlySet<string> = new Set(['regionchange', 'markertap', 'callouttap', 'labeltap', 'controltap'])

/** A plain object, as an app expects to be able to print, store and compare it. */
export function appEvent(event: ShadowedEvent<unknown>, current: Element): AppEvent {
  const plain: AppEvent = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: eventTarget(elementBehind(event.target)),
    currentTarget: eventTarget(current),
    mark: event.mark ?? {},
    detail: event.detail,
    mut: event.mutatedMarked(),
  }
  if (mapEvents.has(event.type) && isRecord(event.detail)) Object.assign(plain, event.detail)
  const { extraFields } = event
  if (isRecord(extraFields)) {
    if (extraFields['touches'] !== undefined) plain.touches = extraFields['touches']
    if (extraFields['changedTouches'] !== undefined) plain.changedTouches = extraFields['changedTouches']
  }
  return plain
}

/** A component stands in events as what app code knows as `this`. */
export function elementBehind(target: Element | Instance): Element {
  return target instanceof Instance ? target[elementOf] : target
}

function eventTarget(element: Element): EventTarget {
  const node = treeNodeOf(element)
  let offsetLeft = 0
  let offsetTop = 0
  for (let at = 0; node !== undefined && at < offsets.length; at += 3) {
    if (offsets[at] === node.id) {
      offsetLeft = offsets[at + 1] ?? 0
      offsetTop = offsets[at + 2] ?? 0
      break
    }
  }
  return { id: element.id, dataset: deepCopy(element.dataset), offsetLeft, offsetTop }
}
