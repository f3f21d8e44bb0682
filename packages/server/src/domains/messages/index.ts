/**
 * Messages from mini-programs to users who asked for them, and the inbox in which people find them.
 * Owns templates, consents, the inbox, devices and quiet hours. Emits `message.sent`, `message.clicked` and `subscription.changed`.
 * Never sends more than a user has agreed to, and never tells an app how else its user can be reached.
 */
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Login } from '#domains/login'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Mail } from '#infra/mail/mail.ts'
import { createConsents } from './consents.ts'
import { hostMessageRoutes } from './host-routes.ts'
import { inboxRoutes } from './inbox.ts'
import { createMessageTables } from './migrations/0001-messages.ts'
import { addMailPreference } from './migrations/0002-by-mail.ts'
import { createLetters } from './letters.ts'
import { createNotices } from './notices.ts'
import { messagePersonalData } from './personal-data.ts'
import { messageRoutes } from './routes.ts'
import { createSender } from './send.ts'
import { createMessageStore } from './store.ts'
import { createTemplates } from './templates.ts'
import { wechatMessageRoutes } from './wechat-routes.ts'

export const messageMigrations: Migrations = {
  'messages-0001-messages': createMessageTables,
  'messages-0002-by-mail': addMailPreference,
}

export interface MessageOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  jobs: Jobs
  mail: Mail
  identity: Identity
  apps: Apps
  audit: Audit
  login: Login
  webhooks: Webhooks
  origin: () => string
}

export function createMessages(options: MessageOptions): { routes: HttpApp } {
  const { login, apps, webhooks, clock, identity } = options
  const store = createMessageStore(options.db)
  login.registerPersonalData(messagePersonalData(store))
  const templates = createTemplates({ ...options, store })
  const consents = createConsents({ ...options, store })
  const notices = createNotices({ ...options, store, letters: createLetters({ ...options, store }) })
  const send = createSender({ ...options, store, notices })
  const routes = messageRoutes({ templates, identity })
  routes.route('/', wechatMessageRoutes({ login, templates, send }))
  routes.route('/', hostMessageRoutes({ login, consents }))
  routes.route('/', inboxRoutes({ store, notices, login, apps, webhooks, clock }))
  return { routes }
}
