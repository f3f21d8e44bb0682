import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Only adds: a server of the version before goes on reading and writing what it knows. */
export const addRoles: Migration = {
  async up(db) {
    await sql`
      alter table users
        add column platform_role text check (platform_role in
          ('platformOwner', 'platformOperator', 'platformReviewer', 'platformFinance', 'platformAuditor')),
        alter column password_hash drop not null`.execute(db)
    await sql`update users set platform_role = 'platformOwner' where is_platform_owner`.execute(db)
    await sql`
      create table custom_roles (
        workspace_id text not null references workspaces,
        id text not null unique,
        name text not null,
        permissions text[] not null,
        created_at timestamptz not null,
        primary key (workspace_id, id)
      )`.execute(db)
    await sql`alter table memberships drop constraint memberships_role_check`.execute(db)
    await sql`
      alter table memberships
        add constraint memberships_role_check check (role in ('owner', 'admin', 'developer', 'member')),
        add column custom_role text references custom_roles (id) on delete set null`.execute(db)
    await sql`
      create table app_members (
        workspace_id text not null,
        app_id text not null,
        user_id text not null,
        role text not null,
        joined_at timestamptz not null,
        primary key (workspace_id, app_id, user_id, role),
        foreign key (workspace_id, user_id) references memberships on delete cascade
      )`.execute(db)
    await sql`alter table api_keys drop constraint api_keys_role_check`.execute(db)
    await sql`
      alter table api_keys
        add constraint api_keys_role_check check (role in ('platformOwner', 'owner', 'admin', 'developer', 'member')),
        add column scopes text[],
        add column app_ids text[],
        add column allowed_ips text[],
        add column expires_at timestamptz`.execute(db)
    await sql`alter table setup_links drop constraint setup_links_role_check`.execute(db)
    await sql`
      alter table setup_links
        add constraint setup_links_role_check check (role in ('platformOwner', 'owner', 'admin', 'developer', 'member')),
        add column email text,
        add column custom_role text references custom_roles (id) on delete cascade,
        add column app_roles jsonb,
        add column invited_by text`.execute(db)
    await sql`
      alter table sessions
        add column confirmed_at timestamptz,
        add column last_seen_at timestamptz,
        add column device_name text,
        add column method text`.execute(db)
    await sql`
      alter table workspaces
        add column kind text not null default 'individual' check (kind in ('individual', 'organisation')),
        add column verification text not null default 'none'
          check (verification in ('none', 'submitted', 'verified', 'rejected')),
        add column four_eyes boolean not null default false`.execute(db)
  },
}
