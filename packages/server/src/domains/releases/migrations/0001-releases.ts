import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createReleases: Migration = {
  async up(db) {
    await sql`
      create table versions (
        app_id text not null,
        version text not null,
        description text not null,
        manifest text not null,
        manifest_hash text not null,
        size_bytes integer not null,
        file_count integer not null,
        created_at timestamptz not null,
        created_by text not null,
        primary key (app_id, version)
      )`.execute(db)
    await sql`
      create table version_files (
        app_id text not null,
        version text not null,
        hash text not null,
        media_type text not null,
        size_bytes integer not null,
        primary key (app_id, hash, version),
        foreign key (app_id, version) references versions
      )`.execute(db)
    await sql`
      create table version_maps (
        app_id text not null,
        version text not null,
        path text not null,
        hash text not null,
        size_bytes integer not null,
        primary key (app_id, version, path),
        foreign key (app_id, version) references versions
      )`.execute(db)
    await sql`
      create table releases (
        app_id text not null,
        sequence integer not null,
        version text not null,
        published_at timestamptz not null,
        published_by text not null,
        primary key (app_id, sequence),
        foreign key (app_id, version) references versions
      )`.execute(db)
  },
}
