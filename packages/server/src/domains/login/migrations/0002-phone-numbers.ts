import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createPhoneNumberTables: Migration = {
  async up(db) {
    await sql`
      create table access_tokens (
        app_id text not null,
        token_hash text primary key,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index access_tokens_by_expiry on access_tokens (expires_at)`.execute(db)
    await sql`
      create table phone_codes (
        app_id text not null,
        code_hash text not null,
        open_id text not null,
        phone_number text not null,
        expires_at timestamptz not null,
        primary key (app_id, code_hash)
      )`.execute(db)
    await sql`create index phone_codes_by_expiry on phone_codes (expires_at)`.execute(db)
  },
}
