import type { SettingHistoryQuery, SettingScope } from '@banyan/contract/settings'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type SettingTables = {
  /** `owner` is the workspace or the app; empty for the installation. */
  settings: { scope: SettingScope; owner: string; key: string; value: string }
  setting_changes: {
    scope: SettingScope
    owner: string
    id: string
    key: string
    at: Date
    changed_by: string
    before: string
    after: string
  }
}
export type SettingRow = SettingTables['settings']
export type SettingChangeRow = SettingTables['setting_changes']

export interface Place {
  scope: SettingScope
  owner: string
}

export function createSettingStore(connection: Db) {
  const db = connection.withTables<SettingTables>()
  return {
    all: () => db.selectFrom('settings').selectAll().execute(),
    lock: ({ scope, owner }: Place, key: string) =>
      db
        .selectFrom('settings')
        .selectAll()
        .where('scope', '=', scope)
        .where('owner', '=', owner)
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirst(),
    set: (row: SettingRow) =>
      db
        .insertInto('settings')
        .values(row)
        .onConflict((conflict) => conflict.columns(['scope', 'owner', 'key']).doUpdateSet({ value: row.value }))
        .execute(),
    remove: ({ scope, owner }: Place, key: string) =>
      db.deleteFrom('settings').where('scope', '=', scope).where('owner', '=', owner).where('key', '=', key).execute(),
    addChange: (row: SettingChangeRow) => db.insertInto('setting_changes').values(row).execute(),
    changes: ({ scope, owner }: Place, { key, cursor, limit }: SettingHistoryQuery) =>
      db
        .selectFrom('setting_changes')
        .selectAll()
        .where('scope', '=', scope)
        .where('owner', '=', owner)
        .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
        .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute(),
  }
}
