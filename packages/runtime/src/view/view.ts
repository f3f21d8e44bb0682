/** One page frame: takes the host's and the worker's messages and puts the parts together. */
import { replay } from '../bridge/decode.ts'
import type { HostToView, ViewEnvironment, ViewToHost } from '../bridge/frame-messages.ts'
import type { ViewFlush } from '../bridge/operations.ts'
import type { FromView, InvokeRequest, ToView } from '../bridge/view-messages.ts'
import { builtIns } from '../components/registry.ts'
import { baseStyle } from './base-style.ts'
import type { BuiltIn, BuiltInDefinition, ViewContext } from './built-in.ts'
import { spreadBackground } from './canvas-background.ts'
import { applyEnvironment } from './environment.ts'
import { EventSender, sendAnimationEvents } from './events.ts'
import { addFont } from './fonts.ts'
import { Gestures } from './gestures.ts'
import { InlineStyles } from './inline-styles.ts'
import { hideKeyboard, selectedRange } from './keyboard.ts'
import { Listeners } from './listeners.ts'
import { measure } from './measure.ts'
import { MoveBlocker } from './move-blocker.ts'
import type { Observers } from './observers.ts'
import { PageScroll } from './page-scroll.ts'
import { whenPainted } from './painted.ts'
import { Parts } from './parts.ts'
import type { PullDown } from './pull-down.ts'
import { Resources } from './resources.ts'
import { takeSnapshot, type Snapshot } from './snapshot.ts'
import { StyleSheets } from './style-sheets.ts'
import { Tree } from './tree.ts'
import type { ViewParts } from './view-parts.ts'

export class View implements ViewContext {
  readonly root = document.createElement('wx-page')
  readonly resources: Resources
  private readonly host: MessagePort
  private worker: MessagePort | undefined
  environment: ViewEnvironment
  private readonly dirty: BuiltIn[] = []
  private readonly listeners: Listeners
  private readonly sender: EventSender
  private readonly gestures: Gestures
  private readonly tree: Tree
  private readonly parts: Parts
  private observers: Observers | undefined
  readonly scroll: PageScroll
  private pullDown: PullDown | undefined
  private readonly sheets: StyleSheets
  private readonly baseStyle = document.createElement('style')
  private windowOptions: Extract<HostToView, { type: 'open' }>['window'] | undefined
  private isPullDownWanted = false
  private windowColor = ''
  private snapshot: Snapshot | undefined
  private isPainted = false
  private isReplaying = false
  private lastAsk = 0

  constructor(host: MessagePort, environment: ViewEnvironment) {
    this.host = host
    this.environment = environment
    applyEnvironment(document.documentElement, environment)
    this.injectBase()
    document.body.append(this.root)
    this.snapshot = takeSnapshot(this.root)
    this.resources = new Resources((message) => this.tell(message))
    this.sheets = new StyleSheets(this.resources, () => this.spread())
    const blocker = new MoveBlocker(this.root, () => this.listeners)
    this.listeners = new Listeners({
      moveCatchersChanged: (count) => blocker.catchersChanged(count),
      tapListener: (element) => this.gestures.tapListener(element),
    })
    this.sender = new EventSender(this.listeners, (message) => this.send(message))
    this.gestures = new Gestures({
      root: this.root,
      sender: this.sender,
      listeners: this.listeners,
      interacted: () => this.tell({ type: 'interacted' }),
    })
    this.parts = new Parts(
      () => this.tell({ type: 'parts' }),
      (parts) => this.addParts(parts),
    )
    this.tree = new Tree(this, {
      listeners: this.listeners,
      styles: new InlineStyles(this.resources, (element) => element.banyanState?.component?.restyled()),
      definitions: builtIns,
      wantLater: () => this.parts.want(),
    })
    this.scroll = new PageScroll((message) => this.send(message))
    sendAnimationEvents(this.sender)
    window.addEventListener('resize', () => this.resized())
    window.addEventListener('error', ({ error, message }) => {
      // Browsers report by an error event that an observer was called once more in the next frame.
      if (!message.startsWith('ResizeObserver loop')) this.fault(error ?? message)
    })
    window.addEventListener('unhandledrejection', ({ reason }) => this.fault(reason))
    host.onmessage = ({ data, ports }: MessageEvent<HostToView>) => this.guard(() => this.fromHost(data, ports[0]))
    host.onmessageerror = () => this.fault(new Error('a message of the host cannot be read'))
    this.tell({ type: 'prepared' })
  }

  emit(element: HTMLElement, name: string, detail: unknown): boolean {
    return this.sender.own(element, name, detail)
  }

  changeModel(element: HTMLElement, name: string, value: unknown): void {
    const { banyanId: node, banyanState: state } = element
    if (node !== undefined && state?.models?.has(name) === true) this.send({ type: 'model', node, name, value })
  }

  ask(name: string, params: unknown, port?: MessagePort): void {
    this.tell({ type: 'ask', id: ++this.lastAsk, name, params }, port === undefined ? [] : [port])
  }

  invalidate(component: BuiltIn): void {
    if (component.isDirty) return
    component.isDirty = true
    this.dirty.push(component)
    if (!this.isReplaying) queueMicrotask(() => this.updateComponents())
  }

  /** To the worker, which knows the app's code, and to the host, which reports. */
  fault(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    const stack = error instanceof Error ? error.stack : undefined
    const fault = { type: 'fault', message, ...(stack === undefined ? {} : { stack }) } as const
    this.send(fault)
    this.tell(fault)
  }

  private fromHost(message: HostToView, port: MessagePort | undefined): void {
    switch (message.type) {
      case 'open':
        this.open(message)
        if (port !== undefined) this.connect(port)
        return
      case 'prepareStyles':
        this.sheets.use(message.styles)
        return
      case 'environment':
        this.environment = message.environment
        applyEnvironment(document.documentElement, message.environment)
        this.spread()
        return
      case 'visibility':
        document.documentElement.toggleAttribute('data-concealed', !message.visible)
        document.dispatchEvent(new Event(message.visible ? 'banyan:shown' : 'banyan:hidden'))
        return
      case 'resource':
        this.resources.receive(message.id, message.body)
        return
      case 'pullDownRefresh':
        if (message.action === 'start') this.withPullDown((pullDown) => pullDown.start())
        else this.stopPullDown()
        return
      case 'font':
        addFont(message.font).catch((error: unknown) => this.fault(error))
        return
      case 'closeOverlay':
        this.tree.find(message.node)?.banyanState?.component?.invoke(message.type, [])
        return
      case 'parts':
        this.parts.receive(message.source)
    }
  }

  private open(message: Extract<HostToView, { type: 'open' }>): void {
    this.sender.openedAtMs = performance.now()
    this.resources.directory = message.route.split('/').slice(0, -1).join('/')
    this.windowOptions = message.window
    this.windowColor = message.window.backgroundColor
    this.sheets.use(message.styles)
    document.documentElement.style.overflow = message.window.disableScroll ? 'hidden' : ''
  }

  private connect(worker: MessagePort): void {
    if (this.worker !== undefined) return
    this.worker = worker
    worker.onmessage = ({ data }: MessageEvent<ToView>) => this.guard(() => this.fromWorker(data))
    worker.onmessageerror = () => this.fault(new Error('a message of the worker cannot be read'))
  }

  private fromWorker(message: ToView): void {
    switch (message.type) {
      case 'flush':
        this.flush(message)
        return
      case 'ahead':
        this.replay(message)
        return
      case 'measure':
        // Components without their code have no size yet.
        if (this.parts.isAwaited) this.withParts(() => this.measure(message.id, message.items))
        else this.measure(message.id, message.items)
        return
      case 'invoke':
        this.invoke(message)
        return
      case 'observe':
        this.withObservers((observers) => observers.observe(message))
        return
      case 'unobserve':
        this.withObservers((observers) => observers.unobserve(message.id))
        return
      case 'heard':
        this.sender.heard()
        return
      case 'pageOptions':
        this.scroll.options(message.reportsScroll, message.reachBottomDistance)
    }
  }

  /** Whatever goes wrong in it, the worker hears that the flush is over: callbacks of the app wait for that. */
  private flush(flush: ViewFlush): void {
    const { snapshot } = this
    this.snapshot = undefined
    snapshot?.makeRoom()
    this.replay(flush)
    this.updateComponents()
    snapshot?.handOver()
    if (flush.wantsAck) this.send({ type: 'rendered', sequence: flush.sequence })
    if (!this.isPainted) this.painted()
  }

  private replay(operations: Pick<ViewFlush, 'operations' | 'strings'>): void {
    this.isReplaying = true
    this.guard(() => replay(operations, this.tree, (error) => this.fault(error)))
    this.isReplaying = false
  }

  /** Components may make others dirty; a few rounds settle it, and one that never settles must not hang the frame. */
  private updateComponents(): void {
    const { dirty } = this
    const limit = dirty.length * 4 + 100
    for (let at = 0; at < dirty.length && at < limit; at++) {
      const component = dirty[at]
      if (component === undefined) continue
      component.isDirty = false
      this.guard(() => component.update())
    }
    for (const component of dirty.splice(0)) component.isDirty = false
  }

  private measure(id: number, items: Extract<ToView, { type: 'measure' }>['items']): void {
    const results = items.map(({ node, fields }) => {
      const element = this.tree.find(node)
      return element?.isConnected === true ? measure(element, fields, node === 0) : null
    })
    this.send({ type: 'measured', id, results })
  }

  private invoke(request: InvokeRequest): void {
    const answer = (result: { value?: unknown } | { error: string }): void => {
      if (request.id !== 0) this.send({ type: 'invoked', id: request.id, ...result })
    }
    const fail = (error: unknown): void => answer({ error: error instanceof Error ? error.message : String(error) })
    try {
      const result = request.node === 0 ? this.invokePage(request) : this.invokeNode(request)
      if (result instanceof Promise) void result.then((value: unknown) => answer({ value }), fail)
      else answer({ value: result })
    } catch (error) {
      fail(error)
    }
  }

  private invokeNode({ node, method, args }: InvokeRequest): unknown {
    const element = this.tree.find(node)
    if (element === undefined) throw new Error(`node ${node} is gone`)
    if (method === 'animate' || method === 'clearAnimation') {
      return new Promise((resolve) => {
        this.withParts(({ animations: { animateFrames, clearAnimations } }) =>
          resolve(
            method === 'animate'
              ? animateFrames(element, args, (id) => this.tree.find(id))
              : clearAnimations(element, args),
          ),
        )
      })
    }
    const component = element.banyanState?.component
    if (component === undefined) throw new Error(`${element.localName} has no method ${method}`)
    return component.invoke(method, args)
  }

  private invokePage({ method, args }: InvokeRequest): unknown {
    const [first, second] = args
    switch (method) {
      case 'pageScrollTo': {
        const target = typeof second === 'number' ? this.tree.find(second) : undefined
        const isMotionReduced = this.environment.reducedMotion
        return new Promise((resolve) => {
          this.withParts(({ scrollPage }) => resolve(scrollPage(this.root, first, { target, isMotionReduced })))
        })
      }
      case 'startPullDownRefresh':
        this.withPullDown((pullDown) => pullDown.start())
        return undefined
      case 'stopPullDownRefresh':
        this.stopPullDown()
        return undefined
      case 'addStyle':
        if (typeof first === 'string') this.sheets.add(first)
        return undefined
      case 'setBackgroundColor':
        if (typeof first === 'string') this.setWindowColor(first)
        return undefined
      case 'setBackgroundTextStyle':
        if (first === 'dark' || first === 'light') this.withPullDown((pullDown) => pullDown.setDots(first))
        return undefined
      case 'hideKeyboard':
        return hideKeyboard()
      case 'getSelectedTextRange':
        return selectedRange()
      default:
        throw new Error(`a page has no method ${method}`)
    }
  }

  private painted(): void {
    this.isPainted = true
    if (this.windowOptions?.enablePullDownRefresh === true) this.withPullDown(() => undefined)
    whenPainted(() => this.tell({ type: 'painted', at: performance.timeOrigin + performance.now() }))
  }

  private resized(): void {
    this.spread()
    const { innerWidth: windowWidth, innerHeight: windowHeight, screen } = window
    const size = { windowWidth, windowHeight, screenWidth: screen.width, screenHeight: screen.height }
    this.send({ type: 'resize', size })
  }

  setWindowColor(color?: string): void {
    if (color !== undefined) this.windowColor = color
    this.spread()
  }

  private spread(): void {
    spreadBackground(this.root, this.windowColor)
  }

  private injectBase(): void {
    const styles = [baseStyle, ...stylesOf([...builtIns.values()])]
    this.baseStyle.textContent = styles.join('\n')
    document.head.prepend(this.baseStyle)
  }

  private addParts({ definitions, style }: ViewParts): void {
    // Below the app's own styles, as if it had always been there.
    this.baseStyle.append([style, ...stylesOf(definitions)].join('\n'))
    this.guard(() => this.tree.addDefinitions(definitions))
    this.updateComponents()
  }

  withParts(work: (parts: ViewParts) => void): void {
    this.parts.with((parts) => this.guard(() => work(parts)))
  }

  private withPullDown(work: (pullDown: PullDown) => void): void {
    this.isPullDownWanted = true
    this.withParts(({ createPullDown }) => {
      if (this.pullDown === undefined) {
        this.pullDown = createPullDown(() => this.send({ type: 'pullDownRefresh' }))
        if (this.windowOptions !== undefined) this.pullDown.open(this.windowOptions)
      }
      work(this.pullDown)
    })
  }

  /** Apps also end refreshes that never began. */
  private stopPullDown(): void {
    if (this.isPullDownWanted) this.withPullDown((pullDown) => pullDown.stop())
  }

  private withObservers(work: (observers: Observers) => void): void {
    this.withParts(({ createObservers }) => {
      this.observers ??= createObservers(
        (id) => this.tree.find(id),
        (message) => this.send(message),
      )
      work(this.observers)
    })
  }

  private guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.fault(error)
    }
  }

  private send(message: FromView): void {
    this.worker?.postMessage(message)
  }

  private tell(message: ViewToHost, transfer: Transferable[] = []): void {
    this.host.postMessage(message, transfer)
  }
}

function stylesOf(definitions: readonly BuiltInDefinition[]): string[] {
  return definitions.map(({ style }) => style ?? '')
}
