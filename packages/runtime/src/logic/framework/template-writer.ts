/**
 * How a compiled template writes to nodes. The framework's own writer makes these functions anew for every component instance, takes
 * `on…` attributes for events and loses dashes in event names; these are shared by all instances and do as WeChat does.
 */
import { Component, type Element, type GeneralComponent, NativeNode, type ShadowedEvent } from 'glass-easel'
import { type AnyFunction, isFunction, isRecord, textOf } from '../values.ts'
import { appEvent } from './events.ts'
import { Instance, isCreated } from './instance.ts'
import { isUnheard, treeNodeOf } from './internals.ts'
import { ComponentDescriptor } from './wxs.ts'

type DataPath = readonly (string | number)[]

interface TemplateWriter {
  c: unknown
  i: unknown
  p: unknown
  r: unknown
  v: unknown
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

interface HandlerName {
  event: string
  isFinal: boolean
  isMutated: boolean
  isCapture: boolean
}
const handlerNames = new Map<string, HandlerName | undefined>()

function handlerNameOf(attribute: string): HandlerName | undefined {
  if (handlerNames.has(attribute)) return handlerNames.get(attribute)
  const match = /^(capture-)?(bind|catch|mut-bind):?(.+)$/.exec(attribute)
  const [, capture, verb, event] = match ?? []
  const name =
    event === undefined
      ? undefined
      : { event, isFinal: verb === 'catch', isMutated: verb === 'mut-bind', isCapture: capture !== undefined }
  handlerNames.set(attribute, name)
  return name
}

function setHandlerByName(element: Element, attribute: string, value: unknown, path?: DataPath | null): boolean {
  const name = handlerNameOf(attribute)
  if (name === undefined) return false
  setHandler(element, name.event, value, name.isFinal, name.isMutated, name.isCapture, true, path)
  return true
}

interface DynamicHandler {
  handler: string | AnyFunction
  isListening: boolean
  listener: (event: ShadowedEvent<unknown>) => boolean | void
}
const dynamicHandlers = new WeakMap<Element, Map<string, DynamicHandler>>()

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
  const handler = isFunction(value) ? value : textOf(value)
  const options = { final: isFinal, mutated: isMutated, capture: isCapture }
  // `catch:touchmove=""` calls nothing, but it stops the event.
  const isWanted = handler !== '' || isFinal
  if (!isDynamic) {
    if (isWanted) element.addListener(event, (given) => deliver(element, handler, given, path), options)
    return
  }
  let handlers = dynamicHandlers.get(element)
  if (handlers === undefined) {
    handlers = new Map()
    dynamicHandlers.set(element, handlers)
  }
  const key = `${isCapture ? 'c' : 'b'}${isFinal ? 'f' : isMutated ? 'm' : 'n'}${event}`
  let known = handlers.get(key)
  if (known === undefined) {
    const created: DynamicHandler = {
      handler,
      isListening: false,
      listener: (given) => deliver(element, created.handler, given, path),
    }
    known = created
    handlers.set(key, known)
  }
  known.handler = handler
  if (known.isListening === isWanted) return
  known.isListening = isWanted
  if (isWanted) element.addListener(event, known.listener, options)
  else {
    element.removeListener(event, known.listener, options)
    if (isUnheard(element, event, isCapture)) treeNodeOf(element)?.endListening(event, isCapture)
  }
}

/** The result of an app's handler means nothing, as in WeChat; a WXS handler may stop the event by returning `false`. */
function deliver(
  element: Element,
  handler: string | AnyFunction,
  event: ShadowedEvent<unknown>,
  path?: DataPath | null,
): boolean | void {
  const host = element.ownerShadowRoot?.getHostNode()
  if (host === undefined || handler === '') return undefined
  const given = appEvent(event, element)
  const instance: unknown = host.getMethodCaller()
  if (isFunction(handler)) {
    if (!isScriptPath(path)) {
      handler.call(instance, given)
      return undefined
    }
    const scripted = { ...given, instance: new ComponentDescriptor(element) }
    return handler.call(undefined, scripted, new ComponentDescriptor(host)) === false ? false : undefined
  }
  const method = isRecord(instance) ? instance[handler] : undefined
  if (isFunction(method)) method.call(instance, given)
  else console.warn(`Component "${host.is}" does not have a method "${handler}" to handle event "${event.type}".`)
  return undefined
}

/** The compiler says where a function of a template comes from: 1 a WXS file, 2 a `<wxs>` element. */
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
  const { oldValue } = watcher
  watcher.oldValue = value
  try {
    watcher.listener.call(undefined, value, oldValue, new ComponentDescriptor(host), new ComponentDescriptor(element))
  } catch (error) {
    console.error(error)
  }
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
