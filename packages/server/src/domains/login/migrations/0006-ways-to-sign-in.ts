import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const addWaysToSignIn: Migration = {
  async up(db) {
    // Whoever signs in by a passkey or through a provider need not have an address.
    await sql`alter table user_accounts alter column email drop not null`.execute(db)
    await sql`
      create table user_passkeys (
        visitor_id text not null references visitors on delete cascade,
        id text not null unique,
        public_key text not null,
        counter bigint not null,
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        primary key (visitor_id, id)
      )`.execute(db)
    await sql`
      create table user_sso_accounts (
        issuer text not null,
        subject text not null,
        visitor_id text not null references visitors on delete cascade,
        linked_at timestamptz not null,
        primary key (issuer, subject)
      )`.execute(db)
    await sql`create index user_sso_accounts_by_visitor on user_sso_accounts (visitor_id)`.execute(db)
    await sql`
      create table user_challenges (
        kind text not null,
        code_hash text not null,
        subject text not null,
        data jsonb not null,
        expires_at timestamptz not null,
        primary key (kind, code_hash)
      )`.execute(db)
    await sql`create index user_challenges_by_expiry on user_challenges (expires_at)`.execute(db)
  },
}
