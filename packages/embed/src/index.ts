/**
 * `<banyan-app src="https://mini.example.com" app-id="by…" path="pages/home/home?id=1">`: a mini-program of a platform in any web page.
 * Importing this module defines the element. Functions that a page registers with `registerApi` become members of the `wx` of the apps that
 * it shows. The page gets nothing of an app but its events, and an app nothing of the page but these functions.
 */
import { BanyanAppElement } from './banyan-app.ts'

export { BanyanAppElement } from './banyan-app.ts'
export type { BanyanAppEvents } from './banyan-app.ts'
export { registerApi } from './host-functions.ts'
export type { HostFunctionCall, Schema } from './host-functions.ts'

// Two copies of the package on one page share the element of the first.
if (customElements.get('banyan-app') === undefined) customElements.define('banyan-app', BanyanAppElement)
