import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createMessageTables: Migration = {
  async up(db) {
    await sql`
      create table message_templates (
        app_id text not null,
        id text not null,
        library_id integer,
        title text not null,
        kind text not null,
        keywords jsonb not null,
        scene text not null,
        created_at timestamptz not null,
        primary key (app_id, id)
      )`.execute(db)
    await sql`
      create table message_consents (
        app_id text not null,
        open_id text not null,
        template_id text not null,
        quota integer not null,
        kept text,
        updated_at timestamptz not null,
        primary key (app_id, open_id, template_id)
      )`.execute(db)
    await sql`
      create table message_switches (
        app_id text not null,
        open_id text not null,
        is_on boolean not null,
        primary key (app_id, open_id)
      )`.execute(db)
    await sql`
      create table inbox_messages (
        app_id text not null,
        open_id text not null,
        id text not null,
        template_id text not null,
        title text not null,
        lines jsonb not null,
        page text not null,
        created_at timestamptz not null,
        read_at timestamptz,
        primary key (app_id, open_id, id)
      )`.execute(db)
    await sql`
      create table notice_preferences (
        visitor_id text primary key,
        quiet_from integer not null,
        quiet_to integer not null,
        time_zone text not null
      )`.execute(db)
    await sql`
      create table push_devices (
        visitor_id text not null,
        id text not null,
        endpoint text not null unique,
        p256dh text not null,
        auth text not null,
        created_at timestamptz not null,
        primary key (visitor_id, id)
      )`.execute(db)
    await sql`
      create table push_keys (
        name text primary key,
        public_key text not null,
        private_key text not null
      )`.execute(db)
  },
}
