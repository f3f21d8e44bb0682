import type {
  CheckResult,
  PublishMode,
  ReviewFlow,
  ReviewPolicy,
  SubmissionMessage,
  SubmissionState,
} from '@banyan/contract/review'
import type { ColumnType, Selectable } from 'kysely'
import type { Db } from '#infra/db/database.ts'

/** Written as text: the driver would make a list an array of PostgreSQL, which a column of JSON refuses. */
type Json<Value> = ColumnType<Value, string, string>

/** A type, not an interface: kysely asks for an index signature. */
type ReviewTables = {
  review_policies: { scope: string; policy: Json<ReviewPolicy> }
  submissions: {
    app_id: string
    id: string
    workspace_id: string
    version: string
    state: SubmissionState
    flow: ReviewFlow
    four_eyes: boolean
    note: string
    submitted_by: string
    submitted_by_id: string
    submitted_at: Date
    due_at: Date
    assigned_to: string | null
    assigned_to_id: string | null
    approved_by_ids: Json<readonly string[]>
    decided_by_id: string | null
    rule_ids: Json<readonly string[]>
    reason: string | null
    is_appealed: boolean
    publish_mode: Json<PublishMode>
    publish_at: Date | null
    decided_at: Date | null
    checks: Json<readonly CheckResult[]>
    messages: Json<readonly SubmissionMessage[]>
  }
}
export type SubmissionRow = Selectable<ReviewTables['submissions']>
export type ReviewStore = ReturnType<typeof createReviewStore>

const listLimit = 200

export function createReviewStore(connection: Db) {
  const db = connection.withTables<ReviewTables>()
  return {
    policies: () => db.selectFrom('review_policies').selectAll().orderBy('scope').execute(),
    setPolicy: (scope: string, policy: ReviewPolicy) => {
      const values = { scope, policy: JSON.stringify(policy) }
      return db
        .insertInto('review_policies')
        .values(values)
        .onConflict((conflict) => conflict.column('scope').doUpdateSet(values))
        .execute()
    },
    submission: (appId: string, id: string) =>
      db.selectFrom('submissions').selectAll().where('app_id', '=', appId).where('id', '=', id).executeTakeFirst(),
    submissionsOf: (appId: string) =>
      db
        .selectFrom('submissions')
        .selectAll()
        .where('app_id', '=', appId)
        .orderBy('submitted_at', 'desc')
        .limit(listLimit)
        .execute(),
    /** Of all teams, the one that is due first at the top. */
    queue: (state: SubmissionState) =>
      db
        .selectFrom('submissions')
        .selectAll()
        .where('state', '=', state)
        .orderBy('due_at')
        .orderBy('id')
        .limit(listLimit)
        .execute(),
    dueForPublishing: (now: Date) =>
      db
        .selectFrom('submissions')
        .selectAll()
        .where('publish_at', '<=', now)
        .where('state', '=', 'approved')
        .limit(listLimit)
        .execute(),
    withdrawalsSince: async (appId: string, since: Date): Promise<number> =>
      Number(
        (
          await db
            .selectFrom('submissions')
            .select(({ fn }) => fn.countAll().as('count'))
            .where('app_id', '=', appId)
            .where('state', '=', 'withdrawn')
            .where('decided_at', '>=', since)
            .executeTakeFirst()
        )?.count ?? 0,
      ),
    async save(row: SubmissionRow): Promise<void> {
      const values = {
        ...row,
        approved_by_ids: JSON.stringify(row.approved_by_ids),
        rule_ids: JSON.stringify(row.rule_ids),
        publish_mode: JSON.stringify(row.publish_mode),
        checks: JSON.stringify(row.checks),
        messages: JSON.stringify(row.messages),
      }
      await db
        .insertInto('submissions')
        .values(values)
        .onConflict((conflict) => conflict.columns(['app_id', 'id']).doUpdateSet(values))
        .execute()
    },
  }
}
