import { phoneNumberInputSchema } from '@banyan/contract/login'
import { PlatformError } from '@banyan/contract/errors'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { PhoneNumbers } from './phone-numbers.ts'
import type { LoginService } from './service.ts'

export interface PhoneRouteOptions {
  service: LoginService
  phones: PhoneNumbers
  findVisitor: (c: HttpContext) => Promise<string | undefined>
  rememberVisitor: (c: HttpContext) => Promise<string>
}

/** The host page's calls for personal data. */
export function phoneRoutes({ service, phones, findVisitor, rememberVisitor }: PhoneRouteOptions): HttpApp {
  const router = createRouter()

  router.post('/a/:appId/-/user-info', async (c) => {
    requireSameOrigin(c)
    const visitor = await findVisitor(c)
    return c.json(visitor === undefined ? {} : await service.signProfile(c.req.param('appId'), visitor))
  })

  router.post('/a/:appId/-/phone-number', async (c) => {
    requireSameOrigin(c)
    const appId = c.req.param('appId')
    const input = phoneNumberInputSchema.safeParse(await c.req.json().catch(() => undefined))
    if (!input.success) throw new PlatformError('request.invalid', { detail: 'phoneNumber' })
    await service.requireApp(appId)
    const { phoneNumber } = input.data
    const openId = await service.openIdOf(appId, await rememberVisitor(c))
    const code = await phones.issueCode(appId, openId, phoneNumber)
    return c.json({ code, ...(await service.encryptForUser(appId, openId, { phoneNumber })) })
  })

  return router
}
