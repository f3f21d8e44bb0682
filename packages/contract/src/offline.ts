/** What a host page and the platform's service worker tell each other, so that an app starts again without a network. */

/** Address of the service worker; its scope is the whole platform. */
export const offlineScriptPath = '/-/offline.js'

/** Global of the service worker: the other site on which files of mini-programs are, or nothing. The server writes it before the script. */
export const contentOriginName = 'banyanContentOrigin'

/** Answers with this header may be kept: `<release>` of an app's page, or `public` for the platform's own pages. Nothing private carries it. */
export const keepHeader = 'Banyan-Keep'

/** The page of an app without the first screen of any route: what an address gets that was never visited. */
export function shellPath(appId: string): string {
  return `/-/app/${appId}/shell`
}

/** From a host page to the service worker: everything that its app needs to start. */
export interface KeepApp {
  type: 'banyan:keep'
  appId: string
  /** Names release and runtime together; a page that was kept for another one goes. */
  release: string
  /** Addresses of immutable files, in the order of their importance. */
  files: readonly string[]
}

/** Of release and runtime: both are pinned by a page, so both decide what it needs. */
export function releaseToken(sequence: number, hostUrl: string): string {
  return `${sequence} ${hostUrl.slice(hostUrl.lastIndexOf('/') + 1)}`
}

/** GET `<statePath>?version=…&sequence=…`: what has become of a release that somebody runs. */
export interface RunningState {
  /** Of the last release. */
  sequence: number
  /** Taken down: whoever runs it must stop. */
  isStopped: boolean
  /** An urgent release has come after it: whoever runs it starts anew. */
  mustUpdate: boolean
}

export function statePath(appId: string): string {
  return `/-/app/${appId}/state`
}
