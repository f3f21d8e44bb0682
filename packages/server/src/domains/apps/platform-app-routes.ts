import { platformAppListSchema, platformAppQuerySchema } from '@banyan/contract/platform-apps'
import { createRoute } from '@hono/zod-openapi'
import type { Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import type { PlatformApps } from './platform-apps.ts'

export function platformAppRoutes({ service, identity }: { service: PlatformApps; identity: Identity }): HttpApp {
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('listPlatformApps', 'platform'),
      summary: 'List mini-programs of all teams',
      request: { query: platformAppQuerySchema },
      responses: {
        200: answer('The newest first', platformAppListSchema.meta({ id: 'PlatformAppList' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await service.list(await identity.requireCaller(c), c.req.valid('query')), 200),
  )
  return router
}
