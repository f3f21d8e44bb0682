/** At a launch: which side is the browser on. */
import { runtimeVersion } from '@banyan/contract/package-format'
import { getCookie, setCookie } from 'hono/cookie'
import type { Login } from '#domains/login'
import type { Clock } from '#infra/clock/clock.ts'
import type { HttpContext } from '#infra/http/http-env.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import { chooseSide } from './choose.ts'
import type { LivePlans } from './live-plans.ts'
import { attributesOf } from './request-attributes.ts'

/** Made when a gray release runs and not before. It decides the share, so that signing in changes nobody's version. */
const deviceCookie = 'banyan_device'
const deviceSeconds = 400 * 86_400
const devicePattern = /^[0-9a-zA-Z_-]{1,64}$/

export function createGrayChoice(ports: {
  live: LivePlans
  login: Login
  clock: Clock
  ids: Ids
  isSecure: boolean
}): (c: HttpContext, appId: string) => Promise<boolean> {
  return async (c, appId) => {
    const plan = await ports.live.get(appId)
    if (!plan) return false
    const user = plan.users.size === 0 ? undefined : await ports.login.findUser(c, appId)
    const ids = [deviceOf(c), ...(user === undefined ? [] : [user])]
    return chooseSide(plan, { ids, attributes: attributesOf(c, runtimeVersion) }, ports.clock.now()).isGray
  }

  function deviceOf(c: HttpContext): string {
    const known = getCookie(c, deviceCookie)
    if (known !== undefined && devicePattern.test(known)) return known
    const made = randomText(ports.ids, 24)
    setCookie(c, deviceCookie, made, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: ports.isSecure,
      maxAge: deviceSeconds,
    })
    return made
  }
}
