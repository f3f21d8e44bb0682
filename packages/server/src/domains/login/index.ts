/**
 * End users of mini-programs: an anonymous visitor of the platform is a different `openid` in each app.
 * Owns visitors, users, one-time login codes and app secrets.
 * Never gives a session key to a browser, and never the same code to two who ask.
 */
import type { Apps } from '#domains/apps'
import type { Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { createLoginTables } from './migrations/0001-login.ts'
import { loginRoutes } from './routes.ts'
import { createLoginService } from './service.ts'
import { createLoginStore } from './store.ts'

export const loginMigrations: Migrations = { 'login-0001-login': createLoginTables }

export interface LoginOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  identity: Identity
  apps: Apps
  isSecure: boolean
}

export function createLogin(options: LoginOptions): { routes: HttpApp } {
  const service = createLoginService({ ...options, store: createLoginStore(options.db) })
  return { routes: loginRoutes({ service, identity: options.identity, isSecure: options.isSecure }) }
}
