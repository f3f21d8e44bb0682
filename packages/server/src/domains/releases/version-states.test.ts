import { PlatformError } from '@banyan/contract/errors'
import { versionStates, type VersionState } from '@banyan/contract/releases'
import { describe, expect, it } from 'vitest'
import { stateAfter, stateAfterBlock, type VersionStep } from './version-states.ts'

/** Written down a second time, from the other side: for each step the states from which it is possible, and where it leads. */
const expected: Record<
  VersionStep,
  { from: readonly VersionState[]; withoutReview: readonly VersionState[]; to: VersionState }
> = {
  submit: { from: ['draft', 'rejected', 'withdrawn'], withoutReview: [], to: 'submitted' },
  startReview: { from: ['submitted', 'deferred'], withoutReview: [], to: 'inReview' },
  approve: { from: ['submitted', 'inReview'], withoutReview: [], to: 'approved' },
  reject: { from: ['submitted', 'inReview', 'deferred'], withoutReview: [], to: 'rejected' },
  defer: { from: ['submitted', 'inReview'], withoutReview: [], to: 'deferred' },
  withdraw: { from: ['submitted', 'inReview', 'deferred'], withoutReview: [], to: 'withdrawn' },
  beginGray: { from: ['approved'], withoutReview: ['draft', 'withdrawn'], to: 'gray' },
  revokeGray: { from: ['gray'], withoutReview: [], to: 'approved' },
  release: {
    from: ['approved', 'gray', 'superseded', 'rolledBack', 'online'],
    withoutReview: ['draft', 'withdrawn'],
    to: 'online',
  },
  supersede: { from: ['online'], withoutReview: [], to: 'superseded' },
  rollBack: { from: ['online'], withoutReview: [], to: 'rolledBack' },
}
const steps: readonly VersionStep[] = [
  'submit',
  'startReview',
  'approve',
  'reject',
  'defer',
  'withdraw',
  'beginGray',
  'revokeGray',
  'release',
  'supersede',
  'rollBack',
]
const cases = steps.flatMap((step) =>
  versionStates.flatMap((state) => [true, false].map((needsReview) => ({ step, state, needsReview }))),
)

describe('a version', () => {
  it.each(cases)('$state, review $needsReview: $step', ({ step, state, needsReview }) => {
    const { from, withoutReview, to } = expected[step]
    if (from.includes(state) || (!needsReview && withoutReview.includes(state))) {
      expect(stateAfter(state, step, { needsReview })).toBe(to)
    } else {
      expect(() => stateAfter(state, step, { needsReview })).toThrow(PlatformError)
    }
  })

  it('that was blocked never comes back by itself to where users are', () => {
    expect(stateAfterBlock('online', false)).toBe('superseded')
    expect(stateAfterBlock('online', true)).toBe('online')
    expect(stateAfterBlock('gray', false)).toBe('approved')
    expect(stateAfterBlock('inReview', false)).toBe('withdrawn')
    expect(stateAfterBlock('rejected', false)).toBe('rejected')
  })
})
