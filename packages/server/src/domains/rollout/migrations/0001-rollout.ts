import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createRolloutTables: Migration = {
  async up(db) {
    await sql`
      create table gray_plans (
        app_id text not null,
        id text not null,
        version text not null,
        full_version text not null,
        state text not null,
        state_reason text,
        salt text not null,
        basis_points integer not null,
        condition jsonb,
        stages jsonb not null default '[]',
        stage integer,
        stage_since timestamptz,
        guards jsonb not null default '[]',
        starts_at timestamptz,
        ends_at timestamptz,
        deadline_at timestamptz not null,
        deadline_action text not null,
        started_by text not null,
        started_at timestamptz not null,
        users_changed_at timestamptz not null,
        ended_at timestamptz,
        primary key (app_id, id)
      )`.execute(db)
    await sql`
      create unique index gray_plans_one_open on gray_plans (app_id)
      where state in ('running', 'paused', 'frozen')`.execute(db)
    await sql`
      create table gray_users (
        app_id text not null,
        plan_id text not null,
        user_id text not null,
        primary key (app_id, plan_id, user_id),
        foreign key (app_id, plan_id) references gray_plans on delete cascade
      )`.execute(db)
    await sql`
      create table segments (
        app_id text not null,
        name text not null,
        description text not null,
        condition jsonb not null,
        primary key (app_id, name)
      )`.execute(db)
  },
}
