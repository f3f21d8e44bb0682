/** What an area of `wx.*` (`api/<area>/logic.ts`) may use of the worker. Nothing else reaches app code. */
import type { AppConfig } from '@banyan/contract/package-format'
import type { BrowserParts } from './browser-parts.ts'
import type { LogicPlatform } from './platform.ts'
import type { AnimatedStyles } from './framework/animated-styles.ts'
import type { FoundNode } from './framework/find-nodes.ts'
import type { NodeMakers } from './framework/node-makers.ts'
import type { LaunchOptions, RouteRequest, SystemSnapshot } from '../bridge/host-messages.ts'

export interface LogicContext {
  readonly config: AppConfig
  /** What only our own code may have of the browser. */
  readonly browser: BrowserParts
  /** Clock, random numbers and Blobs of the browser. */
  readonly platform: LogicPlatform
  readonly launch: LaunchOptions
  /** What the page around the app adds to `wx`. */
  readonly embedderFunctions: readonly string[]
  /** The options of the last `onShow`. */
  enterOptions(): LaunchOptions
  readonly system: SystemSnapshot
  /** Storage as the host has it, kept up to date by whoever writes. Values are JSON texts. */
  readonly storage: Map<string, string>
  /** Calls a host function of the manifest. Rejects with `ApiError`. */
  call(name: string, params: unknown): Promise<unknown>
  /** Calls a host function that goes on for a while: progress, abort, sockets. */
  open(name: string, params: unknown, onEvent: (event: string, value: unknown) => void): OpenCall
  /** Listens to a `HostEvent`. */
  onHostEvent(name: string, listener: (value: unknown) => void): void
  /**
   * Events of the app as a whole under the names of `wx.on<Name>`: `appShow`, `appHide`, `error`, `unhandledRejection`, `pageNotFound`,
   * `themeChange` come from the life cycle, areas may emit their own.
   */
  readonly appEvents: Emitter
  readonly router: Router
  readonly pages: Pages
  /** Areas whose objects stand behind a built-in tag add their maker here. */
  readonly nodeMakers: NodeMakers
  /** Runs `work` after the flush under way has been sent, as `wx.nextTick`. */
  nextTick(work: () => void): void
  /** The script of the package that a path belongs to, once it has come. */
  packageSource(path: string): Blob | undefined
  /** Loads a package's script; resolves when its modules can be required. */
  loadPackage(root: string): Promise<void>
}

export interface OpenCall {
  readonly done: Promise<unknown>
  signal(signal: string, value?: unknown): void
}

export interface Emitter {
  on(name: string, listener: (value: unknown) => void): void
  off(name: string, listener?: (value: unknown) => void): void
  emit(name: string, value: unknown): void
}

export interface Router {
  /** Asks the host; resolves after the life cycles of the change have run. Rejects with `ApiError` and WeChat's text. */
  go(request: Omit<RouteRequest, 'type' | 'requestId'>): Promise<OpenedPage | undefined>
  /** `../detail/detail?id=1` against the page on top -> route and query. */
  resolve(url: string): { route: string; query: Record<string, string> }
}

export interface OpenedPage {
  /** The opener's end of the event channel. */
  eventChannel: unknown
}

export interface Pages {
  /** Page instances, bottom first, as `getCurrentPages()`. */
  current(): readonly object[]
  /** Id of the page on top, 0 when there is none. */
  topId(): number
  /** Calls a method of a page frame: `pageScrollTo`, `stopPullDownRefresh`. Page 0 means the one on top. */
  invoke(pageId: number, method: string, args: readonly unknown[]): Promise<unknown>
  /** A node of the page on top by its number, as it stands in events; undefined when it is gone. */
  describeNode(node: number): { id: string; dataset: unknown } | undefined
  /** `wx.createSelectorQuery()` and its like need the component that they run in, or the page on top. */
  createSelectorQuery(): unknown
  /** Nodes of a built-in tag in a component, or in the page on top, with these attributes. */
  findNodes(tag: string, properties: readonly string[], component: unknown): Promise<FoundNode[]>
  createIntersectionObserver(component: unknown, options: unknown): unknown
  createMediaQueryObserver(component?: unknown): unknown
  /** Who carries out `applyAnimatedStyle` and `clearAnimatedStyle`. */
  animateStylesWith(styles: AnimatedStyles): void
}

/** An error of an API function, in WeChat's form: `errMsg` is the whole text, `request:fail timeout`. */
export class ApiError extends Error {
  readonly errMsg: string
  readonly errno: number | undefined
  /** Older functions number their errors by this name. */
  readonly errCode: number | undefined
  constructor(errMsg: string, errno?: number, errCode?: number) {
    super(errMsg)
    this.name = 'ApiError'
    this.errMsg = errMsg
    this.errno = errno
    this.errCode = errCode
  }
}

/** The script that loads later has a class `ApiError` of its own, so the class itself proves nothing. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError' && 'errMsg' in error
}

/** An area returns the members that it adds to `wx`. Members are plain functions, so that apps can wrap them. */
export type LogicArea = (context: LogicContext) => Record<string, unknown>
