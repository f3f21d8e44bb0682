import {
  createdWebhookSchema,
  deliveryListSchema,
  deliverySchema,
  pingedWebhookSchema,
  webhookListSchema,
  webhookSchema,
} from '@banyan/contract/webhooks'
import type {
  CreatedWebhook,
  CreateWebhookInput,
  Delivery,
  UpdateWebhookInput,
  Webhook,
} from '@banyan/contract/webhooks'
import { nothing, type Http } from './http.ts'

export interface WebhooksClient {
  /**
   * The addresses that the platform tells about an app.
   *
   * @example
   * for (const { url, isEnabled } of await client.webhooks.list(appId)) console.log(url, isEnabled)
   */
  list(appId: string): Promise<readonly Webhook[]>
  /**
   * Adds an address. The secret that its events are signed with is shown this once.
   *
   * @example
   * const { secret } = await client.webhooks.create(appId, { url: 'https://shop.example.com/hook', events: ['release.published'] })
   */
  create(appId: string, input: CreateWebhookInput): Promise<CreatedWebhook>
  /**
   * Changes what is given and leaves the rest.
   *
   * @example
   * await client.webhooks.update(appId, webhook.id, { isEnabled: false })
   */
  update(appId: string, webhookId: string, input: UpdateWebhookInput): Promise<Webhook>
  /**
   * Ends a webhook.
   *
   * @example
   * await client.webhooks.remove(appId, webhook.id)
   */
  remove(appId: string, webhookId: string): Promise<void>
  /**
   * Sends the event `ping`, to try the address; answers with the id of the delivery.
   *
   * @example
   * const deliveryId = await client.webhooks.ping(appId, webhook.id)
   */
  ping(appId: string, webhookId: string): Promise<string>
  /**
   * What was sent, newest first.
   *
   * @example
   * const { items, nextCursor } = await client.webhooks.deliveries(appId, webhook.id)
   */
  deliveries(
    appId: string,
    webhookId: string,
    cursor?: string,
  ): Promise<{ items: readonly Delivery[]; nextCursor: string | null }>
  /**
   * Sends an event once more.
   *
   * @example
   * await client.webhooks.resend(appId, delivery.id)
   */
  resend(appId: string, deliveryId: string): Promise<Delivery>
}

export function createWebhooksClient(http: Http): WebhooksClient {
  return {
    list: async (appId) => (await http.call('listWebhooks', { answer: webhookListSchema, params: { appId } })).items,
    create: (appId, input) =>
      http.call('createWebhook', { answer: createdWebhookSchema, params: { appId }, json: input }),
    update: (appId, webhookId, input) =>
      http.call('updateWebhook', { answer: webhookSchema, params: { appId, webhookId }, json: input }),
    remove: (appId, webhookId) => http.call('deleteWebhook', { answer: nothing, params: { appId, webhookId } }),
    ping: async (appId, webhookId) =>
      (await http.call('pingWebhook', { answer: pingedWebhookSchema, params: { appId, webhookId } })).deliveryId,
    deliveries: (appId, webhookId, cursor) =>
      http.call('listDeliveries', { answer: deliveryListSchema, params: { appId, webhookId }, query: { cursor } }),
    resend: (appId, deliveryId) =>
      http.call('resendDelivery', { answer: deliverySchema, params: { appId, deliveryId } }),
  }
}
