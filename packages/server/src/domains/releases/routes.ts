import { appIdSchema } from '@banyan/contract/apps'
import { PlatformError } from '@banyan/contract/errors'
import {
  archiveMediaType,
  currentReleaseQuerySchema,
  publishInputSchema,
  releaseListSchema,
  releaseSchema,
  uploadLimits,
  uploadQuerySchema,
  versionListSchema,
  versionQuerySchema,
  versionSchema,
} from '@banyan/contract/releases'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody, readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { createConcurrencyGate } from '#infra/limits/limits.ts'
import type { ReleaseService } from './service.ts'

const params = z.object({ appId: appIdSchema })
const release = releaseSchema.meta({ id: 'Release' })
/** Each holds its archive in memory. */
const uploadsAtOnce = 4

export function releaseRoutes({ service, identity }: { service: ReleaseService; identity: Identity }): HttpApp {
  const router = createRouter()
  const enterUpload = createConcurrencyGate(uploadsAtOnce)

  router.openapi(
    createRoute({
      ...routeOf('uploadVersion', 'releases'),
      summary: 'Upload a version',
      request: {
        params,
        query: uploadQuerySchema,
        body: { content: { [archiveMediaType]: { schema: z.string().meta({ format: 'binary' }) } }, required: true },
      },
      responses: { 201: answer('The version', versionSchema.meta({ id: 'Version' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const { appId } = c.req.valid('param')
      const { version, description = '' } = c.req.valid('query')
      await service.authorizeUpload(caller, appId)
      if (c.req.header('content-type')?.split(';')[0]?.trim() !== archiveMediaType) {
        throw new PlatformError('request.unsupportedMedia', { detail: `expected ${archiveMediaType}` })
      }
      const leave = enterUpload('all')
      if (!leave) throw new PlatformError('server.unavailable', { detail: 'too many uploads at the same time' })
      try {
        const archive = await readBody(c, uploadLimits.archiveBytes)
        return c.json(await service.upload(caller, { appId, version, description, archive }), 201)
      } finally {
        leave()
      }
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('listVersions', 'releases'),
      summary: 'List versions, newest first',
      request: { params, query: versionQuerySchema },
      responses: { 200: answer('Versions', versionListSchema.meta({ id: 'VersionList' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const items = await service.listVersions(caller, c.req.valid('param').appId, c.req.valid('query'))
      return c.json({ items }, 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('publishRelease', 'releases'),
      summary: 'Publish a version',
      middleware: limitBody(16 * 1024),
      request: { params, ...jsonBody(publishInputSchema.meta({ id: 'PublishInput' })) },
      responses: { 201: answer('The release', release), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.publish(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('listReleases', 'releases'),
      summary: 'List releases, newest first',
      request: { params },
      responses: { 200: answer('Releases', releaseListSchema.meta({ id: 'ReleaseList' })), ...problemAnswer },
    }),
    async (c) =>
      c.json({ items: await service.listReleases(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('readCurrentRelease', 'releases'),
      summary: 'Read the current release',
      request: { params, query: currentReleaseQuerySchema },
      responses: { 200: answer('The release', release), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.current(caller, c.req.valid('param').appId, c.req.valid('query')), 200)
    },
  )

  return router
}
