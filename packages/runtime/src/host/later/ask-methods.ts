/** What an area of the host writes to answer built-in components. */
import type { HostContext } from '../context.ts'
import type { AppPage } from '../page-view.ts'

export interface AskCall {
  params: Readonly<Record<string, unknown>>
  port: MessagePort | undefined
  page: AppPage
  /** Goes where a `<navigator>` with these attributes would. */
  navigate: (params: Record<string, unknown>) => void
}

export type AskMethods = Readonly<Record<string, (call: AskCall, host: HostContext) => void>>
