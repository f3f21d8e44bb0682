/**
 * End users of mini-programs: an anonymous visitor of the platform is a different `openid` in each app.
 * Owns visitors, their accounts and consents, users, one-time codes, app secrets and access tokens.
 * Never gives a session key to a browser, and never the same code to two who ask.
 */
import type { UserWay } from '@banyan/contract/end-users'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { Mail } from '#infra/mail/mail.ts'
import { userAccountRoutes } from './account-routes.ts'
import { createAccountStore } from './account-store.ts'
import { createUserAccounts as createAccounts, type PersonalData } from './accounts.ts'
import { createAccessTokens } from './access-tokens.ts'
import { createPhoneNumberTables } from './migrations/0002-phone-numbers.ts'
import { createLoginTables } from './migrations/0001-login.ts'
import { createTokenKinds } from './migrations/0003-tokens.ts'
import { createUserAccounts } from './migrations/0004-accounts.ts'
import { orderVisitors } from './migrations/0005-visitors-by-time.ts'
import { addWaysToSignIn } from './migrations/0006-ways-to-sign-in.ts'
import { createPhoneNumbers } from './phone-numbers.ts'
import { platformUserRoutes } from './platform-users.ts'
import { createVisitors, loginRoutes } from './routes.ts'
import { createLoginService } from './service.ts'
import { createSessionKeys } from './session-keys.ts'
import { createServerAddresses } from './server-addresses.ts'
import { createLoginStore } from './store.ts'
import { mePage } from './me-page.ts'
import { createOpenWays } from './open-ways.ts'
import { createUserPasskeys } from './user-passkeys.ts'
import { createUserSso, type UserSsoOptions } from './user-sso.ts'
import { wayRoutes } from './ways-routes.ts'
import { wechatLoginRoutes } from './wechat-routes.ts'

export type { PersonalData } from './accounts.ts'
export { userWaysSetting } from './open-ways.ts'

export const loginMigrations: Migrations = {
  'login-0001-login': createLoginTables,
  'login-0002-phone-numbers': createPhoneNumberTables,
  'login-0003-tokens': createTokenKinds,
  'login-0004-accounts': createUserAccounts,
  'login-0005-visitors-by-time': orderVisitors,
  'login-0006-ways-to-sign-in': addWaysToSignIn,
}

export interface LoginOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  identity: Identity
  apps: Apps
  audit: Audit
  log: Log
  mail: Mail
  isSecure: boolean
  /** Numbers that users merely enter are given to apps as theirs. */
  allowsUnverifiedPhones: boolean
  origin: () => string
  /** The owner's provider, which end users may use while the setting says so. */
  sso: UserSsoOptions | undefined
  ways: () => readonly UserWay[]
}

export interface Login {
  routes: HttpApp
  /** For each domain that holds something about end users: it goes into "my data", and is forgotten with the person. */
  registerPersonalData(data: PersonalData): void
  /** The app whose server calls, by the `access_token` of a WeChat-shaped route; throws `WechatError`. */
  requireServer(c: HttpContext): Promise<string>
  /** The user of the app who sits at the browser; made when new. */
  requireUser(c: HttpContext, appId: string): Promise<string>
  /** Undefined for a browser that has not used the app yet. */
  findUser(c: HttpContext, appId: string): Promise<string | undefined>
  /** All that the person at the browser is: one user in each app. */
  usersOf(c: HttpContext): Promise<readonly AppUser[]>
  /** The person at the browser, across apps; undefined for one who is new. */
  findVisitor(c: HttpContext): Promise<string | undefined>
  visitorOf(appId: string, openId: string): Promise<string | undefined>
  /** Where letters reach a person: only an address that he has proved to be his. */
  addressOf(visitorId: string): Promise<string | undefined>
  /** When the user was last here; undefined for nobody of this app. */
  lastActive(appId: string, openId: string): Promise<Date | undefined>
}

export interface AppUser {
  appId: string
  openId: string
}

export function createLogin(options: LoginOptions): Login {
  const store = createLoginStore(options.db)
  const sessions = createSessionKeys({ ...options, store })
  const service = createLoginService({ ...options, store, sessions })
  const phones = createPhoneNumbers({ ...options, store })
  const tokens = createAccessTokens({ ...options, store })
  const visitors = createVisitors({ ...options, service })
  const requireAddress = createServerAddresses(options)
  const requireServer = async (c: HttpContext): Promise<string> => {
    const appId = await tokens.appOf(c.req.query('access_token'))
    await requireAddress(appId, c.get('clientAddress'))
    return appId
  }
  const routes = loginRoutes({ service, phones, identity: options.identity, visitors })
  routes.route('/', wechatLoginRoutes({ service, sessions, tokens, phones, requireServer, requireAddress }))
  const accountStore = createAccountStore(options.db)
  const openWays = createOpenWays(options.ways)
  const accounts = createAccounts({ ...options, store: accountStore, openWays })
  routes.route('/', userAccountRoutes({ accounts, visitors }))
  const passkeys = createUserPasskeys({ ...options, store: accountStore, openWays })
  const sso = createUserSso({ ...options, store: accountStore, openWays })
  routes.route('/', wayRoutes({ accounts, passkeys, sso, visitors, isSecure: options.isSecure }))
  routes.route('/', mePage({ accounts, passkeys, sso, visitors, openWays, apps: options.apps }))
  routes.route('/', platformUserRoutes({ store: accountStore, identity: options.identity }))
  return {
    routes,
    registerPersonalData: accounts.registerPersonalData,
    requireServer,
    async requireUser(c, appId) {
      await service.requireApp(appId)
      return service.openIdOf(appId, await visitors.rememberVisitor(c))
    },
    async findUser(c, appId) {
      const visitor = await visitors.findVisitor(c)
      return visitor === undefined ? undefined : (await store.user(appId, visitor))?.open_id
    },
    async usersOf(c) {
      const visitor = await visitors.findVisitor(c)
      if (visitor === undefined) return []
      return (await store.usersOf(visitor)).map((row) => ({ appId: row.app_id, openId: row.open_id }))
    },
    findVisitor: visitors.findVisitor,
    addressOf: async (visitorId) => (await accountStore.account(visitorId))?.email ?? undefined,
    visitorOf: async (appId, openId) => (await store.userByOpenId(appId, openId))?.visitor_id,
    lastActive: (appId, openId) => service.lastActive(appId, openId),
  }
}
