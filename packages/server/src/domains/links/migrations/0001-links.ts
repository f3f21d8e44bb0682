import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createLinkTables: Migration = {
  async up(db) {
    await sql`
      create table links (
        app_id text not null,
        id text not null unique,
        scene integer not null,
        path text not null,
        query text not null,
        environment text not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        primary key (app_id, id)
      )`.execute(db)
    await sql`create index links_by_expiry on links (expires_at) where expires_at is not null`.execute(db)
  },
}
