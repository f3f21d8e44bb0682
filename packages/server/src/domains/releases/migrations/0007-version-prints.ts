import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Samples of the code of versions that were handed in, to find copies. */
export const createVersionPrints: Migration = {
  async up(db) {
    await sql`
      create table version_prints (
        app_id text not null,
        version text not null,
        print bigint not null,
        primary key (app_id, version, print),
        foreign key (app_id, version) references versions
      )`.execute(db)
    await sql`create index version_prints_by_print on version_prints (print)`.execute(db)
  },
}
