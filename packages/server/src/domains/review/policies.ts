/** Which flow holds for an app: that of its category, else of its team, else of the platform, else none. */
import { reviewPolicySchema, type ReviewPolicy } from '@banyan/contract/review'
import type { Apps } from '#domains/apps'
import type { ReviewStore } from './store.ts'

/** What a fresh installation does: teams publish themselves. */
const unreviewed: ReviewPolicy = reviewPolicySchema.parse({ flow: 'none' })

export type PolicyOf = (app: { id: string; workspaceId: string }) => Promise<ReviewPolicy>

export function createPolicies({ store, apps }: { store: ReviewStore; apps: Apps }): PolicyOf {
  return async ({ id, workspaceId }) => {
    const rows = await store.policies()
    if (rows.length === 0) return unreviewed
    const { category } = await apps.profileOf(id)
    const scopes = [`category:${category?.split('/')[0] ?? ''}`, `team:${workspaceId}`, 'default']
    const found = scopes.map((scope) => rows.find((row) => row.scope === scope)).find((row) => row !== undefined)
    return found === undefined ? unreviewed : reviewPolicySchema.parse(found.policy)
  }
}
