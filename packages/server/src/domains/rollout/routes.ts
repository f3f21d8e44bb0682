import { appIdSchema } from '@banyan/contract/apps'
import {
  changeGrayInputSchema,
  grayLimits,
  grayNoteInputSchema,
  grayPlanListSchema,
  grayPlanSchema,
  grayUsersMediaType,
  segmentInputSchema,
  segmentListSchema,
  segmentNameSchema,
  segmentSchema,
  startGrayInputSchema,
  testedGraySchema,
  testGrayInputSchema,
} from '@banyan/contract/rollout'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody, readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { RolloutService } from './service.ts'
import { readUserList } from './user-list.ts'

const params = z.object({ appId: appIdSchema })
const segmentParams = params.extend({ name: segmentNameSchema })
const middleware = limitBody(256 * 1024)
const plan = grayPlanSchema.meta({ id: 'GrayPlan' })
const planAnswer = { 200: answer('The plan', plan), ...problemAnswer }

export function rolloutRoutes({ service, identity }: { service: RolloutService; identity: Identity }): HttpApp {
  const router = createRouter()
  mountPlan(router, { service, identity })
  mountSteps(router, { service, identity })
  mountSegments(router, { service, identity })
  return router
}

interface Mounted {
  service: RolloutService
  identity: Identity
}

function mountPlan(router: HttpApp, { service, identity }: Mounted): void {
  router.openapi(
    createRoute({
      ...routeOf('readGray', 'rollout'),
      summary: 'Read the gray release that runs',
      request: { params },
      responses: planAnswer,
    }),
    async (c) => c.json(await service.read(await identity.requireCaller(c), c.req.valid('param').appId), 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('listGrayPlans', 'rollout'),
      summary: 'List gray releases, newest first',
      request: { params },
      responses: { 200: answer('Plans', grayPlanListSchema.meta({ id: 'GrayPlanList' })), ...problemAnswer },
    }),
    async (c) =>
      c.json({ items: await service.history(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('startGray', 'rollout'),
      summary: 'Give a version to some users',
      middleware,
      request: { params, ...jsonBody(startGrayInputSchema.meta({ id: 'StartGrayInput' })) },
      responses: { 201: answer('The plan', plan), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.start(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('changeGray', 'rollout'),
      summary: 'Widen or bound the gray release',
      middleware,
      request: { params, ...jsonBody(changeGrayInputSchema.meta({ id: 'ChangeGrayInput' })) },
      responses: planAnswer,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.change(caller, c.req.valid('param').appId, c.req.valid('json')), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('setGrayUsers', 'rollout'),
      summary: 'Replace the list of users',
      request: { params, body: { content: { [grayUsersMediaType]: { schema: z.string() } }, required: true } },
      responses: planAnswer,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const text = (await readBody(c, grayLimits.listBytes)).toString('utf8')
      return c.json(await service.setUsers(caller, c.req.valid('param').appId, readUserList(text)), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('testGray', 'rollout'),
      summary: 'Say which side a user would be on',
      middleware,
      request: { params, ...jsonBody(testGrayInputSchema.meta({ id: 'TestGrayInput' })) },
      responses: { 200: answer('The side', testedGraySchema.meta({ id: 'TestedGray' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.test(caller, c.req.valid('param').appId, c.req.valid('json')), 200)
    },
  )
}

function mountSteps(router: HttpApp, { service, identity }: Mounted): void {
  const steps = [
    ['pauseGray', 'Let the share stay as it is', (...given: StepInput) => service.pause(...given)],
    ['resumeGray', 'Go on', (...given: StepInput) => service.resume(...given)],
    ['revokeGray', 'Take everybody back', (...given: StepInput) => service.revoke(...given)],
    ['completeGray', 'Give the version to everybody', (...given: StepInput) => service.complete(...given)],
  ] as const
  for (const [name, summary, take] of steps) {
    router.openapi(
      createRoute({
        ...routeOf(name, 'rollout'),
        summary,
        middleware: limitBody(4096),
        request: { params, ...jsonBody(grayNoteInputSchema.meta({ id: 'GrayNoteInput' })) },
        responses: planAnswer,
      }),
      async (c) => {
        const caller = await identity.requireCaller(c)
        return c.json(await take(caller, c.req.valid('param').appId, c.req.valid('json').note), 200)
      },
    )
  }
}

type StepInput = Parameters<RolloutService['pause']>

function mountSegments(router: HttpApp, { service, identity }: Mounted): void {
  router.openapi(
    createRoute({
      ...routeOf('listSegments', 'rollout'),
      summary: 'List segments',
      request: { params },
      responses: { 200: answer('Segments', segmentListSchema.meta({ id: 'SegmentList' })), ...problemAnswer },
    }),
    async (c) =>
      c.json({ items: await service.listSegments(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('setSegment', 'rollout'),
      summary: 'Make or change a segment',
      middleware,
      request: { params: segmentParams, ...jsonBody(segmentInputSchema.meta({ id: 'SegmentInput' })) },
      responses: { 200: answer('The segment', segmentSchema.meta({ id: 'Segment' })), ...problemAnswer },
    }),
    async (c) => {
      const { appId, name } = c.req.valid('param')
      return c.json(await service.setSegment(await identity.requireCaller(c), appId, name, c.req.valid('json')), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('deleteSegment', 'rollout'),
      summary: 'Delete a segment',
      request: { params: segmentParams },
      responses: { 204: { description: 'Deleted' }, ...problemAnswer },
    }),
    async (c) => {
      const { appId, name } = c.req.valid('param')
      await service.deleteSegment(await identity.requireCaller(c), appId, name)
      return c.body(null, 204)
    },
  )
}
