/** Passkeys and the provider's sign-in of the person at the browser. */
import { endUserSchema } from '@banyan/contract/end-users'
import { PlatformError } from '@banyan/contract/errors'
import {
  addPasskeyInputSchema,
  passkeyListSchema,
  passkeyOptionsSchema,
  passkeySignInInputSchema,
  ssoSchema,
} from '@banyan/contract/sign-in'
import { createRoute } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { UserAccounts } from './accounts.ts'
import type { Visitors } from './routes.ts'
import type { AtBrowser, UserPasskeys } from './user-passkeys.ts'
import { userSsoCallback, type UserSso } from './user-sso.ts'

export interface WayRoutePorts {
  accounts: UserAccounts
  passkeys: UserPasskeys
  sso: UserSso
  visitors: Visitors
  isSecure: boolean
}

const user = answer('The person', endUserSchema.meta({ id: 'EndUser' }))
const passkeyQuestion = answer('For `navigator.credentials`', passkeyOptionsSchema.meta({ id: 'PasskeyOptions' }))
const middleware = limitBody(64 * 1024)
const bindingCookie = 'banyan_user_sso'
const cookieSeconds = 600
const startPath = '/user/sso/start'

export function wayRoutes(ports: WayRoutePorts): HttpApp {
  const app = createRouter()
  mountPasskeySignIn(app, ports)
  mountPasskeys(app, ports)
  mountSso(app, ports)
  return app
}

function mountPasskeySignIn(app: HttpApp, { accounts, passkeys, visitors }: WayRoutePorts): void {
  app.openapi(
    createRoute({
      ...routeOf('startUserPasskeySignIn', 'users'),
      summary: 'Ask for the passkey of an end user',
      responses: { 200: passkeyQuestion, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      return c.json(await passkeys.startSignIn(c.get('clientAddress')), 200)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('signInUserByPasskey', 'users'),
      summary: 'Sign in to mini-programs by a passkey',
      middleware,
      request: jsonBody(passkeySignInInputSchema.meta({ id: 'PasskeySignInInput' })),
      responses: { 200: user, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      const { visitorId, token } = await passkeys.signIn(c.req.valid('json'), await visitors.findVisitor(c))
      visitors.setToken(c, token)
      return c.json(await accounts.describe(visitorId), 200)
    },
  )
}

function mountPasskeys(app: HttpApp, { accounts, passkeys, visitors }: WayRoutePorts): void {
  const known = async (c: HttpContext): Promise<AtBrowser> => {
    const visitorId = await visitors.findVisitor(c)
    if (visitorId === undefined) throw new PlatformError('identity.signInRequired')
    return { visitorId, token: visitors.readToken(c) }
  }

  app.openapi(
    createRoute({
      ...routeOf('listUserPasskeys', 'users'),
      summary: 'Passkeys of the person',
      responses: { 200: answer('Passkeys', passkeyListSchema.meta({ id: 'PasskeyList' })), ...problemAnswer },
    }),
    async (c) => {
      const visitor = await visitors.findVisitor(c)
      return c.json({ items: visitor === undefined ? [] : await passkeys.list(visitor) }, 200)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('startUserPasskey', 'users'),
      summary: 'Begin to make a passkey',
      responses: { 200: passkeyQuestion, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      const visitorId = await visitors.rememberVisitor(c)
      const who = { visitorId, token: visitors.readToken(c) }
      return c.json(await passkeys.startAdding(who, c.get('clientAddress')), 200)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('addUserPasskey', 'users'),
      summary: 'Keep a passkey; a guest has an account by it',
      middleware,
      request: jsonBody(addPasskeyInputSchema.meta({ id: 'AddPasskeyInput' })),
      responses: { 201: user, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      const who = await known(c)
      const token = await passkeys.add(who, c.req.valid('json'))
      if (token !== undefined) visitors.setToken(c, token)
      return c.json(await accounts.describe(who.visitorId), 201)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('removeUserPasskey', 'users'),
      summary: 'Forget a passkey',
      request: { params: z.object({ passkeyId: z.string().max(1400) }) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      await passkeys.remove(await known(c), c.req.valid('param').passkeyId)
      return c.body(null, 204)
    },
  )
}

function mountSso(app: HttpApp, { sso, visitors, isSecure }: WayRoutePorts): void {
  app.openapi(
    createRoute({
      ...routeOf('readUserSso', 'users'),
      summary: 'Whether end users may sign in through a provider, and where it begins',
      responses: { 200: answer('The provider', ssoSchema.meta({ id: 'Sso' })), ...problemAnswer },
    }),
    (c) => {
      const found = sso.describe()
      return c.json({ name: found?.name ?? null, startPath: found ? startPath : null }, 200)
    },
  )

  app.get(startPath, async (c) => {
    const { url, binding } = await sso.start(ownPath(c.req.query('returnTo')), c.get('clientAddress'))
    setCookie(c, bindingCookie, binding, {
      path: userSsoCallback,
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure,
      maxAge: cookieSeconds,
    })
    c.header('Cache-Control', 'no-store')
    return c.redirect(url, 302)
  })

  app.get(userSsoCallback, async (c) => {
    const { search } = new URL(c.req.url)
    const binding = getCookie(c, bindingCookie)
    deleteCookie(c, bindingCookie, { path: userSsoCallback })
    c.header('Cache-Control', 'no-store')
    try {
      const browser = await visitors.findVisitor(c)
      const { token, returnTo } = await sso.finish({ search, binding, browser }, c.get('clientAddress'))
      visitors.setToken(c, token)
      return c.redirect(returnTo, 302)
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      return c.redirect(`/me/?problem=${error.code}`, 302)
    }
  })
}

/** Only to a page of this platform: what looks like a path may still name another host. */
function ownPath(given: string | undefined): string {
  const isOwn = given !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(given)
  return isOwn ? given : '/me/'
}
