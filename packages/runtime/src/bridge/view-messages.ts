/** Between the worker and the frame of one page, over a port of their own. Neither side trusts the other's numbers. */
import type { ViewAhead, ViewFlush } from './operations.ts'

export type ToView =
  | ViewFlush
  | ViewAhead
  | MeasureRequest
  | InvokeRequest
  | ObserveRequest
  | UnobserveRequest
  | PageOptionsMessage
  | MoveHeard

export type FromView =
  | ViewEvent
  | ModelChange
  | Rendered
  | MeasureAnswer
  | InvokeAnswer
  | Observation
  | PageScrolled
  | PageSignal
  | PageResized
  | ViewFault

/** Fields of WeChat's `NodesRef.fields`, all optional. */
export interface MeasureFields {
  id?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: readonly string[]
  computedStyle?: readonly string[]
  context?: boolean
  node?: boolean
}

/** Nodes are chosen in the worker, measured in the view. `node` 0 is the viewport. */
export interface MeasureRequest {
  type: 'measure'
  id: number
  items: readonly { node: number; fields: MeasureFields }[]
}
export interface MeasureAnswer {
  type: 'measured'
  id: number
  /** One for each item, null when the node is gone. */
  results: readonly (Readonly<Record<string, unknown>> | null)[]
}

/** Calls a method of a built-in component; node 0 is the page itself (`pageScrollTo`, `stopPullDownRefresh`, ...). */
export interface InvokeRequest {
  type: 'invoke'
  /** 0 when no answer is wanted. */
  id: number
  node: number
  method: string
  args: readonly unknown[]
}
export interface InvokeAnswer {
  type: 'invoked'
  id: number
  value?: unknown
  error?: string
}

export interface ObserveRequest {
  type: 'observe'
  id: number
  kind: 'intersection' | 'mediaQuery' | 'resize'
  nodes: readonly number[]
  options: Readonly<Record<string, unknown>>
}
export interface UnobserveRequest {
  type: 'unobserve'
  id: number
}
export interface Observation {
  type: 'observed'
  id: number
  entries: readonly Readonly<Record<string, unknown>>[]
}

/** Which page-level reports the view should make at all. */
export interface PageOptionsMessage {
  type: 'pageOptions'
  reportsScroll: boolean
  reachBottomDistance: number
}

/** An event `touchmove` has been dealt with: the view may send the next. */
export interface MoveHeard {
  type: 'heard'
}

export interface TouchPoint {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  force?: number
}

/** The view sends an event once, for its innermost node; phases, bubbling and stopping are the worker's business. */
export interface ViewEvent {
  type: 'event'
  node: number
  name: string
  detail: unknown
  /** Milliseconds since the page was opened, as WeChat's `timeStamp`. */
  timeStamp: number
  bubbles: boolean
  composed: boolean
  touches?: readonly TouchPoint[]
  changedTouches?: readonly TouchPoint[]
  /** `[node, offsetLeft, offsetTop, ...]` of the node itself and of each listening node above it. */
  offsets: readonly number[]
}
/** A value that the user changed in an input whose attribute is bound by `model:`. */
export interface ModelChange {
  type: 'model'
  node: number
  name: string
  value: unknown
}
export interface Rendered {
  type: 'rendered'
  sequence: number
}
export interface PageScrolled {
  type: 'pageScroll'
  scrollTop: number
}
export interface PageSignal {
  type: 'reachBottom' | 'pullDownRefresh'
}
export interface PageResized {
  type: 'resize'
  size: { windowWidth: number; windowHeight: number; screenWidth: number; screenHeight: number }
}
/** An operation that could not be replayed, or an exception in a built-in component. */
export interface ViewFault {
  type: 'fault'
  message: string
  stack?: string
}
