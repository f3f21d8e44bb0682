/**
 * End users of mini-programs: an anonymous visitor of the platform is a different `openid` in each app.
 * Owns visitors, users, one-time codes, app secrets and access tokens.
 * Never gives a session key to a browser, and never the same code to two who ask.
 */
import type { Apps } from '#domains/apps'
import type { Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { createPhoneNumberTables } from './migrations/0002-phone-numbers.ts'
import { createLoginTables } from './migrations/0001-login.ts'
import { createPhoneNumbers } from './phone-numbers.ts'
import { loginRoutes } from './routes.ts'
import { createLoginService } from './service.ts'
import { createLoginStore } from './store.ts'

export const loginMigrations: Migrations = {
  'login-0001-login': createLoginTables,
  'login-0002-phone-numbers': createPhoneNumberTables,
}

export interface LoginOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  identity: Identity
  apps: Apps
  isSecure: boolean
  /** Numbers that users merely enter are given to apps as theirs. */
  allowsUnverifiedPhones: boolean
}

export function createLogin(options: LoginOptions): { routes: HttpApp } {
  const store = createLoginStore(options.db)
  const service = createLoginService({ ...options, store })
  const phones = createPhoneNumbers({ ...options, store })
  return { routes: loginRoutes({ service, phones, identity: options.identity, isSecure: options.isSecure }) }
}
