import { createHmac } from 'node:crypto'
import { PlatformError } from '@banyan/contract/errors'
import {
  webhookHeader,
  webhookSecretPrefix,
  type CreatedWebhook,
  type CreateWebhookInput,
  type Delivery,
  type UpdateWebhookInput,
  type Webhook,
  type WebhookEvent,
  type WebhookEventType,
} from '@banyan/contract/webhooks'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, newSecret, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Deliveries } from './deliveries.ts'
import { checkReceiver } from './receiver.ts'
import { createWebhookStore, type DeliveryRow, type WebhookRow, type WebhookStore } from './store.ts'

export interface WebhookPorts {
  store: WebhookStore
  deliveries: Deliveries
  db: Db
  apps: Apps
  audit: Audit
  clock: Clock
  ids: Ids
}

export interface PublishedEvent {
  appId: string
  type: WebhookEventType
  data: Readonly<Record<string, unknown>>
}

interface Recorded {
  app: { id: string; workspaceId: string }
  action: `webhook.${string}`
  subject: string
  details: Readonly<Record<string, unknown>>
}

const webhooksPerApp = 20
const minute = 60
const hour = 3600
const delaysSeconds = [10, 30, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour]

/** Over the timestamp, the webhook and the body, so that none of them can be exchanged. */
export function signWebhook(
  secret: string,
  { timestamp, id, body }: { timestamp: string; id: string; body: string },
): string {
  const text = Buffer.from(`${timestamp}.${id}.${body}`).toString('base64url')
  return createHmac('sha256', secret).update(text).digest('hex')
}

export function createWebhookService({ store, deliveries, db, apps, audit, clock, ids }: WebhookPorts) {
  deliveries.define('webhook', {
    async prepare(row) {
      const webhook = await store.webhook(row.app_id, row.target_id)
      if (!webhook?.is_enabled) return undefined
      const timestamp = String(Math.floor(clock.now().getTime() / 1000))
      return {
        url: webhook.url,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Banyan',
          [webhookHeader.id]: webhook.id,
          [webhookHeader.event]: row.event_type,
          [webhookHeader.timestamp]: timestamp,
          [webhookHeader.signature]: signWebhook(webhook.secret, { timestamp, id: webhook.id, body: row.body }),
        },
        body: row.body,
        allowsPrivate: webhook.allows_private,
      }
    },
    isAccepted: (status) => status >= 200 && status < 300,
    delaysSeconds,
  })

  async function find(caller: Caller, appId: string, id: string): Promise<WebhookRow> {
    authorize(caller, 'secret.rotate', { appId })
    await apps.require(caller, appId)
    const row = await store.webhook(appId, id)
    if (!row) throw new PlatformError('webhook.notFound')
    return row
  }

  async function record(transaction: Db, caller: Caller, { app, ...entry }: Recorded): Promise<void> {
    await audit.record(transaction, { workspaceId: app.workspaceId, appId: app.id, actor: caller, ...entry })
  }

  async function addEvent(connection: Db, webhook: WebhookRow, event: PublishedEvent): Promise<string> {
    const { appId, type, data } = event
    const body: WebhookEvent = {
      id: newId(ids, 'evt'),
      type,
      appId,
      createdAt: clock.now().toISOString(),
      data: { ...data },
    }
    return deliveries.add(connection, {
      appId,
      kind: 'webhook',
      targetId: webhook.id,
      eventType: type,
      body: JSON.stringify(body),
    })
  }

  return {
    async publish(connection: Db, event: PublishedEvent): Promise<void> {
      for (const webhook of await createWebhookStore(connection).webhooksOf(event.appId)) {
        const isWanted = webhook.events.length === 0 || webhook.events.includes(event.type)
        if (webhook.is_enabled && isWanted) await addEvent(connection, webhook, event)
      }
    },

    async list(caller: Caller, appId: string): Promise<Webhook[]> {
      authorize(caller, 'app.edit', { appId })
      await apps.require(caller, appId)
      return (await store.webhooksOf(appId)).map(present)
    },

    async create(caller: Caller, appId: string, input: CreateWebhookInput): Promise<CreatedWebhook> {
      authorize(caller, 'secret.rotate', { appId })
      const app = await apps.require(caller, appId)
      const allowsPrivate = checkReceiver(caller, input)
      if ((await store.webhooksOf(appId)).length >= webhooksPerApp) throw new PlatformError('webhook.tooMany')
      const row: WebhookRow = {
        app_id: appId,
        id: newId(ids, 'wh'),
        url: input.url,
        description: input.description ?? '',
        events: input.events ?? [],
        secret: newSecret(ids, webhookSecretPrefix),
        is_enabled: true,
        allows_private: allowsPrivate,
        created_at: clock.now(),
      }
      await db.transaction().execute(async (transaction) => {
        await createWebhookStore(transaction).addWebhook(row)
        await record(transaction, caller, { app, action: 'webhook.create', subject: row.id, details: { url: row.url } })
      })
      return { ...present(row), secret: row.secret }
    },

    async update(
      caller: Caller,
      { appId, id }: { appId: string; id: string },
      input: UpdateWebhookInput,
    ): Promise<Webhook> {
      const row = await find(caller, appId, id)
      const change = {
        description: input.description ?? row.description,
        events: input.events ?? row.events,
        is_enabled: input.isEnabled ?? row.is_enabled,
      }
      const app = await apps.require(caller, appId)
      await db.transaction().execute(async (transaction) => {
        await createWebhookStore(transaction).updateWebhook(appId, id, change)
        await record(transaction, caller, { app, action: 'webhook.update', subject: id, details: { ...input } })
      })
      return present({ ...row, ...change })
    },

    async remove(caller: Caller, appId: string, id: string): Promise<void> {
      const { url } = await find(caller, appId, id)
      const app = await apps.require(caller, appId)
      await db.transaction().execute(async (transaction) => {
        await createWebhookStore(transaction).removeWebhook(appId, id)
        await record(transaction, caller, { app, action: 'webhook.delete', subject: id, details: { url } })
      })
    },

    async ping(caller: Caller, appId: string, id: string): Promise<string> {
      const webhook = await find(caller, appId, id)
      const app = await apps.require(caller, appId)
      return db.transaction().execute(async (transaction) => {
        await record(transaction, caller, { app, action: 'webhook.ping', subject: id, details: {} })
        return addEvent(transaction, webhook, { appId, type: 'ping', data: {} })
      })
    },

    /** `id`: of a webhook, or `message-push`. */
    async listDeliveries(
      caller: Caller,
      { appId, id }: { appId: string; id: string },
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ): Promise<{ items: Delivery[]; nextCursor: string | null }> {
      authorize(caller, 'secret.rotate', { appId })
      await apps.require(caller, appId)
      const rows = await store.deliveriesOf(appId, id, { before: cursor, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      return { items: shown.map(presentDelivery), nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
    },

    async resend(caller: Caller, { appId, id }: { appId: string; id: string }): Promise<Delivery> {
      authorize(caller, 'secret.rotate', { appId })
      const app = await apps.require(caller, appId)
      if (!(await store.delivery(appId, id))) throw new PlatformError('webhook.deliveryNotFound')
      await db.transaction().execute(async (transaction) => {
        await createWebhookStore(transaction).repeat(appId, id, clock.now())
        await record(transaction, caller, { app, action: 'webhook.resend', subject: id, details: {} })
      })
      deliveries.wake()
      const row = await store.delivery(appId, id)
      if (!row) throw new PlatformError('webhook.deliveryNotFound')
      return presentDelivery(row)
    },
  }
}

export type WebhookService = ReturnType<typeof createWebhookService>

function present(row: WebhookRow): Webhook {
  return {
    id: row.id,
    appId: row.app_id,
    url: row.url,
    description: row.description,
    events: row.events,
    isEnabled: row.is_enabled,
    createdAt: row.created_at.toISOString(),
  }
}

function presentDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    eventType: row.event_type,
    state: row.state,
    attempts: row.attempts,
    status: row.status,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    at: row.due_at.toISOString(),
    body: row.body,
  }
}
