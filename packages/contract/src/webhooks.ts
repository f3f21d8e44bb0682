/**
 * What the platform tells other servers by itself. A webhook gets `POST` with JSON `WebhookEvent`, signed:
 * `x-banyan-signature: hex(HMAC-SHA256(secret, base64url(<x-banyan-timestamp> + '.' + <x-banyan-webhook> + '.' + body)))`, base64url without
 * padding, the timestamp in seconds. It answers 2xx within ten seconds, or the event comes again, ever later, up to ten times.
 * Receivers refuse timestamps that are more than five minutes old and events whose id they have seen.
 */
import { z } from 'zod'
import { appIdSchema } from './apps.ts'

export const webhookHeader = {
  id: 'x-banyan-webhook',
  event: 'x-banyan-event',
  timestamp: 'x-banyan-timestamp',
  signature: 'x-banyan-signature',
} as const
export const webhookSecretPrefix = 'byw_'
export const webhookToleranceSeconds = 300

export const webhookEventTypes = [
  'app.changed',
  'customer.message',
  'media.checked',
  'message.clicked',
  'message.sent',
  'ping',
  'release.published',
  'review.decided',
  'subscription.changed',
  'version.uploaded',
] as const
export const webhookEventTypeSchema = z.enum(webhookEventTypes)
export type WebhookEventType = z.infer<typeof webhookEventTypeSchema>

export const webhookEventSchema = z.object({
  id: z.string(),
  type: z.string(),
  appId: appIdSchema,
  createdAt: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
})
export type WebhookEvent = z.infer<typeof webhookEventSchema>

export const webhookSchema = z.object({
  id: z.string(),
  appId: appIdSchema,
  url: z.string(),
  description: z.string(),
  /** Empty: all. */
  events: z.array(webhookEventTypeSchema),
  isEnabled: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Webhook = z.infer<typeof webhookSchema>
export const webhookListSchema = z.object({ items: z.array(webhookSchema) })
/** The secret is shown this once. */
export const createdWebhookSchema = webhookSchema.extend({ secret: z.string() })
export type CreatedWebhook = z.infer<typeof createdWebhookSchema>

/** https, and a public address; the platform's owner may allow a private one. */
const urlSchema = z.url({ protocol: /^https?$/ }).max(2000)

/** POST /api/v1/apps/:appId/webhooks */
export const createWebhookInputSchema = z.strictObject({
  url: urlSchema,
  description: z.string().trim().max(200).optional(),
  events: z.array(webhookEventTypeSchema).max(webhookEventTypes.length).optional(),
  /** For the platform's owner only: the address may be a private one, and plain http. */
  allowsPrivateAddress: z.boolean().optional(),
})
export type CreateWebhookInput = z.infer<typeof createWebhookInputSchema>

/** PATCH /api/v1/apps/:appId/webhooks/:webhookId */
export const updateWebhookInputSchema = z.strictObject({
  description: z.string().trim().max(200).optional(),
  events: z.array(webhookEventTypeSchema).max(webhookEventTypes.length).optional(),
  isEnabled: z.boolean().optional(),
})
export type UpdateWebhookInput = z.infer<typeof updateWebhookInputSchema>

export const deliverySchema = z.object({
  id: z.string(),
  eventType: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  /** HTTP status of the last answer, null when there was none. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When it is tried next, or was tried last. */
  at: z.iso.datetime(),
  body: z.string(),
})
export type Delivery = z.infer<typeof deliverySchema>
export const deliveryListSchema = z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable() })
export const deliveryListQuerySchema = z.object({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** POST /api/v1/apps/:appId/webhooks/:webhookId/ping */
export const pingedWebhookSchema = z.object({ deliveryId: z.string() })

/**
 * PUT /api/v1/apps/:appId/message-push: WeChat's way to tell an app's server what users do. The address must first answer a GET with
 * `signature`, `timestamp`, `nonce` by its `echostr`.
 */
export const messagePushInputSchema = z.strictObject({
  url: urlSchema,
  token: z.string().regex(/^[A-Za-z0-9]{3,32}$/),
  encodingAesKey: z.string().regex(/^[A-Za-z0-9]{43}$/),
  mode: z.enum(['plain', 'compatible', 'safe']),
  format: z.enum(['json', 'xml']),
  allowsPrivateAddress: z.boolean().optional(),
})
export type MessagePushInput = z.infer<typeof messagePushInputSchema>
export const messagePushSchema = messagePushInputSchema.omit({ token: true, encodingAesKey: true })
export type MessagePush = z.infer<typeof messagePushSchema>
