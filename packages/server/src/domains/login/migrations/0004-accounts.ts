import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createUserAccounts: Migration = {
  async up(db) {
    await sql`
      create table user_accounts (
        visitor_id text primary key references visitors on delete cascade,
        email text not null unique,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table visitor_tokens (
        token_hash text primary key,
        visitor_id text not null references visitors on delete cascade,
        created_at timestamptz not null
      )`.execute(db)
    await sql`create index visitor_tokens_by_visitor on visitor_tokens (visitor_id)`.execute(db)
    await sql`
      create table user_email_codes (
        email text primary key,
        code_hash text not null,
        tries integer not null,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`
      create table user_consents (
        visitor_id text not null references visitors on delete cascade,
        number bigint generated always as identity,
        app_id text not null,
        kind text not null,
        is_granted boolean not null,
        decided_at timestamptz not null,
        primary key (visitor_id, number)
      )`.execute(db)
    await sql`create index app_users_by_visitor on app_users (visitor_id)`.execute(db)
  },
}
