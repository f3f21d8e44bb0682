import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How icons look from afar, and pictures of the app at work. */
export const createAppPictures: Migration = {
  async up(db) {
    await sql`alter table apps add column icon_look jsonb`.execute(db)
    await sql`
      create table app_screenshots (
        app_id text not null references apps (id) on delete cascade,
        id text not null,
        position integer not null,
        hash text not null,
        media_type text not null,
        primary key (app_id, id)
      )`.execute(db)
  },
}
