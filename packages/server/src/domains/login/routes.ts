import { appIdSchema } from '@banyan/contract/apps'
import { appSecretSchema, rotateAppSecretInputSchema } from '@banyan/contract/login'
import { createRoute } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { PhoneNumbers } from './phone-numbers.ts'
import { phoneRoutes } from './phone-routes.ts'
import type { LoginService } from './service.ts'

const visitorCookie = 'banyan_visitor'
const visitorSeconds = 400 * 86_400

export interface LoginRouteOptions {
  service: LoginService
  phones: PhoneNumbers
  identity: Identity
  visitors: Visitors
}

export function loginRoutes({ service, phones, identity, visitors }: LoginRouteOptions): HttpApp {
  const router = createRouter()
  const { findVisitor, rememberVisitor } = visitors

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

  router.openapi(
    createRoute({
      ...routeOf('rotateAppSecret', 'apps'),
      summary: 'Make a new app secret',
      middleware: limitBody(1024),
      request: {
        params: z.object({ appId: appIdSchema }),
        body: {
          content: { 'application/json': { schema: rotateAppSecretInputSchema.meta({ id: 'RotateAppSecretInput' }) } },
        },
      },
      responses: { 201: answer('The secret', appSecretSchema.meta({ id: 'AppSecret' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await service.rotateSecret(caller, c.req.valid('param').appId, c.req.valid('json') ?? {}), 201)
    },
  )

  router.route('/', phoneRoutes({ service, phones, ...visitors }))
  return router
}

/** The cookie by which the platform knows a browser again. */
export function createVisitors({ service, isSecure }: { service: LoginService; isSecure: boolean }) {
  const findVisitor = (c: HttpContext): Promise<string | undefined> => service.findVisitor(getCookie(c, visitorCookie))

  async function rememberVisitor(c: HttpContext): Promise<string> {
    const known = await findVisitor(c)
    if (known !== undefined) return known
    const { id, token } = await service.addVisitor(c.get('clientAddress'))
    setToken(c, token)
    return id
  }

  function setToken(c: HttpContext, token: string): void {
    setCookie(c, visitorCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure,
      maxAge: visitorSeconds,
    })
  }

  /** The browser forgets it. */
  function takeToken(c: HttpContext): string | undefined {
    const token = getCookie(c, visitorCookie)
    deleteCookie(c, visitorCookie, { path: '/' })
    return token
  }

  const readToken = (c: HttpContext): string | undefined => getCookie(c, visitorCookie)

  return { findVisitor, rememberVisitor, setToken, takeToken, readToken }
}

export type Visitors = ReturnType<typeof createVisitors>
