import type { VersionState } from '@banyan/contract/releases'
import { expect, test } from 'vitest'
import { nextStep } from './next-step.ts'

const version = (name: string, state: VersionState) => ({ version: name, state, isCurrent: state === 'online' })

test.each([
  [[], 'upload'],
  [[version('1.0.0', 'draft')], 'submit'],
  [[version('1.0.0', 'inReview')], 'wait'],
  [[version('1.0.0', 'rejected')], 'mend'],
  [[version('1.0.0', 'approved')], 'publish'],
  [[version('1.0.0', 'online')], 'share'],
  [[version('1.2.0', 'draft'), version('1.1.0', 'gray'), version('1.0.0', 'online')], 'watchGray'],
] as const)('leads on from %j by %s', (versions, kind) => {
  expect(nextStep({ versions, standing: 'normal' }).kind).toBe(kind)
})

test('puts a suspension, an end and being offline before all else', () => {
  const versions = [version('1.0.0', 'online')]
  expect(nextStep({ versions, standing: 'terminated' }).kind).toBe('ended')
  expect(nextStep({ versions, standing: 'unpublished' }).kind).toBe('reopen')
  expect(nextStep({ versions: [version('1.0.0', 'online')], standing: 'suspended' }).kind).toBe('appeal')
})
