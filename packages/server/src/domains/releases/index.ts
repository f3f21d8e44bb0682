/**
 * Versions, releases, and their delivery to browsers.
 * Owns versions, their files and source maps, and the numbered releases of each app. Tells `apps` which version is current.
 * Emits `version.uploaded` and `release.published`.
 * Never changes a version, never delivers a file that was not published, never delivers a source map.
 */
import { packageManifestSchema } from '@banyan/contract/package-format'
import type { Apps, DomainLists } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Settings } from '#domains/settings'
import type { Webhooks } from '#domains/webhooks'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, DbTransaction, Migrations } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { RuntimeFiles } from '#infra/runtime-build.ts'
import { createSigner, createSigningKeys } from '#infra/signing/signing.ts'
import { readContents, type PackageContents } from './contents.ts'
import { createLikeness, type Likeness } from './likeness.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { createHostPage } from './host-page.ts'
import { installableRoutes } from './installable.ts'
import { createLifeCycle, type LifeCycle } from './life-cycle.ts'
import { createReleases } from './migrations/0001-releases.ts'
import { createLifeCycle as createLifeCycleTables } from './migrations/0002-life-cycle.ts'
import { indexFileHashes } from './migrations/0003-file-hashes.ts'
import { tellReleaseChanges } from './migrations/0004-tell-changes.ts'
import { markUrgentReleases } from './migrations/0005-urgent.ts'
import { createVersionDomains as createVersionDomainTables } from './migrations/0006-version-domains.ts'
import { createVersionPrints } from './migrations/0007-version-prints.ts'
import { createPreviews, previewBase, previewFileBase, type Previews } from './previews.ts'
import { publishVersion, replaceCurrent, type PublishPorts } from './publish.ts'
import { createResolver } from './resolve.ts'
import { releaseRoutes } from './routes.ts'
import { createQuotas } from './quotas.ts'
import { createReleaseService, type ReleaseService } from './service.ts'
import { createReleaseSigning } from './sign-release.ts'
import { respondNoSuchApp } from './sorry-pages.ts'
import { createReleaseStore } from './store.ts'
import { createVersionDomains } from './version-domains.ts'
import { versionRoutes } from './version-routes.ts'

export { textForms } from './secret-scan.ts'
export { underReview } from './version-states.ts'

export const releaseMigrations: Migrations = {
  'releases-0001-releases': createReleases,
  'releases-0002-life-cycle': createLifeCycleTables,
  'releases-0003-file-hashes': indexFileHashes,
  'releases-0004-tell-changes': tellReleaseChanges,
  'releases-0005-urgent': markUrgentReleases,
  'releases-0006-version-domains': createVersionDomainTables,
  'releases-0007-version-prints': createVersionPrints,
  'signing-0001-keys': createSigningKeys,
}

export interface ReleaseOptions {
  db: Db
  notifications: Notifications
  blobs: Blobs
  clock: Clock
  identity: Identity
  apps: Apps
  audit: Audit
  settings: Pick<Settings, 'declare'>
  webhooks: Pick<Webhooks, 'publish'>
  ids: Ids
  origin: () => string
  runtime: RuntimeFiles
  /** Another site for the files of mini-programs. */
  contentOrigin?: string | undefined
  embedOrigins: readonly string[]
}

/** What the domains below decide. Without them every version counts as approved, and nothing is released to some users only. */
export interface ReleaseGates {
  needsReview(appId: string): Promise<boolean>
  revokeGray(transaction: DbTransaction, appId: string, by: string): Promise<void>
  isInGray(c: HttpContext, appId: string): Promise<boolean>
}

export interface Releases {
  routes: HttpApp
  service: ReleaseService
  previews: Previews
  lifeCycle: LifeCycle
  /** In the transaction that ends a gray release. */
  completeGray(transaction: DbTransaction, release: { appId: string; version: string; by: string }): Promise<void>
  /** In the transaction of whoever may decide it. */
  publishWithin(transaction: DbTransaction, release: { appId: string; version: string; by: string }): Promise<void>
  /** What a released version may call; undefined while its app's own lists count. */
  domainsOf(appId: string, version: string): Promise<DomainLists | undefined>
  /** Undefined when there is no such version. */
  readContents(appId: string, version: string): Promise<PackageContents | undefined>
  /** Undefined when no other team's app is like it. Remembers these texts as the version's. */
  findLikeness(appId: string, version: string, texts: readonly string[]): Promise<Likeness | undefined>
  connect(gates: Partial<ReleaseGates>): void
  /** After a transaction that changed what users get. */
  refresh(appId: string): void
  deliver: Delivery
}

export function createReleasesDomain(options: ReleaseOptions): Releases {
  const store = createReleaseStore(options.db)
  let gates: Partial<ReleaseGates> = {}
  const versionDomains = createVersionDomains(options)
  const resolver = createResolver({ ...options, store, versionDomains })
  const changed = (_transaction: DbTransaction, appId: string): void => resolver.forget(appId)
  options.apps.watch((appId) => resolver.forget(appId))
  const lifeCycle = createLifeCycle({
    ...options,
    store,
    changed,
    versionDomains,
    needsReview: async (appId) => (await gates.needsReview?.(appId)) ?? false,
  })
  const likeness = createLikeness(options)
  const previews = createPreviews({ ...options, store })
  const publishing: PublishPorts = {
    lifeCycle,
    revokeGray: async (transaction, appId, by) => gates.revokeGray?.(transaction, appId, by),
  }
  const service = createReleaseService({
    ...options,
    ...publishing,
    quotas: createQuotas(options.settings),
    store,
    changed,
    refresh: (appId) => resolver.forget(appId),
  })
  const signer = createSigner(options)
  const showHostPage = createHostPage({
    ...options,
    resolve: (appId) => resolver.resolve(appId),
    isInGray: async (c, appId) => (await gates.isInGray?.(c, appId)) ?? false,
    domainMode: () => versionDomains.mode(),
    signRelease: createReleaseSigning({ ...options, signer }),
  })
  const routes = releaseRoutes({ service, identity: options.identity })
  const runningState = async (appId: string, { version, sequence }: { version: string; sequence: number }) => {
    const found = await resolver.resolve(appId)
    const isServed = found?.full !== undefined || found?.gray !== undefined
    const isBlocked = !isServed || (await store.version(appId, version))?.state === 'blocked'
    const mustUpdate = !isBlocked && (found?.urgentSequence ?? 0) > sequence
    return { sequence: found?.sequence ?? 0, isStopped: isBlocked, mustUpdate }
  }
  // Web pages inside mini-programs name it by this address, which stays.
  routes.get('/-/jweixin.js', async (c) => {
    const script = (await options.runtime.current())?.parts['jweixin']
    return script === undefined ? c.notFound() : c.redirect(`/-/runtime/${script}`)
  })
  routes.route('/', versionRoutes({ service, previews, identity: options.identity }))
  routes.route('/', installableRoutes({ ...options, signer, showShell: showHostPage, runningState }))
  routes.get('/t/:token', (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 308))
  routes.get('/t/:token/*', async (c) => showPreview(c, c.req.param('token')))
  routes.get('/a/:appId', (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 308))
  routes.get('/a/:appId/*', (c) => showHostPage(c, c.req.param('appId')))

  async function showPreview(c: HttpContext, token: string): Promise<Response> {
    const preview = await previews.open(token)
    const standing = preview && (await resolver.resolve(preview.appId))?.app.standing
    if (!preview || standing === 'suspended' || standing === 'terminated') return respondNoSuchApp(c, undefined)
    return showHostPage(c, preview.appId, {
      channel: preview.channel,
      version: {
        version: preview.version.version,
        manifest: packageManifestSchema.parse(JSON.parse(preview.version.manifest)),
      },
      basePath: previewBase(token),
      fileBase: previewFileBase(token),
    })
  }

  return {
    routes,
    service,
    previews,
    lifeCycle,
    completeGray: async (transaction, release) => {
      await replaceCurrent({ lifeCycle }, transaction, { ...release, kind: 'grayComplete' })
    },
    async publishWithin(transaction, release) {
      await publishVersion(publishing, transaction, release)
    },
    domainsOf: async (appId, version) =>
      versionDomains.mode() === 'withRelease' ? versionDomains.read(appId, version) : undefined,
    findLikeness: (appId, version, texts) => likeness.find(appId, version, texts),
    readContents: (appId, version) => readContents({ ...options, store }, appId, version),
    connect(given) {
      gates = { ...gates, ...given }
    },
    refresh: (appId) => resolver.forget(appId),
    deliver: createDelivery({
      ...options,
      store,
      previews,
      isServing: async (appId) => (await resolver.resolve(appId))?.app.isServing ?? false,
    }),
  }
}
