import {
  appIdSchema,
  appListSchema,
  appSchema,
  createAppInputSchema,
  iconMaxBytes,
  updateAppInputSchema,
} from '@banyan/contract/apps'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody, readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { AppService } from './service.ts'

const params = z.object({ appId: appIdSchema })
const app = appSchema.meta({ id: 'App' })
const middleware = limitBody(128 * 1024)

export function appRoutes({ service, identity }: { service: AppService; identity: Identity }): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({
      ...routeOf('listApps', 'apps'),
      summary: 'List mini-programs',
      responses: {
        200: answer('Mini-programs of the workspace', appListSchema.meta({ id: 'AppList' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json({ items: await service.list(await identity.requireCaller(c)) }, 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('createApp', 'apps'),
      summary: 'Create a mini-program',
      middleware,
      request: jsonBody(createAppInputSchema.meta({ id: 'CreateAppInput' })),
      responses: { 201: answer('The mini-program', app), ...problemAnswer },
    }),
    async (c) => c.json(await service.create(await identity.requireCaller(c), c.req.valid('json')), 201),
  )

  router.openapi(
    createRoute({
      ...routeOf('readApp', 'apps'),
      summary: 'Read a mini-program',
      request: { params },
      responses: { 200: answer('The mini-program', app), ...problemAnswer },
    }),
    async (c) => c.json(await service.read(await identity.requireCaller(c), c.req.valid('param').appId), 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('updateApp', 'apps'),
      summary: 'Change settings',
      middleware,
      request: { params, ...jsonBody(updateAppInputSchema.meta({ id: 'UpdateAppInput' })) },
      responses: { 200: answer('The mini-program', app), ...problemAnswer },
    }),
    async (c) =>
      c.json(
        await service.update(await identity.requireCaller(c), c.req.valid('param').appId, c.req.valid('json')),
        200,
      ),
  )

  router.openapi(
    createRoute({
      ...routeOf('setAppIcon', 'apps'),
      summary: 'Set the icon',
      request: {
        params,
        body: { content: { 'image/png': { schema: z.string().meta({ format: 'binary' }) } }, required: true },
      },
      responses: { 200: answer('The mini-program', app), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.setIcon(caller, c.req.valid('param').appId, await readBody(c, iconMaxBytes)), 200)
    },
  )

  router.get('/i/:appId/:hash', async (c) => {
    const icon = await service.readIcon(c.req.param('appId'))
    if (!icon?.hash.startsWith(c.req.param('hash'))) return c.notFound()
    return c.body(new Uint8Array(icon.bytes), 200, {
      'Content-Type': icon.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })

  return router
}
