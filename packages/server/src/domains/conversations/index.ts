/**
 * What users write to the customer service of a mini-program, and what its server answers.
 * Owns conversations and the pictures in them. Emits `customer.message`.
 * Never lets an app write to somebody who has not written first.
 */
import type { Apps } from '#domains/apps'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { createConversationTables } from './migrations/0001-conversations.ts'
import { conversationPages } from './pages.ts'
import { conversationPersonalData } from './personal-data.ts'
import { createConversationService, type ConversationPorts } from './service.ts'
import { createConversationStore } from './store.ts'
import { wechatConversationRoutes } from './wechat-routes.ts'

export const conversationMigrations: Migrations = { 'conversations-0001-conversations': createConversationTables }

export interface ConversationOptions extends Omit<ConversationPorts, 'store'> {
  db: Db
  apps: Apps
}

export function createConversations(options: ConversationOptions): { routes: HttpApp } {
  const { login, apps } = options
  const store = createConversationStore(options.db)
  login.registerPersonalData(conversationPersonalData(store))
  const service = createConversationService({ ...options, store })
  const routes = conversationPages({ service, login, apps })
  routes.route('/', wechatConversationRoutes({ login, service }))
  return { routes }
}
