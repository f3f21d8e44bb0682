/** The interface of the part of the host that loads when it is first needed. */
import type { BootData } from '@banyan/contract/boot'
import type { HostContext, HostMethods } from './context.ts'
import type { FileStore } from './file-store.ts'
import type { ViewToHost } from '../bridge/frame-messages.ts'
import type { AppPage } from './page-view.ts'
import type { ReleaseVerdict } from './release-check.ts'
import type { Texts } from './ui/texts.ts'

export type ViewAsk = Extract<ViewToHost, { type: 'ask' }>

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

declare const banyanLaterFile: string

let loading: Promise<LaterParts> | undefined

export function loadLaterParts(): Promise<LaterParts> {
  loading ??= importLater().catch((cause: unknown) => {
    loading = undefined
    throw cause
  })
  return loading
}

async function importLater(): Promise<LaterParts> {
  const loaded: { laterParts: LaterParts } = await import(
    /* @vite-ignore */ new URL(`./${banyanLaterFile}`, import.meta.url).href
  )
  return loaded.laterParts
}
