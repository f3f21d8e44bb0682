import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Stable tokens are made from the app's secret and the nonce here, so that they can be given out again without being kept. */
export const createTokenKinds: Migration = {
  async up(db) {
    await sql`
      alter table access_tokens
        add column kind text not null default 'plain',
        add column nonce text,
        add column secret_hash text`.execute(db)
    await sql`create index access_tokens_by_app on access_tokens (app_id, kind)`.execute(db)
    await sql`
      alter table app_secrets
        add column previous_hash text,
        add column previous_expires_at timestamptz`.execute(db)
    await sql`alter table app_users add column active_at timestamptz`.execute(db)
    await sql`
      create table union_ids (
        workspace_id text not null,
        visitor_id text not null references visitors,
        union_id text not null unique,
        primary key (workspace_id, visitor_id)
      )`.execute(db)
  },
}
