import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Finds the same file in other apps. */
export const indexFileHashes: Migration = {
  async up(db) {
    await sql`create index version_files_by_hash on version_files (hash)`.execute(db)
  },
}
