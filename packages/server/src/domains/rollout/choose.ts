/** Which side of a gray release a user is on. Pure: the same question has the same answer on every server. */
import type { Condition } from '@banyan/contract/conditions'
import type { GrayState, TestedGray } from '@banyan/contract/rollout'
import { bucketOf } from './buckets.ts'
import { holds, type Attributes, type Segments } from './conditions/evaluate.ts'

/** A plan as it is held in memory. */
export interface LivePlan {
  version: string
  state: GrayState
  salt: string
  basisPoints: number
  condition: Condition | null
  users: ReadonlySet<string>
  segments: Segments
  startsAt: Date | null
  endsAt: Date | null
}

export interface GrayUser {
  /** Ids that a list may name: of the user, and of his device. The first one decides the share. */
  ids: readonly string[]
  attributes: Attributes
}

export type Choice = Pick<TestedGray, 'isGray' | 'reason'>

export function chooseSide(plan: LivePlan, user: GrayUser, now: Date): Choice {
  if (plan.state === 'revoked' || plan.state === 'completed') return { isGray: false, reason: 'noPlan' }
  if ((plan.startsAt !== null && now < plan.startsAt) || (plan.endsAt !== null && now >= plan.endsAt)) {
    return { isGray: false, reason: 'outsideWindow' }
  }
  if (plan.state === 'frozen') return { isGray: false, reason: 'frozen' }
  if (user.ids.some((id) => plan.users.has(id))) return { isGray: true, reason: 'listed' }
  const [id] = user.ids
  if (id === undefined || bucketOf(plan.salt, id, 10_000) >= plan.basisPoints) {
    return { isGray: false, reason: 'outsideShare' }
  }
  if (plan.condition !== null && !holds(plan.condition, user.attributes, plan.segments)) {
    return { isGray: false, reason: 'outsideCondition' }
  }
  return { isGray: true, reason: 'share' }
}
