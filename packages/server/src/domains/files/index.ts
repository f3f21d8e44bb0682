/**
 * What apps keep for their users, by path: pictures, documents, recordings.
 * Owns the rows, a place for the bytes of each app, and the tickets that let a browser send or fetch one file.
 * Never decides who may see a file: the app's server does, and gives out an address that ends.
 */
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Login } from '#domains/login'
import type { Settings } from '#domains/settings'
import { openAppBlobs } from '#infra/blobs/open-blobs.ts'
import type { S3Options } from '#infra/blobs/s3-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Sealing } from '#infra/sealing/sealing.ts'
import { createFileTables } from './migrations/0001-files.ts'
import { filePersonalData } from './personal-data.ts'
import { createFileQuotas } from './quotas.ts'
import { fileRoutes } from './routes.ts'
import { createFileService } from './service.ts'
import { createFileStore } from './store.ts'
import { ticketRoutes } from './ticket-routes.ts'
import { createTickets } from './tickets.ts'
import { wechatFileRoutes } from './wechat-routes.ts'

export const fileMigrations: Migrations = { 'files-0001-files': createFileTables }

export interface FileOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  jobs: Jobs
  sealing: Sealing
  identity: Identity
  apps: Apps
  audit: Audit
  settings: Settings
  login: Login
  dataDir: string
  /** Keeps the bytes in a bucket instead of the data folder. */
  s3?: S3Options | undefined
  origin: () => string
}

export function createFiles(options: FileOptions): { routes: HttpApp } {
  const store = createFileStore(options.db)
  const tickets = createTickets(options)
  const quotas = createFileQuotas(options.settings)
  const service = createFileService({ ...options, store, tickets, quotas, blobsOf: openAppBlobs(options) })
  options.login.registerPersonalData(filePersonalData(store, service))
  const routes = fileRoutes({ ...options, service })
  routes.route('/', ticketRoutes({ ...options, service, store, tickets }))
  routes.route('/', wechatFileRoutes({ ...options, service }))
  return { routes }
}
