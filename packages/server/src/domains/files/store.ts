import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import { isOneOf, type UserOfApp } from '#infra/db/users-of-apps.ts'

/** A type, not an interface: kysely asks for an index signature. */
type FileTables = {
  app_files: {
    app_id: string
    id: string
    path: string
    sha256: string
    /** The driver gives 64 bits as text, and takes either. */
    size_bytes: string | number
    media_type: string
    open_id: string | null
    created_at: Date
  }
}
export type FileRow = Selectable<FileTables['app_files']>
export type NewFileRow = Insertable<FileTables['app_files']>
export type FileStore = ReturnType<typeof createFileStore>

export function createFileStore(connection: Db) {
  const db = connection.withTables<FileTables>()
  return {
    /** Until the end of the transaction nobody else adds or removes files of the app. */
    lock: (appId: string) =>
      sql`select pg_advisory_xact_lock(hashtextextended(${`files ${appId}`}, 0))`.execute(connection),
    file: (appId: string, id: string) =>
      db.selectFrom('app_files').selectAll().where('app_id', '=', appId).where('id', '=', id).executeTakeFirst(),
    fileAt: (appId: string, path: string) =>
      db.selectFrom('app_files').selectAll().where('app_id', '=', appId).where('path', '=', path).executeTakeFirst(),
    list: (appId: string, { prefix, after, limit }: { prefix: string; after: string | undefined; limit: number }) =>
      db
        .selectFrom('app_files')
        .selectAll()
        .where('app_id', '=', appId)
        .where(sql<boolean>`starts_with(path, ${prefix})`)
        .$if(after !== undefined, (query) => query.where('path', '>', after ?? ''))
        .orderBy('path')
        .limit(limit)
        .execute(),
    /** What lay at the path before keeps its id. */
    save: (row: NewFileRow) =>
      db
        .insertInto('app_files')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['app_id', 'path']).doUpdateSet((entry) => ({
            sha256: entry.ref('excluded.sha256'),
            size_bytes: entry.ref('excluded.size_bytes'),
            media_type: entry.ref('excluded.media_type'),
            open_id: entry.ref('excluded.open_id'),
            created_at: entry.ref('excluded.created_at'),
          })),
        )
        .returningAll()
        .executeTakeFirstOrThrow(),
    remove: (appId: string, id: string) =>
      db.deleteFrom('app_files').where('app_id', '=', appId).where('id', '=', id).execute(),
    async usedBytes(appId: string): Promise<number> {
      const row = await db
        .selectFrom('app_files')
        .where('app_id', '=', appId)
        .select((entry) => entry.fn.sum('size_bytes').as('sum'))
        .executeTakeFirst()
      return Number(row?.sum ?? 0)
    },
    isContentUsed: async (appId: string, sha256: string): Promise<boolean> =>
      (await db
        .selectFrom('app_files')
        .select('id')
        .where('app_id', '=', appId)
        .where('sha256', '=', sha256)
        .executeTakeFirst()) !== undefined,
    allOf: (users: readonly UserOfApp[]) => db.selectFrom('app_files').selectAll().where(isOneOf(users)).execute(),
    erase: (users: readonly UserOfApp[]) => db.deleteFrom('app_files').where(isOneOf(users)).returningAll().execute(),
  }
}
