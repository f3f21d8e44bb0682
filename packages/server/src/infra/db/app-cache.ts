/**
 * What is read for each launch of an app, in memory. Triggers on the tables tell all processes when something of an app changes, whoever changed
 * it. While they cannot be heard, a value lives two seconds; and the bound of what is remembered is a number of apps.
 */
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Notifications } from './notifications.ts'

export interface AppCache<Value> {
  get(appId: string): Promise<Value>
  /** A change that this process made is seen at once. */
  forget(appId: string): void
}

const channel = 'app_changed'
/** Beyond hearing: a change that no trigger saw, such as one of the clock, is not for ever. */
const heardMs = 60_000
const unheardMs = 2000

export function createAppCache<Value>(options: {
  notifications: Pick<Notifications, 'on' | 'isLive'>
  read(appId: string): Promise<Value>
  rememberedCount: number
}): AppCache<Value> {
  const { notifications } = options
  const entries = new Map<string, { readAt: number; value: Promise<Value> }>()
  notifications.on(channel, (appId) => {
    if (appId === undefined) entries.clear()
    else entries.delete(appId)
  })
  return {
    get(appId) {
      // By the monotonic clock: a wall clock that is set back must not keep a take-down waiting.
      const now = performance.now()
      const known = entries.get(appId)
      if (known && now - known.readAt < (notifications.isLive() ? heardMs : unheardMs)) return known.value
      const entry = { readAt: now, value: options.read(appId) }
      entry.value.catch(() => {
        if (entries.get(appId) === entry) entries.delete(appId)
      })
      entries.delete(appId)
      const oldest = entries.keys().next().value
      if (entries.size >= options.rememberedCount && oldest !== undefined) entries.delete(oldest)
      entries.set(appId, entry)
      return entry.value
    },
    forget: (appId) => void entries.delete(appId),
  }
}

/** A migration that makes a table tell of its changes; `key` is the column with the id of the app. */
export function tellOfChanges(tables: readonly { table: string; key: string }[]): Migration {
  return {
    async up(db) {
      await sql`
        create or replace function tell_app_changed() returns trigger language plpgsql as $$
        begin
          perform pg_notify('app_changed', coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0]);
          return null;
        end $$`.execute(db)
      for (const { table, key } of tables) {
        await sql`
          create trigger tell_app_changed after insert or update or delete on ${sql.table(table)}
          for each row execute function tell_app_changed(${sql.lit(key)})`.execute(db)
      }
    },
  }
}
