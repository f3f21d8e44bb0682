/**
 * Gray releases: who gets a new version before the others do.
 * Owns plans, lists of users and segments; asks `releases` to move versions, and answers it which side a user is on.
 * Never moves a user back and forth: the side follows from the plan and the user alone.
 */
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Login } from '#domains/login'
import type { Releases } from '#domains/releases'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import { createAdvancing, type Advancing } from './advance.ts'
import { createGrayChoice } from './gray-choice.ts'
import type { ReadFigures } from './guards.ts'
import { createLivePlans } from './live-plans.ts'
import { createRolloutTables } from './migrations/0001-rollout.ts'
import { tellRolloutChanges } from './migrations/0002-tell-changes.ts'
import { createPlanChanges } from './plan-changes.ts'
import { rolloutRoutes } from './routes.ts'
import { createRolloutService, type RolloutService } from './service.ts'
import { createRolloutStore } from './store.ts'

export type { ReadFigures } from './guards.ts'

export const rolloutMigrations: Migrations = {
  'rollout-0001-rollout': createRolloutTables,
  'rollout-0002-tell-changes': tellRolloutChanges,
}

export interface RolloutOptions {
  db: Db
  notifications: Notifications
  clock: Clock
  ids: Ids
  log: Log
  identity: Identity
  audit: Audit
  apps: Apps
  login: Login
  releases: Releases
  isSecure: boolean
}

export interface Rollout {
  routes: HttpApp
  service: RolloutService
  advancing: Advancing
  /** Where guards get their numbers from; without it they never say no. */
  readFiguresBy(read: ReadFigures): void
}

export function createRollout(options: RolloutOptions): Rollout {
  const store = createRolloutStore(options.db)
  const live = createLivePlans(store, options.notifications)
  const changes = createPlanChanges({ ...options, store, live })
  const service = createRolloutService({ ...options, store, live, changes })
  let readFigures: ReadFigures | undefined
  options.releases.connect({
    revokeGray: (transaction, appId, by) => changes.revokeWithin(transaction, appId, by),
    isInGray: createGrayChoice({ ...options, live }),
  })
  return {
    service,
    routes: rolloutRoutes({ service, identity: options.identity }),
    advancing: createAdvancing({ ...options, store, changes, readFigures: () => readFigures }),
    readFiguresBy(read) {
      readFigures = read
    },
  }
}
