/** What may become of a version. Pure: every rule of the life-cycle stands here and nowhere else. */
import { PlatformError } from '@banyan/contract/errors'
import type { VersionState } from '@banyan/contract/releases'

export type VersionStep =
  | 'submit'
  | 'startReview'
  | 'approve'
  | 'reject'
  | 'defer'
  | 'withdraw'
  | 'beginGray'
  | 'revokeGray'
  | 'release'
  | 'supersede'
  | 'rollBack'

const steps: Readonly<Record<VersionStep, { from: readonly VersionState[]; to: VersionState }>> = {
  submit: { from: ['draft', 'rejected', 'withdrawn'], to: 'submitted' },
  startReview: { from: ['submitted', 'deferred'], to: 'inReview' },
  approve: { from: ['submitted', 'inReview'], to: 'approved' },
  reject: { from: ['submitted', 'inReview', 'deferred'], to: 'rejected' },
  defer: { from: ['submitted', 'inReview'], to: 'deferred' },
  withdraw: { from: ['submitted', 'inReview', 'deferred'], to: 'withdrawn' },
  beginGray: { from: ['approved'], to: 'gray' },
  revokeGray: { from: ['gray'], to: 'approved' },
  release: { from: ['approved', 'gray', 'superseded', 'rolledBack', 'online'], to: 'online' },
  supersede: { from: ['online'], to: 'superseded' },
  rollBack: { from: ['online'], to: 'rolledBack' },
}

/** Without a review every version that is in none counts as approved. */
const countsAsApproved: readonly VersionState[] = ['draft', 'withdrawn']

export function stateAfter(state: VersionState, step: VersionStep, options: { needsReview: boolean }): VersionState {
  const { from, to } = steps[step]
  const reached = !options.needsReview && countsAsApproved.includes(state) && step !== 'submit' ? 'approved' : state
  if (from.includes(reached)) return to
  if (state === 'blocked') throw new PlatformError('release.versionBlocked')
  const needsApproval = (step === 'release' || step === 'beginGray') && !from.includes(state)
  if (needsApproval) throw new PlatformError('release.notApproved', { detail: `the version is ${state}` })
  throw new PlatformError('release.stateWrong', { detail: `a version that is ${state} cannot be: ${step}` })
}

/** Waiting for a decision: of these there is at most one in an app. */
export const underReview: readonly VersionState[] = ['submitted', 'inReview', 'deferred']

/** After a block is lifted. What was online may not simply come back: another may be by now. */
export function stateAfterBlock(before: VersionState | null, isCurrent: boolean): VersionState {
  switch (before) {
    case 'online':
      return isCurrent ? 'online' : 'superseded'
    case 'gray':
      return 'approved'
    case 'submitted':
    case 'inReview':
    case 'deferred':
      return 'withdrawn'
    case null:
      return 'draft'
    default:
      return before
  }
}
