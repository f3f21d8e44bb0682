/** What a server hands to the host page of one mini-program, as JSON in the element `#banyan-boot`. */
import type { AppConfig, PackageManifest } from './package-format.ts'

export interface BootData {
  appId: string
  /** Shown in the capsule menu, the title and the loading screen. */
  name: string
  iconUrl?: string
  /** Path under which the app's pages live, with a trailing slash: `/a/<appId>/`. */
  basePath: string
  /** A file of the build is at `<fileBase><hash>`. */
  fileBase: string
  manifest: PackageManifest
  /** The configuration inlined when it is small, so that the first frame does not wait for it. */
  config?: AppConfig
  release: { version: string; sequence: number; channel: 'release' | 'trial' | 'develop' }
  runtime: { logicUrl: string; viewUrl: string }
  /** Where `wx.request` goes; absent when requests go straight from the host page. */
  gatewayUrl?: string
  /** Only from the development server: an event stream of `reload` and `diagnostics`. */
  developmentEventsUrl?: string
  locale: 'zh_CN' | 'en'
}

export const bootElementId = 'banyan-boot'

/** `runtime.json` in the runtime's build folder. A server copies nothing else from it and imports none of its code. */
export interface RuntimeBuild {
  version: number
  /** File names inside the build folder, each with a content hash. */
  host: string
  logic: string
  view: string
  /** Template of the host page with the places `{{title}} {{lang}} {{nonce}} {{boot}} {{host}} {{head}}`. */
  page: string
  /** Policy of the host page with the place `{{nonce}}`, sent as `Content-Security-Policy`. */
  policy: string
}
