/**
 * Mini-programs: their names, icons and the servers that they may call.
 * Owns apps and their request domains, and keeps which version is current, as `releases` reports it.
 * Never looks inside a package.
 */
import type { Permission } from '@banyan/contract/permissions'
import type { AppProfile } from '@banyan/contract/app-profile'
import type { AppStanding } from '@banyan/contract/app-standing'
import type { ScreenshotList } from '@banyan/contract/app-pictures'
import type { MainCategory } from '@banyan/contract/categories'
import type { Audit } from '#domains/audit'
import type { Identity, Caller } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, DbTransaction, Migrations } from '#infra/db/database.ts'
import type { Events } from '#infra/events/events.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { createApps } from './migrations/0001-apps.ts'
import { createAppPictures } from './migrations/0004-pictures.ts'
import { createAppProfiles } from './migrations/0002-profile.ts'
import { tellAppChanges } from './migrations/0003-tell-changes.ts'
import { categoryRoutes } from './category-routes.ts'
import { createCategories, type Categories } from './categories.ts'
import { createOwnershipCheck } from './ownership.ts'
import { createPlatformApps } from './platform-apps.ts'
import { platformAppRoutes } from './platform-app-routes.ts'
import { createProfileService, servingStandings, type ProfileService } from './profile.ts'
import { profileRoutes } from './profile-routes.ts'
import { createProfileStore } from './profile-store.ts'
import { createRecordChange } from './record-change.ts'
import { appRoutes } from './routes.ts'
import { createAppService, iconPathOf, type AppService } from './service.ts'
import { screenshotRoutes } from './screenshot-routes.ts'
import { createScreenshots } from './screenshots.ts'
import { createAppStore, type AppRow } from './store.ts'

export { categoriesSetting } from './categories.ts'
export { ownershipSetting } from './ownership.ts'
export { appChangedTopic } from './record-change.ts'

export const appMigrations: Migrations = {
  'apps-0001-apps': createApps,
  'apps-0002-profile': createAppProfiles,
  'apps-0003-tell-changes': tellAppChanges,
  'apps-0004-pictures': createAppPictures,
}

export interface AppOptions {
  db: Db
  blobs: Blobs
  clock: Clock
  ids: Ids
  identity: Identity
  audit: Audit
  events: Pick<Events, 'publish'>
  outbound: Pick<Outbound, 'guarded'>
  /** Servers that join a list must name the app. */
  isOwnershipRequired: () => boolean
  /** As the platform's staff has arranged them. */
  categories: () => readonly MainCategory[]
}

export interface PublicApp {
  id: string
  workspaceId: string
  name: string
  description: string
  iconPath: string | null
  currentVersion: string | null
  /** `shopping/mall`, or null while none was chosen. */
  category: string | null
  standing: AppStanding
  /** Users may have it: nobody has stopped it. */
  isServing: boolean
}

/** Origins, by what for. */
export interface DomainLists {
  request: readonly string[]
  socket: readonly string[]
  upload: readonly string[]
  download: readonly string[]
  webView: readonly string[]
}

export interface Apps {
  routes: HttpApp
  service: AppService
  profile: ProfileService
  categories: Pick<Categories, 'tree' | 'check'>
  /** Throws `app.notFound` unless the app is in the caller's workspace, or staff may do this in every one. */
  require(caller: Caller, appId: string, permission?: Permission): Promise<PublicApp>
  /** Hears of every change of an app that this process makes. */
  watch(listener: (appId: string) => void): void
  findPublic(appId: string): Promise<PublicApp | undefined>
  listPublished(): Promise<PublicApp[]>
  /** Origin -> address to call instead, or null for the origin itself; undefined when there is no such app. */
  requestDomains(appId: string): Promise<ReadonlyMap<string, string | null> | undefined>
  /** All servers that the app names, whatever its standing is. */
  domainLists(appId: string): Promise<DomainLists>
  /** What the app declares about itself, whoever asks. */
  profileOf(
    appId: string,
  ): Promise<
    Pick<
      AppProfile,
      'privacy' | 'category' | 'socketDomains' | 'uploadDomains' | 'downloadDomains' | 'webViewDomains' | 'serverIps'
    >
  >
  /** In their order, public. */
  screenshotsOf(appId: string): Promise<ScreenshotList['items']>
  /** In the transaction that makes the release. */
  recordRelease(
    transaction: DbTransaction,
    release: { appId: string; version: string; sequence: number },
  ): Promise<void>
}

const portalLimit = 500

export function createAppsDomain(options: AppOptions): Apps {
  const store = createAppStore(options.db)
  const profiles = createProfileStore(options.db)
  const listeners: ((appId: string) => void)[] = []
  const changed = (appId: string): void => {
    for (const listener of listeners) listener(appId)
  }
  const proveOwnership = createOwnershipCheck({
    dispatcher: options.outbound.guarded,
    isRequired: options.isOwnershipRequired,
  })
  const recordChange = createRecordChange(options)
  const service = createAppService({ ...options, recordChange, changed, proveOwnership })
  const categories = createCategories({ tree: options.categories, profiles })
  const profile = createProfileService({
    ...options,
    recordChange,
    categories,
    store,
    profiles,
    changed,
    proveOwnership,
    find: (caller, appId, permission) => service.find(caller, appId, permission),
    isMember: async (caller, workspaceId) =>
      (await options.identity.service.describe(caller)).workspaces.some(({ id }) => id === workspaceId),
  })
  const withStanding = async (row: AppRow): Promise<PublicApp> => presentPublic(row, await profiles.profile(row.id))
  const routes = appRoutes({ service, identity: options.identity })
  const screenshots = createScreenshots({ ...options, recordChange, find: service.find })
  routes.route('/', screenshotRoutes({ service: screenshots, identity: options.identity }))
  const platformApps = createPlatformApps({ profiles, identity: options.identity })
  routes.route('/', platformAppRoutes({ service: platformApps, identity: options.identity }))
  routes.route('/', profileRoutes({ service: profile, identity: options.identity }))
  routes.route('/', categoryRoutes({ categories, identity: options.identity }))
  return {
    routes,
    service,
    profile,
    categories,
    require: async (caller, appId, permission) => withStanding(await service.find(caller, appId, permission)),
    watch: (listener) => void listeners.push(listener),
    async findPublic(appId) {
      const row = await store.app(appId)
      return row && withStanding(row)
    },
    async listPublished() {
      const rows = await store.publishedApps(portalLimit)
      const standings = await profiles.standingsOf(rows.map(({ id }) => id))
      return rows
        .map((row) => presentPublic(row, standings.get(row.id) ?? { standing: 'normal', category: null }))
        .filter(({ standing }) => standing === 'normal')
    },
    async requestDomains(appId) {
      const row = await store.app(appId)
      if (!row || !(await withStanding(row)).isServing) return undefined
      return new Map((await store.domainsOf([appId])).map(({ origin, upstream }) => [origin, upstream]))
    },
    async domainLists(appId) {
      const [rows, row] = await Promise.all([store.domainsOf([appId]), profiles.profile(appId)])
      return {
        request: rows.map(({ origin }) => origin),
        socket: [...row.socket_domains],
        upload: [...row.upload_domains],
        download: [...row.download_domains],
        webView: [...row.web_view_domains],
      }
    },
    async profileOf(appId) {
      const row = await profiles.profile(appId)
      return {
        privacy: [...row.privacy],
        category: row.category,
        socketDomains: [...row.socket_domains],
        uploadDomains: [...row.upload_domains],
        downloadDomains: [...row.download_domains],
        webViewDomains: [...row.web_view_domains],
        serverIps: [...row.server_ips],
      }
    },
    screenshotsOf: async (appId) => (await screenshots.of(appId)).items,
    async recordRelease(transaction, { appId, version, sequence }) {
      await createAppStore(transaction).setCurrent(appId, version, sequence)
    },
  }
}

function presentPublic(row: AppRow, { standing, category }: Pick<PublicApp, 'standing' | 'category'>): PublicApp {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    description: row.description,
    iconPath: iconPathOf(row),
    currentVersion: row.current_version,
    category,
    standing,
    isServing: servingStandings.includes(standing),
  }
}
