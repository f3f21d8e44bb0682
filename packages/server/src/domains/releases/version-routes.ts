/** What happens to single versions: trial, previews, roll-back, take-down. */
import { appIdSchema } from '@banyan/contract/apps'
import {
  blockVersionInputSchema,
  createdPreviewLinkSchema,
  createPreviewLinkInputSchema,
  previewLinkListSchema,
  releaseSchema,
  rollbackInputSchema,
  setTrialInputSchema,
  versionNumberSchema,
  versionSchema,
} from '@banyan/contract/releases'
import { PlatformError } from '@banyan/contract/errors'
import { quotaListSchema } from '@banyan/contract/quotas'
import { comparisonQuerySchema, versionComparisonSchema } from '@banyan/contract/version-comparison'
import { versionContentsSchema } from '@banyan/contract/version-contents'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { createConcurrencyGate } from '#infra/limits/limits.ts'
import type { Previews } from './previews.ts'
import type { ReleaseService } from './service.ts'

const params = z.object({ appId: appIdSchema })
const versionParams = params.extend({ version: versionNumberSchema })
const middleware = limitBody(16 * 1024)
/** Each reads two packages whole. */
const comparisonsAtOnce = 2
const version = versionSchema.meta({ id: 'Version' })

export function versionRoutes({
  service,
  previews,
  identity,
}: {
  service: ReleaseService
  previews: Previews
  identity: Identity
}): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({
      ...routeOf('readVersion', 'releases'),
      summary: 'Read a version',
      request: { params: versionParams },
      responses: { 200: answer('The version', version), ...problemAnswer },
    }),
    async (c) => {
      const { appId, version: number } = c.req.valid('param')
      return c.json(await service.readVersion(await identity.requireCaller(c), appId, number), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('readVersionContents', 'releases'),
      summary: 'Read what a version is made of',
      request: { params: versionParams },
      responses: {
        200: answer('Files, pages and functions', versionContentsSchema.meta({ id: 'VersionContents' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      const { appId, version: number } = c.req.valid('param')
      return c.json(await service.readContents(await identity.requireCaller(c), appId, number), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('listQuotas', 'releases'),
      summary: 'What the app may use, and what it uses',
      request: { params },
      responses: { 200: answer('Quotas', quotaListSchema.meta({ id: 'QuotaList' })), ...problemAnswer },
    }),
    async (c) =>
      c.json({ items: await service.listQuotas(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )

  const enterComparison = createConcurrencyGate(comparisonsAtOnce)
  router.openapi(
    createRoute({
      ...routeOf('compareVersions', 'releases'),
      summary: 'What is different from another version: files, pages, functions, components, domains',
      request: { params: versionParams, query: comparisonQuerySchema },
      responses: {
        200: answer('The differences', versionComparisonSchema.meta({ id: 'VersionComparison' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const leave = enterComparison('all')
      if (!leave) throw new PlatformError('server.unavailable', { detail: 'too many comparisons at the same time' })
      try {
        const before = c.req.valid('query').with
        return c.json(await service.compare(caller, { ...c.req.valid('param'), before }), 200)
      } finally {
        leave()
      }
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('rollBack', 'releases'),
      summary: 'Go back to a version that users had before',
      middleware,
      request: { params, ...jsonBody(rollbackInputSchema.meta({ id: 'RollbackInput' })) },
      responses: { 201: answer('The release', releaseSchema.meta({ id: 'Release' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.rollBack(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('setTrialVersion', 'releases'),
      summary: 'Choose the version that testers open',
      middleware,
      request: { params, ...jsonBody(setTrialInputSchema.meta({ id: 'SetTrialInput' })) },
      responses: { 204: { description: 'Chosen' }, ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      await previews.setTrial(caller, c.req.valid('param').appId, c.req.valid('json').version)
      return c.body(null, 204)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('blockVersion', 'releases'),
      summary: 'Take a version down',
      middleware,
      request: { params: versionParams, ...jsonBody(blockVersionInputSchema.meta({ id: 'BlockVersionInput' })) },
      responses: { 200: answer('The version', version), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.block(caller, c.req.valid('param'), c.req.valid('json')), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('unblockVersion', 'releases'),
      summary: 'Lift a take-down',
      request: { params: versionParams },
      responses: { 200: answer('The version', version), ...problemAnswer },
    }),
    async (c) => c.json(await service.unblock(await identity.requireCaller(c), c.req.valid('param')), 200),
  )

  mountPreviewLinks(router, { previews, identity })
  return router
}

function mountPreviewLinks(router: HttpApp, { previews, identity }: { previews: Previews; identity: Identity }): void {
  router.openapi(
    createRoute({
      ...routeOf('listPreviewLinks', 'releases'),
      summary: 'List preview links',
      request: { params },
      responses: { 200: answer('Links', previewLinkListSchema.meta({ id: 'PreviewLinkList' })), ...problemAnswer },
    }),
    async (c) =>
      c.json({ items: await previews.list(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('createPreviewLink', 'releases'),
      summary: 'Make a link that opens a version before users get it',
      middleware,
      request: { params, ...jsonBody(createPreviewLinkInputSchema.meta({ id: 'CreatePreviewLinkInput' })) },
      responses: {
        201: answer('The link', createdPreviewLinkSchema.meta({ id: 'CreatedPreviewLink' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await previews.create(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('revokePreviewLink', 'releases'),
      summary: 'Revoke a preview link',
      request: { params: params.extend({ linkId: z.string().max(64) }) },
      responses: { 204: { description: 'Revoked' }, ...problemAnswer },
    }),
    async (c) => {
      const { appId, linkId } = c.req.valid('param')
      await previews.revoke(await identity.requireCaller(c), appId, linkId)
      return c.body(null, 204)
    },
  )
}
