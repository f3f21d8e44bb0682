import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
type OperationTables = {
  backups: {
    id: string
    state: 'running' | 'done' | 'failed'
    started_at: Date
    ended_at: Date | null
    started_by: string
    folder: string
    row_count: string | null
    file_count: string | null
    bytes: string | null
    error: string | null
  }
}
export type BackupRow = OperationTables['backups']
export type OperationStore = ReturnType<typeof createOperationStore>

const shownBackups = 100

export function createOperationStore(connection: Db) {
  const db = connection.withTables<OperationTables>()
  return {
    backups: () => db.selectFrom('backups').selectAll().orderBy('started_at', 'desc').limit(shownBackups).execute(),
    backup: (id: string) => db.selectFrom('backups').selectAll().where('id', '=', id).executeTakeFirst(),
    lastBackup: () =>
      db
        .selectFrom('backups')
        .select('ended_at')
        .where('state', '=', 'done')
        .orderBy('ended_at', 'desc')
        .executeTakeFirst(),
    /** Undefined while another is being made. */
    addBackup: (row: BackupRow) =>
      db
        .insertInto('backups')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst(),
    endBackup: (id: string, change: Omit<BackupRow, 'id' | 'started_at' | 'started_by' | 'folder'>) =>
      db.updateTable('backups').set(change).where('id', '=', id).execute(),
    /** The process that made them ended before they did. */
    abandonBefore: (moment: Date, now: Date) =>
      db
        .updateTable('backups')
        .set({ state: 'failed', ended_at: now, error: 'the server stopped before it was complete' })
        .where('state', '=', 'running')
        .where('started_at', '<', moment)
        .execute(),

    async database(): Promise<{ version: string; sizeBytes: number; connections: number }> {
      const { rows } = await sql<{ version: string; size: string; connections: string }>`
        select current_setting('server_version') as version, pg_database_size(current_database()) as size,
          (select count(*) from pg_stat_activity where datname = current_database()) as connections`.execute(db)
      const [row] = rows
      return {
        version: row?.version ?? '',
        sizeBytes: Number(row?.size ?? 0),
        connections: Number(row?.connections ?? 0),
      }
    },
  }
}
