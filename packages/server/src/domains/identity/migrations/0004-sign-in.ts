import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const addWaysToSignIn: Migration = {
  async up(db) {
    await sql`
      create table second_factors (
        user_id text primary key references users on delete cascade,
        secret text not null,
        -- Null until the person has shown that his authenticator knows it.
        confirmed_at timestamptz,
        -- A code is good once: steps up to this one are spent.
        last_step bigint not null default 0
      )`.execute(db)
    await sql`
      create table recovery_codes (
        user_id text not null references users on delete cascade,
        code_hash text not null,
        primary key (user_id, code_hash)
      )`.execute(db)
    await sql`
      create table passkeys (
        user_id text not null references users on delete cascade,
        id text not null unique,
        public_key text not null,
        counter bigint not null,
        transports text[] not null,
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        primary key (user_id, id)
      )`.execute(db)
    await sql`
      create table one_time_codes (
        kind text not null,
        code_hash text not null,
        subject text not null,
        data jsonb not null,
        tries integer not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        primary key (kind, code_hash)
      )`.execute(db)
    await sql`create index one_time_codes_by_subject on one_time_codes (kind, subject)`.execute(db)
    await sql`
      create table sso_accounts (
        issuer text not null,
        subject text not null,
        user_id text not null references users on delete cascade,
        linked_at timestamptz not null,
        primary key (issuer, subject)
      )`.execute(db)
  },
}
