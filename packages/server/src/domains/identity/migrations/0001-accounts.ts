import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createAccounts: Migration = {
  async up(db) {
    await sql`
      create table workspaces (
        id text primary key,
        name text not null,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table users (
        id text primary key,
        email text not null unique,
        name text not null,
        password_hash text not null,
        is_platform_owner boolean not null default false,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table memberships (
        workspace_id text not null references workspaces,
        user_id text not null references users,
        role text not null check (role in ('owner', 'developer')),
        joined_at timestamptz not null,
        primary key (workspace_id, user_id)
      )`.execute(db)
    await sql`create index memberships_by_user on memberships (user_id)`.execute(db)
    await sql`
      create table sessions (
        token_hash text primary key,
        user_id text not null references users on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index sessions_by_user on sessions (user_id)`.execute(db)
    await sql`
      create table api_keys (
        workspace_id text not null references workspaces,
        id text not null,
        name text not null,
        hint text not null,
        role text not null check (role in ('platformOwner', 'owner', 'developer')),
        secret_hash text not null unique,
        purpose text not null default 'general' check (purpose in ('general', 'seed')),
        created_by text,
        created_at timestamptz not null,
        last_used_at timestamptz,
        primary key (workspace_id, id)
      )`.execute(db)
    await sql`
      create table setup_links (
        token_hash text primary key,
        workspace_id text not null references workspaces,
        role text not null check (role in ('platformOwner', 'owner', 'developer')),
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create table platform_facts (name text primary key, recorded_at timestamptz not null)`.execute(db)
  },
}
