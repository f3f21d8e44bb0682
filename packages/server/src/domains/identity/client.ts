import type { HttpContext } from '#infra/http/http-env.ts'
import type { Client } from './sign-in.ts'

export function clientOf(c: HttpContext): Client {
  return { address: c.get('clientAddress'), userAgent: c.req.header('user-agent') }
}
