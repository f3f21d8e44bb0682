import { appIdSchema } from '@banyan/contract/apps'
import {
  createMessageTemplateInputSchema,
  messageTemplateListSchema,
  messageTemplateSchema,
} from '@banyan/contract/messages'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { Templates } from './templates.ts'

const params = z.object({ appId: appIdSchema })
const template = messageTemplateSchema.meta({ id: 'MessageTemplate' })

export function messageRoutes({ templates, identity }: { templates: Templates; identity: Identity }): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({
      ...routeOf('listMessageTemplates', 'messages'),
      summary: 'List message templates',
      request: { params },
      responses: {
        200: answer('Templates', messageTemplateListSchema.meta({ id: 'MessageTemplateList' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json({ items: await templates.list(caller, c.req.valid('param').appId) }, 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('createMessageTemplate', 'messages'),
      summary: 'Create a message template',
      middleware: limitBody(16 * 1024),
      request: {
        params,
        ...jsonBody(createMessageTemplateInputSchema.meta({ id: 'CreateMessageTemplateInput' })),
      },
      responses: { 201: answer('The template', template), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await templates.create(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('deleteMessageTemplate', 'messages'),
      summary: 'Delete a message template',
      request: { params: z.object({ appId: appIdSchema, templateId: z.string().max(64) }) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      const { appId, templateId } = c.req.valid('param')
      await templates.remove(await identity.requireCaller(c), appId, templateId)
      return c.body(null, 204)
    },
  )

  return router
}
