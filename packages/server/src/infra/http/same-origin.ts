/** Against requests that another site makes with a person's cookies. Programs that are no browser send none of these headers. */
import { PlatformError } from '@banyan/contract/errors'
import type { HttpContext } from './http-env.ts'

export function requireSameOrigin(c: HttpContext): void {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new PlatformError('request.crossOrigin')
  const origin = c.req.header('origin')
  if (origin === undefined) return
  // Whoever answers for https in front of us changes the scheme but not the host.
  if (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host')) {
    throw new PlatformError('request.crossOrigin')
  }
}
