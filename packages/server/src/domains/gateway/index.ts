/**
 * `wx.request` to servers that do not answer browsers directly.
 * Owns nothing: the list of origins belongs to `apps`.
 * Never calls a private address unless the platform's owner bound it, never sends the platform's cookies, never follows a redirect
 * to an origin that is not on the app's list.
 */
import type { Apps } from '#domains/apps'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import { createAllowedOrigins } from './allowed-origins.ts'
import { gatewayRoutes } from './routes.ts'

export function createGateway(options: {
  apps: Apps
  notifications: Notifications
  outbound: Outbound
  limits: Limits
}): { routes: HttpApp } {
  return { routes: gatewayRoutes({ ...options, allowedOrigins: createAllowedOrigins(options) }) }
}
