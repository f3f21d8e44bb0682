import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createSafetyTables: Migration = {
  async up(db) {
    await sql`
      create table content_words (
        text text primary key,
        label text not null,
        verdict text not null
      )`.execute(db)
    await sql`
      create table content_words_version (
        name text primary key,
        version bigint not null
      )`.execute(db)
    await sql`insert into content_words_version values ('words', 0)`.execute(db)
    await sql`
      create table media_checks (
        app_id text not null,
        id text not null,
        open_id text not null,
        url text not null,
        kind text not null,
        state text not null,
        created_at timestamptz not null,
        primary key (app_id, id)
      )`.execute(db)
    await sql`create index media_checks_waiting on media_checks (created_at) where state = 'waiting'`.execute(db)
  },
}
