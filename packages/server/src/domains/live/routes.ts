import { createRoute, z } from '@hono/zod-openapi'
import type { Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { routeOf } from '#infra/http/route.ts'
import type { Streams } from './streams.ts'

export function liveRoutes({ identity, streams }: { identity: Identity; streams: Streams }): HttpApp {
  const router = createRouter()
  const watch = createRoute({
    ...routeOf('watchChanges', 'events'),
    summary: 'Hear what changes in the team, as server-sent events',
    responses: {
      200: { description: 'Events `change` and `reset`', content: { 'text/event-stream': { schema: z.string() } } },
      ...problemAnswer,
    },
  })
  router.openAPIRegistry.registerPath(watch)
  router.get(watch.getRoutingPath(), async (c) => {
    const caller = await identity.requireCaller(c)
    return c.body(streams.open(caller, c.req.header('last-event-id')), 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Some proxies wait for a full buffer.
      'X-Accel-Buffering': 'no',
    })
  })
  return router
}
