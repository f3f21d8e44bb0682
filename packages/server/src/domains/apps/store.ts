import type { RequestDomain } from '@banyan/contract/apps'
import type { Db } from '#infra/db/database.ts'
import type { Look } from '#infra/pictures/look.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type AppTables = {
  apps: {
    workspace_id: string
    id: string
    name: string
    description: string
    icon_hash: string | null
    icon_media_type: string | null
    icon_look: Look | null
    current_version: string | null
    current_sequence: number | null
    created_at: Date
  }
  app_request_domains: { app_id: string; origin: string; upstream: string | null }
}

export type AppRow = AppTables['apps']
export type DomainRow = AppTables['app_request_domains']

export type AppStore = ReturnType<typeof createAppStore>

export function createAppStore(connection: Db) {
  const db = connection.withTables<AppTables>()
  return {
    appsIn: (workspaceId: string) =>
      db
        .selectFrom('apps')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    /** Across workspaces: what anybody may open. */
    publishedApps: (limit: number) =>
      db
        .selectFrom('apps')
        .selectAll()
        .where('current_version', 'is not', null)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute(),
    namesOfOthers: (workspaceId: string) =>
      db
        .selectFrom('apps')
        .select('name')
        .where('workspace_id', '<>', workspaceId)
        .where('current_version', 'is not', null)
        .execute(),
    /** The same, of those whose icon has a form. */
    looksOfOthers: (workspaceId: string) =>
      db
        .selectFrom('apps')
        .select(['name', 'icon_look'])
        .where('workspace_id', '<>', workspaceId)
        .where('current_version', 'is not', null)
        .where('icon_look', 'is not', null)
        .execute(),
    app: (id: string) => db.selectFrom('apps').selectAll().where('id', '=', id).executeTakeFirst(),
    add: (row: AppRow) => db.insertInto('apps').values(row).execute(),
    update: (
      id: string,
      change: Partial<Pick<AppRow, 'name' | 'description' | 'icon_hash' | 'icon_media_type' | 'icon_look'>>,
    ) => db.updateTable('apps').set(change).where('id', '=', id).execute(),
    setCurrent: (id: string, version: string, sequence: number) =>
      db
        .updateTable('apps')
        .set({ current_version: version, current_sequence: sequence })
        .where('id', '=', id)
        .execute(),
    domainsOf: (appIds: readonly string[]) =>
      appIds.length === 0
        ? Promise.resolve<DomainRow[]>([])
        : db.selectFrom('app_request_domains').selectAll().where('app_id', 'in', appIds).orderBy('origin').execute(),
    /** Inside a transaction. */
    async replaceDomains(appId: string, domains: readonly RequestDomain[]): Promise<void> {
      await db.deleteFrom('app_request_domains').where('app_id', '=', appId).execute()
      const rows = domains.map(({ origin, upstream }) => ({ app_id: appId, origin, upstream: upstream ?? null }))
      if (rows.length > 0) await db.insertInto('app_request_domains').values(rows).execute()
    },
  }
}
