/** Between the worker and the host page, over the port that is the app instance's identity. */
import type { AppConfig } from '@banyan/contract/package-format'

export type ToWorker =
  | StartMessage
  | PackageMessage
  | PackageFailed
  | LaterMessage
  | TransitionMessage
  | AppVisibility
  | CallAnswer
  | CallEvent
  | HostEvent
  | RouteFailed
  | Ping

export type FromWorker =
  | WorkerReady
  | RouteRequest
  | PackageRequest
  | LaterRequest
  | CallRequest
  | CallSignal
  | PageReadyNotice
  | AppFault
  | ConsoleMessage
  | Pong

/** How a page came to be opened; WeChat's names. */
export type OpenType = 'appLaunch' | 'navigateTo' | 'redirectTo' | 'navigateBack' | 'switchTab' | 'reLaunch'

export interface LaunchOptions {
  path: string
  query: Readonly<Record<string, string>>
  scene: number
  shareTicket?: string
  referrerInfo: Readonly<Record<string, unknown>>
  apiCategory: string
}

/** A snapshot of what the sync functions answer from; later changes come as `HostEvent`. */
export interface SystemSnapshot {
  device: Readonly<Record<string, unknown>>
  window: Readonly<Record<string, unknown>>
  appBase: Readonly<Record<string, unknown>>
  setting: Readonly<Record<string, unknown>>
  authorize: Readonly<Record<string, unknown>>
  menuButton: { width: number; height: number; top: number; right: number; bottom: number; left: number }
  account: { appId: string; envVersion: 'release' | 'trial' | 'develop'; version: string }
}

export interface StartMessage {
  type: 'start'
  config: AppConfig
  launch: LaunchOptions
  system: SystemSnapshot
  /** Storage as written: key -> JSON text of `{ type, data }`. */
  storage: Readonly<Record<string, string>>
  /** Forward console output, for the simulator. */
  mirrorsConsole: boolean
  /** Members of `wx` that the page around the app has brought. */
  embedderFunctions?: readonly string[]
}

/** The script of a package; the worker runs it before anything of that package is opened. */
export interface PackageMessage {
  type: 'package'
  root: string
  source: Blob
}
export interface PackageFailed {
  type: 'packageFailed'
  root: string
  errMsg: string
}
/** The script of the later areas of `wx`. It stands before the main package when that needs it. */
export interface LaterMessage {
  type: 'later'
  source: Blob
}
/** The app has called a function of the later areas. */
export interface LaterRequest {
  type: 'loadLater'
}
/** `require.async`, `wx.loadSubpackage` (`wx.preloadSubpackage`) and a page in a package that is not there yet. */
export interface PackageRequest {
  type: 'loadPackage'
  root: string
}

/**
 * One change of the page stack, decided by the host. The worker unloads, hides, shows and opens in WeChat's order.
 * `requestId` names the `RouteRequest` it answers; 0 when the user did it (back button, tab bar, launch).
 */
export interface TransitionMessage {
  type: 'transition'
  requestId: number
  openType: OpenType
  /** Pages that leave the stack for good, top first. */
  unload: readonly number[]
  /** The page that was on top and stays in memory below, or in another tab. */
  hide?: number
  /** A page in memory that comes to the top. */
  show?: number
  /** A new page; its frame listens on `port`. */
  open?: { pageId: number; route: string; query: Readonly<Record<string, string>>; port: MessagePort }
  /** The stack after the change, bottom first. */
  stack: readonly number[]
  /** Present when a tap on the tab bar caused it: the worker calls `onTabItemTap`. */
  tabItem?: { index: number; pagePath: string; text: string }
}

/** Validated in the worker against the configuration, for exact error texts; decided by the host. */
export interface RouteRequest {
  type: 'route'
  requestId: number
  openType: Exclude<OpenType, 'appLaunch'>
  route?: string
  query?: Readonly<Record<string, string>>
  delta?: number
}

/** The host refuses a `RouteRequest`; `errMsg` is the whole text. */
export interface RouteFailed {
  type: 'routeFailed'
  requestId: number
  errMsg: string
}

export interface AppVisibility {
  type: 'appShow' | 'appHide'
  options?: LaunchOptions
}

/** A function of the bridge manifest that the host carries out. */
export interface CallRequest {
  type: 'call'
  id: number
  name: string
  params: unknown
  /** The page that was on top when it was called. */
  pageId: number
}
export interface CallAnswer {
  type: 'answer'
  id: number
  ok: boolean
  /** Without `errMsg` when `ok`; `{ errMsg, errno? }` otherwise. */
  value: unknown
}
/** From the host about a call under way: `progress`, `headersReceived`, `chunkReceived`, `message`, ... */
export interface CallEvent {
  type: 'callEvent'
  id: number
  event: string
  value: unknown
}
/** To the host about a call under way: `abort`, `send`, `close`. */
export interface CallSignal {
  type: 'callSignal'
  id: number
  signal: string
  value?: unknown
}
/** `themeChange`, `windowResize`, `networkStatusChange`, `keyboardHeightChange`, ... for `wx.on*`. */
export interface HostEvent {
  type: 'hostEvent'
  name: string
  value: unknown
}

/** Is the worker still turning its loop? It answers with the same number; the watchdog arms with the first answer. */
export interface Ping {
  type: 'ping'
  id: number
}
export interface Pong {
  type: 'pong'
  id: number
}

export interface WorkerReady {
  type: 'ready'
}
/** The page's first content is in its frame. */
export interface PageReadyNotice {
  type: 'pageReady'
  pageId: number
}
export interface AppFault {
  type: 'appFault'
  /** `pageFailed`: the page has no content; it is named by `pageId`. */
  kind: 'error' | 'unhandledRejection' | 'pageNotFound' | 'pageFailed'
  pageId?: number
  message: string
  stack?: string
}
export interface ConsoleMessage {
  type: 'console'
  level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  args: readonly string[]
}
