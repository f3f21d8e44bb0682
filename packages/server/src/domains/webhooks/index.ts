/**
 * What the platform tells other servers: webhooks, and WeChat's message push.
 * Owns webhooks, push settings and deliveries. Deliveries are written in the transaction of what they tell about and sent at least once,
 * by whichever process comes first.
 * Never sends to a private address unless the platform's owner allowed it, and never follows a redirect.
 */
import { appChangedTopic, type Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { Events } from '#infra/events/events.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { createDeliveries, type Deliveries } from './deliveries.ts'
import { createMessagePush, type MessagePushes } from './message-push.ts'
import { createWebhookTables } from './migrations/0001-webhooks.ts'
import { webhookRoutes } from './routes.ts'
import { createWebhookService, type WebhookService } from './service.ts'
import { createWebhookStore } from './store.ts'

export const webhookMigrations: Migrations = { 'webhooks-0001-webhooks': createWebhookTables }

export interface WebhookOptions {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  outbound: Outbound
  identity: Identity
  apps: Apps
  audit: Audit
  events: Pick<Events, 'subscribe'>
}

export interface Webhooks {
  routes: HttpApp
  /** Tells all webhooks of the app that want it; in the caller's transaction. */
  publish: WebhookService['publish']
  /** Tells the app's own server, as WeChat does; in the caller's transaction. */
  pushMessage: MessagePushes['push']
  deliveries: Deliveries
}

export function createWebhooks(options: WebhookOptions): Webhooks {
  const store = createWebhookStore(options.db)
  const deliveries = createDeliveries({ ...options, store })
  const service = createWebhookService({ ...options, store, deliveries })
  const pushes = createMessagePush({ ...options, store, deliveries })
  options.events.subscribe('webhooks', appChangedTopic, async (connection, { key: appId, payload: { action, by } }) =>
    service.publish(connection, { appId, type: 'app.changed', data: { change: action.slice('app.'.length), by } }),
  )
  return {
    routes: webhookRoutes({ service, pushes, identity: options.identity }),
    publish: (connection, event) => service.publish(connection, event),
    pushMessage: (connection, appId, event) => pushes.push(connection, appId, event),
    deliveries,
  }
}
