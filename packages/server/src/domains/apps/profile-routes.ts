import {
  appealInputSchema,
  appProfileSchema,
  setAppStandingInputSchema,
  suspendAppInputSchema,
  terminateAppInputSchema,
  transferAppInputSchema,
  updateAppProfileInputSchema,
} from '@banyan/contract/app-profile'
import { appIdSchema } from '@banyan/contract/apps'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { ProfileService } from './profile.ts'

const params = z.object({ appId: appIdSchema })
const middleware = limitBody(128 * 1024)
const responses = { 200: answer('The profile', appProfileSchema.meta({ id: 'AppProfile' })), ...problemAnswer }

export function profileRoutes({ service, identity }: { service: ProfileService; identity: Identity }): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({ ...routeOf('readAppProfile', 'apps'), summary: 'Read the profile', request: { params }, responses }),
    async (c) => c.json(await service.read(await identity.requireCaller(c), c.req.valid('param').appId), 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('updateAppProfile', 'apps'),
      summary: 'Change category, privacy declaration, domains',
      middleware,
      request: { params, ...jsonBody(updateAppProfileInputSchema.meta({ id: 'UpdateAppProfileInput' })) },
      responses,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.update(caller, c.req.valid('param').appId, c.req.valid('json')), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('setAppStanding', 'apps'),
      summary: 'Hide, unpublish, or show again',
      middleware,
      request: { params, ...jsonBody(setAppStandingInputSchema.meta({ id: 'SetAppStandingInput' })) },
      responses,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.setStanding(caller, c.req.valid('param').appId, c.req.valid('json').standing), 200)
    },
  )
  mountModeration(router, { service, identity })
  mountEndings(router, { service, identity })
  return router
}

function mountModeration(
  router: HttpApp,
  { service, identity }: { service: ProfileService; identity: Identity },
): void {
  router.openapi(
    createRoute({
      ...routeOf('suspendApp', 'apps'),
      summary: 'Stop a mini-program',
      middleware,
      request: { params, ...jsonBody(suspendAppInputSchema.meta({ id: 'SuspendAppInput' })) },
      responses,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.suspend(caller, c.req.valid('param').appId, c.req.valid('json')), 200)
    },
  )
  router.openapi(
    createRoute({ ...routeOf('restoreApp', 'apps'), summary: 'Let it serve again', request: { params }, responses }),
    async (c) => c.json(await service.restore(await identity.requireCaller(c), c.req.valid('param').appId), 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('appealSuspension', 'apps'),
      summary: 'Appeal against a suspension',
      middleware,
      request: { params, ...jsonBody(appealInputSchema.meta({ id: 'AppealInput' })) },
      responses,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.appeal(caller, c.req.valid('param').appId, c.req.valid('json').text), 200)
    },
  )
}

function mountEndings(router: HttpApp, { service, identity }: { service: ProfileService; identity: Identity }): void {
  router.openapi(
    createRoute({
      ...routeOf('transferApp', 'apps'),
      summary: 'Hand it over to another team',
      middleware,
      request: { params, ...jsonBody(transferAppInputSchema.meta({ id: 'TransferAppInput' })) },
      responses: { 204: { description: 'Handed over' }, ...problemAnswer },
    }),
    async (c) => {
      await service.transfer(await identity.requireCaller(c), c.req.valid('param').appId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('terminateApp', 'apps'),
      summary: 'End it for ever',
      middleware,
      request: { params, ...jsonBody(terminateAppInputSchema.meta({ id: 'TerminateAppInput' })) },
      responses: { 204: { description: 'Ended' }, ...problemAnswer },
    }),
    async (c) => {
      await service.terminate(await identity.requireCaller(c), c.req.valid('param').appId, c.req.valid('json').confirm)
      return c.body(null, 204)
    },
  )
}
