/** The calls of apps' servers about users and tokens, as they know them from WeChat. */
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { PhoneNumbers } from './phone-numbers.ts'
import type { CodeExchange, LoginService } from './service.ts'
import type { SessionKeys, SignedUser } from './session-keys.ts'

export interface WechatLoginOptions {
  service: LoginService
  sessions: SessionKeys
  tokens: AccessTokens
  phones: PhoneNumbers
  requireServer: (c: HttpContext) => Promise<string>
  requireAddress: (appId: string, address: string) => Promise<void>
}

const stableTokenInput = z.looseObject({
  grant_type: z.string().optional(),
  appid: z.string().default(''),
  secret: z.string().default(''),
  force_refresh: z.boolean().default(false),
})

export function wechatLoginRoutes(options: WechatLoginOptions): HttpApp {
  const { service, sessions, tokens, phones, requireServer, requireAddress } = options
  const router = createRouter()

  router.get(wechatRoutes.code2Session.path, (c) => wechatAnswer(c, async () => service.exchangeCode(readExchange(c))))

  router.get(wechatRoutes.getAccessToken.path, (c) =>
    wechatAnswer(c, async () => {
      if (c.req.query('grant_type') !== 'client_credential') throw new WechatError(40002)
      const { appid: appId = '', secret = '' } = c.req.query()
      await service.checkSecret(appId, secret)
      await requireAddress(appId, c.get('clientAddress'))
      return tokens.issue(appId)
    }),
  )

  router.post(wechatRoutes.getStableAccessToken.path, (c) =>
    wechatAnswer(c, async () => {
      const input = await readWechatJson(c, stableTokenInput)
      if (input.grant_type !== 'client_credential') throw new WechatError(40002)
      await service.checkSecret(input.appid, input.secret)
      await requireAddress(input.appid, c.get('clientAddress'))
      return tokens.issueStable(input.appid, input.secret, input.force_refresh)
    }),
  )

  router.get(wechatRoutes.checkSessionKey.path, (c) =>
    wechatAnswer(c, async () => {
      await sessions.check(await requireServer(c), readSigned(c))
      return wechatOk()
    }),
  )

  router.get(wechatRoutes.resetUserSessionKey.path, (c) =>
    wechatAnswer(c, async () => wechatOk(await sessions.reset(await requireServer(c), readSigned(c)))),
  )

  router.post(wechatRoutes.getPhoneNumber.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await requireServer(c)
      const { code } = await readWechatJson(c, z.looseObject({ code: z.string() }))
      return wechatOk({ phone_info: await phones.redeemCode(appId, code) })
    }),
  )

  router.get(wechatRoutes.getPaidUnionid.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await requireServer(c)
      return wechatOk({ unionid: await service.unionIdOfUser(appId, c.req.query('openid') ?? '') })
    }),
  )

  return router
}

function readExchange(c: HttpContext): CodeExchange {
  const { appid: appId = '', secret = '', js_code: code = '', grant_type: grant } = c.req.query()
  if (!appId) throw new WechatError(41002)
  if (!secret) throw new WechatError(41004)
  if (!code) throw new WechatError(41008)
  if (grant !== 'authorization_code') throw new WechatError(40002)
  return { appId, secret, code }
}

function readSigned(c: HttpContext): SignedUser {
  const { openid: openId = '', signature = '', sig_method: method = '' } = c.req.query()
  return { openId, signature, method }
}
