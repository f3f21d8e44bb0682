/**
 * Versions, releases, and their delivery to browsers.
 * Owns versions, their files and source maps, and the numbered releases of each app. Tells `apps` which version is current.
 * Never changes a version, never delivers a file that was not published, never delivers a source map.
 */
import type { Apps } from '#domains/apps'
import type { Identity } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { RuntimeFiles } from '#infra/runtime-build.ts'
import { createSigner, createSigningKeys } from '#infra/signing/signing.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { createHostPage } from './host-page.ts'
import { installableRoutes } from './installable.ts'
import { createReleases } from './migrations/0001-releases.ts'
import { releaseRoutes } from './routes.ts'
import { createReleaseService, type ReleaseService } from './service.ts'
import { createReleaseSigning } from './sign-release.ts'
import { createReleaseStore } from './store.ts'

export const releaseMigrations: Migrations = {
  'releases-0001-releases': createReleases,
  'signing-0001-keys': createSigningKeys,
}

export interface ReleaseOptions {
  db: Db
  blobs: Blobs
  clock: Clock
  identity: Identity
  apps: Apps
  runtime: RuntimeFiles
}

export interface Releases {
  routes: HttpApp
  service: ReleaseService
  deliver: Delivery
}

export function createReleasesDomain(options: ReleaseOptions): Releases {
  const store = createReleaseStore(options.db)
  const service = createReleaseService({ ...options, store })
  const signer = createSigner(options)
  const showHostPage = createHostPage({ ...options, store, signRelease: createReleaseSigning({ ...options, signer }) })
  const routes = releaseRoutes({ service, identity: options.identity })
  // Web pages inside mini-programs name it by this address, which stays.
  routes.get('/-/jweixin.js', async (c) => {
    const script = (await options.runtime.current())?.parts['jweixin']
    return script === undefined ? c.notFound() : c.redirect(`/-/runtime/${script}`)
  })
  routes.route('/', installableRoutes({ ...options, signer, showShell: showHostPage }))
  routes.get('/a/:appId', (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 308))
  routes.get('/a/:appId/*', (c) => showHostPage(c, c.req.param('appId')))
  return { routes, service, deliver: createDelivery({ ...options, store }) }
}
