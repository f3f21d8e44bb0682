/**
 * Review: versions are checked, and looked at by people, before users get them.
 * Owns submissions and the policies that say who must look at what. Moves versions by the door of `releases`. Emits
 * `review.decided`.
 * Never decides for a flow that wants people, and never lets anybody decide about his own version unless the policy says so.
 */
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { PageChecks } from '#domains/page-checks'
import type { Releases } from '#domains/releases'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import { createReviewTables } from './migrations/0001-review.ts'
import { createPolicies } from './policies.ts'
import { reviewRoutes } from './routes.ts'
import { createReviewService, type ReviewService } from './service.ts'
import { createReviewStore } from './store.ts'

export const reviewMigrations: Migrations = { 'review-0001-review': createReviewTables }

export interface ReviewOptions {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  identity: Identity
  audit: Audit
  apps: Apps
  releases: Releases
  pageChecks: PageChecks
  webhooks: Pick<Webhooks, 'publish'>
}

export interface Review {
  routes: HttpApp
  service: ReviewService
  start(): void
  stop(): Promise<void>
}

const everyMs = 5000

export function createReview(options: ReviewOptions): Review {
  const { apps, log } = options
  const store = createReviewStore(options.db)
  const policyOf = createPolicies({ store, apps })
  const service = createReviewService({
    ...options,
    store,
    policyOf,
    requiresFourEyes: (workspaceId) => options.identity.teams.requiresFourEyes(workspaceId),
  })
  options.releases.connect({
    async needsReview(appId) {
      const app = await apps.findPublic(appId)
      return app !== undefined && (await policyOf(app)).flow !== 'none'
    },
  })
  options.pageChecks.watch((checked) => service.takePageCheck(checked))
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  return {
    service,
    routes: reviewRoutes({ service, identity: options.identity }),
    start() {
      timer = setInterval(() => {
        running = running
          .then(() => service.publishDue())
          .catch((error: unknown) => log.warn({ err: error }, 'approved versions wait for their time'))
      }, everyMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
