/** What WXS code has besides the language: two constructors, names of types, and ComponentDescriptor. */
import type { Element, GeneralComponent } from 'glass-easel'
import { isFunction, isRecord, textOf } from '../values.ts'
import { isComponentElement } from './internals.ts'
import { Layout } from './wxs-layout.ts'

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
  readonly #layout: Layout | undefined

  constructor(element: Element, layout?: Layout) {
    this.#element = element
    this.#layout = layout
  }

  selectComponent(selector: unknown): ComponentDescriptor | null {
    const found = this.#root.querySelector(textOf(selector))
    return found === null ? null : new ComponentDescriptor(found, this.#layout)
  }
  selectAllComponents(selector: unknown): ComponentDescriptor[] {
    return this.#root
      .querySelectorAll(textOf(selector))
      .map((element) => new ComponentDescriptor(element, this.#layout))
  }

  setStyle(style: unknown): void {
    if (!this.#isTrial) this.#element.setNodeStyle(styleText(style), scriptedSegment)
  }
  addClass(names: unknown): void {
    this.#toggleClasses(names, true)
  }
  removeClass(names: unknown): void {
    this.#toggleClasses(names, false)
  }
  #toggleClasses(names: unknown, isOn: boolean): void {
    if (this.#isTrial) return
    for (const name of words(names)) this.#element.toggleNodeClass(name, isOn, scriptedSegment)
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
    return this.#isTrial ? { ...state } : state
  }

  callMethod(name: unknown, args?: unknown): void {
    if (this.#isTrial) return
    const component = this.#component
    const caller: unknown = component?.getMethodCaller()
    const method = isRecord(caller) ? caller[textOf(name)] : undefined
    if (isFunction(method)) method.call(caller, args)
  }
  triggerEvent(name: unknown, detail?: unknown, options?: unknown): void {
    if (this.#isTrial) return
    const { bubbles, composed, capturePhase } = isRecord(options) ? options : {}
    this.#element.triggerEvent(textOf(name), detail ?? {}, {
      bubbles: bubbles === true,
      composed: composed === true,
      capturePhase: capturePhase === true,
    })
  }

  requestAnimationFrame(work: unknown): void {
    if (isFunction(work) && !this.#isTrial) setTimeout(() => work.call(undefined), frameMs)
  }
  setTimeout(work: unknown, delayMs?: unknown): unknown {
    return isFunction(work) && !this.#isTrial ? setTimeout(() => work.call(undefined), Number(delayMs) || 0) : undefined
  }
  clearTimeout(id: unknown): void {
    if (typeof id === 'number') clearTimeout(id)
  }

  getComputedStyle(names: unknown): Record<string, unknown> {
    const list = Array.isArray(names) ? names.map(textOf) : []
    return (this.#layout ?? new Layout()).style(this.#element, list)
  }
  getBoundingClientRect(): Record<string, unknown> {
    return (this.#layout ?? new Layout()).rect(this.#element)
  }

  get #isTrial(): boolean {
    return this.#layout?.isTrial === true
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
