import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createFileTables: Migration = {
  async up(db) {
    await sql`
      create table app_files (
        app_id text not null,
        id text not null,
        -- Sorted by bytes, so that a page of a list ends where the next begins.
        path text collate "C" not null,
        sha256 text not null,
        size_bytes bigint not null,
        media_type text not null,
        open_id text,
        created_at timestamptz not null,
        primary key (app_id, id),
        unique (app_id, path)
      )`.execute(db)
    await sql`create index app_files_by_content on app_files (app_id, sha256)`.execute(db)
    await sql`create index app_files_by_user on app_files (app_id, open_id) where open_id is not null`.execute(db)
  },
}
