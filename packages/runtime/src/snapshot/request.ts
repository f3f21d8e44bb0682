/** Between the process that builds and the one that runs the app's code for its snapshots. */
import type { AppConfig, StyleMap } from '@banyan/contract/package-format'
import type { Snapshot } from '@banyan/contract/snapshot-markup'

export interface DrawRequest {
  config: AppConfig
  packages: readonly { root: string; script: string }[]
  styles: StyleMap
}

/** One message for each page, then the process ends. `failure` is for people. */
export interface DrawnPage {
  route: string
  snapshot?: Snapshot
  failure?: string
}
