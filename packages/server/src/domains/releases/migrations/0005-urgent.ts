import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Releases that open pages take over at once. */
export const markUrgentReleases: Migration = {
  async up(db) {
    await sql`alter table releases add column is_urgent boolean not null default false`.execute(db)
    await sql`create index releases_urgent on releases (app_id, sequence) where is_urgent`.execute(db)
  },
}
