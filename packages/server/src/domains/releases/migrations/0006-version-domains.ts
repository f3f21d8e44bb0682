import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The servers that an app named when a version was handed in or released. */
export const createVersionDomains: Migration = {
  async up(db) {
    await sql`
      create table version_domains (
        app_id text not null,
        version text not null,
        domains jsonb not null,
        kept_at timestamptz not null,
        primary key (app_id, version),
        foreign key (app_id, version) references versions
      )`.execute(db)
  },
}
