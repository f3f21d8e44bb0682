/** What a host function (`api/<area>/host.ts`) may use. */
import type { BootData } from '@banyan/contract/boot'
import type { AppConfig, AssetTable } from '@banyan/contract/package-format'
import type { PageFont } from '../bridge/frame-messages.ts'
import type { LaterParts } from './later-parts.ts'
import type { LocalFiles } from './local-files.ts'
import type { Network } from './network.ts'
import type { AppPage } from './page-view.ts'
import type { PermissionBook } from './permissions.ts'
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

/** A refusal in WeChat's words, without the function's name: `fail cancel`. */
export class HostFailure extends Error {
  readonly reason: string
  readonly errno: number | undefined
  /** Older functions number their errors by this name. */
  readonly errCode: number | undefined
  constructor(reason: string, errno?: number, errCode?: number) {
    super(reason)
    this.name = 'HostFailure'
    this.reason = reason
    this.errno = errno
    this.errCode = errCode
  }
}

/** The code that loads later has a class `HostFailure` of its own, so the class itself proves nothing. */
export function isHostFailure(error: unknown): error is HostFailure {
  return error instanceof Error && error.name === 'HostFailure' && 'reason' in error
}
