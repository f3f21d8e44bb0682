/** A built-in component of one element: reads its attributes, builds its inner elements, and reports what the user does. */
import type { ViewEnvironment } from '../bridge/frame-messages.ts'
import type { PageScroll } from './page-scroll.ts'
import type { Resources } from './resources.ts'
import { toText } from './to-text.ts'
import type { TouchDetail } from './touch-points.ts'
import type { ViewParts } from './view-parts.ts'

/** What a component may use of the view. */
export interface ViewContext {
  readonly resources: Resources
  readonly root: HTMLElement
  readonly environment: ViewEnvironment
  /** Of the document. */
  readonly scroll: PageScroll
  /** Sends an event and answers true when somebody listens; component events do not bubble. */
  emit(element: HTMLElement, name: string, detail: unknown): boolean
  /** The user changed the value of an attribute: reported when it is bound by `model:`. */
  changeModel(element: HTMLElement, name: string, value: unknown): void
  /** Asks the host to do something: `navigate`, `openType`, ... With a port when it goes on for a while: a camera's pictures, a web page. */
  ask(name: string, params: unknown, port?: MessagePort): void
  /** `update` runs once, when the flush under way has been replayed. */
  invalidate(component: BuiltIn): void
  /** What shows where the page has no background; without a colour only the page's own is looked at again. */
  setWindowColor(color?: string): void
  fault(error: unknown): void
  /** `work` runs at once when the later parts of the view are there, else when they have come. */
  withParts(work: (parts: ViewParts) => void): void
}

export interface TapPoint {
  x: number
  y: number
  /** The element that was really hit, which may be inside the component. */
  target: Element
}

export abstract class BuiltIn {
  readonly element: HTMLElement
  readonly view: ViewContext
  /** Children of the app go here. */
  content: HTMLElement
  /** Values as the worker set them; a component may overwrite what the user changes. */
  readonly properties: Record<string, unknown> = {}
  isDirty = false

  constructor(element: HTMLElement, view: ViewContext) {
    this.element = element
    this.view = view
    this.content = element
  }

  /** One attribute changed. Overridden by components that must know which. */
  changed(_name: string): void {}

  /** All changes of a flush are in, children too. */
  update(): void {}

  /** The app replaced the style attribute: what the component adds to it must be put back. */
  restyled(): void {}

  /** Answers `true` when the component took the tap; those around it do not get it then. */
  tapped(_point: TapPoint): boolean {
    return false
  }

  /** What the app is told of an event on this component that bubbles; undefined when the component tells it in its own way. */
  heard(_name: string, detail: unknown): unknown {
    return detail
  }

  /** What the app is told of touches on this component. */
  touchDetail(detail: TouchDetail): TouchDetail {
    return detail
  }

  /** Methods that the worker calls: `scrollTo`, `focus`, ... */
  invoke(method: string, _args: readonly unknown[]): unknown {
    throw new Error(`${this.element.localName} has no method ${method}`)
  }

  /** Context object of `NodesRef.context` or `node`; undefined when there is none. */
  scrollOffset(): { scrollLeft: number; scrollTop: number; scrollWidth: number; scrollHeight: number } | undefined {
    return undefined
  }

  /** The value that a form collects; undefined when this is no field. */
  fieldValue(): unknown {
    return undefined
  }

  resetField(): void {}

  destroy(): void {}

  set(name: string, value: unknown): void {
    if (value === undefined || value === null) delete this.properties[name]
    else this.properties[name] = value
    this.changed(name)
    this.view.invalidate(this)
  }

  text(name: string, fallback = ''): string {
    const value = this.properties[name]
    return value === undefined ? fallback : toText(value)
  }

  number(name: string, fallback: number): number {
    const value = this.properties[name]
    if (value === undefined || value === '') return fallback
    const parsed = typeof value === 'string' ? Number.parseFloat(value) : Number(value)
    return Number.isFinite(parsed) ? parsed : fallback
  }

  /** Any text that is not empty counts as true, `"false"` too, as in WeChat. */
  flag(name: string, fallback = false): boolean {
    const value = this.properties[name]
    return value === undefined ? fallback : Boolean(value)
  }

  emit(name: string, detail: unknown): boolean {
    return this.view.emit(this.element, name, detail)
  }
}

export type BuiltInFactory = (element: HTMLElement, view: ViewContext) => BuiltIn

export interface BuiltInDefinition {
  tag: string
  /** Attributes beyond the common ones. No other attribute reaches the component. */
  attributes: readonly string[]
  style?: string
  /** Absent for tags whose look is all there is to them. */
  create?: BuiltInFactory
  /** Made only when an attribute is set: most nodes of these tags have none, and there are thousands of them. */
  isLazy?: boolean
  /** Hover class and times when the app sets none; absent for tags without the hover family. */
  hover?: { className: string; startTimeMs: number; stayTimeMs: number }
}

/** An inner element of a component, with WeChat's class name where apps style it. */
export function innerElement(className: string, parent?: Element, tag = 'div'): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  parent?.append(element)
  return element
}
