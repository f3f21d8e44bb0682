/** Every change of a gray release: one at a time for each app, with its version, its place in the order of releases and its audit entry. */
import { PlatformError } from '@banyan/contract/errors'
import type { ChangeGray, GrayState } from '@banyan/contract/rollout'
import type { Audit } from '#domains/audit'
import type { Releases } from '#domains/releases'
import type { Clock } from '#infra/clock/clock.ts'
import type { DbTransaction } from '#infra/db/database.ts'
import type { LivePlans } from './live-plans.ts'
import { createRolloutStore, type PlanRow, type RolloutStore } from './store.ts'

export interface Actor {
  kind: 'person' | 'apiKey' | 'system'
  id: string
  name: string
  workspaceId?: string
}

export type PlanChanges = ReturnType<typeof createPlanChanges>

export function createPlanChanges(ports: {
  store: RolloutStore
  audit: Audit
  releases: Releases
  clock: Clock
  live: LivePlans
}) {
  const { store, audit, clock } = ports
  const { lifeCycle } = ports.releases

  /** `work` sees the open plan, and nobody else changes it meanwhile. */
  async function withPlan<T>(appId: string, work: (inside: Inside) => Promise<T>): Promise<T> {
    const result = await store.inTransaction(async (transaction) => {
      await lifeCycle.lock(transaction, appId)
      const inside = createRolloutStore(transaction)
      const plan = await inside.openPlan(appId)
      if (!plan) throw new PlatformError('gray.none')
      return work({ transaction, store: inside, plan })
    })
    refresh(appId)
    return result
  }

  function refresh(appId: string): void {
    ports.live.forget(appId)
    ports.releases.refresh(appId)
  }

  const record = (transaction: DbTransaction, actor: Actor, plan: PlanRow, action: `gray.${string}`, details = {}) =>
    audit.record(transaction, {
      ...(actor.workspaceId === undefined ? {} : { workspaceId: actor.workspaceId }),
      appId: plan.app_id,
      actor: { kind: actor.kind, id: actor.id, name: actor.name },
      action,
      subject: plan.id,
      details: { version: plan.version, ...details },
    })

  /** A higher number in the order of releases, so that browsers that hold an older answer ask again. */
  const announce = (transaction: DbTransaction, plan: PlanRow, by: string) =>
    lifeCycle.addRelease(transaction, { appId: plan.app_id, version: plan.version, kind: 'gray', by })

  async function end(
    { transaction, store: inside, plan }: Inside,
    actor: Actor,
    { to, reason }: { to: 'revoked' | 'completed'; reason?: string | null | undefined },
  ): Promise<PlanRow> {
    const { app_id: appId, version } = plan
    const change = { state: to, state_reason: reason ?? null, ended_at: clock.now() }
    await inside.changePlan(plan, change)
    if (to === 'completed') {
      await ports.releases.completeGray(transaction, { appId, version, by: actor.name })
    } else {
      await lifeCycle.move(transaction, { appId, version, step: 'revokeGray' })
      const current = await lifeCycle.currentVersion(appId, transaction)
      if (current !== undefined) {
        await lifeCycle.addRelease(transaction, { appId, version: current, kind: 'grayRevoke', by: actor.name })
      }
    }
    await record(transaction, actor, plan, `gray.${to === 'completed' ? 'complete' : 'revoke'}`, { reason })
    return { ...plan, ...change }
  }

  return {
    async start(actor: Actor, row: PlanRow, users: readonly string[]): Promise<void> {
      await store.inTransaction(async (transaction) => {
        const { app_id: appId, version } = row
        await lifeCycle.lock(transaction, appId)
        const inside = createRolloutStore(transaction)
        await lifeCycle.require(transaction, appId, version)
        if (await inside.openPlan(appId)) throw new PlatformError('gray.runs')
        const full = await lifeCycle.currentVersion(appId, transaction)
        if (full === undefined) throw new PlatformError('gray.firstReleaseFull')
        await lifeCycle.move(transaction, { appId, version, step: 'beginGray' })
        const plan = { ...row, full_version: full }
        await inside.addPlan(plan)
        await inside.replaceUsers(appId, row.id, [...new Set(users)])
        await announce(transaction, plan, actor.name)
        await record(transaction, actor, plan, 'gray.start', { basisPoints: row.basis_points, stages: row.stages })
      })
      refresh(row.app_id)
    },

    change: (actor: Actor, appId: string, input: ChangeGray): Promise<void> =>
      withPlan(appId, async ({ transaction, store: inside, plan }) => {
        const { basisPoints } = input
        if (basisPoints !== undefined && basisPoints < plan.basis_points) throw new PlatformError('gray.shareShrinks')
        await inside.changePlan(plan, {
          ...(basisPoints !== undefined && { basis_points: basisPoints }),
          ...(input.condition !== undefined && { condition: input.condition }),
          ...(input.guards !== undefined && { guards: input.guards }),
          ...(input.endsAt !== undefined && { ends_at: input.endsAt === null ? null : new Date(input.endsAt) }),
          ...(input.deadlineDays !== undefined && {
            deadline_at: new Date(plan.started_at.getTime() + input.deadlineDays * 86_400_000),
          }),
          ...(input.deadlineAction !== undefined && { deadline_action: input.deadlineAction }),
        })
        await announce(transaction, plan, actor.name)
        await record(transaction, actor, plan, 'gray.change', input)
      }),

    setUsers: (actor: Actor, appId: string, users: readonly string[]): Promise<void> =>
      withPlan(appId, async ({ transaction, store: inside, plan }) => {
        await inside.replaceUsers(appId, plan.id, users)
        await inside.changePlan(plan, { users_changed_at: clock.now() })
        await announce(transaction, plan, actor.name)
        await record(transaction, actor, plan, 'gray.setUsers', { count: users.length })
      }),

    setState: (
      actor: Actor,
      appId: string,
      { to, from, reason }: { to: GrayState; from: readonly GrayState[]; reason?: string | undefined },
    ): Promise<PlanRow> =>
      withPlan(appId, async ({ transaction, store: inside, plan }) => {
        if (!from.includes(plan.state)) throw new PlatformError('gray.stateWrong', { detail: `it is ${plan.state}` })
        // The time in a stage begins anew: what happened before the stop proves nothing.
        const since = to === 'running' && plan.stage !== null ? { stage_since: clock.now() } : {}
        const change = { state: to, state_reason: reason ?? null, ...since }
        await inside.changePlan(plan, change)
        await announce(transaction, plan, actor.name)
        const actions = { running: 'gray.resume', paused: 'gray.pause', frozen: 'gray.freeze' } as const
        const action = to === 'revoked' || to === 'completed' ? 'gray.change' : actions[to]
        await record(transaction, actor, plan, action, { reason })
        return { ...plan, ...change }
      }),

    end: (actor: Actor, appId: string, how: Parameters<typeof end>[2]): Promise<PlanRow> =>
      withPlan(appId, (inside) => end(inside, actor, how)),

    /** Within the transaction of somebody who releases another version. */
    async revokeWithin(transaction: DbTransaction, appId: string, by: string): Promise<void> {
      const inside = createRolloutStore(transaction)
      const plan = await inside.openPlan(appId)
      if (!plan) return
      await end({ transaction, store: inside, plan }, { kind: 'system', id: 'system', name: by }, { to: 'revoked' })
      ports.live.forget(appId)
    },

    /** The next stage, when its time has come; answers whether there was one. */
    advance: (actor: Actor, appId: string, now: Date): Promise<void> =>
      withPlan(appId, async ({ transaction, store: inside, plan }) => {
        const next = plan.stage === null ? undefined : plan.stages[plan.stage + 1]
        if (!isStageOver(plan, now) || next === undefined || plan.stage === null) return
        const change = {
          stage: plan.stage + 1,
          stage_since: now,
          basis_points: Math.max(plan.basis_points, next.basisPoints),
        }
        await inside.changePlan(plan, change)
        await announce(transaction, plan, actor.name)
        await record(transaction, actor, plan, 'gray.advance', change)
      }),
  }
}

interface Inside {
  transaction: DbTransaction
  store: RolloutStore
  plan: PlanRow
}

export function isStageOver(plan: PlanRow, now: Date): boolean {
  const stage = plan.stage === null ? undefined : plan.stages[plan.stage]
  if (plan.state !== 'running' || stage === undefined || plan.stage_since === null) return false
  return now.getTime() - plan.stage_since.getTime() >= stage.dwellMinutes * 60_000
}
