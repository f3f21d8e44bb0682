import { platformAppListSchema } from '@banyan/contract/platform-apps'
import type { PlatformAppList, PlatformAppQuery } from '@banyan/contract/platform-apps'
import { platformUserListSchema } from '@banyan/contract/platform-users'
import type { PlatformUserList, PlatformUserQuery } from '@banyan/contract/platform-users'
import type { Http } from './http.ts'

/** What the platform's staff sees across all teams. */
export interface PlatformClient {
  /**
   * Mini-programs of all teams, the newest first; `nextCursor` goes into the next call.
   *
   * @example
   * const { items } = await client.platform.apps({ appeal: 'waiting' })
   */
  apps(filter?: Partial<PlatformAppQuery>): Promise<PlatformAppList>
  /**
   * End users of mini-programs, their contact data masked. `search` takes a whole address, openid or id.
   *
   * @example
   * const { items } = await client.platform.users({ search: 'lin@example.com' })
   */
  users(filter?: Partial<PlatformUserQuery>): Promise<PlatformUserList>
}

export function createPlatformClient(http: Http): PlatformClient {
  return {
    apps: ({ limit, ...filter } = {}) =>
      http.call('listPlatformApps', { answer: platformAppListSchema, query: { ...filter, limit: limit?.toString() } }),
    users: ({ limit, ...filter } = {}) =>
      http.call('listPlatformUsers', {
        answer: platformUserListSchema,
        query: { ...filter, limit: limit?.toString() },
      }),
  }
}
