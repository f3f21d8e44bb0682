import type { PrivacyEntry } from '@banyan/contract/app-profile'
import type { AppStanding } from '@banyan/contract/app-standing'
import type { PlatformAppQuery } from '@banyan/contract/platform-apps'
import { sql, type ColumnType, type Selectable } from 'kysely'
import { containing } from '#infra/db/containing.ts'
import type { Db } from '#infra/db/database.ts'
import { readPlace } from '#infra/db/keyset.ts'
import type { AppTables } from './store.ts'

/** Written as text: the driver would make a list an array of PostgreSQL, which a column of JSON refuses. */
type List<Value> = ColumnType<readonly Value[], string, string>

/** A type, not an interface: kysely asks for an index signature. */
type ProfileTables = AppTables & {
  app_profiles: {
    app_id: string
    standing: AppStanding
    standing_reason: string | null
    appeal_until: Date | null
    appeal: string | null
    category: string | null
    service_categories: List<string>
    privacy: List<PrivacyEntry>
    socket_domains: List<string>
    upload_domains: List<string>
    download_domains: List<string>
    web_view_domains: List<string>
    server_ips: List<string>
  }
}
export type ProfileRow = Selectable<ProfileTables['app_profiles']>
export type ProfileStore = ReturnType<typeof createProfileStore>

export function createProfileStore(connection: Db) {
  const db = connection.withTables<ProfileTables>()
  return {
    connection,
    async profile(appId: string): Promise<ProfileRow> {
      const row = await db.selectFrom('app_profiles').selectAll().where('app_id', '=', appId).executeTakeFirst()
      return row ?? emptyProfile(appId)
    },
    /** Of many apps; those without a row stand normally. */
    standingsOf: async (appIds: readonly string[]): Promise<Map<string, Pick<ProfileRow, 'standing' | 'category'>>> => {
      if (appIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('app_profiles')
        .select(['app_id', 'standing', 'category'])
        .where('app_id', 'in', appIds)
        .execute()
      return new Map(rows.map(({ app_id, standing, category }) => [app_id, { standing, category }]))
    },
    async save(row: ProfileRow): Promise<void> {
      const values = {
        ...row,
        service_categories: JSON.stringify(row.service_categories),
        privacy: JSON.stringify(row.privacy),
        socket_domains: JSON.stringify(row.socket_domains),
        upload_domains: JSON.stringify(row.upload_domains),
        download_domains: JSON.stringify(row.download_domains),
        web_view_domains: JSON.stringify(row.web_view_domains),
        server_ips: JSON.stringify(row.server_ips),
      }
      await db
        .insertInto('app_profiles')
        .values(values)
        .onConflict((conflict) => conflict.column('app_id').doUpdateSet(values))
        .execute()
    },
    /** Of every team, one more than asked for; `teams` are those whose name has the text in it. */
    async appsEverywhere(query: PlatformAppQuery, teams: readonly string[]) {
      const { search = '', workspaceId, standing, appeal, limit } = query
      const place = readPlace(query.cursor)
      let select = db
        .selectFrom('apps')
        .leftJoin('app_profiles', 'app_profiles.app_id', 'apps.id')
        .selectAll('apps')
        .select(['standing', 'standing_reason', 'appeal_until', 'appeal', 'category'])
      if (search !== '') {
        select = select.where((where) =>
          where.or([
            where('name', 'ilike', containing(search)),
            where('id', '=', search),
            where('workspace_id', '=', search),
            where('workspace_id', '=', where.fn.any(where.val(teams))),
          ]),
        )
      }
      if (workspaceId !== undefined) select = select.where('workspace_id', '=', workspaceId)
      if (standing !== undefined) select = select.where(sql`coalesce(standing, 'normal')`, '=', standing)
      if (appeal !== undefined) select = select.where('standing', '=', 'suspended').where('appeal', 'is not', null)
      if (place) select = select.where(sql`(created_at, id)`, '<', sql`(${place.at}, ${place.id})`)
      return select
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    },
    /** Whatever the state of the apps; categories without any are not in it. */
    async appsPerCategory(): Promise<{ category: string; apps: number }[]> {
      const rows = await db
        .selectFrom('app_profiles')
        .select(({ fn }) => ['category', fn.countAll<string>().as('apps')])
        .where('category', 'is not', null)
        .groupBy('category')
        .orderBy('category')
        .execute()
      return rows.map(({ category, apps }) => ({ category: category ?? '', apps: Number(apps) }))
    },
    moveApp: (appId: string, workspaceId: string) =>
      db.updateTable('apps').set({ workspace_id: workspaceId }).where('id', '=', appId).execute(),
  }
}

function emptyProfile(appId: string): ProfileRow {
  return {
    app_id: appId,
    standing: 'normal',
    standing_reason: null,
    appeal_until: null,
    appeal: null,
    category: null,
    service_categories: [],
    privacy: [],
    socket_domains: [],
    upload_domains: [],
    download_domains: [],
    web_view_domains: [],
    server_ips: [],
  }
}
