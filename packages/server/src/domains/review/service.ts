import { PlatformError } from '@banyan/contract/errors'
import type {
  CheckResult,
  DecideInput,
  ReviewPolicy,
  Submission,
  SubmissionMessage,
  SubmissionPreview,
  SubmissionState,
  submitInputSchema,
} from '@banyan/contract/review'
import type { z } from 'zod'
import type { Apps } from '#domains/apps'
import { systemActor, type Audit } from '#domains/audit'
import { authorize, authorizeOnPlatform, type Caller } from '#domains/identity'
import type { PageChecks } from '#domains/page-checks'
import { underReview, type Releases } from '#domains/releases'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, DbTransaction } from '#infra/db/database.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { PolicyOf } from './policies.ts'
import { createReviewStore, type ReviewStore, type SubmissionRow } from './store.ts'
import { approvalsNeeded, checkVersion, say } from './submit.ts'

export interface ReviewPorts {
  db: Db
  store: ReviewStore
  apps: Apps
  audit: Audit
  releases: Releases
  pageChecks: PageChecks
  webhooks: Pick<Webhooks, 'publish'>
  clock: Clock
  ids: Ids
  policyOf: PolicyOf
  /** Says the team, whatever the platform's policy is. */
  requiresFourEyes(workspaceId: string): Promise<boolean>
}

type Actor = Pick<Caller, 'id' | 'name'> & { kind: 'person' | 'apiKey' | 'system' }
type Step = `review.${string}`

const hourMs = 3_600_000
const previewMinutes = 120
const decidedStates: readonly SubmissionState[] = ['approved', 'rejected', 'deferred']

export function createReviewService(ports: ReviewPorts) {
  const { db, store, apps, audit, clock, ids } = ports
  const { lifeCycle } = ports.releases

  /** One change at a time for each app; what `work` answers is kept, with its trace. */
  async function change(
    actor: Actor,
    target: { appId: string; id: string; step: Step },
    work: (row: SubmissionRow, transaction: DbTransaction) => SubmissionRow | Promise<SubmissionRow>,
  ): Promise<Submission> {
    const { appId, id, step } = target
    const saved = await db.transaction().execute(async (transaction) => {
      await lifeCycle.lock(transaction, appId)
      const inside = createReviewStore(transaction)
      const row = await inside.submission(appId, id)
      if (!row) throw new PlatformError('review.none')
      const changed = await work(row, transaction)
      await inside.save(changed)
      await record(transaction, actor, { row: changed, step })
      if (changed.state !== row.state) await tell(transaction, changed)
      return changed
    })
    ports.releases.refresh(appId)
    return present(saved, clock.now())
  }

  const record = (transaction: DbTransaction, actor: Actor, { row, step }: { row: SubmissionRow; step: Step }) =>
    audit.record(transaction, {
      workspaceId: row.workspace_id,
      appId: row.app_id,
      actor: { kind: actor.kind, id: actor.id, name: actor.name },
      action: step,
      subject: row.id,
      details: { version: row.version, state: row.state, reason: row.reason, ruleIds: row.rule_ids },
    })

  /** Whoever waits for a decision learns of it, whether people or checks have made it. */
  async function tell(transaction: DbTransaction, row: SubmissionRow): Promise<void> {
    const { app_id: appId, id: submissionId, version, state, reason, rule_ids: ruleIds } = row
    if (!decidedStates.includes(state)) return
    const data = { submissionId, version, state, reason, ruleIds }
    await ports.webhooks.publish(transaction, { appId, type: 'review.decided', data })
  }

  const message = (side: SubmissionMessage['side'], author: string, text: string): SubmissionMessage => ({
    side,
    author,
    text,
    at: clock.now().toISOString(),
  })

  async function approve(row: SubmissionRow, transaction: DbTransaction): Promise<SubmissionRow> {
    const { app_id: appId, version } = row
    await lifeCycle.move(transaction, { appId, version, step: 'approve' })
    const now = clock.now()
    const { publish_mode: mode } = row
    if (mode.kind === 'auto') {
      await ports.releases.publishWithin(transaction, { appId, version, by: row.submitted_by })
    }
    const publishAt = mode.kind === 'at' ? new Date(mode.at) : null
    return { ...row, state: 'approved', decided_at: now, publish_at: publishAt }
  }

  async function reject(
    row: SubmissionRow,
    transaction: DbTransaction,
    { ruleIds, reason }: { ruleIds: readonly string[]; reason: string },
  ): Promise<SubmissionRow> {
    await lifeCycle.move(transaction, { appId: row.app_id, version: row.version, step: 'reject', reason })
    return { ...row, state: 'rejected', rule_ids: ruleIds, reason, decided_at: clock.now() }
  }

  /** Where no person is asked. A check that has not ended is waited for, unless the flow looks at none. */
  async function decideByChecks(row: SubmissionRow, transaction: DbTransaction): Promise<SubmissionRow> {
    if (approvalsNeeded(row) > 0) return row
    if (row.flow === 'none') return approve(row, transaction)
    const failed = row.checks.find(({ outcome }) => outcome === 'failed')
    if (failed) return reject(row, transaction, { ruleIds: [], reason: `${failed.check}: ${failed.summary}` })
    return row.checks.some(({ outcome }) => outcome === 'pending') ? row : approve(row, transaction)
  }

  return {
    /** The pages of a version have been looked at: that is part of the report, and may be what the decision waits for. */
    async takePageCheck({
      appId,
      version,
      check,
    }: {
      appId: string
      version: string
      check: CheckResult
    }): Promise<void> {
      const rows = (await store.submissionsOf(appId)).filter((row) => row.version === version)
      for (const { id } of rows) {
        await change(systemActor, { appId, id, step: 'review.checkPages' }, async (row, transaction) => {
          const checks = [...row.checks.filter((each) => each.check !== check.check), check]
          const isWaiting = row.state === 'waiting' && row.assigned_to_id === null && !row.is_appealed
          return isWaiting ? decideByChecks({ ...row, checks }, transaction) : { ...row, checks }
        })
      }
    },

    async submit(caller: Caller, appId: string, input: z.output<typeof submitInputSchema>): Promise<Submission> {
      authorize(caller, 'version.submit', { appId })
      const app = await apps.require(caller, appId)
      const policy = await ports.policyOf(app)
      const checks = await checkVersion(ports, app, { version: input.version, policy })
      const now = clock.now()
      const row: SubmissionRow = {
        app_id: appId,
        id: newId(ids, 'rv'),
        workspace_id: app.workspaceId,
        version: input.version,
        state: 'waiting',
        flow: policy.flow,
        four_eyes: policy.fourEyes || (await ports.requiresFourEyes(app.workspaceId)),
        note: input.note,
        submitted_by: caller.name,
        submitted_by_id: caller.id,
        submitted_at: now,
        due_at: new Date(now.getTime() + policy.slaHours * hourMs),
        assigned_to: null,
        assigned_to_id: null,
        approved_by_ids: [],
        decided_by_id: null,
        rule_ids: [],
        reason: null,
        is_appealed: false,
        publish_mode: input.publish,
        publish_at: null,
        decided_at: null,
        checks,
        messages: [],
      }
      const saved = await db.transaction().execute(async (transaction) => {
        await lifeCycle.lock(transaction, appId)
        const [waiting] = await lifeCycle.versionsIn(transaction, appId, underReview)
        if (waiting) throw new PlatformError('review.runs', { detail: waiting.version })
        await lifeCycle.move(transaction, {
          ...{ appId, version: input.version, step: 'submit' },
          submittedById: caller.id,
        })
        const pages = await ports.pageChecks.request(transaction, { appId, version: input.version })
        const decided = await decideByChecks({ ...row, checks: [...checks, pages] }, transaction)
        await createReviewStore(transaction).save(decided)
        await record(transaction, caller, { row: decided, step: 'review.submit' })
        await tell(transaction, decided)
        return decided
      })
      ports.releases.refresh(appId)
      return present(saved, clock.now())
    },

    async list(caller: Caller, appId: string): Promise<Submission[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      return (await store.submissionsOf(appId)).map((row) => present(row, clock.now()))
    },

    async withdraw(caller: Caller, { appId, id }: Target): Promise<Submission> {
      authorize(caller, 'version.submit', { appId })
      const policy = await ports.policyOf(await apps.require(caller, appId))
      await requireWithdrawalLeft(appId, policy)
      return change(caller, { appId, id, step: 'review.withdraw' }, async (row, transaction) => {
        requireState(row, ['waiting', 'deferred'])
        await lifeCycle.move(transaction, { appId, version: row.version, step: 'withdraw' })
        return { ...row, state: 'withdrawn', decided_at: clock.now() }
      })
    },

    async answer(caller: Caller, { appId, id }: Target, text: string): Promise<Submission> {
      authorize(caller, 'version.submit', { appId })
      await apps.require(caller, appId)
      return change(caller, { appId, id, step: 'review.answer' }, (row) =>
        say(row, message('developer', caller.name, text)),
      )
    },

    /** Once for each rejection; whoever rejected it does not decide again. */
    async appeal(caller: Caller, { appId, id }: Target, text: string): Promise<Submission> {
      authorize(caller, 'version.submit', { appId })
      await apps.require(caller, appId)
      return change(caller, { appId, id, step: 'review.appeal' }, async (row, transaction) => {
        requireState(row, ['rejected'])
        if (row.is_appealed) throw new PlatformError('review.appealClosed')
        await lifeCycle.move(transaction, { appId, version: row.version, step: 'submit' })
        const again = { ...row, state: 'waiting', is_appealed: true, assigned_to: null, assigned_to_id: null } as const
        return say({ ...again, approved_by_ids: [], decided_at: null }, message('developer', caller.name, text))
      })
    },

    async queue(caller: Caller, state: SubmissionState): Promise<Submission[]> {
      authorizeOnPlatform(caller, 'review.decide')
      return (await store.queue(state)).map((row) => present(row, clock.now()))
    },

    async claim(caller: Caller, { appId, id }: Target): Promise<Submission> {
      authorizeOnPlatform(caller, 'review.decide')
      return change(caller, { appId, id, step: 'review.claim' }, async (row, transaction) => {
        requireState(row, ['waiting', 'deferred'])
        const version = await lifeCycle.require(transaction, appId, row.version)
        if (version.state !== 'inReview') {
          await lifeCycle.move(transaction, { appId, version: row.version, step: 'startReview' })
        }
        return { ...row, state: 'waiting', assigned_to: caller.name, assigned_to_id: caller.id }
      })
    },

    /** So that reviewers can use what they decide about, whichever team it is of. */
    async preview(caller: Caller, { appId, id }: Target): Promise<SubmissionPreview> {
      authorizeOnPlatform(caller, 'review.decide')
      const row = await store.submission(appId, id)
      if (!row) throw new PlatformError('review.none')
      const expiresAt = new Date(clock.now().getTime() + previewMinutes * 60_000).toISOString()
      const { path } = await ports.releases.previews.forPlatform({ appId, version: row.version }, previewMinutes)
      await audit.record(db, {
        workspaceId: row.workspace_id,
        appId,
        actor: caller,
        action: 'review.preview',
        subject: id,
        details: { version: row.version },
      })
      return { url: path, expiresAt }
    },

    async ask(caller: Caller, { appId, id }: Target, text: string): Promise<Submission> {
      authorizeOnPlatform(caller, 'review.decide')
      return change(caller, { appId, id, step: 'review.ask' }, (row) =>
        say(row, message('reviewer', caller.name, text)),
      )
    },

    async decide(caller: Caller, { appId, id }: Target, input: DecideInput): Promise<Submission> {
      authorizeOnPlatform(caller, 'review.decide')
      return change(caller, { appId, id, step: `review.${input.decision}` }, async (row, transaction) => {
        requireState(row, ['waiting', 'deferred'])
        if (row.four_eyes && row.submitted_by_id === caller.id) throw new PlatformError('review.ownVersion')
        if (row.is_appealed && row.decided_by_id === caller.id) throw new PlatformError('review.sameReviewer')
        const decided = { ...row, decided_by_id: caller.id }
        if (input.decision === 'defer') {
          await lifeCycle.move(transaction, { appId, version: row.version, step: 'defer', reason: input.reason })
          return { ...decided, state: 'deferred', reason: input.reason }
        }
        if (input.decision === 'reject') return reject(decided, transaction, input)
        if (row.approved_by_ids.includes(caller.id)) throw new PlatformError('review.sameReviewer')
        const approvals = [...row.approved_by_ids, caller.id]
        const next = { ...decided, approved_by_ids: approvals, reason: input.reason ?? null }
        if (approvals.length < approvalsNeeded(row)) return { ...next, assigned_to: null, assigned_to_id: null }
        return approve(next, transaction)
      })
    },

    /** What was approved for a time that has come. */
    async publishDue(): Promise<void> {
      for (const { app_id: appId, id } of await store.dueForPublishing(clock.now())) {
        await change(systemActor, { appId, id, step: 'review.publish' }, async (row, transaction) => {
          if (row.publish_at === null) return row
          const version = await lifeCycle.require(transaction, appId, row.version)
          if (version.state === 'approved') {
            await ports.releases.publishWithin(transaction, { appId, version: row.version, by: row.submitted_by })
          }
          return { ...row, publish_at: null }
        })
      }
    },

    async policies(caller: Caller) {
      authorizeOnPlatform(caller, 'platform.read')
      return (await store.policies()).map(({ scope, policy }) => ({ scope, ...policy }))
    },

    async setPolicy(caller: Caller, scope: string, policy: ReviewPolicy): Promise<void> {
      authorizeOnPlatform(caller, 'platform.edit')
      await db.transaction().execute(async (transaction) => {
        await createReviewStore(transaction).setPolicy(scope, policy)
        await audit.record(transaction, { actor: caller, action: 'review.setPolicy', subject: scope, details: policy })
      })
    },
  }

  async function requireWithdrawalLeft(appId: string, policy: ReviewPolicy): Promise<void> {
    const limits = [
      [policy.withdrawalsPerDay, 24 * hourMs],
      [policy.withdrawalsPerMonth, 30 * 24 * hourMs],
    ] as const
    for (const [limit, periodMs] of limits) {
      if (limit === null) continue
      const used = await store.withdrawalsSince(appId, new Date(clock.now().getTime() - periodMs))
      if (used >= limit) throw new PlatformError('review.withdrawQuota', { detail: `${used} of ${limit}` })
    }
  }
}

export type ReviewService = ReturnType<typeof createReviewService>

interface Target {
  appId: string
  id: string
}

function requireState(row: SubmissionRow, allowed: readonly SubmissionState[]): void {
  if (!allowed.includes(row.state)) throw new PlatformError('review.stateWrong', { detail: `it is ${row.state}` })
}

function present(row: SubmissionRow, now: Date): Submission {
  const isOpen = row.state === 'waiting' || row.state === 'deferred'
  return {
    appId: row.app_id,
    id: row.id,
    version: row.version,
    state: row.state,
    flow: row.flow,
    approvals: row.approved_by_ids.length,
    approvalsNeeded: approvalsNeeded(row),
    note: row.note,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    isLate: isOpen && now > row.due_at,
    assignedTo: row.assigned_to,
    ruleIds: [...row.rule_ids],
    reason: row.reason,
    isAppealed: row.is_appealed,
    publish: row.publish_mode,
    decidedAt: row.decided_at?.toISOString() ?? null,
    checks: [...row.checks],
    messages: [...row.messages],
  }
}
