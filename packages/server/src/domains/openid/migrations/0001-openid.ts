import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createOpenidTables: Migration = {
  async up(db) {
    await sql`
      create table openid_clients (
        id text primary key,
        name text not null,
        -- Null for a program that can keep no secret.
        secret_hash text,
        redirect_uris text[] not null,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table openid_grants (
        user_id text not null,
        client_id text not null references openid_clients on delete cascade,
        scopes text[] not null,
        granted_at timestamptz not null,
        primary key (user_id, client_id)
      )`.execute(db)
    await sql`
      create table openid_codes (
        code_hash text primary key,
        client_id text not null references openid_clients on delete cascade,
        user_id text not null,
        redirect_uri text not null,
        scopes text[] not null,
        nonce text,
        challenge text not null,
        -- All tokens that come of one sign-in.
        family text not null,
        signed_in_at timestamptz not null,
        used_at timestamptz,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`
      create table openid_tokens (
        token_hash text primary key,
        kind text not null,
        client_id text not null references openid_clients on delete cascade,
        user_id text not null,
        scopes text[] not null,
        family text not null,
        signed_in_at timestamptz not null,
        used_at timestamptz,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index openid_tokens_by_family on openid_tokens (family)`.execute(db)
    await sql`create index openid_tokens_by_user on openid_tokens (user_id, client_id)`.execute(db)
    await sql`
      create table openid_keys (
        id text primary key,
        public_key text not null,
        sealed_key text not null,
        created_at timestamptz not null
      )`.execute(db)
  },
}
