import { appIdSchema } from '@banyan/contract/apps'
import { gatewayLogQuerySchema, gatewayLogSchema } from '@banyan/contract/gateway-log'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Apps } from '#domains/apps'
import { authorize, type Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import type { RequestLog } from './request-log.ts'

export function gatewayLogRoutes(options: { requestLog: RequestLog; apps: Apps; identity: Identity }): HttpApp {
  const { requestLog, apps, identity } = options
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('listGatewayLog', 'gateway'),
      summary: 'Read what the gateway did for the app, newest first',
      request: { params: z.object({ appId: appIdSchema }), query: gatewayLogQuerySchema },
      responses: { 200: answer('Entries', gatewayLogSchema.meta({ id: 'GatewayLog' })), ...problemAnswer },
    }),
    async (c) => {
      const { appId } = c.req.valid('param')
      const caller = await identity.requireCaller(c)
      authorize(caller, 'logs.read', { appId })
      await apps.require(caller, appId)
      return c.json(await requestLog.list(appId, c.req.valid('query')), 200)
    },
  )
  return router
}
