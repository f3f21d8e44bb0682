import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createAppProfiles: Migration = {
  async up(db) {
    await sql`
      create table app_profiles (
        app_id text primary key references apps (id) on delete cascade,
        standing text not null default 'normal',
        standing_reason text,
        appeal_until timestamptz,
        appeal text,
        category text,
        service_categories jsonb not null default '[]',
        privacy jsonb not null default '[]',
        socket_domains jsonb not null default '[]',
        upload_domains jsonb not null default '[]',
        download_domains jsonb not null default '[]',
        web_view_domains jsonb not null default '[]',
        server_ips jsonb not null default '[]'
      )`.execute(db)
  },
}
