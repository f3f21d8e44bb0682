import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createConversationTables: Migration = {
  async up(db) {
    await sql`
      create table conversations (
        app_id text not null,
        open_id text not null,
        last_user_at timestamptz,
        replies_left integer not null,
        typing_until timestamptz,
        primary key (app_id, open_id)
      )`.execute(db)
    await sql`
      create table conversation_messages (
        app_id text not null,
        open_id text not null,
        id text not null,
        sender text not null,
        kind text not null,
        content jsonb not null,
        created_at timestamptz not null,
        primary key (app_id, open_id, id)
      )`.execute(db)
    await sql`
      create table temporary_media (
        app_id text not null,
        id text not null,
        hash text not null,
        media_type text not null,
        expires_at timestamptz not null,
        primary key (app_id, id)
      )`.execute(db)
  },
}
