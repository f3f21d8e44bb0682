/**
 * The platform as an OpenID provider: programs of others let people in who have an account here.
 * Owns registered programs, what people have allowed them, codes, tokens and the keys that sign. Asks `identity` who somebody is.
 * Never tells a program more than the person has allowed, and never gives the same code or refresh token a second life.
 */
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Sealing } from '#infra/sealing/sealing.ts'
import { createAuthorize } from './authorize.ts'
import { createOpenidClients } from './clients.ts'
import { createOpenidKeys } from './keys.ts'
import { createOpenidTables } from './migrations/0001-openid.ts'
import { protocolRoutes } from './protocol-routes.ts'
import { openidClientRoutes } from './routes.ts'
import { createOpenidStore } from './store.ts'
import { createOpenidTokens } from './tokens.ts'

export const openidMigrations: Migrations = { 'openid-0001-openid': createOpenidTables }

export interface OpenidOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  identity: Identity
  audit: Audit
  sealing: Sealing
  origin: () => string
}

export interface Openid {
  routes: HttpApp
}

export function createOpenid(options: OpenidOptions): Openid {
  const store = createOpenidStore(options.db)
  const ports = { ...options, store, issuer: options.origin }
  const keys = createOpenidKeys(ports)
  const tokens = createOpenidTokens({ ...ports, keys })
  const routes = protocolRoutes({ ...ports, keys, tokens, authorize: createAuthorize(ports) })
  routes.route('/', openidClientRoutes({ clients: createOpenidClients(ports), identity: options.identity }))
  return { routes }
}
