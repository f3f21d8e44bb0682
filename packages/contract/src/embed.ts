/**
 * Between a page that shows a mini-program by `<banyan-app>` and the host page inside. The host page says hello to whoever frames it, with a
 * port; the platform's `frame-ancestors` decides who may. Everything after that goes over the port.
 */

/** Name of the frame's window: a host page with another one has nobody to talk to. */
export const embedFrameName = 'banyan-app'

export interface EmbedHello {
  type: 'banyan:embed'
  appId: string
}

/** To the host page. `functions` become members of the app's `wx`. */
export type ToEmbedded =
  | { type: 'welcome'; functions: readonly string[] }
  | { type: 'answer'; id: number; ok: true; value: unknown }
  | { type: 'answer'; id: number; ok: false; errMsg: string }

/** To the page around it. */
export type FromEmbedded =
  | { type: 'call'; id: number; name: string; params: unknown }
  /** The first page has painted. */
  | { type: 'ready' }
  /** Another page of the app is on top. */
  | { type: 'navigate'; path: string; title: string }
  /** The user has closed the app, or it has closed itself. */
  | { type: 'close' }

/** What a function of a page around an app may be called. */
export const embedFunctionName = /^[a-z][A-Za-z0-9]{2,39}$/
export const maxEmbedFunctions = 200
