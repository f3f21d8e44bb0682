/**
 * `wx.request` to servers that do not answer browsers directly.
 * Owns the log of what it did, for developers; the list of origins belongs to `apps`.
 * Never calls a private address unless the platform's owner bound it, never sends the platform's cookies, never follows a redirect
 * to an origin that is not on the app's list, never keeps what was in a request.
 */
import type { Apps } from '#domains/apps'
import type { Identity } from '#domains/identity'
import type { Releases } from '#domains/releases'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { createAllowedOrigins } from './allowed-origins.ts'
import { gatewayLogRoutes } from './log-routes.ts'
import { createGatewayLog } from './migrations/0001-log.ts'
import { createRequestLog } from './request-log.ts'
import { gatewayRoutes } from './routes.ts'
import { createGatewayStore } from './store.ts'

export const gatewayMigrations: Migrations = { 'gateway-0001-log': createGatewayLog }

export interface GatewayOptions {
  db: Db
  clock: Clock
  log: Log
  identity: Identity
  apps: Apps
  releases: Pick<Releases, 'domainsOf'>
  notifications: Notifications
  outbound: Outbound
  limits: Limits
}

export function createGateway(options: GatewayOptions): { routes: HttpApp; stop(): Promise<void> } {
  const requestLog = createRequestLog({ ...options, store: createGatewayStore(options.db) })
  const routes = gatewayRoutes({ ...options, requestLog, allowedOrigins: createAllowedOrigins(options) })
  routes.route('/', gatewayLogRoutes({ ...options, requestLog }))
  return { routes, stop: () => requestLog.stop() }
}
