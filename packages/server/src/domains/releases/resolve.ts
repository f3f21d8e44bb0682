/** What users of an app get now, from memory. */
import { packageManifestSchema, type PackageManifest } from '@banyan/contract/package-format'
import type { Apps, DomainLists, PublicApp } from '#domains/apps'
import { createAppCache } from '#infra/db/app-cache.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { ReleaseStore } from './store.ts'
import type { VersionDomains } from './version-domains.ts'

export interface ResolvedVersion {
  version: string
  manifest: PackageManifest
  /** What the app named when it was handed in; undefined for one from before that was kept. */
  domains?: DomainLists | undefined
}

export interface Resolved {
  app: PublicApp
  /** Origin -> address to call instead. */
  domains: ReadonlyMap<string, string | null>
  /** Sites that the app names for `web-view`; empty when it names none apart. */
  webViewDomains: readonly string[]
  /** The same for sockets, with `wss:`. */
  socketDomains: readonly string[]
  /** Of the last change, a gray one too: it never goes back, so a stale answer is known by it. */
  sequence: number
  /** Of the last release that open pages take over at once; 0 when there was none. */
  urgentSequence: number
  /** Undefined while nothing is released, or what was is taken down. */
  full: ResolvedVersion | undefined
  gray: ResolvedVersion | undefined
}

export interface Resolver {
  /** Undefined when there is no such app. */
  resolve(appId: string): Promise<Resolved | undefined>
  forget(appId: string): void
}

const rememberedCount = 5000

export function createResolver({
  store,
  apps,
  notifications,
  versionDomains,
}: {
  store: ReleaseStore
  versionDomains: Pick<VersionDomains, 'read'>
  apps: Apps
  notifications: Notifications
}): Resolver {
  const manifests = new Map<string, ResolvedVersion>()

  async function read(appId: string): Promise<Resolved | undefined> {
    const [app, domains, profile, rows, urgentSequence] = await Promise.all([
      apps.findPublic(appId),
      apps.requestDomains(appId),
      apps.profileOf(appId),
      store.servedVersions(appId),
      store.urgentSequence(appId),
    ])
    if (!app) return undefined
    const full = rows.find(({ kind }) => kind !== 'gray')
    const gray = rows.find(({ kind, state }) => kind === 'gray' && state === 'gray')
    return {
      app,
      domains: domains ?? new Map(),
      webViewDomains: profile.webViewDomains,
      socketDomains: profile.socketDomains,
      sequence: Math.max(0, ...rows.map(({ sequence }) => sequence)),
      urgentSequence,
      full: full && app.isServing && full.state !== 'blocked' ? await load(appId, full.version) : undefined,
      gray: gray && app.isServing ? await load(appId, gray.version) : undefined,
    }
  }

  /** A version never changes, so its manifest is parsed once. */
  async function load(appId: string, version: string): Promise<ResolvedVersion | undefined> {
    const key = `${appId} ${version}`
    const known = manifests.get(key)
    if (known) return known
    const row = await store.version(appId, version)
    if (!row) return undefined
    const manifest = packageManifestSchema.parse(JSON.parse(row.manifest))
    const loaded = { version, manifest, domains: await versionDomains.read(appId, version) }
    remember(manifests, key, loaded)
    return loaded
  }

  const cache = createAppCache({ notifications, read, rememberedCount })
  return { resolve: (appId) => cache.get(appId), forget: (appId) => cache.forget(appId) }
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  const oldest = map.keys().next().value
  if (map.size >= rememberedCount && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
