/**
 * Who calls, and what they may do.
 * Owns workspaces, people, memberships, sessions, API keys and one-time links. Emits nothing yet.
 * Never shows a secret twice, and never believes a workspace or role that a request merely claims.
 */
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { findCaller, type Caller } from './caller.ts'
import { createAccounts } from './migrations/0001-accounts.ts'
import { guardRoutes } from './guard.ts'
import { addRoles } from './migrations/0002-roles.ts'
import { endSession, identityRoutes, refuseAnonymous, setSessionCookie } from './routes.ts'
import { createIdentityService, type IdentityService, type OpenedSession } from './service.ts'
import { createIdentityStore } from './store.ts'

export type { Caller } from './caller.ts'
export type { IdentityService, OpenedSession } from './service.ts'
export { appsWith, authorize, authorizeOnPlatform, can, canOnPlatform, requireConfirmed } from './policy.ts'
export { hashSecret, newSecret } from './secrets.ts'

export const identityMigrations: Migrations = {
  'identity-0001-accounts': createAccounts,
  'identity-0002-roles': addRoles,
}

export interface IdentityOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  origin: () => string
  isSecure: boolean
}

export interface Identity {
  /** To be mounted before all routes. */
  guard: HttpApp
  routes: HttpApp
  service: IdentityService
  findCaller(c: HttpContext): Promise<Caller | undefined>
  /** Throws `identity.signInRequired` for a request without credentials. */
  requireCaller(c: HttpContext): Promise<Caller>
  startSession(c: HttpContext, session: OpenedSession): void
  endSession(c: HttpContext): Promise<void>
}

export function createIdentity(options: IdentityOptions): Identity {
  const store = createIdentityStore(options.db)
  const service = createIdentityService({ ...options, store })
  // Asked by the guard and again by the route; the answer of one request stays the same.
  const found = new WeakMap<Request, Promise<Caller | undefined>>()
  const find = (c: HttpContext): Promise<Caller | undefined> => {
    const known = found.get(c.req.raw) ?? findCaller(c, { store, clock: options.clock })
    found.set(c.req.raw, known)
    return known
  }
  const requireCaller = async (c: HttpContext): Promise<Caller> => refuseAnonymous(await find(c))
  return {
    guard: guardRoutes(requireCaller),
    routes: identityRoutes({ service, store, requireCaller, origin: options.origin, isSecure: options.isSecure }),
    service,
    findCaller: find,
    requireCaller,
    startSession: (c, session) => setSessionCookie(c, session, options.isSecure),
    endSession: (c) => endSession(c, service),
  }
}
