/** What the host page asks for `wx.requestSubscribeMessage`. */
import { subscribeInputSchema, subscriptionQuestionSchema } from '@banyan/contract/messages'
import { PlatformError } from '@banyan/contract/errors'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { readBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { Consents } from './consents.ts'

const bodyMaxBytes = 4096

export function hostMessageRoutes({ login, consents }: { login: Login; consents: Consents }): HttpApp {
  const router = createRouter()

  async function userOf(c: HttpContext): Promise<{ appId: string; openId: string }> {
    requireSameOrigin(c)
    const appId = c.req.param('appId') ?? ''
    return { appId, openId: await login.requireUser(c, appId) }
  }

  router.post('/a/:appId/-/subscriptions', async (c) => {
    const user = await userOf(c)
    const { templateIds } = await readJson(c, subscriptionQuestionSchema)
    return c.json(await consents.ask(user, templateIds))
  })

  router.post('/a/:appId/-/subscribe', async (c) => {
    const user = await userOf(c)
    await consents.answer(user, await readJson(c, subscribeInputSchema))
    return c.json({ ok: true })
  })

  router.post('/a/:appId/-/message-switch', async (c) => {
    const user = await userOf(c)
    const { isOn } = await readJson(c, z.strictObject({ isOn: z.boolean() }))
    await consents.setMainSwitch(user, isOn)
    return c.json({ ok: true })
  })

  return router
}

export async function readJson<Schema extends z.ZodType>(c: HttpContext, schema: Schema): Promise<z.output<Schema>> {
  const bytes = await readBody(c, bodyMaxBytes)
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new PlatformError('request.invalid', { detail: 'not JSON' })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new PlatformError('request.invalid', { issues })
}
