import { sql } from 'kysely'
import type { ContentLabel, ContentWord } from '@banyan/contract/safety'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type SafetyTables = {
  content_words: { text: string; label: Exclude<ContentLabel, 'normal'>; verdict: ContentWord['verdict'] }
  content_words_version: { name: string; version: string }
  media_checks: {
    app_id: string
    id: string
    open_id: string
    url: string
    kind: 'audio' | 'image'
    state: 'waiting' | 'done'
    created_at: Date
  }
}
export type MediaCheckRow = SafetyTables['media_checks']
export type SafetyStore = ReturnType<typeof createSafetyStore>

const rowsPerInsert = 5000

export function createSafetyStore(connection: Db) {
  const db = connection.withTables<SafetyTables>()
  return {
    inTransaction: <T>(work: (transaction: Db) => Promise<T>) => connection.transaction().execute(work),
    words: () => db.selectFrom('content_words').selectAll().orderBy('text').execute(),
    async version(): Promise<string> {
      const row = await db.selectFrom('content_words_version').select('version').executeTakeFirstOrThrow()
      return row.version
    },
    /** Inside a transaction. */
    async replaceWords(words: readonly ContentWord[]): Promise<void> {
      await db
        .updateTable('content_words_version')
        .set({ version: sql`version + 1` })
        .execute()
      await db.deleteFrom('content_words').execute()
      for (let at = 0; at < words.length; at += rowsPerInsert) {
        await db
          .insertInto('content_words')
          .values(words.slice(at, at + rowsPerInsert))
          .execute()
      }
    },

    addMediaCheck: (row: MediaCheckRow) => db.insertInto('media_checks').values(row).execute(),
    waitingBefore: (moment: Date, limit: number) =>
      db
        .selectFrom('media_checks')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('created_at', '<', moment)
        .limit(limit)
        .execute(),
    /** True for the one who finishes it. */
    async finish(row: Pick<MediaCheckRow, 'app_id' | 'id'>): Promise<boolean> {
      const done = await db
        .updateTable('media_checks')
        .set({ state: 'done' })
        .where('app_id', '=', row.app_id)
        .where('id', '=', row.id)
        .where('state', '=', 'waiting')
        .returning('id')
        .executeTakeFirst()
      return done !== undefined
    },
    removeBefore: (moment: Date) => db.deleteFrom('media_checks').where('created_at', '<', moment).execute(),
  }
}
