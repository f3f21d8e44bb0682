import { appIdSchema } from '@banyan/contract/apps'
import {
  decideInputSchema,
  reviewPolicyListSchema,
  reviewPolicySchema,
  reviewQueueQuerySchema,
  reviewScopeSchema,
  submissionListSchema,
  submissionPreviewSchema,
  submissionSchema,
  submissionTextInputSchema,
  submitInputSchema,
} from '@banyan/contract/review'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { ReviewService } from './service.ts'

const params = z.object({ appId: appIdSchema })
const one = params.extend({ submissionId: z.string().max(64) })
const middleware = limitBody(32 * 1024)
const submission = submissionSchema.meta({ id: 'Submission' })
const list = {
  200: answer('Submissions', submissionListSchema.meta({ id: 'SubmissionList' })),
  ...problemAnswer,
}
const changed = { 200: answer('The submission', submission), ...problemAnswer }
const textBody = jsonBody(submissionTextInputSchema.meta({ id: 'SubmissionTextInput' }))

interface Mounted {
  service: ReviewService
  identity: Identity
}

export function reviewRoutes(mounted: Mounted): HttpApp {
  const router = createRouter()
  mountOwn(router, mounted)
  mountTexts(router, mounted)
  mountQueue(router, mounted)
  mountPolicies(router, mounted)
  return router
}

const targetOf = ({ appId, submissionId }: z.infer<typeof one>) => ({ appId, id: submissionId })

function mountOwn(router: HttpApp, { service, identity }: Mounted): void {
  router.openapi(
    createRoute({
      ...routeOf('submitVersion', 'review'),
      summary: 'Hand a version in for review',
      middleware,
      request: { params, ...jsonBody(submitInputSchema.meta({ id: 'SubmitInput' })) },
      responses: { 201: answer('The submission', submission), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.submit(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('listSubmissions', 'review'),
      summary: 'List submissions, newest first',
      request: { params },
      responses: list,
    }),
    async (c) =>
      c.json({ items: await service.list(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('withdrawSubmission', 'review'),
      summary: 'Take a submission back',
      request: { params: one },
      responses: changed,
    }),
    async (c) => c.json(await service.withdraw(await identity.requireCaller(c), targetOf(c.req.valid('param'))), 200),
  )
}

function mountTexts(router: HttpApp, { service, identity }: Mounted): void {
  const routes = [
    ['answerReviewer', 'Write to the reviewer', (...given: TextInput) => service.answer(...given)],
    ['appealRejection', 'Appeal against a rejection', (...given: TextInput) => service.appeal(...given)],
    ['askDeveloper', 'Write to the developer', (...given: TextInput) => service.ask(...given)],
  ] as const
  for (const [name, summary, take] of routes) {
    router.openapi(
      createRoute({
        ...routeOf(name, 'review'),
        summary,
        middleware,
        request: { params: one, ...textBody },
        responses: changed,
      }),
      async (c) => {
        const caller = await identity.requireCaller(c)
        return c.json(await take(caller, targetOf(c.req.valid('param')), c.req.valid('json').text), 200)
      },
    )
  }
}

type TextInput = Parameters<ReviewService['answer']>

function mountQueue(router: HttpApp, { service, identity }: Mounted): void {
  router.openapi(
    createRoute({
      ...routeOf('listReviewQueue', 'review'),
      summary: 'What waits, the most urgent first',
      request: { query: reviewQueueQuerySchema },
      responses: list,
    }),
    async (c) =>
      c.json({ items: await service.queue(await identity.requireCaller(c), c.req.valid('query').state) }, 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('claimSubmission', 'review'),
      summary: 'Take a submission on',
      request: { params: one },
      responses: changed,
    }),
    async (c) => c.json(await service.claim(await identity.requireCaller(c), targetOf(c.req.valid('param'))), 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('previewSubmission', 'review'),
      summary: 'Open the version that was handed in',
      request: { params: one },
      responses: {
        201: answer('Where it opens', submissionPreviewSchema.meta({ id: 'SubmissionPreview' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await service.preview(await identity.requireCaller(c), targetOf(c.req.valid('param'))), 201),
  )
  router.openapi(
    createRoute({
      ...routeOf('decideSubmission', 'review'),
      summary: 'Approve, reject or defer',
      middleware,
      request: { params: one, ...jsonBody(decideInputSchema.meta({ id: 'DecideInput' })) },
      responses: changed,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.decide(caller, targetOf(c.req.valid('param')), c.req.valid('json')), 200)
    },
  )
}

function mountPolicies(router: HttpApp, { service, identity }: Mounted): void {
  router.openapi(
    createRoute({
      ...routeOf('listReviewPolicies', 'review'),
      summary: 'List the flows of review',
      responses: { 200: answer('Policies', reviewPolicyListSchema.meta({ id: 'ReviewPolicyList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await service.policies(await identity.requireCaller(c)) }, 200),
  )
  router.openapi(
    createRoute({
      ...routeOf('setReviewPolicy', 'review'),
      summary: 'Set the flow for the platform, a team or a category',
      middleware: limitBody(512 * 1024),
      request: {
        params: z.object({ scope: reviewScopeSchema }),
        ...jsonBody(reviewPolicySchema.meta({ id: 'ReviewPolicy' })),
      },
      responses: { 204: { description: 'Set' }, ...problemAnswer },
    }),
    async (c) => {
      await service.setPolicy(await identity.requireCaller(c), c.req.valid('param').scope, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
}
