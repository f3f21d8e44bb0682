import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createGatewayLog: Migration = {
  async up(db) {
    await sql`
      create table gateway_log (
        app_id text not null,
        id bigint generated always as identity,
        at timestamptz not null,
        purpose text not null,
        method text not null,
        url text not null,
        status integer,
        failure text,
        duration_ms integer not null,
        is_cached boolean not null,
        primary key (app_id, id)
      )`.execute(db)
  },
}
