import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Migrations } from '#infra/db/database.ts'

const createEvents: Migration = {
  async up(db) {
    // Numbers are given before commits, so a later number may be seen first. Transactions below the oldest that runs have all ended.
    await sql`
      create table events (
        key text not null,
        number bigint generated always as identity,
        transaction xid8 not null default pg_current_xact_id(),
        topic text not null,
        payload text not null,
        created_at timestamptz not null,
        primary key (transaction, number)
      )`.execute(db)
    await sql`create index events_by_age on events (created_at)`.execute(db)
    await sql`
      create table event_cursors (
        consumer text primary key,
        transaction xid8 not null,
        number bigint not null
      )`.execute(db)
    await sql`
      create table event_retries (
        consumer text not null,
        key text not null,
        number bigint not null,
        topic text not null,
        payload text not null,
        state text not null,
        attempts integer not null,
        due_at timestamptz not null,
        error text,
        primary key (consumer, key, number)
      )`.execute(db)
    await sql`create index event_retries_due on event_retries (consumer, due_at) where state = 'waiting'`.execute(db)
  },
}

export const eventMigrations: Migrations = { 'events-0001-events': createEvents }
