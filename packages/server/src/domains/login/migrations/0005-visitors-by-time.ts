import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const orderVisitors: Migration = {
  async up(db) {
    await sql`create index visitors_by_time on visitors (created_at desc, id desc)`.execute(db)
  },
}
