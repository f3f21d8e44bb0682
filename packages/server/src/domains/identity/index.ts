/**
 * Who calls, and what they may do.
 * Owns workspaces (teams), people, memberships and roles, sessions and the ways to sign in, API keys, one-time links and codes.
 * Never shows a secret twice, and never believes a workspace or role that a request merely claims.
 */
import type { Me } from '@banyan/contract/identity'
import type { Audit } from '#domains/audit'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { Mail } from '#infra/mail/mail.ts'
import type { Sealing } from '#infra/sealing/sealing.ts'
import { callerOfUser, findCaller, type Caller } from './caller.ts'
import { createDeviceService } from './devices.ts'
import { guardRoutes } from './guard.ts'
import { createInvitationService, type InvitationService } from './invitations.ts'
import { createKeyService, type KeyService } from './keys.ts'
import { createMemberService, type MemberService } from './members.ts'
import { createAccounts } from './migrations/0001-accounts.ts'
import { addRoles } from './migrations/0002-roles.ts'
import { addVerification } from './migrations/0003-verification.ts'
import { addWaysToSignIn } from './migrations/0004-sign-in.ts'
import { createPasskeyService } from './passkeys.ts'
import { createRoleService } from './roles.ts'
import { accountRoutes, endSession, refuseAnonymous, setSessionCookie } from './routes.ts'
import { createSecondFactorService, type SecondFactorService } from './second-factor.ts'
import { createAccountService, type AccountService } from './service.ts'
import { createSessionService, type OpenedSession, type SessionService } from './sessions.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { createSignInStore } from './sign-in-store.ts'
import { createSignInService, type SignInService } from './sign-in.ts'
import { createSsoService, type SsoOptions, type SsoService } from './sso.ts'
import { ssoRoutes } from './sso-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { createIdentityStore } from './store.ts'
import { teamRoutes } from './team-routes.ts'
import type { IsAppOf } from './team-policy.ts'
import { createTeamStore } from './team-store.ts'
import { createTeamService, type TeamService } from './verification.ts'

export type { Caller } from './caller.ts'
export { callerOfServer } from './server-caller.ts'
export { clientOf } from './client.ts'
export type { OpenedSession } from './sessions.ts'
export { appsWith, authorize, authorizeOnPlatform, can, canOnPlatform } from './policy.ts'
export { hashSecret, newSecret } from './secrets.ts'

export const identityMigrations: Migrations = {
  'identity-0001-accounts': createAccounts,
  'identity-0002-roles': addRoles,
  'identity-0003-verification': addVerification,
  'identity-0004-sign-in': addWaysToSignIn,
}

export interface IdentityOptions {
  db: Db
  audit: Audit
  log: Log
  blobs: Blobs
  clock: Clock
  ids: Ids
  limits: Limits
  mail: Mail
  sealing: Sealing
  origin: () => string
  isSecure: boolean
  sso?: SsoOptions | undefined
  /** Asked late: apps come after identity. */
  isAppOf: IsAppOf
}

export interface Identity {
  /** To be mounted before all routes. */
  guard: HttpApp
  routes: HttpApp
  service: AccountService
  keys: KeyService
  signIn: SignInService
  sessions: SessionService
  secondFactor: SecondFactorService
  sso: SsoService
  teams: TeamService
  members: MemberService
  invitations: InvitationService
  findCaller(c: HttpContext): Promise<Caller | undefined>
  /** For domains that keep something of a person by his id. */
  findPerson(userId: string): Promise<{ name: string; email: string } | undefined>
  /** Throws `identity.signInRequired` for a request without credentials. */
  requireCaller(c: HttpContext): Promise<Caller>
  startSession(c: HttpContext, session: OpenedSession): void
  endSession(c: HttpContext): Promise<void>
}

export function createIdentity(options: IdentityOptions): Identity {
  const { db, clock, isSecure } = options
  const store = createIdentityStore(db)
  const teamStore = createTeamStore(db)
  const codes = createSignInStore(db)

  const secondFactor = createSecondFactorService({ ...options, store: codes })
  const sessions = createSessionService({ ...options, store, checkSecondFactor: (...of) => secondFactor.check(...of) })
  const service = createAccountService({ ...options, store, sessions })
  const keys = createKeyService({ ...options, store })
  const signIn = createSignInService({ ...options, store, codes, sessions, secondFactor })
  const passkeys = createPasskeyService({ ...options, store, keys: codes, sessions })
  const sso = createSsoService({ ...options, sso: options.sso, store, codes, sessions })
  const devices = createDeviceService({ ...options, codes, keys })
  const teams = createTeamService({ ...options, store: teamStore })
  const members = createMemberService({ ...options, store: teamStore })
  const roles = createRoleService({ ...options, store: teamStore })
  const invitations = createInvitationService({ ...options, store, teams: teamStore })

  // Asked by the guard and again by the route; the answer of one request stays the same.
  const found = new WeakMap<Request, Promise<Caller | undefined>>()
  const find = (c: HttpContext): Promise<Caller | undefined> => {
    const known = found.get(c.req.raw) ?? findCaller(c, { store, clock })
    found.set(c.req.raw, known)
    return known
  }
  const requireCaller = async (c: HttpContext): Promise<Caller> => refuseAnonymous(await find(c))

  async function welcome(c: HttpContext, session: OpenedSession): Promise<Me> {
    requireSameOrigin(c)
    setSessionCookie(c, session, isSecure)
    const caller = await callerOfUser(session.user, {}, store)
    return service.describe({ ...caller, isConfirmed: true })
  }
  async function accept(c: HttpContext, token: string): Promise<Me> {
    const caller = await requireCaller(c)
    const workspaceId = await invitations.accept(caller, token)
    const user = await store.userById(caller.id)
    return service.describe(user ? await callerOfUser(user, { wanted: workspaceId }, store) : caller)
  }

  const routes = createRouter()
  routes.route('/', accountRoutes({ service, sessions, keys, requireCaller, welcome }))
  routes.route('/', signInRoutes({ signIn, passkeys, secondFactor, devices, requireCaller, welcome }))
  routes.route('/', ssoRoutes({ sso, isSecure, startSession: (c, session) => setSessionCookie(c, session, isSecure) }))
  routes.route('/', teamRoutes({ teams, members, invitations, roles, requireCaller, accept }))
  routes.route('/', staffRoutes({ teams, roles, requireCaller }))
  return {
    guard: guardRoutes(requireCaller),
    routes,
    service,
    keys,
    signIn,
    sessions,
    secondFactor,
    sso,
    teams,
    members,
    invitations,
    findCaller: find,
    async findPerson(userId) {
      const row = await store.userById(userId)
      return row && { name: row.name, email: row.email }
    },
    requireCaller,
    startSession: (c, session) => setSessionCookie(c, session, isSecure),
    endSession: (c) => endSession(c, sessions),
  }
}
