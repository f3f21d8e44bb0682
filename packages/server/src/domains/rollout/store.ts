import type { Condition } from '@banyan/contract/conditions'
import type { GrayGuard, GrayPlan, GrayStage, GrayState } from '@banyan/contract/rollout'
import { sql, type ColumnType, type Selectable } from 'kysely'
import type { Db, DbTransaction } from '#infra/db/database.ts'

/** Written as text: the driver would make a list an array of PostgreSQL, which a column of JSON refuses. */
type Json<Value> = ColumnType<Value, string | null, string | null>

/** A type, not an interface: kysely asks for an index signature. */
export type RolloutTables = {
  gray_plans: {
    app_id: string
    id: string
    version: string
    full_version: string
    state: GrayState
    state_reason: string | null
    salt: string
    basis_points: number
    condition: Json<Condition | null>
    stages: Json<readonly GrayStage[]>
    stage: number | null
    stage_since: Date | null
    guards: Json<readonly GrayGuard[]>
    starts_at: Date | null
    ends_at: Date | null
    deadline_at: Date
    deadline_action: GrayPlan['deadlineAction']
    started_by: string
    started_at: Date
    users_changed_at: Date
    ended_at: Date | null
  }
  gray_users: { app_id: string; plan_id: string; user_id: string }
  segments: { app_id: string; name: string; description: string; condition: Json<Condition> }
}
export type PlanRow = Selectable<RolloutTables['gray_plans']>
export type SegmentRow = Selectable<RolloutTables['segments']>
export type RolloutStore = ReturnType<typeof createRolloutStore>

export const openStates: readonly GrayState[] = ['running', 'paused', 'frozen']
const listLimit = 100
const insertedAtOnce = 10_000

export function createRolloutStore(connection: Db) {
  const db = connection.withTables<RolloutTables>()
  const openPlans = () => db.selectFrom('gray_plans').selectAll().where('state', 'in', openStates)
  return {
    inTransaction: <T>(work: (transaction: DbTransaction) => Promise<T>): Promise<T> =>
      connection.transaction().execute(work),
    openPlan: (appId: string) => openPlans().where('app_id', '=', appId).executeTakeFirst(),
    plansOf: (appId: string) =>
      db
        .selectFrom('gray_plans')
        .selectAll()
        .where('app_id', '=', appId)
        .orderBy('started_at', 'desc')
        .limit(listLimit)
        .execute(),
    /** Of all apps: those that something may have to be done with. */
    openPlansOfAll: () => openPlans().orderBy('deadline_at').execute(),
    addPlan: (row: PlanRow) =>
      db
        .insertInto('gray_plans')
        .values({
          ...row,
          condition: textOf(row.condition),
          stages: JSON.stringify(row.stages),
          guards: JSON.stringify(row.guards),
        })
        .execute(),
    changePlan: (plan: Pick<PlanRow, 'app_id' | 'id'>, { condition, guards, stages: _, ...change }: Partial<PlanRow>) =>
      db
        .updateTable('gray_plans')
        .set({
          ...change,
          ...(condition === undefined ? {} : { condition: textOf(condition) }),
          ...(guards === undefined ? {} : { guards: JSON.stringify(guards) }),
        })
        .where('app_id', '=', plan.app_id)
        .where('id', '=', plan.id)
        .execute(),
    usersOf: async (appId: string, planId: string): Promise<Set<string>> => {
      const rows = await db
        .selectFrom('gray_users')
        .select('user_id')
        .where('app_id', '=', appId)
        .where('plan_id', '=', planId)
        .execute()
      return new Set(rows.map(({ user_id }) => user_id))
    },
    countUsers: async (appId: string, planId: string): Promise<number> =>
      Number(
        (
          await db
            .selectFrom('gray_users')
            .select(({ fn }) => fn.countAll().as('count'))
            .where('app_id', '=', appId)
            .where('plan_id', '=', planId)
            .executeTakeFirst()
        )?.count ?? 0,
      ),
    async replaceUsers(appId: string, planId: string, users: readonly string[]): Promise<void> {
      await db.deleteFrom('gray_users').where('app_id', '=', appId).where('plan_id', '=', planId).execute()
      for (let at = 0; at < users.length; at += insertedAtOnce) {
        const part = users.slice(at, at + insertedAtOnce)
        await sql`insert into gray_users (app_id, plan_id, user_id)
          select ${appId}, ${planId}, * from unnest(${part}::text[])`.execute(connection)
      }
    },
    segmentsOf: (appId: string) =>
      db.selectFrom('segments').selectAll().where('app_id', '=', appId).orderBy('name').execute(),
    setSegment: ({ condition, ...row }: SegmentRow) => {
      const values = { ...row, condition: JSON.stringify(condition) }
      return db
        .insertInto('segments')
        .values(values)
        .onConflict((conflict) => conflict.columns(['app_id', 'name']).doUpdateSet(values))
        .execute()
    },
    deleteSegment: async (appId: string, name: string): Promise<boolean> =>
      (await db
        .deleteFrom('segments')
        .where('app_id', '=', appId)
        .where('name', '=', name)
        .returning('name')
        .executeTakeFirst()) !== undefined,
  }
}

function textOf(condition: Condition | null): string | null {
  return condition === null ? null : JSON.stringify(condition)
}
