/** The page that runs a mini-program: the runtime's template, filled with the release that is current now. */
import { randomBytes } from 'node:crypto'
import { fillHostPage, fillPolicy, type BootData, type RuntimeBuild } from '@banyan/contract/boot'
import type { AppConfig, PackageManifest } from '@banyan/contract/package-format'
import { snapshotSchema, snapshotTableSchema, type SnapshotTable } from '@banyan/contract/snapshot'
import type { Snapshot } from '@banyan/contract/snapshot-markup'
import { keepHeader, offlineScriptPath, releaseToken, shellPath } from '@banyan/contract/offline'
import type { DomainLists, PublicApp } from '#domains/apps'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { HttpContext, Locale } from '#infra/http/http-env.ts'
import type { RuntimeFiles } from '#infra/runtime-build.ts'
import { permissionsPolicy } from './permissions-policy.ts'
import type { DomainMode } from './version-domains.ts'
import type { Resolved, ResolvedVersion, Resolver } from './resolve.ts'
import type { SignRelease } from './sign-release.ts'
import { respondNoSuchApp, respondNotBuilt } from './sorry-pages.ts'

export interface HostPagePorts {
  resolve: Resolver['resolve']
  /** Whether the user at the browser is in the gray release that runs. */
  isInGray: (c: HttpContext, appId: string) => Promise<boolean>
  blobs: Blobs
  runtime: RuntimeFiles
  signRelease: SignRelease
  /** Whether the lists of the version count, or those of its app. */
  domainMode: () => DomainMode
  /** Another site for the files of mini-programs. */
  contentOrigin?: string | undefined
  /** Sites that may show mini-programs inside their pages. */
  embedOrigins: readonly string[]
}

interface CurrentRelease {
  version: string
  sequence: number
  manifest: PackageManifest
}

const inlineConfigMaxBytes = 24 * 1024
const rememberedConfigs = 200
const rememberedSnapshots = 1000

/** A version that somebody has a link to, in place of the one that users get. */
export interface PreviewedPage {
  version: ResolvedVersion
  channel: 'trial' | 'develop'
  basePath: string
  fileBase: string
}

export type ShowHostPage = (c: HttpContext, appId: string, preview?: PreviewedPage) => Promise<Response>

export function createHostPage(ports: HostPagePorts): ShowHostPage {
  const { contentOrigin = '' } = ports
  const readConfig = createConfigReader(ports.blobs)
  const readSnapshot = createSnapshotReader(ports.blobs)
  return async (c, appId, preview) => {
    const locale = c.get('locale')
    const found = await ports.resolve(appId)
    const served = preview?.version ?? (found && (await chooseVersion(c, found)))
    if (!found || !served) return respondNoSuchApp(c, found?.app.name)
    const build = await ports.runtime.current()
    if (!build) return respondNotBuilt(c)
    const { app, sequence } = found
    const { version, manifest } = served
    // Whoever looks at a version that is not released sees what its team has named meanwhile.
    const kept = preview === undefined && ports.domainMode() === 'withRelease' ? served.domains : undefined
    const boot = {
      ...describeBoot(
        { app, release: { version, sequence, manifest }, build, locale, contentOrigin },
        await readConfig(manifest),
      ),
      ...(preview === undefined ? {} : describePreview(preview, sequence)),
      ...namedOrigins(found, kept),
      ...(kept && { gatewayUrl: `/gateway/${appId}?version=${encodeURIComponent(version)}` }),
      signed: await ports.signRelease({ appId, sequence, version, manifest }),
      ...(build.parts['service-worker'] === undefined || preview ? {} : { offlineUrl: offlineScriptPath }),
    }
    const hostUrl = `/-/runtime/${build.host}`
    const nonce = randomBytes(16).toString('base64')
    const icon = app.iconPath ?? `/-/app/${appId}/icon.svg`
    const head = `<link rel="icon" href="${icon}"><link rel="manifest" href="/-/app/${appId}/manifest.webmanifest">`
    // The shell is kept for addresses that were never visited, so it shows none of them.
    const route = c.req.path === shellPath(appId) ? undefined : routeOfPath(c.req.path, boot.basePath)
    const snapshot = await readSnapshot(manifest, route === '' ? boot.config?.entryPagePath : route)
    const page = fillHostPage(build, {
      boot,
      nonce,
      hostUrl,
      head,
      ...snapshot,
      ...(route === undefined ? {} : { route }),
    })
    return c.html(page, 200, {
      'Content-Security-Policy': `${fillPolicy(build.policy, { ...boot, nonce, contentOrigin })}; frame-ancestors ${["'self'", ...ports.embedOrigins].join(' ')}`,
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': permissionsPolicy,
      ...(preview === undefined ? { [keepHeader]: releaseToken(sequence, hostUrl) } : { 'X-Robots-Tag': 'noindex' }),
      Vary: 'Accept-Language',
    })
  }

  async function chooseVersion(c: HttpContext, found: Resolved): Promise<ResolvedVersion | undefined> {
    if (found.gray === undefined || found.full === undefined) return found.full
    return (await ports.isInGray(c, found.app.id)) ? found.gray : found.full
  }
}

function describePreview({ version, channel, basePath, fileBase }: PreviewedPage, sequence: number) {
  return { basePath, fileBase, release: { version: version.version, sequence, channel } }
}

/** What the address names, without extension; a route is only looked up, never believed. */
function routeOfPath(path: string, basePath: string): string {
  try {
    return decodeURIComponent(path.slice(basePath.length)).replace(/\.html$/, '')
  } catch {
    return ''
  }
}

/** As with files: an app that names no sites apart has said by the one list whom it knows. */
function namedOrigins(found: Resolved, kept: DomainLists | undefined) {
  const asked = kept
    ? new Map(kept.request.map((origin) => [origin, found.domains.get(origin) ?? null]))
    : found.domains
  const webView = kept?.webView ?? found.webViewDomains
  const socket = kept?.socket ?? found.socketDomains
  return {
    webViewOrigins: webView.length > 0 ? webView : publicOrigins(asked),
    socketOrigins: socket.length > 0 ? socket : publicOrigins(asked).map(asSocket),
  }
}

/** A web page may be shown from where the app may also ask for data; not from addresses that only the gateway can reach. */
function publicOrigins(domains: ReadonlyMap<string, string | null> | undefined): string[] {
  return [...(domains ?? [])].flatMap(([origin, bound]) =>
    bound === null && origin.startsWith('https://') ? [origin] : [],
  )
}

function asSocket(origin: string): string {
  return origin.replace(/^https:/, 'wss:')
}

function describeBoot(
  {
    app,
    release,
    build,
    locale,
    contentOrigin,
  }: { app: PublicApp; release: CurrentRelease; build: RuntimeBuild; locale: Locale; contentOrigin: string },
  config: AppConfig | undefined,
): BootData {
  return {
    appId: app.id,
    name: app.name,
    ...(app.iconPath === null ? {} : { iconUrl: app.iconPath }),
    basePath: `/a/${app.id}/`,
    fileBase: `${contentOrigin}/p/${app.id}/`,
    manifest: release.manifest,
    ...(config === undefined ? {} : { config }),
    release: { version: release.version, sequence: release.sequence, channel: 'release' },
    runtime: {
      logicUrl: `/-/runtime/${build.logic}`,
      logicLaterUrl: `/-/runtime/${build.logicLater}`,
      viewUrl: `/-/runtime/${build.view}`,
    },
    gatewayUrl: `/gateway/${app.id}`,
    locale: locale === 'zh' ? 'zh_CN' : 'en',
  }
}

function createConfigReader(blobs: Blobs): (manifest: PackageManifest) => Promise<AppConfig | undefined> {
  const configs = new Remembered<AppConfig>(rememberedConfigs)
  return async ({ config: { hash, sizeBytes } }) => {
    if (sizeBytes > inlineConfigMaxBytes) return undefined
    return configs.get(hash, async () => {
      const bytes = await blobs.read(hash)
      if (!bytes) return undefined
      const config: AppConfig = JSON.parse(bytes.toString('utf8'))
      return config
    })
  }
}

/** Snapshots were checked when they were uploaded; a missing one only costs the first moment of a launch. */
function createSnapshotReader(
  blobs: Blobs,
): (manifest: PackageManifest, route: string | undefined) => Promise<{ snapshot?: Snapshot }> {
  const tables = new Remembered<SnapshotTable>(rememberedConfigs)
  const snapshots = new Remembered<Snapshot>(rememberedSnapshots)
  const read = async (hash: string): Promise<unknown> => {
    const bytes = await blobs.read(hash)
    return bytes && JSON.parse(bytes.toString('utf8'))
  }
  return async (manifest, route) => {
    if (manifest.snapshots === undefined || route === undefined) return {}
    const { hash } = manifest.snapshots
    const table = await tables.get(hash, async () => snapshotTableSchema.safeParse(await read(hash)).data)
    const ref = table !== undefined && Object.hasOwn(table, route) ? table[route] : undefined
    if (ref === undefined) return {}
    const snapshot = await snapshots.get(ref.hash, async () => snapshotSchema.safeParse(await read(ref.hash)).data)
    return snapshot === undefined ? {} : { snapshot }
  }
}

/** The last values read, by their hash. */
class Remembered<Value> {
  readonly #limit: number
  readonly #values = new Map<string, Value>()

  constructor(limit: number) {
    this.#limit = limit
  }

  async get(hash: string, read: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.#values.get(hash)
    if (known !== undefined) return known
    const value = await read()
    if (value === undefined) return undefined
    const oldest = this.#values.keys().next().value
    if (this.#values.size >= this.#limit && oldest !== undefined) this.#values.delete(oldest)
    this.#values.set(hash, value)
    return value
  }
}
