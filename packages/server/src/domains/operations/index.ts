/**
 * What the people who run an installation look at: work in the background, health, figures for monitoring systems, backups.
 * Owns the list of backups. Every change is in the audit log.
 * Never shows what a job is about, which may name people, and never restores: that is done while the server stands.
 */
import type { MiddlewareHandler } from 'hono'
import type { Audit } from '#domains/audit'
import type { Brand } from '#domains/brand'
import type { Identity } from '#domains/identity'
import type { Backup } from '#infra/backup/format.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { Events } from '#infra/events/events.ts'
import type { HttpApp, HttpEnv } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Mail } from '#infra/mail/mail.ts'
import { createBackupService } from './backups.ts'
import { createHealth } from './health.ts'
import { createJobDesk } from './job-desk.ts'
import { createMetrics } from './metrics.ts'
import { createBackups } from './migrations/0001-backups.ts'
import { createReadiness } from './readiness.ts'
import { operationRoutes } from './routes.ts'
import { createOperationStore } from './store.ts'

export const operationMigrations: Migrations = { 'operations-0001-backups': createBackups }

export interface OperationOptions {
  db: Db
  clock: Clock
  ids: Ids
  jobs: Jobs
  events: Events
  identity: Identity
  audit: Audit
  brand: Brand
  mail: Mail
  limits: Limits
  origin: () => string
  dataDir: string
  backUp: (target: string) => Promise<Backup>
}

export interface Operations {
  routes: HttpApp
  /** Before all routes: counts and times every answer. */
  measure: MiddlewareHandler<HttpEnv>
  stop(): void
}

export function createOperations(options: OperationOptions): Operations {
  const store = createOperationStore(options.db)
  const metrics = createMetrics(options)
  const health = createHealth({ ...options, store })
  const backups = createBackupService({ ...options, store })
  const desk = createJobDesk(options)
  const readiness = createReadiness({ ...options, store })
  return {
    routes: operationRoutes({ identity: options.identity, desk, health, backups, metrics, readiness }),
    measure: metrics.measure,
    stop: () => health.stop(),
  }
}
