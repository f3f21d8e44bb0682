import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createLoginTables: Migration = {
  async up(db) {
    await sql`
      create table visitors (
        id text primary key,
        token_hash text not null unique,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table app_users (
        app_id text not null,
        open_id text not null,
        visitor_id text not null references visitors,
        session_key text,
        session_expires_at timestamptz,
        created_at timestamptz not null,
        primary key (app_id, open_id),
        unique (app_id, visitor_id)
      )`.execute(db)
    await sql`
      create table login_codes (
        app_id text not null,
        code_hash text not null,
        open_id text not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (app_id, code_hash)
      )`.execute(db)
    await sql`create index login_codes_by_expiry on login_codes (expires_at)`.execute(db)
    await sql`
      create table app_secrets (
        app_id text primary key,
        secret_hash text not null,
        created_at timestamptz not null
      )`.execute(db)
  },
}
