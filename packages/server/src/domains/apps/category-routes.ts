import { categoryListSchema, categoryUseSchema } from '@banyan/contract/categories'
import { createRoute } from '@hono/zod-openapi'
import type { Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import type { Categories } from './categories.ts'

export function categoryRoutes({ categories, identity }: { categories: Categories; identity: Identity }): HttpApp {
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('listCategories', 'apps'),
      summary: 'List the categories that a mini-program may stand in',
      responses: {
        200: answer('In their order', categoryListSchema.meta({ id: 'CategoryList' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      await identity.requireCaller(c)
      return c.json({ items: [...categories.tree()] }, 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('readCategoryUse', 'platform'),
      summary: 'How many mini-programs stand in each category',
      responses: { 200: answer('Those in use', categoryUseSchema.meta({ id: 'CategoryUse' })), ...problemAnswer },
    }),
    async (c) => c.json(await categories.use(await identity.requireCaller(c)), 200),
  )
  return router
}
