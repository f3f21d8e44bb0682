/**
 * What users of an app get now, from memory. An entry lives two seconds, so that every process is right within that time whatever
 * happens to messages between them; a change made here is seen at once.
 */
import { packageManifestSchema, type PackageManifest } from '@banyan/contract/package-format'
import type { Apps, PublicApp } from '#domains/apps'
import type { ReleaseStore } from './store.ts'

export interface ResolvedVersion {
  version: string
  manifest: PackageManifest
}

export interface Resolved {
  app: PublicApp
  /** Origin -> address to call instead. */
  domains: ReadonlyMap<string, string | null>
  /** Of the last change, a gray one too: it never goes back, so a stale answer is known by it. */
  sequence: number
  /** Undefined while nothing is released, or what was is taken down. */
  full: ResolvedVersion | undefined
  gray: ResolvedVersion | undefined
}

export interface Resolver {
  /** Undefined when there is no such app. */
  resolve(appId: string): Promise<Resolved | undefined>
  forget(appId: string): void
}

const freshMs = 2000
const rememberedCount = 5000

interface Entry {
  /** By the monotonic clock: a wall clock that is set back must not keep a take-down waiting. */
  readAt: number
  value: Promise<Resolved | undefined>
}

export function createResolver({ store, apps }: { store: ReleaseStore; apps: Apps }): Resolver {
  const entries = new Map<string, Entry>()
  const manifests = new Map<string, ResolvedVersion>()

  async function read(appId: string): Promise<Resolved | undefined> {
    const [app, domains, rows] = await Promise.all([
      apps.findPublic(appId),
      apps.requestDomains(appId),
      store.servedVersions(appId),
    ])
    if (!app) return undefined
    const full = rows.find(({ kind }) => kind !== 'gray')
    const gray = rows.find(({ kind, state }) => kind === 'gray' && state === 'gray')
    return {
      app,
      domains: domains ?? new Map(),
      sequence: Math.max(0, ...rows.map(({ sequence }) => sequence)),
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
    const loaded = { version, manifest: packageManifestSchema.parse(JSON.parse(row.manifest)) }
    remember(manifests, key, loaded)
    return loaded
  }

  return {
    resolve(appId) {
      const now = performance.now()
      const known = entries.get(appId)
      if (known && now - known.readAt < freshMs) return known.value
      const entry = { readAt: now, value: read(appId) }
      entry.value.catch(() => {
        if (entries.get(appId) === entry) entries.delete(appId)
      })
      remember(entries, appId, entry)
      return entry.value
    },
    forget(appId) {
      entries.delete(appId)
    },
  }
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  const oldest = map.keys().next().value
  if (map.size >= rememberedCount && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
