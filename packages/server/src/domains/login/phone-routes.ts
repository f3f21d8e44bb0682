import { phoneNumberInputSchema } from '@banyan/contract/login'
import { PlatformError } from '@banyan/contract/errors'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { PhoneNumbers } from './phone-numbers.ts'
import type { LoginService } from './service.ts'
import { WechatError } from './wechat-error.ts'

export interface PhoneRouteOptions {
  service: LoginService
  phones: PhoneNumbers
  findVisitor: (c: HttpContext) => Promise<string | undefined>
  rememberVisitor: (c: HttpContext) => Promise<string>
}

/** The host page's calls for personal data, and those of apps' servers, which know them from WeChat. */
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

  router.get('/cgi-bin/token', (c) =>
    wechatAnswer(c, async () => {
      if (c.req.query('grant_type') !== 'client_credential') throw new WechatError(40002)
      const { appid: appId = '', secret = '' } = c.req.query()
      await service.checkSecret(appId, secret)
      return phones.issueAccessToken(appId)
    }),
  )

  router.post('/cgi-bin/stable_token', (c) =>
    wechatAnswer(c, async () => {
      const body = textsOf(await c.req.json().catch(() => undefined))
      if (body['grant_type'] !== 'client_credential') throw new WechatError(40002)
      await service.checkSecret(body['appid'] ?? '', body['secret'] ?? '')
      return phones.issueAccessToken(body['appid'] ?? '')
    }),
  )

  router.post('/wxa/business/getuserphonenumber', (c) =>
    wechatAnswer(c, async () => {
      const { code = '' } = textsOf(await c.req.json().catch(() => undefined))
      const info = await phones.redeemCode(c.req.query('access_token') ?? '', code)
      return { errcode: 0, errmsg: 'ok', phone_info: info }
    }),
  )

  return router
}

/** Always status 200; only browsers send these headers, and a secret in a browser is a secret no more. */
export async function wechatAnswer(c: HttpContext, work: () => Promise<object>): Promise<Response> {
  if (c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined) {
    throw new PlatformError('request.crossOrigin', { detail: 'an app secret belongs on a server' })
  }
  try {
    return c.json(await work())
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    return c.json({ errcode: error.code, errmsg: `${error.message}, rid: ${c.get('requestId')}` })
  }
}

function textsOf(value: unknown): Record<string, string> {
  const texts: Record<string, string> = {}
  if (typeof value !== 'object' || value === null) return texts
  for (const [name, text] of Object.entries(value)) if (typeof text === 'string') texts[name] = text
  return texts
}
