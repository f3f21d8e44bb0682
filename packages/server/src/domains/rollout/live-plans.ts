/** Gray plans in memory: what a launch asks. */
import { createAppCache, type AppCache } from '#infra/db/app-cache.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { LivePlan } from './choose.ts'
import type { PlanRow, RolloutStore } from './store.ts'

export type LivePlans = AppCache<LivePlan | undefined>

const rememberedCount = 2000

export function createLivePlans(store: RolloutStore, notifications: Notifications): LivePlans {
  const lists = new Map<string, ReadonlySet<string>>()

  async function read(appId: string): Promise<LivePlan | undefined> {
    const row = await store.openPlan(appId)
    if (!row) return undefined
    const segments = await store.segmentsOf(appId)
    return toLivePlan(row, {
      users: await usersOf(row),
      segments: new Map(segments.map(({ name, condition }) => [name, condition])),
    })
  }

  /** A list may be long, so it is read once for each change of it. */
  async function usersOf(row: PlanRow): Promise<ReadonlySet<string>> {
    const key = `${row.id} ${row.users_changed_at.getTime()}`
    const known = lists.get(key)
    if (known) return known
    const users = await store.usersOf(row.app_id, row.id)
    remember(lists, key, users)
    return users
  }

  return createAppCache({ notifications, read, rememberedCount })
}

export function toLivePlan(row: PlanRow, parts: Pick<LivePlan, 'users' | 'segments'>): LivePlan {
  return {
    version: row.version,
    state: row.state,
    salt: row.salt,
    basisPoints: row.basis_points,
    condition: row.condition,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ...parts,
  }
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  const oldest = map.keys().next().value
  if (map.size >= rememberedCount && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
