/** The two levels in which users find mini-programs. The platform's staff changes them; keys are for ever, names are not. */
import { z } from 'zod'
import type { ApiRoute } from './api-route.ts'

const keySchema = z.string().regex(/^[a-zA-Z]{1,40}$/, 'latin letters only')
const nameSchema = z.strictObject({ zh: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(40) })

const subCategorySchema = z.strictObject({
  key: keySchema,
  name: nameSchema,
  /** Teams cannot choose it any more, and the portal has no entry for it; apps keep it. */
  isHidden: z.boolean().default(false),
})
const mainCategorySchema = subCategorySchema.extend({ subs: z.array(subCategorySchema).min(1).max(30) })
export type SubCategory = z.infer<typeof subCategorySchema>
export type MainCategory = z.infer<typeof mainCategorySchema>

/** In the order in which they are shown. */
export const categoriesSchema = z
  .array(mainCategorySchema)
  .min(1)
  .max(40)
  .refine((mains) => areDifferent(mains) && mains.every(({ subs }) => areDifferent(subs)), 'a key stands twice')
  .refine((mains) => mains.reduce((sum, { subs }) => sum + subs.length, 0) <= 400, 'at most 400 in all')

/** The setting that holds them. */
export const categoriesKey = 'apps.categories'

/** GET /api/v1/categories */
export const categoryListSchema = z.object({ items: z.array(mainCategorySchema) })

/** GET /api/v1/platform/category-use: how many mini-programs stand in each, whatever their state; none where nobody does. */
export const categoryUseSchema = z.object({
  items: z.array(z.object({ category: z.string(), apps: z.int().positive() })),
})
export type CategoryUse = z.infer<typeof categoryUseSchema>

/** `shopping/mall`; whether there is such a one, the platform's tree decides. */
export const categorySchema = z.string().regex(/^[a-zA-Z]{1,40}\/[a-zA-Z]{1,40}$/, 'two keys, like shopping/mall')

/** Both levels of `shopping/mall`, or undefined where the tree has no such category. */
export function findCategory(
  tree: readonly MainCategory[],
  category: string,
): { main: MainCategory; sub: SubCategory } | undefined {
  const [mainKey, subKey] = category.split('/')
  const main = tree.find(({ key }) => key === mainKey)
  const sub = main?.subs.find(({ key }) => key === subKey)
  return main && sub && { main, sub }
}

export const categoryApiRoutes = {
  /** -> { items: MainCategory[] } */
  listCategories: { method: 'GET', path: '/api/v1/categories', access: 'caller' },
  /** -> { items: CategoryUse[] } */
  readCategoryUse: { method: 'GET', path: '/api/v1/platform/category-use', access: { permission: 'platform.read' } },
} as const satisfies Readonly<Record<string, ApiRoute>>

function areDifferent(entries: readonly { key: string }[]): boolean {
  return new Set(entries.map(({ key }) => key)).size === entries.length
}
