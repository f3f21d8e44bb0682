/**
 * Mini-programs: their names, icons and the servers that they may call.
 * Owns apps and their request domains, and keeps which version is current, as `releases` reports it.
 * Never looks inside a package.
 */
import type { Permission } from '@banyan/contract/permissions'
import type { Identity, Caller } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, DbTransaction, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import { createApps } from './migrations/0001-apps.ts'
import { appRoutes } from './routes.ts'
import { createAppService, iconPathOf, type AppService } from './service.ts'
import { createAppStore, type AppRow } from './store.ts'

export const appMigrations: Migrations = { 'apps-0001-apps': createApps }

export interface AppOptions {
  db: Db
  blobs: Blobs
  clock: Clock
  ids: Ids
  identity: Identity
}

export interface PublicApp {
  id: string
  workspaceId: string
  name: string
  description: string
  iconPath: string | null
  currentVersion: string | null
}

export interface Apps {
  routes: HttpApp
  service: AppService
  /** Throws `app.notFound` unless the app is in the caller's workspace, or staff may do this in every one. */
  require(caller: Caller, appId: string, permission?: Permission): Promise<PublicApp>
  /** Hears of every change of an app that this process makes. */
  watch(listener: (appId: string) => void): void
  findPublic(appId: string): Promise<PublicApp | undefined>
  listPublished(): Promise<PublicApp[]>
  /** Origin -> address to call instead, or null for the origin itself; undefined when there is no such app. */
  requestDomains(appId: string): Promise<ReadonlyMap<string, string | null> | undefined>
  /** In the transaction that makes the release. */
  recordRelease(
    transaction: DbTransaction,
    release: { appId: string; version: string; sequence: number },
  ): Promise<void>
}

const portalLimit = 500

export function createAppsDomain(options: AppOptions): Apps {
  const store = createAppStore(options.db)
  const listeners: ((appId: string) => void)[] = []
  const service = createAppService({
    ...options,
    store,
    changed: (appId) => {
      for (const listener of listeners) listener(appId)
    },
  })
  return {
    routes: appRoutes({ service, identity: options.identity }),
    service,
    require: async (caller, appId, permission) => presentPublic(await service.find(caller, appId, permission)),
    watch: (listener) => void listeners.push(listener),
    async findPublic(appId) {
      const row = await store.app(appId)
      return row && presentPublic(row)
    },
    listPublished: async () => (await store.publishedApps(portalLimit)).map(presentPublic),
    async requestDomains(appId) {
      if (!(await store.app(appId))) return undefined
      return new Map((await store.domainsOf([appId])).map(({ origin, upstream }) => [origin, upstream]))
    },
    async recordRelease(transaction, { appId, version, sequence }) {
      await createAppStore(transaction).setCurrent(appId, version, sequence)
    },
  }
}

function presentPublic(
  row: Parameters<typeof iconPathOf>[0] & Pick<AppRow, 'workspace_id' | 'name' | 'description' | 'current_version'>,
): PublicApp {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    description: row.description,
    iconPath: iconPathOf(row),
    currentVersion: row.current_version,
  }
}
