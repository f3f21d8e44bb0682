import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createReviewTables: Migration = {
  async up(db) {
    await sql`
      create table review_policies (
        scope text primary key,
        policy jsonb not null
      )`.execute(db)
    await sql`
      create table submissions (
        app_id text not null,
        id text not null,
        workspace_id text not null,
        version text not null,
        state text not null,
        flow text not null,
        four_eyes boolean not null,
        note text not null,
        submitted_by text not null,
        submitted_by_id text not null,
        submitted_at timestamptz not null,
        due_at timestamptz not null,
        assigned_to text,
        assigned_to_id text,
        approved_by_ids jsonb not null default '[]',
        decided_by_id text,
        rule_ids jsonb not null default '[]',
        reason text,
        is_appealed boolean not null default false,
        publish_mode jsonb not null,
        publish_at timestamptz,
        decided_at timestamptz,
        checks jsonb not null,
        messages jsonb not null default '[]',
        primary key (app_id, id)
      )`.execute(db)
    await sql`
      create unique index submissions_one_waiting on submissions (app_id)
      where state in ('waiting', 'deferred')`.execute(db)
    await sql`create index submissions_by_state on submissions (state, due_at)`.execute(db)
    await sql`
      create index submissions_to_publish on submissions (publish_at) where publish_at is not null`.execute(db)
  },
}
