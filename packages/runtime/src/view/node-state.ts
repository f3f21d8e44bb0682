/** What the view knows about an element of the tree. It lives on the element, because every event has to find it. */
import type { BuiltIn } from './built-in.ts'

declare global {
  interface Node {
    banyanId?: number
    banyanState?: NodeState
    /** On a box that stands elsewhere in the document: the element that it belongs to. */
    banyanHost?: HTMLElement
  }
}

export interface HoverOptions {
  className: string
  startTimeMs: number
  stayTimeMs: number
  stopsPropagation: boolean
}

export interface RunningAnimation {
  timer: number
  /** What stands now; a new style attribute must not take it away. */
  styles: readonly [name: string, value: string][]
}

export class NodeState {
  /** Event name -> `ListenFlag` bits. */
  listeners: Map<string, number> | undefined
  component: BuiltIn | undefined
  hover: HoverOptions | undefined
  /** The worker's class and style; hover classes and resolved addresses are added to what the element really has. */
  className = ''
  styleText = ''
  hoverClass = ''
  models: Set<string> | undefined
  animation: RunningAnimation | undefined
}

export function stateOf(element: Element): NodeState {
  element.banyanState ??= new NodeState()
  return element.banyanState
}

/** The innermost node of the tree that holds `target`; the page's root for whatever lies outside. */
export function nodeAround(target: EventTarget | null, root: HTMLElement): HTMLElement {
  let at = target instanceof Element ? target : null
  while (at !== null) {
    if (at.banyanId !== undefined && at instanceof HTMLElement) return at
    at = at.banyanHost ?? at.parentElement
  }
  return root
}

/** The next node of the tree above; inner elements of built-ins are passed over. */
export function parentNodeOf(element: Element): HTMLElement | undefined {
  let at = element.parentElement
  while (at !== null) {
    if (at.banyanId !== undefined) return at
    at = at.banyanHost ?? at.parentElement
  }
  return undefined
}
