/** What a server hands to the host page of one mini-program, as JSON in the element `#banyan-boot`. */
import { firstScreen } from './first-screen.ts'
import type { AppConfig, PackageManifest } from './package-format.ts'
import type { ReleaseSignature } from './signed-release.ts'
import { escapeMarkup, type Snapshot } from './snapshot-markup.ts'

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
  /** The platform's word for manifest and release; a development server has none. */
  signed?: ReleaseSignature
  runtime: { logicUrl: string; logicLaterUrl: string; viewUrl: string }
  /** Where `wx.request` goes; absent when requests go straight from the host page. */
  gatewayUrl?: string
  /** Sites that `<web-view>` may show: origins, `https://*.example.com`, or `*` for all. */
  webViewOrigins?: readonly string[]
  /** Servers that `wx.connectSocket` may reach: origins with `wss:`, `wss://*.example.com`; absent from a development server, where it may reach all. */
  socketOrigins?: readonly string[]
  /** Only from the development server: an event stream of `reload` and `diagnostics`. */
  developmentEventsUrl?: string
  locale: 'zh_CN' | 'en'
  /** Script of the platform's service worker; without it nothing is kept for times without a network. */
  offlineUrl?: string
  /** Where maps draw their ground from; without it they are plain plans. */
  map?: MapSource
}

/** One of `style` and `tiles`. */
export interface MapSource {
  /** A style of MapLibre: its address, or the style itself. */
  style?: string | Readonly<Record<string, unknown>>
  /** Pictures of 256 px: addresses with `{x}`, `{y}` and `{z}`. */
  tiles?: readonly string[]
  /** In which the ground is drawn; apps name places in GCJ-02. Default: WGS-84. */
  datum?: 'wgs84' | 'gcj02'
  maxZoom?: number
  /** Named on the map, as most sources ask for. */
  attribution?: string
}

export const bootElementId = 'banyan-boot'

/** `runtime.json` in the runtime's build folder. A server copies nothing else from it and imports none of its code. */
export interface RuntimeBuild {
  version: number
  /** File names inside the build folder, each with a content hash. */
  host: string
  logic: string
  /** The worker's second script. */
  logicLater: string
  view: string
  /** Parts of the host that load when they are needed, by a relative address next to `host`. */
  later: string
  /** Name of an extra part -> its file. They load by a relative address too, each when something first needs it. */
  parts: Readonly<Record<string, string>>
  /** All names that a server must serve from the folder, as immutable scripts and JSON. */
  files: readonly string[]
  /** Template of the host page; fill it with `fillHostPage`. */
  page: string
  /** HTML of the first page's frame, filled by `fillHostPage`. */
  firstFrame: string
  /** Policy of the host page with the place `{{nonce}}`, sent as `Content-Security-Policy`. */
  policy: string
}

export interface HostPageValues {
  boot: BootData
  /** Fresh and unguessable for each answer; the same one goes into the policy. */
  nonce: string
  /** Address of the file `RuntimeBuild.host`. */
  hostUrl: string
  /** More elements for the head, as HTML that the caller has made safe. */
  head?: string
  /** The page that the address names, `''` for the entry page: with `boot.config` its first screen comes with the HTML. */
  route?: string
  /** Drawn when the app was built; without it the first screen is a launch screen. */
  snapshot?: Snapshot
}

/** `RuntimeBuild.policy` for one answer. Only sites that `<web-view>` may show can be framed, and only servers of the app's list be sockets. */
export function fillPolicy(
  policy: string,
  values: {
    nonce: string
    webViewOrigins?: readonly string[]
    socketOrigins?: readonly string[]
    contentOrigin?: string
  },
): string {
  const frames = (values.webViewOrigins ?? []).flatMap((origin) => (origin === '*' ? ['https:', 'http:'] : [origin]))
  return policy
    .replaceAll('{{nonce}}', values.nonce)
    .replaceAll('{{frames}}', listSources(frames))
    .replaceAll('{{sockets}}', listSources([...(values.socketOrigins ?? ['wss:']), values.contentOrigin ?? '']))
}

function listSources(origins: readonly string[]): string {
  // What could end the directive has no place in an origin.
  return origins.filter((origin) => /^[\w.:/*[\]-]+$/.test(origin)).join(' ')
}

/** The host page of one mini-program from the templates of a `RuntimeBuild`. */
export function fillHostPage(build: Pick<RuntimeBuild, 'page' | 'firstFrame'>, values: HostPageValues): string {
  const { boot, nonce } = values
  const lang = boot.locale === 'en' ? 'en' : 'zh-CN'
  const places: Readonly<Record<string, string>> = {
    title: escapeMarkup(boot.name),
    lang,
    nonce: escapeMarkup(nonce),
    // Inside a script element only `<` could end the element or open a comment.
    boot: JSON.stringify(boot).replaceAll('<', '\\u003c'),
    host: escapeMarkup(values.hostUrl),
    head: values.head ?? '',
    first: firstOf(build.firstFrame, values, lang) ?? '',
  }
  return build.page.replace(/\{\{(\w+)\}\}/g, (place, name: string) => places[name] ?? place)
}

function firstOf(frame: string, { boot, nonce, route, snapshot }: HostPageValues, lang: string): string | undefined {
  const { config, locale } = boot
  if (config === undefined || route === undefined) return undefined
  const loading = locale === 'en' ? 'Loading' : '正在加载'
  try {
    return firstScreen({ config, route, snapshot, app: boot, nonce, lang, frame, loading })
  } catch {
    // An uploader's configuration may have any shape. The host says what is wrong with it.
    return undefined
  }
}
