import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createBackups: Migration = {
  async up(db) {
    await sql`
      create table backups (
        id text primary key,
        state text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        started_by text not null,
        folder text not null,
        row_count bigint,
        file_count bigint,
        bytes bigint,
        error text
      )`.execute(db)
    await sql`create unique index backups_running on backups (state) where state = 'running'`.execute(db)
  },
}
