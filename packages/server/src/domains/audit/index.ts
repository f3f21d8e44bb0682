/**
 * Who changed what: one log over the whole installation, in which no entry can be changed, removed or moved without being found out.
 * Owns the entries and the anchored head of their chain. Announces each to all processes.
 * Never holds a secret or a phone number, and never makes one writer wait for another.
 */
import type { AuditVerification } from '@banyan/contract/audit'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import { openAnchor } from './anchor.ts'
import { createAuditLog } from './migrations/0001-audit.ts'
import { auditRoutes, type AuditReaders } from './routes.ts'
import { createSealing } from './sealing.ts'
import { createAuditService, type AuditService } from './service.ts'
import { createAuditStore } from './store.ts'
import { verifyChain } from './verify.ts'

export type { AuditReaders } from './routes.ts'
export { systemActor } from './service.ts'
export { auditChannel } from './store.ts'

export const auditMigrations: Migrations = { 'audit-0001-audit': createAuditLog }

export interface AuditOptions {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  /** Holds the head of the chain, apart from the database. */
  dataDir: string
}

export interface Audit {
  /** In the transaction of the change itself. */
  record: AuditService['record']
  service: AuditService
  since: AuditService['since']
  idOfNow: AuditService['idOfNow']
  verify(): Promise<AuditVerification>
  routes(readers: AuditReaders): HttpApp
  start(): void
  stop(): Promise<void>
}

export function createAudit(options: AuditOptions): Audit {
  const store = createAuditStore(options.db)
  const anchor = openAnchor(options.dataDir)
  const sealing = createSealing({ store, anchor, log: options.log })
  const service = createAuditService({ ...options, store, sealing })
  const verify = async (): Promise<AuditVerification> => {
    await sealing.sealForReading()
    return verifyChain(store, anchor)
  }
  return {
    record: (connection, entry) => service.record(connection, entry),
    service,
    since: (id, bounds) => service.since(id, bounds),
    idOfNow: () => service.idOfNow(),
    verify,
    routes: (readers) => auditRoutes({ service, verify, readers }),
    start: () => sealing.start(),
    stop: () => sealing.stop(),
  }
}
