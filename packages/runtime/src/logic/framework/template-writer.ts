/**
 * How a compiled template writes to nodes. The framework's own writer makes these functions anew for every component instance, takes
 * `on…` attributes for events and loses dashes in event names; these are shared by all instances and do as WeChat does.
 */
import { Component, type Element, type GeneralComponent, NativeNode, type ShadowedEvent } from 'glass-easel'
import type { Hearing, TreeNode } from '../backend/tree-node.ts'
import { type AnyFunction, isFunction, isRecord, textOf } from '../values.ts'
import { appEvent, elementBehind, noteReturned } from './events.ts'
import { Instance, isCreated, servicesOf } from './instance.ts'
import { isUnheard, treeNodeOf } from './internals.ts'
import { ComponentDescriptor } from './wxs.ts'
import { type Measure, runScript } from './wxs-layout.ts'

type DataPath = readonly (string | number)[]

interface TemplateWriter {
  c: unknown
  i: unknown
  p: unknown
  r: unknown
  v: unknown
  wl: unknown
  y: unknown
}
type Generator = (writer: TemplateWriter, isCreation: boolean, data: unknown, changes: unknown) => unknown

/** The `template` of a definition, from what the compiler made of the WXML. */
export function componentTemplate(compiled: unknown): Record<string, unknown> | undefined {
  const generate: unknown = isFunction(compiled) ? compiled('') : undefined
  if (!isGenerator(generate)) return undefined
  const adapted: Generator = (writer, isCreation, data, changes) => {
    if (writer.r !== setProperty) {
      writer.c = setClass
      writer.i = setId
      writer.p = watchProperty
      writer.r = setProperty
      writer.v = setHandler
      writer.wl = setWorklet
      writer.y = setStyle
    }
    return generate(writer, isCreation, data, changes)
  }
  return { content: () => adapted }
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === 'function'
}

function setClass(element: Element, value: string | string[]): void {
  if (Component.isComponent(element) && element.hasExternalClass('class')) element.setExternalClass('class', value)
  element.setNodeClass(value)
  reportChange(element, 'class', value)
}

function setId(element: Element, value: string): void {
  element.id = value
  reportChange(element, 'id', value)
}

function setStyle(element: Element, value: unknown): void {
  if (!(Component.isComponent(element) && setComponentProperty(element, 'style', value))) {
    element.setNodeStyle(textOf(value), 0)
  }
  reportChange(element, 'style', value)
}

function setProperty(
  element: Element,
  name: string,
  value: unknown,
  modelPath?: DataPath | null,
  handlerPath?: DataPath | null,
): void {
  if (Component.isComponent(element)) writeToComponent(element, name, value, modelPath, handlerPath)
  else if (NativeNode.isNativeNode(element)) writeToNative(element, name, value, modelPath, handlerPath)
  reportChange(element, name, value)
}

function writeToComponent(
  element: GeneralComponent,
  name: string,
  value: unknown,
  modelPath?: DataPath | null,
  handlerPath?: DataPath | null,
): void {
  if (setComponentProperty(element, name, value)) {
    if (modelPath === undefined) return
    const listener = modelPath === null ? () => {} : (changed: unknown) => writeModel(element, modelPath, changed)
    Component.getDataProxy(element).setModelBindingListener(camelCase(name), listener)
  } else if (element.hasExternalClass(name)) {
    element.setExternalClass(name, textOf(value))
  } else if (!setHandlerByName(element, name, value, handlerPath) && isHostAttribute(name)) {
    treeNodeOf(element)?.setAttribute(name, value)
  }
}

function writeToNative(
  element: NativeNode,
  name: string,
  value: unknown,
  modelPath?: DataPath | null,
  handlerPath?: DataPath | null,
): void {
  if (setHandlerByName(element, name, value, handlerPath)) return
  element.updateAttribute(name, value)
  if (modelPath) element.setModelBindingListener(name, (changed) => writeModel(element, modelPath, changed))
}

/**
 * Properties are known before the first rendering, which saves rendering twice; `created` still comes before any observer, as WeChat
 * promises.
 */
function setComponentProperty(element: GeneralComponent, name: string, value: unknown): boolean {
  const instance: unknown = element.getMethodCaller()
  if (instance instanceof Instance && !instance[isCreated]) runCreated(element)
  const group = Component.getDataProxy(element)
  return group.replaceProperty(camelCase(name), value) || (name.includes('-') && group.replaceProperty(name, value))
}

/** The life time `created` of definitions is kept under this name, see `setComponentProperty`. */
export const createdLifetime = 'banyan:created'

export function runCreated(element: GeneralComponent): void {
  const instance: unknown = element.getMethodCaller()
  if (!(instance instanceof Instance) || instance[isCreated]) return
  instance[isCreated] = true
  element.triggerLifetime(createdLifetime, [])
}

function writeModel(element: Element, path: DataPath, value: unknown): void {
  const host = element.ownerShadowRoot?.getHostNode()
  if (host === undefined) return
  const group = Component.getDataProxy(host)
  group.replaceDataOnPath([...path], value)
  group.applyDataUpdates(false)
}

/** Attributes that mean something on any host element. */
function isHostAttribute(name: string): boolean {
  return name === 'hidden' || name === 'role' || name.startsWith('aria-')
}

/** One object for each way of listening, so that the rows of a list share it. */
const hearings = new Map<string, (Hearing | undefined)[]>()
const hearingsByAttribute = new Map<string, Hearing | undefined>()

function hearingOf(event: string, final: boolean, mutated: boolean, capture: boolean): Hearing {
  let ways = hearings.get(event)
  if (ways === undefined) {
    ways = []
    hearings.set(event, ways)
  }
  const way = (final ? 1 : 0) + (mutated ? 2 : 0) + (capture ? 4 : 0)
  return (ways[way] ??= { event, options: { final, mutated, capture } })
}

function hearingOfAttribute(attribute: string): Hearing | undefined {
  if (hearingsByAttribute.has(attribute)) return hearingsByAttribute.get(attribute)
  const [, capture, verb, event] = /^(capture-)?(bind|catch|mut-bind):?(.+)$/.exec(attribute) ?? []
  const hearing =
    event === undefined ? undefined : hearingOf(event, verb === 'catch', verb === 'mut-bind', capture !== undefined)
  hearingsByAttribute.set(attribute, hearing)
  return hearing
}

function setHandlerByName(element: Element, attribute: string, value: unknown, path?: DataPath | null): boolean {
  const hearing = hearingOfAttribute(attribute)
  if (hearing === undefined) return false
  replaceHandler(element, hearing, value, path)
  return true
}

function setHandler(
  element: Element,
  event: string,
  value: unknown,
  isFinal: boolean,
  isMutated: boolean,
  isCapture: boolean,
  isDynamic: boolean,
  path?: DataPath | null,
): void {
  const hearing = hearingOf(event, isFinal, isMutated, isCapture)
  if (isDynamic) {
    replaceHandler(element, hearing, value, path)
    return
  }
  const listener = listenerOf(value, hearing, path)
  if (listener !== undefined) element.addListener(event, listener, hearing.options)
}

/** For the few elements without a node of their own: those of virtual hosts. */
const handlersOfVirtual = new WeakMap<Element, NonNullable<TreeNode['handlers']>>()

function replaceHandler(element: Element, hearing: Hearing, value: unknown, path?: DataPath | null): void {
  const listener = listenerOf(value, hearing, path)
  const node = treeNodeOf(element)
  const handlers = node === undefined ? handlersOfVirtual.get(element) : node.handlers
  const at = handlers?.findIndex((bound) => bound.hearing === hearing) ?? -1
  const bound = handlers?.[at]
  if (bound?.listener === listener) return
  if (handlers !== undefined && bound !== undefined) {
    element.removeListener(hearing.event, bound.listener, hearing.options)
    handlers.splice(at, 1)
  }
  if (listener !== undefined) {
    element.addListener(hearing.event, listener, hearing.options)
    if (handlers !== undefined) handlers.push({ hearing, listener })
    else if (node === undefined) handlersOfVirtual.set(element, [{ hearing, listener }])
    else node.handlers = [{ hearing, listener }]
  } else if (isUnheard(element, hearing.event, hearing.options.capture)) {
    node?.endListening(hearing.event, hearing.options.capture)
  }
}

/** `worklet:name="method"` on a built-in: a worklet is an ordinary method here, called with what happened. */
function setWorklet(element: Element, name: string, value: unknown): void {
  if (!NativeNode.isNativeNode(element)) return
  if (name.startsWith('should')) {
    const questions = workletQuestions.get(element) ?? {}
    workletQuestions.set(element, { ...questions, [camelCase(name)]: textOf(value) })
    return
  }
  replaceHandler(element, hearingOf(`worklet:${name}`, false, false, false), (event: unknown) =>
    runWorklet(element, textOf(value), event),
  )
}

/** What a gesture handler asks the app before it goes on: name of the question -> method. */
const workletQuestions = new WeakMap<Element, Readonly<Record<string, string>>>()
const refusedGestures = new WeakSet<Element>()

function runWorklet(element: NativeNode, method: string, event: unknown): void {
  const instance: unknown = element.ownerShadowRoot?.getHostNode().getMethodCaller()
  const detail = isRecord(event) ? event['detail'] : undefined
  const call = (name: string | undefined, argument: unknown): unknown => {
    const worklet = isRecord(instance) && name !== undefined ? instance[name] : undefined
    return isFunction(worklet) ? worklet.call(instance, argument) : undefined
  }
  if (element.is === 'scroll-view' || element.is === 'swiper') {
    call(method, event)
    return
  }
  const state = isRecord(detail) ? detail['state'] : undefined
  const questions = workletQuestions.get(element)
  if (questions !== undefined && typeof state === 'number') {
    // 0 is a finger that has come down, 1 a gesture that begins, 2 one that goes on.
    if (state === 0) refusedGestures.delete(element)
    if (state === 1 && call(questions['shouldAcceptGesture'], detail) === false) refusedGestures.add(element)
    if (state === 2 && call(questions['shouldResponseOnMove'], detail) === false) return
    if (refusedGestures.has(element)) return
  }
  call(method, detail)
}

type Listener = (event: ShadowedEvent<unknown>) => boolean | void
const namedListeners = new Map<string, Listener>()
const maxNamedListeners = 10_000

/** One listener serves every element that names the same handler. `catch:touchmove=""` calls nothing, but it stops the event. */
function listenerOf(value: unknown, hearing: Hearing, path?: DataPath | null): Listener | undefined {
  if (isFunction(value)) return (event) => deliver(value, event, path)
  const name = textOf(value)
  if (name === '' && !hearing.options.final) return undefined
  let listener = namedListeners.get(name)
  if (listener === undefined) {
    listener = (event) => deliver(name, event)
    if (namedListeners.size < maxNamedListeners) namedListeners.set(name, listener)
  }
  return listener
}

/** The result of an app's handler means nothing but for `input`, as in WeChat; a WXS handler may stop the event by returning `false`. */
function deliver(handler: string | AnyFunction, event: ShadowedEvent<unknown>, path?: DataPath | null): boolean | void {
  const element = elementBehind(event.currentTarget)
  const host = element.ownerShadowRoot?.getHostNode()
  if (host === undefined || handler === '') return undefined
  const given = appEvent(event, element)
  const instance: unknown = host.getMethodCaller()
  if (isFunction(handler)) {
    const result = runScript(handler, measureBy(instance), (layout) => {
      const scripted = { ...given, instance: new ComponentDescriptor(element, layout) }
      return handler.call(instance, scripted, new ComponentDescriptor(host, layout))
    })
    if (!isScriptPath(path)) noteReturned(result)
    return result === false ? false : undefined
  }
  const method = isRecord(instance) ? instance[handler] : undefined
  if (isFunction(method)) noteReturned(method.call(instance, given))
  else console.warn(`Component "${host.is}" does not have a method "${handler}" to handle event "${event.type}".`)
  return undefined
}

/** The compiler says where a function comes from, 1 a WXS file, 2 a `<wxs>` element, but not behind operators: `{{off || w.drag}}`. */
function isScriptPath(path: DataPath | null | undefined): boolean {
  return path?.[0] === 1 || path?.[0] === 2
}

interface Watcher {
  listener: AnyFunction
  oldValue: unknown
}
const watchers = new WeakMap<Element, Map<string, Watcher>>()
let hasWatchers = false

/** `change:name="{{wxs.function}}"` */
function watchProperty(element: Element, name: string, listener: unknown): void {
  if (!isFunction(listener)) return
  hasWatchers = true
  let known = watchers.get(element)
  if (known === undefined) {
    known = new Map()
    watchers.set(element, known)
  }
  const watcher = known.get(name)
  if (watcher === undefined) known.set(name, { listener, oldValue: undefined })
  else watcher.listener = listener
}

function reportChange(element: Element, name: string, value: unknown): void {
  if (!hasWatchers) return
  const watcher = watchers.get(element)?.get(name)
  const host = element.ownerShadowRoot?.getHostNode()
  if (watcher === undefined || host === undefined || watcher.oldValue === value) return
  const { oldValue, listener } = watcher
  watcher.oldValue = value
  if (reports.length === 0) queueMicrotask(reportChanges)
  reports.push({ element, host, listener, value, oldValue })
}

interface Report {
  element: Element
  host: GeneralComponent
  listener: AnyFunction
  value: unknown
  oldValue: unknown
}
let reports: Report[] = []
/** Functions that change what they watch must not hang the app. */
const maxReportRounds = 100

/** WXS hears of changes when the tree around the element is complete, and before the view is told of it. */
export function reportChanges(): void {
  for (let round = 0; reports.length > 0 && round < maxReportRounds; round += 1) {
    const told = reports
    reports = []
    for (const report of told) tellChange(report)
  }
}

function tellChange({ element, host, listener, value, oldValue }: Report): void {
  try {
    runScript(listener, measureBy(host.getMethodCaller()), (layout) =>
      listener.call(
        undefined,
        value,
        oldValue,
        new ComponentDescriptor(host, layout),
        new ComponentDescriptor(element, layout),
      ),
    )
  } catch (error) {
    console.error(error)
  }
}

function measureBy(instance: unknown): Measure {
  return (items) => (instance instanceof Instance ? instance[servicesOf].measure(items) : Promise.resolve())
}

const camelNames = new Map<string, string>()

function camelCase(name: string): string {
  let camel = camelNames.get(name)
  if (camel === undefined) {
    camel = name.replace(/-(.|$)/g, (_, letter: string) => letter.toUpperCase())
    camelNames.set(name, camel)
  }
  return camel
}
