/** The steps in their order; the name is also in the address. */
import type { ReadinessItem } from '@banyan/contract/readiness'

export const stepNames = [
  'brand',
  'languages',
  'model',
  'categories',
  'signIn',
  'mail',
  'address',
  'samples',
  'checklist',
] as const
export type StepName = (typeof stepNames)[number]

export function stepOf(asked: unknown): StepName {
  return stepNames.find((name) => name === asked) ?? stepNames[0]
}

export function stepAfter(step: StepName): StepName {
  return stepNames[stepNames.indexOf(step) + 1] ?? 'checklist'
}

/** Where an owner sees to what is left. */
export function placeOf(item: ReadinessItem['item']): { to: string; search?: { step: StepName } } {
  if (item === 'secondStep') return { to: '/account' }
  if (item === 'backup') return { to: '/platform/backups' }
  return { to: '/platform/setup', search: { step: item === 'name' ? 'brand' : item } }
}
