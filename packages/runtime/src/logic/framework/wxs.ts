/** What WXS code has besides the language: two constructors, names of types, and ComponentDescriptor. */
import type { Element, GeneralComponent } from 'glass-easel'
import { isFunction, isRecord, textOf } from '../values.ts'
import { isComponentElement } from './internals.ts'

export const wxsGlobals = {
  getRegExp: (pattern: unknown, flags?: unknown): RegExp => new RegExp(textOf(pattern), textOf(flags)),
  getDate: (...args: unknown[]): Date => Reflect.construct(Date, args),
  typeOf,
  wrapChangeProp: (listener: unknown): unknown => listener,
  wrapListener: undefined,
}

/** The name that WXS has for `value.constructor`. */
function typeOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return Object.prototype.toString.call(value).slice(8, -1)
}

const states = new WeakMap<Element, Record<string, unknown>>()

export class ComponentDescriptor {
  readonly #element: Element

  constructor(element: Element) {
    this.#element = element
  }

  selectComponent(selector: unknown): ComponentDescriptor | null {
    const found = this.#root.querySelector(textOf(selector))
    return found === null ? null : new ComponentDescriptor(found)
  }
  selectAllComponents(selector: unknown): ComponentDescriptor[] {
    return this.#root.querySelectorAll(textOf(selector)).map((element) => new ComponentDescriptor(element))
  }

  setStyle(style: unknown): void {
    this.#element.setNodeStyle(styleText(style), scriptedSegment)
  }
  addClass(names: unknown): void {
    for (const name of words(names)) this.#element.toggleNodeClass(name, true, scriptedSegment)
  }
  removeClass(names: unknown): void {
    for (const name of words(names)) this.#element.toggleNodeClass(name, false, scriptedSegment)
  }
  hasClass(name: unknown): boolean {
    const list = this.#element.classList
    const wanted = textOf(name)
    return list?.contains(wanted) === true || list?.contains(wanted, scriptedSegment) === true
  }

  getDataset(): unknown {
    return this.#element.dataset
  }
  getState(): Record<string, unknown> {
    let state = states.get(this.#element)
    if (state === undefined) {
      state = {}
      states.set(this.#element, state)
    }
    return state
  }

  callMethod(name: unknown, args?: unknown): void {
    const component = this.#component
    const caller: unknown = component?.getMethodCaller()
    const method = isRecord(caller) ? caller[textOf(name)] : undefined
    if (isFunction(method)) method.call(caller, args)
  }
  triggerEvent(name: unknown, detail?: unknown, options?: unknown): void {
    const { bubbles, composed, capturePhase } = isRecord(options) ? options : {}
    this.#element.triggerEvent(textOf(name), detail ?? {}, {
      bubbles: bubbles === true,
      composed: composed === true,
      capturePhase: capturePhase === true,
    })
  }

  requestAnimationFrame(work: unknown): void {
    if (isFunction(work)) setTimeout(() => work.call(undefined), frameMs)
  }
  setTimeout(work: unknown, delayMs?: unknown): unknown {
    return isFunction(work) ? setTimeout(() => work.call(undefined), Number(delayMs) || 0) : undefined
  }
  clearTimeout(id: unknown): void {
    if (typeof id === 'number') clearTimeout(id)
  }

  /** Layout is known in the view only, and WXS runs in the worker: nothing is known at this moment. */
  getComputedStyle(): Record<string, string> {
    return {}
  }
  getBoundingClientRect(): Record<string, number> {
    return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  }

  get #root(): Element {
    const element = this.#element
    return (isComponentElement(element) ? element.getShadowRoot() : null) ?? element
  }
  get #component(): GeneralComponent | undefined {
    const element = this.#element
    return isComponentElement(element) ? element : element.ownerShadowRoot?.getHostNode()
  }
}

const frameMs = 16

/** The segment of styles and classes that templates do not write: `StyleSegmentIndex.TEMP_EXTRA`. */
const scriptedSegment = 3

function styleText(style: unknown): string {
  if (!isRecord(style)) return textOf(style)
  return Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${textOf(value)}`)
    .join(';')
}

function words(names: unknown): string[] {
  return textOf(names).split(/\s+/).filter(Boolean)
}
