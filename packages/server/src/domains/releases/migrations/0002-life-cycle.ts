import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** States of versions, trial versions and links that open a version before users get it. */
export const createLifeCycle: Migration = {
  async up(db) {
    await sql`
      alter table versions
        add column state text not null default 'draft',
        add column state_before_block text,
        add column state_reason text,
        add column state_changed_at timestamptz,
        add column created_by_id text,
        add column submitted_by_id text,
        add column min_runtime integer not null default 1`.execute(db)
    await sql`
      update versions set min_runtime = coalesce((manifest::jsonb ->> 'minRuntime')::integer, 1)`.execute(db)
    await sql`
      update versions set state = 'superseded'
      where exists (select 1 from releases r where r.app_id = versions.app_id and r.version = versions.version)`.execute(
      db,
    )
    await sql`
      update versions set state = 'online' from (
        select distinct on (app_id) app_id, version from releases order by app_id, sequence desc
      ) latest where latest.app_id = versions.app_id and latest.version = versions.version`.execute(db)
    await sql`create index versions_by_state on versions (app_id, state)`.execute(db)
    await sql`
      alter table releases
        add column kind text not null default 'publish',
        add column note text not null default ''`.execute(db)
    await sql`
      create table trial_versions (
        app_id text primary key,
        version text not null,
        foreign key (app_id, version) references versions
      )`.execute(db)
    await sql`
      create table preview_links (
        app_id text not null,
        id text not null,
        token_hash text not null unique,
        version text,
        label text not null,
        path text not null default '',
        created_by text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        open_count integer not null default 0,
        max_opens integer,
        primary key (app_id, id),
        foreign key (app_id, version) references versions
      )`.execute(db)
  },
}
