import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createApps: Migration = {
  async up(db) {
    await sql`
      create table apps (
        workspace_id text not null,
        id text not null unique,
        name text not null,
        description text not null default '',
        icon_hash text,
        icon_media_type text,
        current_version text,
        current_sequence integer,
        created_at timestamptz not null,
        primary key (workspace_id, id)
      )`.execute(db)
    await sql`
      create table app_request_domains (
        app_id text not null references apps (id) on delete cascade,
        origin text not null,
        upstream text,
        primary key (app_id, origin)
      )`.execute(db)
  },
}
