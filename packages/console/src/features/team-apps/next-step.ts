/** What a team does next with a mini-program, from where it stands. Pure. */
import type { AppStanding } from '@banyan/contract/app-standing'
import type { Version } from '@banyan/contract/releases'

export type NextStep =
  | { kind: 'upload' }
  | { kind: 'appeal' }
  | { kind: 'ended' }
  | { kind: 'reopen' }
  | { kind: 'mend' | 'wait' | 'publish' | 'submit' | 'watchGray'; version: string }
  | { kind: 'share' }

export interface Standing {
  /** Newest first. */
  versions: readonly Pick<Version, 'version' | 'state' | 'isCurrent'>[]
  standing: AppStanding
}

export function nextStep({ versions, standing }: Standing): NextStep {
  if (standing === 'suspended') return { kind: 'appeal' }
  if (standing === 'terminated') return { kind: 'ended' }
  if (standing === 'unpublished') return { kind: 'reopen' }
  const [newest] = versions
  if (newest === undefined) return { kind: 'upload' }
  const gray = versions.find(({ state }) => state === 'gray')
  if (gray) return { kind: 'watchGray', version: gray.version }
  const { version, state, isCurrent } = newest
  if (isCurrent) return { kind: 'share' }
  if (state === 'rejected' || state === 'blocked') return { kind: 'mend', version }
  if (state === 'submitted' || state === 'inReview' || state === 'deferred') return { kind: 'wait', version }
  if (state === 'approved') return { kind: 'publish', version }
  if (state === 'draft' || state === 'withdrawn') return { kind: 'submit', version }
  return { kind: 'share' }
}
