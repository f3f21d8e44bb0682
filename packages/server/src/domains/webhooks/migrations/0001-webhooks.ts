import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createWebhookTables: Migration = {
  async up(db) {
    await sql`
      create table webhooks (
        app_id text not null,
        id text not null unique,
        url text not null,
        description text not null,
        events text[] not null,
        secret text not null,
        is_enabled boolean not null,
        allows_private boolean not null,
        created_at timestamptz not null,
        primary key (app_id, id)
      )`.execute(db)
    await sql`
      create table message_pushes (
        app_id text primary key,
        url text not null,
        token text not null,
        encoding_aes_key text not null,
        mode text not null,
        format text not null,
        allows_private boolean not null,
        updated_at timestamptz not null
      )`.execute(db)
    await sql`
      create table deliveries (
        app_id text not null,
        id text not null,
        kind text not null,
        target_id text not null,
        event_type text not null,
        body text not null,
        state text not null,
        attempts integer not null,
        status integer,
        error text,
        created_at timestamptz not null,
        due_at timestamptz not null,
        primary key (app_id, id)
      )`.execute(db)
    await sql`create index deliveries_due on deliveries (due_at) where state = 'waiting'`.execute(db)
    await sql`create index deliveries_of_target on deliveries (app_id, target_id, id)`.execute(db)
    await sql`create index deliveries_by_age on deliveries (created_at) where state <> 'waiting'`.execute(db)
  },
}
