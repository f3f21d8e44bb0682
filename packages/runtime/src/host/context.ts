/** What a host function (`api/<area>/host.ts`) may use. */
import type { BootData } from '@banyan/contract/boot'
import type { AppConfig, AssetTable } from '@banyan/contract/package-format'
import type { PageFont, ViewToHost } from '../bridge/frame-messages.ts'
import type { FileStore } from './file-store.ts'
import type { LocalFiles } from './local-files.ts'
import type { Network } from './network.ts'
import type { AppPage } from './page-view.ts'
import type { PermissionBook } from './permissions.ts'
import type { ReleaseVerdict } from './release-check.ts'
import type { WorkerQuestions } from './worker-questions.ts'
import type { AppStorage } from './app-storage.ts'
import type { TabBar } from './ui/tab-bar.ts'
import type { Texts } from './ui/texts.ts'
import type { Toaster } from './ui/toast.ts'

export interface HostContext {
  readonly boot: BootData
  readonly config: AppConfig
  readonly texts: Texts
  /** Where dialogs and overlays go. */
  readonly root: HTMLElement
  readonly toaster: Toaster
  readonly storage: AppStorage
  readonly files: LocalFiles
  readonly network: Network
  readonly permissions: PermissionBook
  /** Asks app code. */
  readonly questions: WorkerQuestions
  readonly tabBar: TabBar | undefined
  /** The page that made the call, or the one on top. */
  pageOf(pageId: number): AppPage | undefined
  /** An address that this page may show in an `<img>`; undefined when there is no such picture. */
  pictureUrl(path: string): Promise<string | undefined>
  loadResource(path: string): Promise<Blob | undefined>
  assets(): Promise<AssetTable>
  /** A font for one page, or for all that are and will be. */
  addFont(font: PageFont, pageId?: number): void
  emit(name: string, value: unknown): void
  later(): Promise<LaterParts>
  /** Metrics of windows changed: a bar was hidden, the device turned. */
  updateMetrics(): void
  leave(): void
  /** Opens the app anew: its entry page, or `path?query`. */
  restart(path?: string): void
}

export interface HostCall {
  readonly params: Readonly<Record<string, unknown>>
  readonly pageId: number
  /** Reports progress of a call that goes on for a while. */
  emit(event: string, value: unknown): void
  /** `abort`, `send`, `close` of the app. */
  onSignal(listener: (signal: string, value: unknown) => void): void
}

export type HostMethod = (call: HostCall, host: HostContext) => unknown

export type HostMethods = Readonly<Record<string, HostMethod>>

export type ViewAsk = Extract<ViewToHost, { type: 'ask' }>

/** The part of the host that loads when it is first needed. */
export interface LaterParts {
  /** Script of the view's later parts, for page frames. */
  viewParts: Blob
  /** Host functions that are not needed at the start, behind their guards. */
  hostMethods: HostMethods
  /** What built-in components ask for that no first page needs. */
  answerAsk(
    host: HostContext,
    ask: ViewAsk,
    from: { page: AppPage; navigate: (params: Record<string, unknown>) => void },
  ): void
  openFileStore(appId: string): FileStore
  /** The app's files for its worker; `script` tells whether packaged ones are read at once. */
  collectFiles(host: HostContext, script: Blob): Promise<unknown>
  /** What has waited for the first page: tells app and user of changes of the network, keeps the app for times without one. */
  afterFirstPaint(host: HostContext): void
  /** Names of the functions that the page around the app brings. */
  meetEmbedder(appId: string): Promise<readonly string[]>
  /** The release is not as it should be: true when the app may start all the same. */
  settleRelease(boot: BootData, verdict: ReleaseVerdict): Promise<boolean>
  openMenu(host: HostContext): void
  openSettings(host: HostContext): Promise<void>
  confirmLeave(host: HostContext, warning: string): Promise<boolean>
  askPermission(host: HostContext, scope: string): Promise<boolean>
  askAboutHang(root: HTMLElement, texts: Texts, isOver: AbortSignal): Promise<boolean>
}
