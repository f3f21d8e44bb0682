import { categoryUseSchema, type CategoryUse } from '@banyan/contract/categories'
import { slotPictureSchema, type SlotPicture } from '@banyan/contract/portal'
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
  /**
   * How many mini-programs stand in each category; one that is used cannot be removed. The tree itself is the setting `apps.categories`.
   *
   * @example
   * const { items } = await client.platform.categoryUse()
   */
  categoryUse(): Promise<CategoryUse>
  /**
   * Puts a picture for a banner of the home page: PNG, JPEG or WebP of at most 1 MB, best three times as wide as high. It is public once it stands in the setting `portal.slots`.
   *
   * @example
   * const picture = await client.platform.addSlotPicture({ bytes, mediaType: 'image/webp' })
   */
  addSlotPicture(picture: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }): Promise<SlotPicture>
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
    categoryUse: () => http.call('readCategoryUse', { answer: categoryUseSchema }),
    addSlotPicture: (picture) => http.call('addSlotPicture', { answer: slotPictureSchema, body: picture }),
  }
}
