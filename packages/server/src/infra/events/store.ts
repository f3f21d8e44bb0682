import { sql, type Generated, type Selectable } from 'kysely'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
type EventTables = {
  events: {
    key: string
    number: Generated<string>
    transaction: Generated<string>
    topic: string
    payload: string
    created_at: Date
  }
  event_cursors: { consumer: string; transaction: string; number: string }
  event_retries: {
    consumer: string
    key: string
    number: string
    topic: string
    payload: string
    state: 'waiting' | 'dead'
    attempts: number
    due_at: Date
    error: string | null
  }
}
export type RetryRow = Selectable<EventTables['event_retries']>

export type EventStore = ReturnType<typeof createEventStore>

export function createEventStore(connection: Db) {
  const db = connection.withTables<EventTables>()
  return {
    add: (row: { key: string; topic: string; payload: string; created_at: Date }) =>
      db.insertInto('events').values(row).execute(),

    /** A new consumer begins with what is published from now on. */
    addConsumer: (consumer: string) =>
      sql`
      insert into event_cursors (consumer, transaction, number)
      values (${consumer}, pg_snapshot_xmin(pg_current_snapshot()), 0)
      on conflict do nothing`.execute(db),

    /** Undefined while another process works for this consumer. */
    lockCursor: (consumer: string) =>
      db
        .selectFrom('event_cursors')
        .selectAll()
        .where('consumer', '=', consumer)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
    moveCursor: (consumer: string, { transaction, number }: { transaction: string; number: string }) =>
      db.updateTable('event_cursors').set({ transaction, number }).where('consumer', '=', consumer).execute(),

    countDead: async () => {
      const row = await db
        .selectFrom('event_retries')
        .select((query) => query.fn.countAll<string>().as('count'))
        .where('state', '=', 'dead')
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },

    after: (cursor: { transaction: string; number: string }, limit: number) =>
      db
        .selectFrom('events')
        .selectAll()
        .where(sql<boolean>`(transaction, number) > (${cursor.transaction}::xid8, ${cursor.number}::bigint)`)
        .where(sql<boolean>`transaction < pg_snapshot_xmin(pg_current_snapshot())`)
        .orderBy('transaction')
        .orderBy('number')
        .limit(limit)
        .execute(),

    /** Keys of which an earlier event still waits. */
    blockedKeys: async (consumer: string, keys: readonly string[]): Promise<Set<string>> => {
      const rows = await db
        .selectFrom('event_retries')
        .select('key')
        .distinct()
        .where('consumer', '=', consumer)
        .where('state', '=', 'waiting')
        .where('key', 'in', [...keys])
        .execute()
      return new Set(rows.map(({ key }) => key))
    },

    park: (row: RetryRow) =>
      db
        .insertInto('event_retries')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    /** The first of each key, when it is due. */
    dueRetries: async (consumer: string, now: Date, limit: number): Promise<RetryRow[]> =>
      (
        await sql<RetryRow>`
          select * from (
            select distinct on (key) * from event_retries
            where consumer = ${consumer} and state = 'waiting' order by key, number
          ) as first where due_at <= ${now} order by due_at limit ${limit}`.execute(db)
      ).rows,
    settleRetry: (row: Pick<RetryRow, 'consumer' | 'key' | 'number'>, change: Partial<RetryRow> | 'done') =>
      change === 'done'
        ? db
            .deleteFrom('event_retries')
            .where('consumer', '=', row.consumer)
            .where('key', '=', row.key)
            .where('number', '=', row.number)
            .execute()
        : db
            .updateTable('event_retries')
            .set(change)
            .where('consumer', '=', row.consumer)
            .where('key', '=', row.key)
            .where('number', '=', row.number)
            .execute(),
    deadRetries: (consumer: string) =>
      db.selectFrom('event_retries').selectAll().where('consumer', '=', consumer).where('state', '=', 'dead').execute(),
    revive: (consumer: string, now: Date) =>
      db
        .updateTable('event_retries')
        .set({ state: 'waiting', attempts: 0, due_at: now })
        .where('consumer', '=', consumer)
        .where('state', '=', 'dead')
        .execute(),

    /** What every consumer has passed and that is old enough. */
    removePassed: (before: Date) =>
      sql`
      delete from events using (
        select transaction, number from event_cursors order by transaction, number limit 1
      ) as slowest
      where (events.transaction, events.number) <= (slowest.transaction, slowest.number)
        and events.created_at < ${before}`.execute(db),

    savepoint: () => sql`savepoint event`.execute(db),
    rollBackToSavepoint: () => sql`rollback to savepoint event`.execute(db),
    releaseSavepoint: () => sql`release savepoint event`.execute(db),
  }
}
