import { appIdSchema } from '@banyan/contract/apps'
import { appSecretSchema } from '@banyan/contract/login'
import { createRoute } from '@hono/zod-openapi'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { PhoneNumbers } from './phone-numbers.ts'
import { phoneRoutes, wechatAnswer } from './phone-routes.ts'
import type { LoginService } from './service.ts'
import { WechatError } from './wechat-error.ts'

const visitorCookie = 'banyan_visitor'
const visitorSeconds = 400 * 86_400

export interface LoginRouteOptions {
  service: LoginService
  phones: PhoneNumbers
  identity: Identity
  isSecure: boolean
}

export function loginRoutes({ service, phones, identity, isSecure }: LoginRouteOptions): HttpApp {
  const router = createRouter()

  router.post('/a/:appId/-/login', async (c) => {
    requireSameOrigin(c)
    const appId = c.req.param('appId')
    await service.requireApp(appId)
    return c.json({ code: await service.issueCode(appId, await rememberVisitor(c)) })
  })

  router.post('/a/:appId/-/session', async (c) => {
    requireSameOrigin(c)
    const visitor = await findVisitor(c)
    return c.json({ valid: visitor !== undefined && (await service.hasSession(c.req.param('appId'), visitor)) })
  })

  router.get('/sns/jscode2session', (c) => wechatAnswer(c, () => service.exchangeCode(readExchange(c))))

  router.openapi(
    createRoute({
      ...routeOf('rotateAppSecret', 'apps'),
      summary: 'Make a new app secret',
      request: { params: z.object({ appId: appIdSchema }) },
      responses: { 201: answer('The secret', appSecretSchema.meta({ id: 'AppSecret' })), ...problemAnswer },
    }),
    async (c) => c.json(await service.rotateSecret(await identity.requireCaller(c), c.req.valid('param').appId), 201),
  )

  router.route('/', phoneRoutes({ service, phones, findVisitor, rememberVisitor }))
  return router

  function findVisitor(c: HttpContext): Promise<string | undefined> {
    return service.findVisitor(getCookie(c, visitorCookie))
  }

  async function rememberVisitor(c: HttpContext): Promise<string> {
    const known = await findVisitor(c)
    if (known !== undefined) return known
    const { id, token } = await service.addVisitor(c.get('clientAddress'))
    setCookie(c, visitorCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure,
      maxAge: visitorSeconds,
    })
    return id
  }
}

function readExchange(c: HttpContext): { appId: string; secret: string; code: string } {
  const appId = c.req.query('appid')
  const secret = c.req.query('secret')
  const code = c.req.query('js_code')
  if (!appId) throw new WechatError(41002)
  if (!secret) throw new WechatError(41004)
  if (!code) throw new WechatError(41008)
  if (c.req.query('grant_type') !== 'authorization_code') throw new WechatError(40002)
  return { appId, secret, code }
}
