import { sql } from 'kysely'
import type { MessagePushInput, WebhookEventType } from '@banyan/contract/webhooks'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type WebhookTables = {
  webhooks: {
    app_id: string
    id: string
    url: string
    description: string
    events: WebhookEventType[]
    /** In the clear: it signs what we send. */
    secret: string
    is_enabled: boolean
    allows_private: boolean
    created_at: Date
  }
  message_pushes: {
    app_id: string
    url: string
    token: string
    encoding_aes_key: string
    mode: MessagePushInput['mode']
    format: MessagePushInput['format']
    allows_private: boolean
    updated_at: Date
  }
  deliveries: {
    app_id: string
    id: string
    kind: string
    target_id: string
    event_type: string
    body: string
    state: 'waiting' | 'delivered' | 'failed'
    attempts: number
    status: number | null
    error: string | null
    created_at: Date
    due_at: Date
  }
}
export type WebhookRow = WebhookTables['webhooks']
export type MessagePushRow = WebhookTables['message_pushes']
export type DeliveryRow = WebhookTables['deliveries']

export type WebhookStore = ReturnType<typeof createWebhookStore>

export function createWebhookStore(connection: Db) {
  const db = connection.withTables<WebhookTables>()
  return {
    webhooksOf: (appId: string) =>
      db.selectFrom('webhooks').selectAll().where('app_id', '=', appId).orderBy('id').execute(),
    webhook: (appId: string, id: string) =>
      db.selectFrom('webhooks').selectAll().where('app_id', '=', appId).where('id', '=', id).executeTakeFirst(),
    addWebhook: (row: WebhookRow) => db.insertInto('webhooks').values(row).execute(),
    updateWebhook: (
      appId: string,
      id: string,
      change: Partial<Pick<WebhookRow, 'description' | 'events' | 'is_enabled'>>,
    ) => db.updateTable('webhooks').set(change).where('app_id', '=', appId).where('id', '=', id).execute(),
    async removeWebhook(appId: string, id: string) {
      await db.deleteFrom('webhooks').where('app_id', '=', appId).where('id', '=', id).execute()
      await db
        .deleteFrom('deliveries')
        .where('app_id', '=', appId)
        .where('target_id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
    },

    messagePush: (appId: string) =>
      db.selectFrom('message_pushes').selectAll().where('app_id', '=', appId).executeTakeFirst(),
    setMessagePush: (row: MessagePushRow) =>
      db
        .insertInto('message_pushes')
        .values(row)
        .onConflict((conflict) => conflict.column('app_id').doUpdateSet(row))
        .execute(),
    removeMessagePush: (appId: string) => db.deleteFrom('message_pushes').where('app_id', '=', appId).execute(),

    addDelivery: (row: DeliveryRow) => db.insertInto('deliveries').values(row).execute(),
    delivery: (appId: string, id: string) =>
      db.selectFrom('deliveries').selectAll().where('app_id', '=', appId).where('id', '=', id).executeTakeFirst(),
    deliveriesOf: (appId: string, targetId: string, page: { before: string | undefined; limit: number }) =>
      db
        .selectFrom('deliveries')
        .selectAll()
        .where('app_id', '=', appId)
        .where('target_id', '=', targetId)
        .$if(page.before !== undefined, (query) => query.where('id', '<', page.before ?? ''))
        .orderBy('id', 'desc')
        .limit(page.limit)
        .execute(),
    /** Takes what is due for itself until the lease ends; another process skips it. */
    claimDue: (now: Date, lease: Date, limit: number) =>
      db
        .updateTable('deliveries')
        .set({ due_at: lease, attempts: sql`attempts + 1` })
        .where((eb) =>
          eb(
            eb.refTuple('app_id', 'id'),
            'in',
            eb
              .selectFrom('deliveries')
              .select(['app_id', 'id'])
              .where('state', '=', 'waiting')
              .where('due_at', '<=', now)
              .orderBy('due_at')
              .limit(limit)
              .forUpdate()
              .skipLocked()
              .$asTuple('app_id', 'id'),
          ),
        )
        .returningAll()
        .execute(),
    settle: (
      row: Pick<DeliveryRow, 'app_id' | 'id'>,
      outcome: Pick<DeliveryRow, 'state' | 'status' | 'error' | 'due_at'>,
    ) => db.updateTable('deliveries').set(outcome).where('app_id', '=', row.app_id).where('id', '=', row.id).execute(),
    repeat: (appId: string, id: string, now: Date) =>
      db
        .updateTable('deliveries')
        .set({ state: 'waiting', attempts: 0, due_at: now })
        .where('app_id', '=', appId)
        .where('id', '=', id)
        .execute(),
    removeDeliveriesBefore: (moment: Date) =>
      db.deleteFrom('deliveries').where('state', '<>', 'waiting').where('created_at', '<', moment).execute(),
  }
}
