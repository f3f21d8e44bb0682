import type { GatewayLogEntry, GatewayLogQuery } from '@banyan/contract/gateway-log'
import { sql, type Generated, type Insertable, type Selectable } from 'kysely'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
type GatewayTables = {
  gateway_log: {
    app_id: string
    /** The driver gives 64 bits as text. */
    id: Generated<string>
    at: Date
    purpose: GatewayLogEntry['purpose']
    method: string
    url: string
    status: number | null
    failure: string | null
    duration_ms: number
    is_cached: boolean
  }
}
export type NewGatewayLogRow = Insertable<GatewayTables['gateway_log']>
export type GatewayLogRow = Selectable<GatewayTables['gateway_log']>
export type GatewayStore = ReturnType<typeof createGatewayStore>

export function createGatewayStore(connection: Db) {
  const db = connection.withTables<GatewayTables>()
  return {
    add: (rows: readonly NewGatewayLogRow[]) => db.insertInto('gateway_log').values(rows).execute(),
    async trim(appId: string, keep: { entries: number; since: Date }): Promise<void> {
      await sql`
        delete from gateway_log where app_id = ${appId} and (at < ${keep.since} or id <= (
          select id from gateway_log where app_id = ${appId} order by id desc offset ${keep.entries} limit 1))`.execute(
        connection,
      )
    },
    list: (appId: string, { cursor, outcome, limit }: GatewayLogQuery) =>
      db
        .selectFrom('gateway_log')
        .selectAll()
        .where('app_id', '=', appId)
        .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
        .$if(outcome === 'failed', (query) =>
          query.where((entry) => entry.or([entry('failure', 'is not', null), entry('status', '>=', 400)])),
        )
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute(),
  }
}
