/** `this` of app code in a component or page. A separate object, so that nothing an app names can collide with the framework. */
import { Component, type Element, type GeneralComponent } from 'glass-easel'
import { pluginRootOf } from '../../bridge/plugin-paths.ts'
import { type AnyFunction, isFunction, isRecord } from '../values.ts'
import { isComponentElement } from './internals.ts'
import type { InstanceServices } from './services.ts'

/** Symbols and no private fields: libraries wrap `this` in proxies. */
export const elementOf = Symbol('element')
export const servicesOf = Symbol('services')
export const isCreated = Symbol('is created')

/** `export()` of `wx://component-export` stands beside the methods and is none of them. */
export const exportMethod = 'banyan:export'

export class Instance {
  readonly [elementOf]: GeneralComponent
  readonly [servicesOf]: InstanceServices;
  [isCreated] = false

  constructor(element: GeneralComponent, services: InstanceServices) {
    this[elementOf] = element
    this[servicesOf] = services
  }

  get is(): string {
    return this[elementOf].is
  }
  set is(value: unknown) {
    keepOwn(this, 'is', value)
  }
  get id(): string {
    return this[elementOf].id
  }
  set id(value: unknown) {
    keepOwn(this, 'id', value)
  }
  get dataset(): unknown {
    const element = this[elementOf]
    // Nodes without any share an empty one.
    if (Object.isFrozen(element.dataset)) element.dataset = {}
    return element.dataset
  }
  set dataset(value: unknown) {
    keepOwn(this, 'dataset', value)
  }
  get data(): Record<string, unknown> {
    return this[elementOf].data
  }
  set data(value: Record<string, unknown>) {
    Component.replaceWholeData(this[elementOf], value)
  }
  get properties(): Record<string, unknown> {
    return this[elementOf].data
  }
  set properties(value: Record<string, unknown>) {
    this.data = value
  }
  get __wxExparserNodeId__(): string {
    return this[servicesOf].nodeId(this[elementOf])
  }
  get __wxWebviewId__(): number {
    return this[servicesOf].pageId(this[elementOf])
  }

  setData(data: unknown, callback?: unknown): void {
    if (isRecord(data)) this[elementOf].setData(data)
    if (isFunction(callback)) this[servicesOf].afterRender(this[elementOf], () => callback.call(this))
  }

  /** As `setData`; in an observer it joins the change under way. */
  updateData(data: unknown): void {
    if (isRecord(data)) this[elementOf].updateData(data)
  }

  /** The changes made in `work` are rendered together. */
  groupSetData(work: unknown): void {
    if (isFunction(work)) this[elementOf].groupUpdates(() => work.call(this))
  }

  triggerEvent(name: unknown, detail?: unknown, options?: unknown): void {
    const { bubbles, composed, capturePhase } = isRecord(options) ? options : {}
    this[elementOf].triggerEvent(String(name), detail === undefined ? {} : detail, {
      bubbles: bubbles === true,
      composed: composed === true,
      capturePhase: capturePhase === true,
    })
  }

  hasBehavior(behavior: unknown): boolean {
    return this[servicesOf].hasBehavior(this[elementOf], behavior)
  }

  selectComponent(selector: unknown): unknown {
    const found = this[elementOf].getShadowRoot()?.querySelector(selectorText(selector))
    return exposed(found ?? null, this)
  }

  selectAllComponents(selector: unknown): unknown[] {
    const found = this[elementOf].getShadowRoot()?.querySelectorAll(selectorText(selector)) ?? []
    return found.map((element) => exposed(element, this)).filter((instance) => instance !== null)
  }

  selectOwnerComponent(): unknown {
    const owner = this[elementOf].ownerShadowRoot?.getHostNode()
    return owner === undefined ? null : exposed(owner, this)
  }

  getRelationNodes(key: unknown): unknown[] {
    return this[elementOf].getRelationNodes(String(key)).map((element) => element.getMethodCaller())
  }

  createSelectorQuery(): unknown {
    return this[servicesOf].createSelectorQuery(this[elementOf])
  }
  createIntersectionObserver(options?: unknown): unknown {
    return this[servicesOf].createIntersectionObserver(this[elementOf], options)
  }
  createMediaQueryObserver(): unknown {
    return this[servicesOf].createMediaQueryObserver(this[elementOf])
  }

  animate(selector: unknown, keyframes: unknown, duration: unknown, callback?: unknown): void {
    // In place of the callback there may be a scroll that drives the animation.
    this[servicesOf].animate(this[elementOf], 'animate', [selector, keyframes, duration, callback], callback)
  }
  clearAnimation(selector: unknown, options?: unknown, callback?: unknown): void {
    const [chosen, done] = isFunction(options) ? [undefined, options] : [options, callback]
    this[servicesOf].animate(this[elementOf], 'clearAnimation', [selector, chosen], done)
  }
  applyAnimatedStyle(...args: unknown[]): void {
    this[servicesOf].animatedStyle(this[elementOf], 'apply', args)
  }
  clearAnimatedStyle(...args: unknown[]): void {
    this[servicesOf].animatedStyle(this[elementOf], 'clear', args)
  }

  getTabBar(callback?: unknown): unknown {
    const tabBar = this[servicesOf].tabBar(this[elementOf])
    if (isFunction(callback)) callback.call(this, tabBar)
    return tabBar
  }

  getPageId(): string {
    return `pageId:${this.__wxWebviewId__}`
  }

  getOpenerEventChannel(): unknown {
    return this[servicesOf].openerEventChannel(this[elementOf])
  }

  get router(): unknown {
    return this[servicesOf].router(this.is)
  }
  set router(value: unknown) {
    keepOwn(this, 'router', value)
  }
  get pageRouter(): unknown {
    return this[servicesOf].router(this[servicesOf].pageRoute(this[elementOf]))
  }
  set pageRouter(value: unknown) {
    keepOwn(this, 'pageRouter', value)
  }
  get renderer(): string {
    return 'webview'
  }
  set renderer(value: unknown) {
    keepOwn(this, 'renderer', value)
  }

  setUpdatePerformanceListener(options: unknown, listener?: unknown): void {
    Reflect.deleteProperty(this, 'setData')
    if (isFunction(listener)) timeUpdates(this, isRecord(options) && options['withDataPaths'] === true, listener)
  }
  setPassiveEvent(_events: unknown): void {}
  getPassiveEvent(callback?: unknown): void {
    if (isFunction(callback)) callback.call(this, {})
  }
  setInitialRenderingCache(_data: unknown): void {}
  updateStyleIsolation(_isolation: unknown): void {}
}

let updates = 0

/** `setData` of this instance tells when a change was asked for and when it was on the screen. */
function timeUpdates(instance: Instance, withDataPaths: boolean, listener: AnyFunction): void {
  const update = instance.setData.bind(instance)
  keepOwn(instance, 'setData', (data: unknown, callback?: unknown) => {
    const started = Date.now()
    updates += 1
    const result: Record<string, unknown> = {
      updateProcessId: updates,
      isMergedUpdate: false,
      pendingStartTimestamp: started,
      updateStartTimestamp: started,
    }
    if (withDataPaths)
      result['dataPaths'] = Object.keys(isRecord(data) ? data : {}).map((path) => path.split(/[.[\]]+/).filter(Boolean))
    update(data, callback)
    instance[servicesOf].afterRender(instance[elementOf], () =>
      listener.call(instance, { ...result, updateEndTimestamp: Date.now() }),
    )
  })
}

/** What another component may have of an element: its instance, or what its `export()` gives when it has the export behavior. */
function exposed(element: Element | null, asker: Instance): unknown {
  if (!isComponentElement(element)) return null
  const instance: unknown = element.getMethodCaller()
  const services = asker[servicesOf]
  const isForeign = pluginRootOf(element.is) !== pluginRootOf(asker.is)
  if (
    services.hasBehavior(element, 'wx://component-export') &&
    element.ownerShadowRoot !== null &&
    isRecord(instance)
  ) {
    const exporter = instance[exportMethod] ?? instance['export']
    if (isFunction(exporter)) return exporter.call(instance)
  }
  // An app and its plugins do not see into each other.
  return isForeign ? null : instance
}

function selectorText(selector: unknown): string {
  return typeof selector === 'string' ? selector : ''
}

/** `this.id = options.id` in `onLoad` is everyday code: what an app writes is its own from then on. */
function keepOwn(instance: object, name: string, value: unknown): void {
  Object.defineProperty(instance, name, { value, writable: true, enumerable: true, configurable: true })
}
