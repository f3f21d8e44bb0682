import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const createAuditLog: Migration = {
  async up(db) {
    await sql`
      create table audit_entries (
        workspace_id text not null,
        id text not null unique,
        position bigint unique,
        app_id text,
        at timestamptz(3) not null,
        actor_kind text not null,
        actor_id text not null,
        actor_name text not null,
        action text not null,
        subject text not null,
        details text not null,
        previous_hash text,
        hash text,
        primary key (workspace_id, id)
      )`.execute(db)
    await sql`create index audit_entries_waiting on audit_entries (id) where position is null`.execute(db)
    await sql`create index audit_entries_of_app on audit_entries (app_id, id) where app_id is not null`.execute(db)
    // Against mistakes; against an enemy with the database's password there is the chain.
    await sql`
      create function audit_entries_stay() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null then return new; end if;
        raise exception 'the audit log is never changed';
      end $$`.execute(db)
    await sql`
      create trigger audit_entries_stay before update or delete on audit_entries
      for each row execute function audit_entries_stay()`.execute(db)
  },
}
