/**
 * The pages of a version, opened in a browser before people decide about it: pictures, errors, accessibility, figures, and what has changed
 * against the version that users have.
 * Owns the reports. Tells whoever listens when one is ready; what it opens is reached by a preview link that lives as long as the look.
 * Never decides, and never opens anything but this platform.
 */
import type { Identity } from '#domains/identity'
import type { Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { createPageReports } from './migrations/0001-page-checks.ts'
import { pageCheckRoutes } from './routes.ts'
import {
  createPageCheckService,
  jobSeconds,
  pageCheckJob,
  type OnPagesChecked,
  type PageCheckPorts,
  type PageCheckService,
} from './service.ts'

export const pageCheckMigrations: Migrations = { 'page-checks-0001-reports': createPageReports }

export interface PageChecks {
  routes: HttpApp
  /** In the transaction that hands a version in. */
  request: PageCheckService['request']
  /** After each look, in the process that took it. */
  watch(listener: OnPagesChecked): void
}

export function createPageChecks(ports: PageCheckPorts & { identity: Identity }): PageChecks {
  const listeners: OnPagesChecked[] = []
  const service = createPageCheckService(ports, async (checked) => {
    for (const listener of listeners) await listener(checked)
  })
  ports.jobs.define(pageCheckJob, (target) => service.run(target), { retries: 2, timeoutSeconds: jobSeconds })
  return {
    routes: pageCheckRoutes({ service, identity: ports.identity }),
    request: (transaction, target) => service.request(transaction, target),
    watch: (listener) => void listeners.push(listener),
  }
}
