/** Where users find a mini-program: the platform's tree, and how many apps stand in each part of it. */
import {
  categoriesKey,
  categoriesSchema,
  findCategory,
  type CategoryUse,
  type MainCategory,
} from '@banyan/contract/categories'
import { defaultCategories } from '@banyan/contract/default-categories'
import { PlatformError } from '@banyan/contract/errors'
import { authorizeOnPlatform, type Caller } from '#domains/identity'
import type { ProfileStore } from './profile-store.ts'

export const categoriesSetting = {
  key: categoriesKey,
  schema: categoriesSchema,
  defaultValue: defaultCategories,
  scopes: ['platform'] as const,
  description: { zh: '小程序的类目', en: 'Categories of mini-programs' },
  editedAt: '/platform/categories',
}

export type Categories = ReturnType<typeof createCategories>

export function createCategories({ tree, profiles }: { tree: () => readonly MainCategory[]; profiles: ProfileStore }) {
  return {
    tree,

    async use(caller: Caller): Promise<CategoryUse> {
      authorizeOnPlatform(caller, 'platform.read')
      return { items: await profiles.appsPerCategory() }
    },

    /** Of a tree that is to come: no app loses its place. */
    async check(next: readonly MainCategory[]): Promise<void> {
      const used = await profiles.appsPerCategory()
      const lost = used.filter(({ category }) => findCategory(next, category) === undefined)
      if (lost.length === 0) return
      throw new PlatformError('app.categoryInUse', {
        detail: lost.map(({ category, apps }) => `${category}: ${apps}`).join(', '),
      })
    },

    /** Of what a team chooses now; what it has chosen before stays. */
    require(chosen: readonly string[], before: readonly string[]): void {
      for (const category of chosen.filter((one) => !before.includes(one))) {
        const found = findCategory(tree(), category)
        const isOffered = found !== undefined && !found.main.isHidden && !found.sub.isHidden
        if (!isOffered) throw new PlatformError('app.categoryUnknown', { detail: category })
      }
    },
  }
}
