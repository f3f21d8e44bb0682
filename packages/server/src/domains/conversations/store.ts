import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import { isOneOf, type UserOfApp } from '#infra/db/users-of-apps.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type ConversationTables = {
  conversations: {
    app_id: string
    open_id: string
    last_user_at: Date | null
    replies_left: number
    typing_until: Date | null
  }
  conversation_messages: {
    app_id: string
    open_id: string
    id: string
    sender: 'user' | 'app'
    kind: MessageKind
    content: Record<string, string>
    created_at: Date
  }
  temporary_media: { app_id: string; id: string; hash: string; media_type: string; expires_at: Date }
}
export type MessageKind = 'text' | 'image' | 'link' | 'page'
export type ConversationMessage = ConversationTables['conversation_messages']
export type ConversationStore = ReturnType<typeof createConversationStore>

export function createConversationStore(connection: Db) {
  const db = connection.withTables<ConversationTables>()
  return {
    inTransaction: <T>(work: (transaction: Db) => Promise<T>) => connection.transaction().execute(work),
    conversation: (appId: string, openId: string) =>
      db
        .selectFrom('conversations')
        .selectAll()
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .executeTakeFirst(),
    /** A new word of the user gives the app its answers back. */
    heardUser: (appId: string, openId: string, { now, replies }: { now: Date; replies: number }) =>
      db
        .insertInto('conversations')
        .values({ app_id: appId, open_id: openId, last_user_at: now, replies_left: replies, typing_until: null })
        .onConflict((conflict) =>
          conflict.columns(['app_id', 'open_id']).doUpdateSet({ last_user_at: now, replies_left: replies }),
        )
        .execute(),
    useReply: (appId: string, openId: string) =>
      db
        .updateTable('conversations')
        .set({ replies_left: sql`replies_left - 1`, typing_until: null })
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .where('replies_left', '>', 0)
        .returning('replies_left')
        .executeTakeFirst(),
    setTyping: (appId: string, openId: string, until: Date | null) =>
      db
        .updateTable('conversations')
        .set({ typing_until: until })
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .execute(),
    addMessage: (row: ConversationMessage) =>
      db
        .insertInto('conversation_messages')
        .values({ ...row, content: sql`${JSON.stringify(row.content)}::jsonb` })
        .execute(),
    /** The newest, oldest first. */
    async messages(appId: string, openId: string, { after, limit }: { after: string; limit: number }) {
      const rows = await db
        .selectFrom('conversation_messages')
        .selectAll()
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .where('id', '>', after)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.toReversed()
    },
    allOf: (users: readonly UserOfApp[]) =>
      db.selectFrom('conversation_messages').selectAll().where(isOneOf(users)).orderBy('id').execute(),
    async erase(users: readonly UserOfApp[]): Promise<void> {
      await db.deleteFrom('conversation_messages').where(isOneOf(users)).execute()
      await db.deleteFrom('conversations').where(isOneOf(users)).execute()
    },
    addMedia: (row: ConversationTables['temporary_media']) => db.insertInto('temporary_media').values(row).execute(),
    media: (appId: string, id: string, now: Date) =>
      db
        .selectFrom('temporary_media')
        .selectAll()
        .where('app_id', '=', appId)
        .where('id', '=', id)
        .where('expires_at', '>', now)
        .executeTakeFirst(),
    removeMediaBefore: (moment: Date) => db.deleteFrom('temporary_media').where('expires_at', '<', moment).execute(),
  }
}
