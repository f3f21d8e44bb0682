import { appIdSchema } from '@banyan/contract/apps'
import {
  createdWebhookSchema,
  createWebhookInputSchema,
  deliveryListQuerySchema,
  deliveryListSchema,
  deliverySchema,
  messagePushInputSchema,
  messagePushSchema,
  pingedWebhookSchema,
  updateWebhookInputSchema,
  webhookListSchema,
  webhookSchema,
} from '@banyan/contract/webhooks'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { MessagePushes } from './message-push.ts'
import type { WebhookService } from './service.ts'

const id = z.string().max(60)
const ofApp = z.object({ appId: appIdSchema })
const ofWebhook = z.object({ appId: appIdSchema, webhookId: id })
const ofDelivery = z.object({ appId: appIdSchema, deliveryId: id })
const middleware = limitBody(16 * 1024)
const webhook = webhookSchema.meta({ id: 'Webhook' })
const delivery = deliverySchema.meta({ id: 'Delivery' })
const push = messagePushSchema.meta({ id: 'MessagePush' })
const nothing = { 204: { description: 'Done' } }

export interface WebhookRouteOptions {
  service: WebhookService
  pushes: MessagePushes
  identity: Identity
}

export function webhookRoutes({ service, pushes, identity }: WebhookRouteOptions): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({
      ...routeOf('listWebhooks', 'webhooks'),
      summary: 'List webhooks',
      request: { params: ofApp },
      responses: { 200: answer('Webhooks', webhookListSchema.meta({ id: 'WebhookList' })), ...problemAnswer },
    }),
    async (c) =>
      c.json({ items: await service.list(await identity.requireCaller(c), c.req.valid('param').appId) }, 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('createWebhook', 'webhooks'),
      summary: 'Create a webhook',
      middleware,
      request: { params: ofApp, ...jsonBody(createWebhookInputSchema.meta({ id: 'CreateWebhookInput' })) },
      responses: {
        201: answer('The webhook with its secret', createdWebhookSchema.meta({ id: 'CreatedWebhook' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.create(caller, c.req.valid('param').appId, c.req.valid('json')), 201)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('updateWebhook', 'webhooks'),
      summary: 'Change a webhook',
      middleware,
      request: { params: ofWebhook, ...jsonBody(updateWebhookInputSchema.meta({ id: 'UpdateWebhookInput' })) },
      responses: { 200: answer('The webhook', webhook), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const { appId, webhookId } = c.req.valid('param')
      return c.json(await service.update(caller, { appId, id: webhookId }, c.req.valid('json')), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('deleteWebhook', 'webhooks'),
      summary: 'Delete a webhook',
      request: { params: ofWebhook },
      responses: { ...nothing, ...problemAnswer },
    }),
    async (c) => {
      const { appId, webhookId } = c.req.valid('param')
      await service.remove(await identity.requireCaller(c), appId, webhookId)
      return c.body(null, 204)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('pingWebhook', 'webhooks'),
      summary: 'Send an event to try the webhook',
      request: { params: ofWebhook },
      responses: { 202: answer('The delivery', pingedWebhookSchema), ...problemAnswer },
    }),
    async (c) => {
      const { appId, webhookId } = c.req.valid('param')
      return c.json({ deliveryId: await service.ping(await identity.requireCaller(c), appId, webhookId) }, 202)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('listDeliveries', 'webhooks'),
      summary: 'List what was sent to a webhook, newest first',
      request: { params: ofWebhook, query: deliveryListQuerySchema },
      responses: { 200: answer('Deliveries', deliveryListSchema.meta({ id: 'DeliveryList' })), ...problemAnswer },
    }),
    async (c) => {
      const { appId, webhookId } = c.req.valid('param')
      const caller = await identity.requireCaller(c)
      return c.json(await service.listDeliveries(caller, { appId, id: webhookId }, c.req.valid('query')), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('resendDelivery', 'webhooks'),
      summary: 'Send again',
      request: { params: ofDelivery },
      responses: { 202: answer('The delivery', delivery), ...problemAnswer },
    }),
    async (c) => {
      const { appId, deliveryId } = c.req.valid('param')
      return c.json(await service.resend(await identity.requireCaller(c), { appId, id: deliveryId }), 202)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('readMessagePush', 'webhooks'),
      summary: 'Read the message push',
      request: { params: ofApp },
      responses: { 200: answer('The message push', push), ...problemAnswer },
    }),
    async (c) => c.json(await pushes.read(await identity.requireCaller(c), c.req.valid('param').appId), 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('setMessagePush', 'webhooks'),
      summary: 'Set the message push; its address is tried first',
      middleware,
      request: { params: ofApp, ...jsonBody(messagePushInputSchema.meta({ id: 'MessagePushInput' })) },
      responses: { 200: answer('The message push', push), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await pushes.configure(caller, c.req.valid('param').appId, c.req.valid('json')), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('removeMessagePush', 'webhooks'),
      summary: 'End the message push',
      request: { params: ofApp },
      responses: { ...nothing, ...problemAnswer },
    }),
    async (c) => {
      await pushes.remove(await identity.requireCaller(c), c.req.valid('param').appId)
      return c.body(null, 204)
    },
  )

  return router
}
