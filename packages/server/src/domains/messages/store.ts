import { sql } from 'kysely'
import type { Keyword, SubscriptionAnswer, TemplateKind } from '@banyan/contract/messages'
import type { Db } from '#infra/db/database.ts'
import { isOneOf, type UserOfApp } from '#infra/db/users-of-apps.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type MessageTables = {
  message_templates: {
    app_id: string
    id: string
    library_id: number | null
    title: string
    kind: TemplateKind
    keywords: Keyword[]
    scene: string
    created_at: Date
  }
  message_consents: {
    app_id: string
    open_id: string
    template_id: string
    quota: number
    kept: SubscriptionAnswer | null
    updated_at: Date
  }
  message_switches: { app_id: string; open_id: string; is_on: boolean }
  inbox_messages: {
    app_id: string
    open_id: string
    id: string
    template_id: string
    title: string
    lines: InboxLine[]
    page: string
    created_at: Date
    read_at: Date | null
  }
  notice_preferences: { visitor_id: string; quiet_from: number; quiet_to: number; time_zone: string; by_mail: boolean }
  push_devices: {
    visitor_id: string
    id: string
    endpoint: string
    p256dh: string
    auth: string
    created_at: Date
  }
  push_keys: { name: string; public_key: string; private_key: string }
}
export interface InboxLine {
  name: string
  value: string
}
export type TemplateRow = MessageTables['message_templates']
export type InboxRow = MessageTables['inbox_messages']

export type MessageStore = ReturnType<typeof createMessageStore>

const quotaLimit = 1000

export function createMessageStore(connection: Db) {
  const db = connection.withTables<MessageTables>()
  const ofUser = (appId: string, openId: string) => ({ app_id: appId, open_id: openId })
  return {
    inTransaction: <T>(work: (transaction: Db) => Promise<T>) => connection.transaction().execute(work),

    templatesOf: (appId: string) =>
      db.selectFrom('message_templates').selectAll().where('app_id', '=', appId).orderBy('created_at').execute(),
    template: (appId: string, id: string) =>
      db
        .selectFrom('message_templates')
        .selectAll()
        .where('app_id', '=', appId)
        .where('id', '=', id)
        .executeTakeFirst(),
    addTemplate: (row: TemplateRow) =>
      db
        .insertInto('message_templates')
        .values({ ...row, keywords: sql`${JSON.stringify(row.keywords)}::jsonb` })
        .execute(),
    removeTemplate: (appId: string, id: string) =>
      db
        .deleteFrom('message_templates')
        .where('app_id', '=', appId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),

    consents: (appId: string, openId: string, templateIds: readonly string[]) =>
      db
        .selectFrom('message_consents')
        .selectAll()
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .where('template_id', 'in', templateIds)
        .execute(),
    /** `gained`: messages that the answer allows beyond those before; null leaves none. */
    setConsent: (row: MessageTables['message_consents'], gained: number | null) =>
      db
        .insertInto('message_consents')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['app_id', 'open_id', 'template_id']).doUpdateSet({
            quota: gained === null ? 0 : sql`least(message_consents.quota + ${gained}, ${quotaLimit})`,
            kept: row.kept,
            updated_at: row.updated_at,
          }),
        )
        .execute(),
    /** One message of a one-time consent; of several senders at once only as many get one as there are. */
    useConsent: (appId: string, openId: string, templateId: string) =>
      db
        .updateTable('message_consents')
        .set({ quota: sql`quota - 1` })
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .where('template_id', '=', templateId)
        .where('quota', '>', 0)
        .returning('quota')
        .executeTakeFirst(),

    mainSwitch: async (appId: string, openId: string): Promise<boolean> => {
      const row = await db
        .selectFrom('message_switches')
        .select('is_on')
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .executeTakeFirst()
      return row?.is_on ?? true
    },
    setMainSwitch: (appId: string, openId: string, isOn: boolean) =>
      db
        .insertInto('message_switches')
        .values({ ...ofUser(appId, openId), is_on: isOn })
        .onConflict((conflict) => conflict.columns(['app_id', 'open_id']).doUpdateSet({ is_on: isOn }))
        .execute(),

    addMessage: (row: InboxRow) =>
      db
        .insertInto('inbox_messages')
        .values({ ...row, lines: sql`${JSON.stringify(row.lines)}::jsonb` })
        .execute(),
    messagesOf: (users: readonly UserOfApp[], page: { before: string; limit: number }) =>
      db
        .selectFrom('inbox_messages')
        .selectAll()
        .where(isOneOf(users))
        .where('id', '<', page.before)
        .orderBy('id', 'desc')
        .limit(page.limit)
        .execute(),
    message: ({ appId, openId, id }: { appId: string; openId: string; id: string }) =>
      db
        .selectFrom('inbox_messages')
        .selectAll()
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .where('id', '=', id)
        .executeTakeFirst(),
    markRead: ({ appId, openId, id }: { appId: string; openId: string; id: string }, now: Date) =>
      db
        .updateTable('inbox_messages')
        .set({ read_at: now })
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst(),

    /** All that belongs to a person's places in apps. */
    async dataOf(users: readonly UserOfApp[]) {
      const [consents, messages] = await Promise.all([
        db.selectFrom('message_consents').selectAll().where(isOneOf(users)).execute(),
        db.selectFrom('inbox_messages').selectAll().where(isOneOf(users)).orderBy('id').execute(),
      ])
      return { consents, messages }
    },
    async erase(visitorId: string, users: readonly UserOfApp[]): Promise<void> {
      await db.deleteFrom('push_devices').where('visitor_id', '=', visitorId).execute()
      await db.deleteFrom('notice_preferences').where('visitor_id', '=', visitorId).execute()
      await db.deleteFrom('message_consents').where(isOneOf(users)).execute()
      await db.deleteFrom('message_switches').where(isOneOf(users)).execute()
      await db.deleteFrom('inbox_messages').where(isOneOf(users)).execute()
    },

    preferences: (visitorId: string) =>
      db.selectFrom('notice_preferences').selectAll().where('visitor_id', '=', visitorId).executeTakeFirst(),
    setPreferences: (row: MessageTables['notice_preferences']) =>
      db
        .insertInto('notice_preferences')
        .values(row)
        .onConflict((conflict) => conflict.column('visitor_id').doUpdateSet(row))
        .execute(),
    devicesOf: (visitorId: string) =>
      db.selectFrom('push_devices').selectAll().where('visitor_id', '=', visitorId).execute(),
    device: (id: string) => db.selectFrom('push_devices').selectAll().where('id', '=', id).executeTakeFirst(),
    addDevice: (row: MessageTables['push_devices']) =>
      db
        .insertInto('push_devices')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('endpoint')
            .doUpdateSet({ visitor_id: row.visitor_id, p256dh: row.p256dh, auth: row.auth, id: row.id }),
        )
        .execute(),
    removeDevice: (id: string) => db.deleteFrom('push_devices').where('id', '=', id).execute(),
    pushKeys: () => db.selectFrom('push_keys').selectAll().where('name', '=', 'vapid').executeTakeFirst(),
    /** Two processes may start at once; the keys of the first stay. */
    addPushKeys: (row: MessageTables['push_keys']) =>
      db
        .insertInto('push_keys')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
  }
}
