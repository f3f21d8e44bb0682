/** One running app in its worker: code, components, pages and the host, brought together. */
import type { Element, GeneralComponent } from 'glass-easel'
import type { StartMessage, TransitionMessage } from '../../bridge/host-messages.ts'
import { logicAreas } from '../../api/logic-areas.ts'
import type { BrowserParts } from '../browser-parts.ts'
import type { LogicArea, LogicContext } from '../context.ts'
import type { AnimatedStyles } from '../framework/animated-styles.ts'
import { Listeners } from '../emitter.ts'
import type { LogicEnvironment } from '../environment.ts'
import { platform } from '../platform.ts'
import { animateNodes, styleNodes } from '../framework/animations.ts'
import { reportFrameworkErrors } from '../framework/errors.ts'
import { scopeOfInstance, SelectorQuery } from '../framework/selector-query.ts'
import { observeIntersection, observeMedia } from '../framework/observers.ts'
import type { NodeMakers } from '../framework/node-makers.ts'
import { measureElements } from '../framework/measure-elements.ts'
import type { InstanceServices } from '../framework/services.ts'
import type { Measure } from '../framework/wxs-layout.ts'
import { AppSpace } from '../framework/space.ts'
import { HostLink } from '../link/host-link.ts'
import type { PageLink } from '../link/page-link.ts'
import { CodeStore } from '../modules/code-store.ts'
import { isFunction, isRecord } from '../values.ts'
import { AppLife } from './app-life.ts'
import { EventChannel } from './event-channel.ts'
import { Faults } from './faults.ts'
import { LaterAreas } from './later-areas.ts'
import { Packages } from './packages.ts'
import { AppPage } from './page.ts'
import { addOwnTabBar, reachBottomDistanceOf } from './page-config.ts'
import { pageServices } from './page-services.ts'
import { RouteEvents } from './route-events.ts'
import { AppRouter } from './router.ts'
import { pageRouterObject } from './router-object.ts'

export class LogicApp implements InstanceServices {
  readonly wx: Record<string, unknown> = {}
  readonly code: CodeStore
  readonly faults: Faults
  readonly life: AppLife
  private readonly start: StartMessage
  private readonly onEntry: (path: string) => void
  private readonly browser: BrowserParts
  readonly hostLink: HostLink
  readonly packages: Packages
  readonly space: AppSpace
  readonly appRouter: AppRouter
  private readonly routeEvents = new RouteEvents((name, value) => this.appEvents.emit(name, value))
  private readonly appEvents: Listeners
  private readonly hostEvents: Listeners
  private readonly pages = new Map<number, AppPage>()
  private readonly pageOfTree = new WeakMap<object, AppPage>()
  private readonly nodeIds = new WeakMap<object, string>()
  private stack: readonly number[] = []
  private entries: string[] = []
  private nextNodeId = 1
  private readonly context: LogicContext
  private readonly laterAreas: LaterAreas
  private readonly nodeMakers: NodeMakers = new Map()
  private animatedStyles: AnimatedStyles | undefined

  constructor(start: StartMessage, { host, browser, globals }: LogicEnvironment) {
    // Older frameworks ask which page's file is running.
    this.onEntry = (path) => Reflect.set(globals, '__wxRoute', path)
    this.start = start
    this.browser = browser
    const { config, launch } = start
    this.hostLink = new HostLink(host, () => this.stack.at(-1) ?? 0)
    this.packages = new Packages(
      config,
      (root) => this.hostLink.send({ type: 'loadPackage', root }),
      (root) => this.code.has(root),
    )
    this.faults = new Faults({
      send: (fault) => this.hostLink.send(fault),
      mapStack: (stack) => this.code.mapStack(stack),
      tell: (kind, value) => this.life.tell(kind, value),
    })
    this.code = new CodeStore(this.packages, this.faults.error)
    this.appEvents = new Listeners(this.faults.error)
    this.hostEvents = new Listeners(this.faults.error)
    this.life = new AppLife(launch, this.appEvents, (work) => this.guard(work))
    this.appRouter = new AppRouter(
      config,
      (request) => this.hostLink.send(request),
      () => this.stackPages(),
    )
    this.space = new AppSpace(
      {
        configOf: (path) => this.code.configOf(path),
        templateOf: (path) => this.code.templateOf(path),
        run: (path) => this.runEntry(path),
      },
      this,
    )
    this.space.setComponentWaitingListener((_isPublic, path) => void this.awaitComponent(path))
    reportFrameworkErrors(this.faults.error)
    this.hostEvents.on('themeChange', (value) => this.life.tell('themeChange', value))
    this.context = this.createContext()
    for (const area of logicAreas) Object.assign(this.wx, area(this.context))
    this.laterAreas = new LaterAreas(this.wx, () => this.hostLink.send({ type: 'loadLater' }))
  }

  addLaterAreas(areas: readonly LogicArea[]): void {
    const members: Record<string, unknown> = {}
    for (const area of areas) Object.assign(members, area(this.context))
    this.laterAreas.arrived(members)
  }

  get router(): (base: string) => unknown {
    return (base) => pageRouterObject(this.wx, this.appRouter, base)
  }

  hostEvent(name: string, value: unknown): void {
    this.hostEvents.emit(name, value)
  }

  /** app.js, `onLaunch`, `onShow`. */
  launch(): void {
    if (this.code.hasModule('app.js')) this.guard(() => void this.code.run('app.js'))
    this.life.launch(this.start.launch)
  }

  readonly component = (given: unknown): string => {
    const path = this.definedPath()
    if (isRecord(given) && path !== undefined) this.space.registerComponent(path, given)
    return path ?? ''
  }

  readonly page = (given: unknown): void => {
    const path = this.definedPath()
    if (isRecord(given) && path !== undefined) this.space.registerPage(path, given)
  }

  readonly behavior = (given: unknown): unknown => this.space.defineAppBehavior(isRecord(given) ? given : {})

  readonly currentPages = (): object[] => this.stackPages().map(({ instance }) => instance)

  appShow(options: StartMessage['launch'] | undefined): void {
    this.life.show(options)
    this.top()?.show()
  }

  appHide(): void {
    this.top()?.hide()
    this.life.hide()
  }

  /** Hide, unload, then open or show: the order of WeChat's life cycles. */
  transition(message: TransitionMessage): void {
    const { requestId, hide, unload, open, show, stack, tabItem } = message
    const shown = show === undefined ? undefined : this.pages.get(show)
    const target = open === undefined ? shown : { id: open.pageId, route: open.route, query: open.query }
    const tell = target === undefined ? undefined : this.routeEvents.begin(message.openType, target)
    tell?.('beforeAppRoute')
    tell?.('appRoute')
    if (hide !== undefined) this.pages.get(hide)?.hide()
    for (const id of unload) {
      const page = this.pages.get(id)
      this.routeEvents.unload(page, () => {
        this.pages.delete(id)
        page?.unload()
      })
    }
    this.stack = stack
    const channel = open === undefined ? undefined : this.open(open, message.openType, tell)
    shown?.show()
    shown?.routeDone()
    if (shown !== undefined) tell?.('appRouteDone')
    if (tabItem !== undefined) this.top()?.call('onTabItemTap', tabItem)
    this.appRouter.settle(requestId, channel === undefined ? undefined : { eventChannel: channel })
  }

  // What instances need, see `InstanceServices`.

  nodeId(element: GeneralComponent): string {
    let id = this.nodeIds.get(element)
    if (id === undefined) {
      id = `node-${this.nextNodeId}`
      this.nextNodeId += 1
      this.nodeIds.set(element, id)
    }
    return id
  }

  pageId(element: GeneralComponent): number {
    return this.pageOf(element)?.id ?? 0
  }

  pageRoute(element: GeneralComponent): string {
    return this.pageOf(element)?.route ?? ''
  }

  afterRender(element: GeneralComponent, callback: () => void): void {
    const link = this.pageOf(element)?.link
    if (link === undefined) queueMicrotask(() => this.guard(callback))
    else link.afterRender(callback)
  }

  hasBehavior(element: GeneralComponent, behavior: unknown): boolean {
    return this.space.hasBehavior(element, behavior)
  }

  createSelectorQuery(element?: GeneralComponent): SelectorQuery {
    const chosen = element ?? this.top()?.element
    const instance: unknown = chosen?.getMethodCaller()
    return new SelectorQuery(this.scopeOf(instance), {
      scopeOf: (component) => this.scopeOf(component),
      onError: this.faults.error,
      nodeMakers: async () => {
        await this.laterAreas.arrival()
        return this.nodeMakers
      },
    })
  }

  createIntersectionObserver(element: GeneralComponent | undefined, options: unknown): unknown {
    const chosen = element ?? this.top()?.element
    return observeIntersection(this.scopeOf(chosen?.getMethodCaller()), options, this.faults.error)
  }

  createMediaQueryObserver(element?: GeneralComponent): unknown {
    const chosen = element ?? this.top()?.element
    return observeMedia(chosen === undefined ? undefined : this.linkOf(chosen), this.faults.error)
  }

  animate(element: GeneralComponent, method: string, args: readonly unknown[], callback: unknown): void {
    void animateNodes(this.scopeOf(element.getMethodCaller()), method, args).then(() => {
      if (isFunction(callback)) this.guard(() => void callback.call(element.getMethodCaller()))
    })
  }

  animatedStyle(element: GeneralComponent, method: keyof AnimatedStyles, args: readonly unknown[]): void {
    styleNodes(this.animatedStyles, element, { method, args })
  }

  measure(items: Parameters<Measure>[0]): Promise<unknown> {
    return measureElements(items[0] && this.linkOf(items[0].element), items)
  }

  tabBar(element: GeneralComponent): unknown {
    return this.pageOf(element)?.tabBar
  }

  openerEventChannel(element: GeneralComponent): unknown {
    return this.pageOf(element)?.openerChannel ?? new EventChannel()
  }

  attached(element: GeneralComponent): void {
    this.pageOf(element)?.noteAttached(element)
  }

  private createContext(): LogicContext {
    const pages = pageServices({
      current: this.currentPages,
      top: () => this.top(),
      find: (id) => this.pages.get(id),
      scopeOf: (component) => this.scopeOf(component),
      createSelectorQuery: () => this.createSelectorQuery(),
      animateStylesWith: (styles) => void (this.animatedStyles = styles),
      onError: this.faults.error,
    })
    const { config, launch, system, storage, embedderFunctions = [] } = this.start
    return {
      config,
      browser: this.browser,
      platform,
      launch,
      embedderFunctions,
      enterOptions: () => this.life.enterOptions,
      system,
      storage: new Map(Object.entries(storage)),
      call: (name, params) => this.hostLink.call(name, params),
      open: (name, params, onEvent) => this.hostLink.open(name, params, onEvent),
      onHostEvent: (name, listener) => this.hostEvents.on(name, listener),
      appEvents: this.appEvents,
      router: this.appRouter,
      pages,
      nodeMakers: this.nodeMakers,
      nextTick: (work) => this.nextTick(work),
      packageSource: (path) => this.packages.sources.get(this.packages.rootOf(path)),
      loadPackage: (root) => this.packages.load(root),
    }
  }

  private nextTick(work: () => void): void {
    const link = this.top()?.link
    if (link === undefined) queueMicrotask(() => this.guard(work))
    else link.afterSent(work)
  }

  private open(
    open: NonNullable<TransitionMessage['open']>,
    openType: TransitionMessage['openType'],
    tell: ReturnType<RouteEvents['begin']> | undefined,
  ): EventChannel | undefined {
    const { pageId: id, route, query, port } = open
    const definition = this.space.ensure(route)
    if (definition === null) {
      port.close()
      if (this.start.config.pages.includes(route)) this.pageFailed(id, `no code for page "${route}"`)
      else this.pageNotFound(route, query, openType === 'appLaunch')
      return undefined
    }
    const [mine, theirs] = EventChannel.pair()
    const reachBottomDistance = reachBottomDistanceOf(this.start.config, route)
    const opening = { id, route, query, port, openerChannel: theirs, reachBottomDistance }
    const surroundings = {
      space: this.space,
      onError: this.faults.error,
      onReady: () => {
        this.hostLink.send({ type: 'pageReady', pageId: id })
        tell?.('appRouteDone')
      },
    }
    let page: AppPage
    tell?.('beforePageLoad')
    try {
      page = new AppPage(opening, definition, surroundings, (creating) =>
        this.pageOfTree.set(creating.link.tree, creating),
      )
    } catch (error) {
      this.faults.error(error)
      this.pageFailed(id, String(error))
      return undefined
    }
    this.pages.set(id, page)
    if (this.space.unregistered.has(route)) this.pageFailed(id, `page "${route}" has not been registered`)
    addOwnTabBar(page, this.start.config, this.space)
    this.appEvents.emit('pageCreated', page.instance)
    page.load()
    tell?.('afterPageLoad')
    page.show()
    return mine
  }

  private pageNotFound(route: string, query: Readonly<Record<string, string>>, isEntryPage: boolean): void {
    this.hostLink.send({ type: 'appFault', kind: 'pageNotFound', message: `page "${route}" is not found` })
    this.life.tell('pageNotFound', { path: route, query: { ...query }, isEntryPage, openType: '' })
  }

  private pageFailed(pageId: number, message: string): void {
    this.hostLink.send({ type: 'appFault', kind: 'pageFailed', pageId, message })
  }

  private runEntry(path: string): boolean {
    if (!this.code.hasModule(`${path}.js`)) return true
    this.entries.push(path)
    this.onEntry(path)
    const hasRun = this.guard(() => void this.code.run(`${path}.js`))
    this.entries.pop()
    this.onEntry(this.entries.at(-1) ?? '')
    return hasRun
  }

  /** A component's own file tells its path; shared files that call `Component` for it do not. */
  private definedPath(): string | undefined {
    return this.code.runningComponent ?? this.entries.at(-1)
  }

  private async awaitComponent(path: string): Promise<void> {
    try {
      await this.packages.load(this.packages.rootOf(path))
      this.space.groupRegister(() => this.space.ensure(path))
    } catch (error) {
      this.faults.error(error)
    }
  }

  private scopeOf(component: unknown) {
    return scopeOfInstance(component, (element) => this.linkOf(element))
  }

  private linkOf(element: Element): PageLink | undefined {
    return this.pageOf(element)?.link
  }

  private pageOf(element: Element): AppPage | undefined {
    const context: unknown = element.getBackendContext()
    return isRecord(context) ? this.pageOfTree.get(context) : undefined
  }

  private stackPages(): AppPage[] {
    return this.stack.flatMap((id) => this.pages.get(id) ?? [])
  }

  private top(): AppPage | undefined {
    return this.pages.get(this.stack.at(-1) ?? 0)
  }

  private guard(work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.faults.error(error)
      return false
    }
  }
}
