import type { PageLook, PageReportState } from '@banyan/contract/page-checks'
import type { ColumnType, Selectable } from 'kysely'
import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
type PageCheckTables = {
  page_reports: {
    app_id: string
    version: string
    state: PageReportState
    reason: string | null
    requested_at: Date
    finished_at: Date | null
    compared_with: string | null
    /** Written as text: the driver would make a list an array of PostgreSQL, which a column of JSON refuses. */
    pages: ColumnType<readonly PageLook[], string, string>
  }
}
export type PageReportRow = Selectable<PageCheckTables['page_reports']>

export function createPageCheckStore(connection: Db) {
  const db = connection.withTables<PageCheckTables>()
  return {
    report: (appId: string, version: string) =>
      db
        .selectFrom('page_reports')
        .selectAll()
        .where('app_id', '=', appId)
        .where('version', '=', version)
        .executeTakeFirst(),
    async save(row: PageReportRow): Promise<void> {
      const values = { ...row, pages: JSON.stringify(row.pages) }
      await db
        .insertInto('page_reports')
        .values(values)
        .onConflict((conflict) => conflict.columns(['app_id', 'version']).doUpdateSet(values))
        .execute()
    },
  }
}
