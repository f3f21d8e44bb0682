import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who says nothing gets no letters. */
export const addMailPreference: Migration = {
  async up(db) {
    await sql`alter table notice_preferences add column by_mail boolean not null default false`.execute(db)
  },
}
