import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const addVerification: Migration = {
  async up(db) {
    await sql`
      create table team_documents (
        workspace_id text not null references workspaces,
        hash text not null,
        media_type text not null,
        size_bytes integer not null,
        created_at timestamptz not null,
        primary key (workspace_id, hash)
      )`.execute(db)
    await sql`
      create table team_verifications (
        workspace_id text primary key references workspaces,
        kind text not null check (kind in ('individual', 'organisation')),
        legal_name text not null,
        registration_number text,
        documents text[] not null,
        state text not null check (state in ('submitted', 'verified', 'rejected')),
        reason text,
        submitted_at timestamptz not null,
        decided_at timestamptz,
        decided_by text
      )`.execute(db)
    await sql`create index team_verifications_by_state on team_verifications (state, submitted_at)`.execute(db)
  },
}
