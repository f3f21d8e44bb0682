/**
 * Checks of what users write and send.
 * Owns the platform's list of words and the checks under way. Emits `media.checked`.
 * Never says of anything that nobody looked at that it is harmless, and never keeps the texts.
 */
import { contentWordsSchema } from '@banyan/contract/safety'
import { createRoute } from '@hono/zod-openapi'
import type { Identity } from '#domains/identity'
import type { Db, Migrations } from '#infra/db/database.ts'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { createSafetyTables } from './migrations/0001-safety.ts'
import { createSafetyService, type Judgement, type SafetyPorts } from './service.ts'
import { createSafetyStore } from './store.ts'
import { wechatSafetyRoutes } from './wechat-routes.ts'

export type { Judgement } from './service.ts'

export const safetyMigrations: Migrations = { 'safety-0001-safety': createSafetyTables }

export interface SafetyOptions extends Omit<SafetyPorts, 'store'> {
  db: Db
  identity: Identity
}

export interface Safety {
  routes: HttpApp
  /** The worst first; empty when nothing was found. */
  judgeText(text: string): Promise<Judgement[]>
  resume(): Promise<void>
}

export function createSafety(options: SafetyOptions): Safety {
  const { identity, login } = options
  const service = createSafetyService({ ...options, store: createSafetyStore(options.db) })
  const routes = createRouter()
  const words = contentWordsSchema.meta({ id: 'ContentWords' })

  routes.openapi(
    createRoute({
      ...routeOf('readContentWords', 'safety'),
      summary: 'Read the list of words',
      responses: { 200: answer('The words', words), ...problemAnswer },
    }),
    async (c) => c.json(await service.readWords(await identity.requireCaller(c)), 200),
  )

  routes.openapi(
    createRoute({
      ...routeOf('setContentWords', 'safety'),
      summary: 'Replace the list of words',
      middleware: limitBody(4 * 1024 * 1024),
      request: jsonBody(words),
      responses: { 200: answer('The words', words), ...problemAnswer },
    }),
    async (c) => c.json(await service.replaceWords(await identity.requireCaller(c), c.req.valid('json')), 200),
  )

  routes.route('/', wechatSafetyRoutes({ login, service }))
  return { routes, judgeText: (text) => service.judgeText(text), resume: () => service.resume() }
}
