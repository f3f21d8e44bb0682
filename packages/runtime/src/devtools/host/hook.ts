import type { HostContext } from '../../host/context.ts'
import type { HostCalls } from '../../host/host-calls.ts'
import type { Navigation } from '../../host/navigation.ts'
import type { Pages } from '../../host/pages.ts'
import type { WorkerLink } from '../../host/worker-link.ts'

/** What an agent in the host page may see and change. */
export interface WatchedApp {
  host: HostContext
  link: WorkerLink
  calls: HostCalls
  pages: Pages
  navigation: Navigation
}

/** Nothing. Builds for development put `agent.ts` in the place of this file. */
export function watchHost(_app: WatchedApp): void {}
