/** End users of all apps, for staff that helps one of them: contact data is masked, and nothing here changes anything. */
import type { PlatformUser, PlatformUserList, PlatformUserQuery } from '@banyan/contract/platform-users'
import { createRoute } from '@hono/zod-openapi'
import { platformUserListSchema, platformUserQuerySchema } from '@banyan/contract/platform-users'
import { authorizeOnPlatform, type Caller, type Identity } from '#domains/identity'
import { pageOf } from '#infra/db/keyset.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import { maskEmail } from './contact.ts'
import type { AccountStore } from './account-store.ts'

/** Apps of one person that are shown. */
const mostApps = 100

export function platformUserRoutes({ store, identity }: { store: AccountStore; identity: Identity }): HttpApp {
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('listPlatformUsers', 'platform'),
      summary: 'List end users of mini-programs',
      request: { query: platformUserQuerySchema },
      responses: {
        200: answer('The newest first', platformUserListSchema.meta({ id: 'PlatformUserList' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await listUsers(store, await identity.requireCaller(c), c.req.valid('query')), 200),
  )
  return router
}

async function listUsers(store: AccountStore, caller: Caller, query: PlatformUserQuery): Promise<PlatformUserList> {
  authorizeOnPlatform(caller, 'platform.read')
  const rows = await store.visitorsEverywhere(query)
  const { shown, nextCursor } = pageOf(rows, query.limit, ({ created_at, id }) => ({ at: created_at, id }))
  const uses = await store.usesOf(shown.map(({ id }) => id))
  const items = shown.map(({ id, email, account_id, created_at }): PlatformUser => {
    const apps = uses
      .filter(({ visitor_id }) => visitor_id === id)
      .map((use) => ({
        appId: use.app_id,
        openId: use.open_id,
        lastSeenAt: use.active_at?.toISOString() ?? null,
      }))
    return {
      id,
      kind: account_id === null ? 'guest' : 'account',
      email: email === null ? null : maskEmail(email),
      apps: apps.slice(0, mostApps),
      createdAt: created_at.toISOString(),
      lastSeenAt: apps[0]?.lastSeenAt ?? null,
    }
  })
  return { items, nextCursor }
}
