import { segmentsIn, type Condition } from '@banyan/contract/conditions'
import { PlatformError } from '@banyan/contract/errors'
import type {
  ChangeGray,
  GrayPlan,
  Segment,
  SegmentInput,
  StartGray,
  TestedGray,
  TestGrayInput,
} from '@banyan/contract/rollout'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, type Caller } from '#domains/identity'
import type { Releases } from '#domains/releases'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, randomText, type Ids } from '#infra/ids/ids.ts'
import { chooseSide } from './choose.ts'
import { toLivePlan, type LivePlans } from './live-plans.ts'
import type { PlanChanges } from './plan-changes.ts'
import { createRolloutStore, type PlanRow, type RolloutStore } from './store.ts'

export interface RolloutPorts {
  store: RolloutStore
  apps: Apps
  audit: Audit
  releases: Releases
  clock: Clock
  ids: Ids
  live: LivePlans
  changes: PlanChanges
}

const dayMs = 86_400_000

export function createRolloutService(ports: RolloutPorts) {
  const { store, apps, clock, ids, changes } = ports

  async function reach(caller: Caller, appId: string, permission: 'app.read' | 'gray.manage' | 'version.publish') {
    authorize(caller, permission, { appId })
    return apps.require(caller, appId)
  }

  async function requirePlan(appId: string): Promise<PlanRow> {
    const row = await store.openPlan(appId)
    if (!row) throw new PlatformError('gray.none')
    return row
  }

  async function requireSegments(appId: string, condition: Condition | null | undefined): Promise<void> {
    const known = new Set((await store.segmentsOf(appId)).map(({ name }) => name))
    const missing = segmentsIn(condition ?? {}).find((name) => !known.has(name))
    if (missing !== undefined) throw new PlatformError('gray.segmentNotFound', { detail: missing })
  }

  const present = async (row: PlanRow): Promise<GrayPlan> =>
    presentPlan(row, await store.countUsers(row.app_id, row.id))

  return {
    async read(caller: Caller, appId: string): Promise<GrayPlan> {
      await reach(caller, appId, 'app.read')
      return present(await requirePlan(appId))
    },

    async history(caller: Caller, appId: string): Promise<GrayPlan[]> {
      await reach(caller, appId, 'app.read')
      return Promise.all((await store.plansOf(appId)).map(present))
    },

    async start(caller: Caller, appId: string, input: StartGray): Promise<GrayPlan> {
      await reach(caller, appId, 'gray.manage')
      await requireSegments(appId, input.condition)
      const now = clock.now()
      const [first] = input.stages ?? []
      const row: PlanRow = {
        app_id: appId,
        id: newId(ids, 'gr'),
        version: input.version,
        full_version: '',
        state: 'running',
        state_reason: null,
        salt: randomText(ids, 16),
        basis_points: first?.basisPoints ?? input.basisPoints,
        condition: input.condition ?? null,
        stages: input.stages ?? [],
        stage: first === undefined ? null : 0,
        stage_since: first === undefined ? null : laterOf(now, input.startsAt),
        guards: input.guards ?? [],
        starts_at: dateOf(input.startsAt),
        ends_at: dateOf(input.endsAt),
        deadline_at: new Date(now.getTime() + input.deadlineDays * dayMs),
        deadline_action: input.deadlineAction,
        started_by: caller.name,
        started_at: now,
        users_changed_at: now,
        ended_at: null,
      }
      await changes.start(caller, row, input.users ?? [])
      return present(await requirePlan(appId))
    },

    async change(caller: Caller, appId: string, input: ChangeGray): Promise<GrayPlan> {
      await reach(caller, appId, 'gray.manage')
      await requireSegments(appId, input.condition)
      await changes.change(caller, appId, input)
      return present(await requirePlan(appId))
    },

    async setUsers(caller: Caller, appId: string, users: readonly string[]): Promise<GrayPlan> {
      await reach(caller, appId, 'gray.manage')
      await changes.setUsers(caller, appId, users)
      return present(await requirePlan(appId))
    },

    async pause(caller: Caller, appId: string, note?: string): Promise<GrayPlan> {
      await reach(caller, appId, 'gray.manage')
      return present(await changes.setState(caller, appId, { to: 'paused', from: ['running'], reason: note }))
    },

    async resume(caller: Caller, appId: string, note?: string): Promise<GrayPlan> {
      await reach(caller, appId, 'gray.manage')
      return present(await changes.setState(caller, appId, { to: 'running', from: ['paused', 'frozen'], reason: note }))
    },

    async revoke(caller: Caller, appId: string, note?: string): Promise<GrayPlan> {
      await reach(caller, appId, 'gray.manage')
      return present(await changes.end(caller, appId, { to: 'revoked', reason: note }))
    },

    async complete(caller: Caller, appId: string, note?: string): Promise<GrayPlan> {
      await reach(caller, appId, 'version.publish')
      return present(await changes.end(caller, appId, { to: 'completed', reason: note }))
    },

    async test(caller: Caller, appId: string, input: TestGrayInput): Promise<TestedGray> {
      await reach(caller, appId, 'app.read')
      const row = await store.openPlan(appId)
      const segments = new Map((await store.segmentsOf(appId)).map(({ name, condition }) => [name, condition]))
      const users = row && (await store.usersOf(appId, row.id))
      const user = { ids: [input.userId], attributes: input.attributes ?? {} }
      const choice = row && users && chooseSide(toLivePlan(row, { users, segments }), user, clock.now())
      const current = await ports.releases.lifeCycle.currentVersion(appId)
      if (!row || !choice) return { version: current ?? null, isGray: false, reason: 'noPlan' }
      return { ...choice, version: choice.isGray ? row.version : (current ?? null) }
    },

    async listSegments(caller: Caller, appId: string): Promise<Segment[]> {
      await reach(caller, appId, 'app.read')
      return (await store.segmentsOf(appId)).map(({ app_id: _, ...segment }) => segment)
    },

    async setSegment(caller: Caller, appId: string, name: string, input: SegmentInput): Promise<Segment> {
      await reach(caller, appId, 'gray.manage')
      await requireSegments(appId, input.condition)
      const segment = { name, condition: input.condition, description: input.description ?? '' }
      await store.inTransaction(async (transaction) => {
        await createRolloutStore(transaction).setSegment({ app_id: appId, ...segment })
        await ports.audit.record(transaction, {
          workspaceId: caller.workspaceId,
          appId,
          actor: caller,
          action: 'segment.set',
          subject: name,
          details: { condition: input.condition },
        })
      })
      ports.live.forget(appId)
      return segment
    },

    async deleteSegment(caller: Caller, appId: string, name: string): Promise<void> {
      await reach(caller, appId, 'gray.manage')
      if (!(await store.deleteSegment(appId, name))) throw new PlatformError('gray.segmentNotFound', { detail: name })
      ports.live.forget(appId)
    },
  }
}

export type RolloutService = ReturnType<typeof createRolloutService>

function dateOf(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text)
}

function laterOf(now: Date, start: string | undefined): Date {
  const at = dateOf(start)
  return at !== null && at > now ? at : now
}

export function presentPlan(row: PlanRow, listedUsers: number): GrayPlan {
  const stage = row.stage === null ? undefined : row.stages[row.stage]
  const isMoving = row.state === 'running' && row.stage !== null && row.stage_since !== null && stage !== undefined
  return {
    appId: row.app_id,
    id: row.id,
    version: row.version,
    state: row.state,
    stateReason: row.state_reason,
    basisPoints: row.basis_points,
    condition: row.condition,
    listedUsers,
    stages: [...row.stages],
    stage: row.stage,
    nextStageAt:
      isMoving && row.stage_since !== null
        ? new Date(row.stage_since.getTime() + stage.dwellMinutes * 60_000).toISOString()
        : null,
    guards: [...row.guards],
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    deadlineAt: row.deadline_at.toISOString(),
    deadlineAction: row.deadline_action,
    startedBy: row.started_by,
    startedAt: row.started_at.toISOString(),
  }
}
