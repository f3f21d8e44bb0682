/**
 * Runs a mini-program's logic in Node: the real compiler, the real worker code over real message channels. The host is a page stack
 * without chrome, and each page frame is a tree of plain objects.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { laterLogicAreas } from '../api/logic-areas-later.ts'
import { createCompiler, type Build } from '@banyan/compiler'
import type { AppConfig } from '@banyan/contract/package-format'
import { replay } from '../bridge/decode.ts'
import type { FromWorker, StartMessage, ToWorker, TransitionMessage } from '../bridge/host-messages.ts'
import { ReplayTree, type ReplayedNode } from '../bridge/replay-tree.ts'
import type { FromView, ToView, ViewEvent } from '../bridge/view-messages.ts'
import { takeBrowserParts } from '../logic/browser-parts.ts'
import { startLogic } from '../logic/logic.ts'

export type Sources = Readonly<Record<string, string>>

export interface RunOptions {
  entry?: string
  query?: Record<string, string>
  /** Answers of host functions by name; others fail. */
  calls?: Readonly<Record<string, (params: unknown) => unknown>>
  /** Sub-packages that arrive only when `deliver` is called. */
  heldBack?: readonly string[]
  /** The later areas of `wx` arrive only when the app asks for them. */
  holdsLaterBack?: boolean
}

export interface ShownPage {
  readonly id: number
  readonly route: string
  readonly tree: ReplayTree
  readonly sent: ToView[]
  /** An event at the first node that has this id, class or text. */
  fire(target: string, name?: string, event?: Partial<ViewEvent>): Promise<void>
  find(target: string): ReplayedNode
  send(message: FromView): Promise<void>
}

export interface RunningApp {
  readonly build: Build
  readonly config: AppConfig
  readonly log: unknown[][]
  readonly messages: FromWorker[]
  readonly faults: string[]
  /** Runs an expression among the app's globals. */
  run(code: string): unknown
  page(): ShownPage
  pages(): readonly ShownPage[]
  send(message: ToWorker): Promise<void>
  transition(message: Partial<TransitionMessage>): Promise<void>
  /** As if the user had followed a link: every open page makes room. */
  reLaunch(route: string, query?: Record<string, string>): Promise<void>
  deliver(root: string): Promise<void>
  /** Until nothing is under way any more. */
  settled(): Promise<void>
  stop(): void
}

export async function runApp(sources: Sources, options: RunOptions = {}): Promise<RunningApp> {
  return runBuild(await compileApp(sources), options)
}

export async function runBuild(build: Build, options: RunOptions = {}): Promise<RunningApp> {
  const app = new TestHost(build, options)
  await app.start()
  return app
}

export async function compileApp(sources: Sources): Promise<Build> {
  const root = mkdtempSync(join(tmpdir(), 'banyan-logic-'))
  try {
    for (const [path, content] of Object.entries(sources)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    return await createCompiler({ root, mode: 'development' }).build()
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

class TestHost implements RunningApp {
  readonly build: Build
  readonly log: unknown[][] = []
  readonly messages: FromWorker[] = []
  readonly faults: string[] = []
  readonly #options: RunOptions
  readonly config: AppConfig
  readonly #channel = new MessageChannel()
  readonly #context: object
  readonly #pages = new Map<number, TestPage>()
  #stack: number[] = []
  #nextId = 1

  constructor(build: Build, options: RunOptions) {
    this.build = build
    this.#options = options
    this.config = JSON.parse(this.#text(build.manifest.config.hash))
    const log = (...args: unknown[]) => void this.log.push(args)
    this.#context = createContext({
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask },
      console: { log, info: log, warn: () => {}, error: () => {}, debug: log },
    })
  }

  async start(): Promise<void> {
    const { port1, port2 } = this.#channel
    port1.onmessage = (event: MessageEvent<FromWorker>) => this.#receive(event.data)
    startLogic({
      host: port2,
      browser: takeBrowserParts({}),
      globals: this.#context,
      runLater: () => laterLogicAreas,
      runScript: async (source) => void runInContext(await source.text(), this.#context),
    })
    const entry = this.#options.entry ?? this.config.entryPagePath
    const query = this.#options.query ?? {}
    const start: StartMessage = {
      type: 'start',
      config: this.config,
      launch: { path: entry, query, scene: 1001, referrerInfo: {}, apiCategory: 'default' },
      system: {
        device: { brand: 'devtools', model: 'iPhone 12', system: 'iOS 16.0', platform: 'devtools' },
        window: {
          pixelRatio: 3,
          windowWidth: 375,
          windowHeight: 667,
          screenWidth: 375,
          screenHeight: 812,
          statusBarHeight: 44,
        },
        appBase: { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light' },
        ...{ setting: {}, authorize: {} },
        menuButton: { width: 87, height: 32, top: 4, right: 368, bottom: 36, left: 281 },
        account: { appId: 'test', envVersion: 'develop', version: '1.0.0' },
      },
      storage: {},
      mirrorsConsole: false,
    }
    port1.postMessage(start)
    if (this.#options.holdsLaterBack !== true) port1.postMessage({ type: 'later', source: new Blob([]) })
    const held = this.#options.heldBack ?? []
    for (const { root } of this.build.manifest.packages) if (!held.includes(root)) this.#sendPackage(root)
    this.#open('appLaunch', entry, query, 0, [])
    await this.settled()
  }

  run(code: string): unknown {
    return runInContext(code, this.#context)
  }

  page(): ShownPage {
    const top = this.#pages.get(this.#stack.at(-1) ?? 0)
    if (top === undefined) throw new Error('there is no page')
    return top
  }

  pages(): readonly ShownPage[] {
    return this.#stack.flatMap((id) => this.#pages.get(id) ?? [])
  }

  send(message: ToWorker): Promise<void> {
    this.#channel.port1.postMessage(message)
    return this.settled()
  }

  transition(message: Partial<TransitionMessage>): Promise<void> {
    return this.send({
      ...{ type: 'transition', requestId: 0, openType: 'navigateBack', unload: [], stack: this.#stack },
      ...message,
    })
  }

  reLaunch(route: string, query: Record<string, string> = {}): Promise<void> {
    this.#open('reLaunch', route, query, 0, this.#stack.splice(0))
    return this.settled()
  }

  deliver(root: string): Promise<void> {
    this.#sendPackage(root)
    return this.settled()
  }

  /** Messages between two ends of Node's channels arrive within a few turns of its loop. */
  async settled(): Promise<void> {
    let last = -1
    // An app that draws on a timer is never quiet.
    for (let quiet = 0, turns = 0; quiet < 4 && turns < maxTurns; turns += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      const now = this.messages.length + [...this.#pages.values()].reduce((sum, page) => sum + page.sent.length, 0)
      quiet = now === last ? quiet + 1 : 0
      last = now
    }
  }

  stop(): void {
    this.#channel.port1.close()
    for (const page of this.#pages.values()) page.port.close()
  }

  #receive(message: FromWorker): void {
    this.messages.push(message)
    if (message.type === 'appFault') this.faults.push(message.message)
    if (message.type === 'loadPackage' && !(this.#options.heldBack ?? []).includes(message.root)) {
      this.#sendPackage(message.root)
    }
    if (message.type === 'loadLater') this.#channel.port1.postMessage({ type: 'later', source: new Blob([]) })
    if (message.type === 'route') this.#route(message)
    if (message.type === 'call') {
      const answer = this.#options.calls?.[message.name]
      const value = answer === undefined ? { errMsg: `${message.name}:fail` } : answer(message.params)
      this.#channel.port1.postMessage({ type: 'answer', id: message.id, ok: answer !== undefined, value })
    }
  }

  #route({ requestId, openType, route = '', query = {}, delta = 1 }: Extract<FromWorker, { type: 'route' }>): void {
    if (openType === 'navigateBack') {
      const left = this.#stack.splice(Math.max(1, this.#stack.length - delta)).toReversed()
      const show = this.#stack.at(-1)
      void this.transition({
        requestId,
        openType,
        unload: left,
        stack: this.#stack,
        ...(show === undefined ? {} : { show }),
      })
      return
    }
    const top = this.#stack.at(-1)
    if (openType === 'navigateTo') this.#open(openType, route, query, requestId, [], top)
    else
      this.#open(
        openType,
        route,
        query,
        requestId,
        openType === 'redirectTo' ? this.#stack.splice(-1) : this.#stack.splice(0),
      )
  }

  #open(
    openType: TransitionMessage['openType'],
    route: string,
    query: Readonly<Record<string, string>>,
    requestId: number,
    unload: readonly number[],
    hide?: number,
  ): void {
    const { port1, port2 } = new MessageChannel()
    const pageId = this.#nextId
    this.#nextId += 1
    this.#pages.set(pageId, new TestPage(pageId, route, port1, () => this.settled()))
    this.#stack = [...this.#stack, pageId]
    const message: TransitionMessage = {
      ...{ type: 'transition', requestId, openType, unload: [...unload].toReversed() },
      ...(hide === undefined ? {} : { hide }),
      open: { pageId, route, query, port: port2 },
      stack: this.#stack,
    }
    this.#channel.port1.postMessage(message, [port2])
  }

  #sendPackage(root: string): void {
    const found = this.build.manifest.packages.find((candidate) => candidate.root === root)
    if (found === undefined) {
      this.#channel.port1.postMessage({ type: 'packageFailed', root, errMsg: `no package ${root}` })
      return
    }
    this.#channel.port1.postMessage({ type: 'package', root, source: new Blob([this.#text(found.script.hash)]) })
  }

  #text(hash: string): string {
    return new TextDecoder().decode(this.build.files.get(hash))
  }
}

const maxTurns = 100

class TestPage implements ShownPage {
  readonly id: number
  readonly route: string
  readonly port: MessagePort
  readonly tree = new ReplayTree()
  readonly sent: ToView[] = []
  readonly #settled: () => Promise<void>

  constructor(id: number, route: string, port: MessagePort, settled: () => Promise<void>) {
    this.id = id
    this.route = route
    this.port = port
    this.#settled = settled
    port.onmessage = (event: MessageEvent<ToView>) => this.#receive(event.data)
  }

  find(target: string): ReplayedNode {
    return this.tree.find(
      (node) =>
        node.elementId === target ||
        node.className.split(' ').includes(target) ||
        node.text === target ||
        node.tag === target,
    )
  }

  fire(target: string, name = 'tap', event: Partial<ViewEvent> = {}): Promise<void> {
    const found = this.find(target)
    const node = (found.tag === '' ? found.parent : found)?.id ?? 0
    return this.send({
      ...{
        type: 'event',
        node,
        name,
        detail: { x: 1, y: 2 },
        timeStamp: 5,
        bubbles: true,
        composed: true,
        offsets: [node, 10, 20],
      },
      ...event,
    })
  }

  async send(message: FromView): Promise<void> {
    this.port.postMessage(message)
    await this.#settled()
  }

  #receive(message: ToView): void {
    this.sent.push(message)
    if (message.type === 'ahead') replay(message, this.tree)
    if (message.type === 'flush') {
      replay(message, this.tree)
      if (message.wantsAck) this.port.postMessage({ type: 'rendered', sequence: message.sequence })
    } else if (message.type === 'measure') {
      const results = message.items.map(({ node }) => (node < 0 ? null : { width: node, height: 1 }))
      this.port.postMessage({ type: 'measured', id: message.id, results })
    } else if (message.type === 'invoke' && message.id !== 0) {
      this.port.postMessage({ type: 'invoked', id: message.id, value: { method: message.method } })
    }
  }
}
