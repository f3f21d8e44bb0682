import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createPageReports: Migration = {
  async up(db) {
    await sql`
      create table page_reports (
        app_id text not null,
        version text not null,
        state text not null,
        reason text,
        requested_at timestamptz not null,
        finished_at timestamptz,
        compared_with text,
        pages jsonb not null default '[]',
        primary key (app_id, version)
      )`.execute(db)
  },
}
