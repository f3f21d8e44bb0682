import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createSettings: Migration = {
  async up(db) {
    await sql`
      create table settings (
        scope text not null,
        owner text not null,
        key text not null,
        value text not null,
        primary key (scope, owner, key)
      )`.execute(db)
    await sql`
      create table setting_changes (
        scope text not null,
        owner text not null,
        id text not null,
        key text not null,
        at timestamptz not null,
        changed_by text not null,
        before text not null,
        after text not null,
        primary key (scope, owner, id)
      )`.execute(db)
  },
}
