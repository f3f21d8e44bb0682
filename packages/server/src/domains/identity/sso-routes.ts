/** The way to the OpenID provider and back, for browsers; and what a sign-in page must know of it. */
import { PlatformError } from '@banyan/contract/errors'
import { ssoSchema } from '@banyan/contract/sign-in'
import { createRoute } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import { clientOf } from './client.ts'
import type { OpenedSession } from './sessions.ts'
import { callbackPath, type SsoService } from './sso.ts'

const bindingCookie = 'banyan_sso'
const cookieSeconds = 600
const startPath = '/sso/start'

export function ssoRoutes(ports: {
  sso: SsoService
  isSecure: boolean
  startSession: (c: HttpContext, session: OpenedSession) => void
}): HttpApp {
  const app = createRouter()
  const { sso } = ports

  app.openapi(
    createRoute({
      ...routeOf('readSso', 'identity'),
      summary: 'Whether there is a single sign-on, and where it begins',
      responses: { 200: answer('The single sign-on', ssoSchema.meta({ id: 'Sso' })), ...problemAnswer },
    }),
    (c) => {
      const found = sso.describe()
      return c.json({ name: found?.name ?? null, startPath: found ? startPath : null }, 200)
    },
  )

  app.get(startPath, async (c) => {
    const { url, binding } = await sso.start(
      { returnTo: ownPath(c.req.query('returnTo')), isFresh: c.req.query('fresh') !== undefined },
      clientOf(c),
    )
    setCookie(c, bindingCookie, binding, {
      path: callbackPath,
      httpOnly: true,
      sameSite: 'Lax',
      secure: ports.isSecure,
      maxAge: cookieSeconds,
    })
    c.header('Cache-Control', 'no-store')
    return c.redirect(url, 302)
  })

  app.get(callbackPath, async (c) => {
    const { search } = new URL(c.req.url)
    const binding = getCookie(c, bindingCookie)
    deleteCookie(c, bindingCookie, { path: callbackPath })
    c.header('Cache-Control', 'no-store')
    try {
      const { session, returnTo } = await sso.finish({ search, binding }, clientOf(c))
      ports.startSession(c, session)
      return c.redirect(returnTo, 302)
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      return c.redirect(`/console?problem=${error.code}`, 302)
    }
  })
  return app
}

/** Only to a page of this platform: what looks like a path may still name another host. */
function ownPath(given: string | undefined): string {
  const isOwn = given !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(given)
  return isOwn ? given : '/console'
}
