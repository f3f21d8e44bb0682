import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import type { ReleaseTables } from './store.ts'

/** A type, not an interface: kysely asks for an index signature. */
type PreviewTables = ReleaseTables & {
  preview_links: {
    app_id: string
    id: string
    token_hash: string
    version: string | null
    label: string
    path: string
    created_by: string
    created_at: Date
    expires_at: Date
    open_count: number
    max_opens: number | null
  }
}
export type PreviewRow = PreviewTables['preview_links']

export function createPreviewStore(connection: Db) {
  const db = connection.withTables<PreviewTables>()
  return {
    add: (row: PreviewRow) => db.insertInto('preview_links').values(row).execute(),
    remove: async (appId: string, id: string): Promise<boolean> =>
      (await db
        .deleteFrom('preview_links')
        .where('app_id', '=', appId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()) !== undefined,
    /** Expired ones are forgotten on the way. */
    async linksOf(appId: string, now: Date): Promise<PreviewRow[]> {
      await db.deleteFrom('preview_links').where('app_id', '=', appId).where('expires_at', '<=', now).execute()
      return db
        .selectFrom('preview_links')
        .selectAll()
        .where('app_id', '=', appId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
    },
    /** Counts one opening, unless the link is used up. */
    open: (tokenHash: string, now: Date) =>
      db
        .updateTable('preview_links')
        .set({ open_count: sql`open_count + 1` })
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where(sql<boolean>`(max_opens is null or open_count < max_opens)`)
        .returningAll()
        .executeTakeFirst(),
    live: (tokenHash: string, now: Date) =>
      db
        .selectFrom('preview_links')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst(),
    file: (appId: string, version: string, hash: string) =>
      db
        .selectFrom('version_files')
        .select(['media_type', 'size_bytes'])
        .where('app_id', '=', appId)
        .where('version', '=', version)
        .where('hash', '=', hash)
        .executeTakeFirst(),
  }
}
