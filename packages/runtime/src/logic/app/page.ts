/** One page of the stack: its component, its frame, its life cycle. */
import {
  Component,
  Element,
  type GeneralComponent,
  type GeneralComponentDefinition,
  type ShadowRoot,
} from 'glass-easel'
import type { FromView } from '../../bridge/view-messages.ts'
import type { AppSpace } from '../framework/space.ts'
import { hasLifetime, treeNodeOf } from '../framework/internals.ts'
import { PageLink } from '../link/page-link.ts'
import type { Port } from '../link/port.ts'
import { isFunction, isRecord } from '../values.ts'
import type { EventChannel } from './event-channel.ts'

export interface PageOpening {
  id: number
  route: string
  query: Readonly<Record<string, string>>
  port: Port
  openerChannel: EventChannel | undefined
  reachBottomDistance: number
}

export interface PageSurroundings {
  space: AppSpace
  onError(error: unknown): void
  onReady(page: AppPage): void
}

export class AppPage {
  readonly id: number
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  readonly openerChannel: EventChannel | undefined
  readonly link: PageLink
  readonly element: GeneralComponent
  /** `this` of the page's functions; what `getCurrentPages()` gives. */
  readonly instance: object
  private readonly surroundings: PageSurroundings
  private tabBarElement: GeneralComponent | undefined
  private attached: GeneralComponent[] = []
  isShown = false
  private isReady = false

  constructor(
    opening: PageOpening,
    definition: GeneralComponentDefinition,
    surroundings: PageSurroundings,
    onCreating: (page: AppPage) => unknown,
  ) {
    const { id, route, query, port, openerChannel } = opening
    this.id = id
    this.route = route
    this.query = query
    this.openerChannel = openerChannel
    this.surroundings = surroundings
    this.link = new PageLink(port, surroundings.space.scopes, {
      onMessage: (message) => this.receive(message),
      onShown: () => this.shown(),
      onError: (error) => surroundings.onError(error),
    })
    onCreating(this)
    this.element = this.create(definition)
    this.instance = this.equip()
    this.link.send({
      type: 'pageOptions',
      reportsScroll: this.has('onPageScroll'),
      reachBottomDistance: opening.reachBottomDistance,
    })
  }

  /** The instance of the app's own tab bar on this page. */
  get tabBar(): unknown {
    return this.tabBarElement?.getMethodCaller()
  }

  /** The app's own tab bar stands beside the page's content, each tab page has one. */
  addTabBar(definition: GeneralComponentDefinition): void {
    const { tree } = this.link
    const element = Component.createWithContext('custom-tab-bar', definition, tree)
    const node = treeNodeOf(element)
    if (node !== undefined) tree.getRootNode().appendChild(node)
    this.tabBarElement = element.general()
  }

  /** Attached, then `onLoad`, as WeChat does. */
  load(): void {
    Element.pretendAttached(this.element)
    if (this.tabBarElement !== undefined) Element.pretendAttached(this.tabBarElement)
    this.call('onLoad', { ...this.query })
    this.link.wantShown()
  }

  show(): void {
    if (this.isShown) return
    this.isShown = true
    this.call('onShow', {})
    this.pageLifetime('show')
  }

  /** The change of pages that brought it to the top is over. */
  routeDone(): void {
    this.call('onRouteDone')
    this.pageLifetime('routeDone')
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.call('onHide')
    this.pageLifetime('hide')
  }

  unload(): void {
    this.call('onUnload')
    for (const element of [this.tabBarElement, this.element]) {
      if (element !== undefined) this.guard(() => Element.pretendDetached(element))
    }
    this.link.close()
  }

  /** Calls a function of the page, when it has it. An error in it is reported and goes no further. */
  call(name: string, ...args: readonly unknown[]): unknown {
    const method: unknown = Reflect.get(this.instance, name)
    return isFunction(method) ? this.guard(() => method.apply(this.instance, [...args])) : undefined
  }

  noteAttached(element: GeneralComponent): void {
    if (!hasLifetime(element, 'ready')) return
    this.attached.push(element)
    if (this.isReady) this.link.wantShown()
  }

  private create(definition: GeneralComponentDefinition): GeneralComponent {
    return Component.createWithContext(this.route, definition, this.link.tree, (element) => {
      const group = Component.getDataProxy(element)
      const isSet = Object.entries(this.query).map(([name, value]) => group.replaceProperty(name, value))
      if (isSet.includes(true)) group.applyDataUpdates()
    })
  }

  private equip(): object {
    const instance: object = this.element.getMethodCaller()
    const fields = { ...this.surroundings.space.extrasOf(this.route), options: { ...this.query }, route: this.route }
    for (const [name, value] of Object.entries({ ...fields, __route__: this.route })) {
      Object.defineProperty(instance, name, { value, writable: true, configurable: true, enumerable: true })
    }
    return instance
  }

  private receive(message: FromView): void {
    switch (message.type) {
      case 'pageScroll':
        this.call('onPageScroll', { scrollTop: message.scrollTop })
        return
      case 'reachBottom':
        this.call('onReachBottom')
        return
      case 'pullDownRefresh':
        this.call('onPullDownRefresh')
        return
      case 'resize':
        this.call('onResize', { size: message.size })
        this.pageLifetime('resize', { size: message.size })
        return
      case 'fault':
        this.surroundings.onError(Object.assign(new Error(message.message), { stack: message.stack }))
        return
      default:
    }
  }

  private shown(): void {
    const attached = this.attached
    this.attached = []
    for (const element of childrenFirst(attached)) {
      if (Element.isAttached(element)) element.triggerLifetime('ready', [])
    }
    if (this.isReady) return
    this.isReady = true
    this.call('onReady')
    this.surroundings.onReady(this)
    this.routeDone()
  }

  private has(name: string): boolean {
    return isRecord(this.instance) && isFunction(this.instance[name])
  }

  private pageLifetime(name: string, ...args: readonly unknown[]): void {
    for (const element of [this.element, this.tabBarElement]) {
      this.guard(() => element?.triggerPageLifetime(name, [...args]))
    }
  }

  private guard<Result>(work: () => Result): Result | undefined {
    try {
      return work()
    } catch (error) {
      this.surroundings.onError(error)
      return undefined
    }
  }
}

/** Components come in the order of the document, parents first; `ready` goes from the inside out. */
function childrenFirst(elements: readonly GeneralComponent[]): GeneralComponent[] {
  const done: GeneralComponent[] = []
  const open: GeneralComponent[] = []
  for (const element of elements) {
    for (let last = open.at(-1); last !== undefined && !isInside(element, last); last = open.at(-1)) {
      open.pop()
      done.push(last)
    }
    open.push(element)
  }
  return [...done, ...open.toReversed()]
}

function isInside(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at !== null;) {
    if (at === outer) return true
    const shadowRoot: ShadowRoot | null = at.asShadowRoot()
    at = shadowRoot === null ? at.parentNode : shadowRoot.getHostNode()
  }
  return false
}
