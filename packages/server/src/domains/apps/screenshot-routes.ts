import { arrangeScreenshotsInputSchema, screenshotLimits, screenshotListSchema } from '@banyan/contract/app-pictures'
import { appIdSchema } from '@banyan/contract/apps'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody, readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { ScreenshotService } from './screenshots.ts'

const params = z.object({ appId: appIdSchema })
const list = answer('All, in their order', screenshotListSchema.meta({ id: 'ScreenshotList' }))

export function screenshotRoutes({ service, identity }: { service: ScreenshotService; identity: Identity }): HttpApp {
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('listScreenshots', 'apps'),
      summary: 'List the screenshots',
      request: { params },
      responses: { 200: list, ...problemAnswer },
    }),
    async (c) => c.json(await service.list(await identity.requireCaller(c), c.req.valid('param').appId), 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('addScreenshot', 'apps'),
      summary: 'Add a screenshot after the others',
      request: {
        params,
        body: { content: { 'image/png': { schema: z.string().meta({ format: 'binary' }) } }, required: true },
      },
      responses: { 201: list, ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const bytes = await readBody(c, screenshotLimits.bytes)
      return c.json(await service.add(caller, c.req.valid('param').appId, bytes), 201)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('arrangeScreenshots', 'apps'),
      summary: 'Put the screenshots in order, or take some away',
      middleware: limitBody(16 * 1024),
      request: { params, ...jsonBody(arrangeScreenshotsInputSchema.meta({ id: 'ArrangeScreenshotsInput' })) },
      responses: { 200: list, ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.arrange(caller, c.req.valid('param').appId, c.req.valid('json').ids), 200)
    },
  )
  router.get('/i/:appId/screenshots/:id', async (c) => {
    const picture = await service.read(c.req.param('appId'), c.req.param('id'))
    if (!picture) return c.notFound()
    return c.body(new Uint8Array(picture.bytes), 200, {
      'Content-Type': picture.mediaType,
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': "default-src 'none'",
    })
  })
  return router
}
