/** The frame around every route: request ids, language, headers that protect, one shape of error. */
import { PlatformError, problemSchema } from '@banyan/contract/errors'
import { darkColors, lightColors } from '@banyan/contract/tokens'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import { chooseEncoding, encodeBytes } from './encoding.ts'
import { preferredLocale, productName, type HttpApp, type HttpContext, type HttpEnv } from './http-env.ts'
import { answerError, problemMediaType, problemResponse } from './problem.ts'

export interface HttpAppOptions {
  log: Log
  ids: Ids
  behindProxy: boolean
  /** Set when people reach the platform over https. */
  isSecure: boolean
}

export function createHttpApp(options: HttpAppOptions): HttpApp {
  const app = createRouter()
  app.use(async (c, next) => {
    c.set('requestId', options.ids.bytes(16).toString('base64url'))
    c.set('locale', preferredLocale(c.req.header('accept-language')))
    c.set('brand', { name: productName[c.get('locale')], colors: { light: lightColors, dark: darkColors } })
    c.set('clientAddress', clientAddressOf(c, options.behindProxy))
    await next()
    await compressPage(c)
    protect(c.res.headers, c.get('requestId'), options.isSecure)
  })
  app.notFound((c) => problemResponse(c, new PlatformError('request.notFound')))
  app.onError((error, c) => {
    const response = answerError(c, error, options.log)
    protect(response.headers, c.get('requestId'), options.isSecure)
    return response
  })
  return app
}

/** A slice's router; validation failures become problems with the refused fields. */
export function createRouter(): HttpApp {
  return new OpenAPIHono<HttpEnv>({
    defaultHook(result) {
      if (result.success) return
      const issues = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
      throw new PlatformError('request.invalid', { issues })
    },
  })
}

/** For `responses` of a route: what it answers when something is wrong. */
export const problemAnswer = {
  default: {
    description: 'A problem; `code` says which.',
    content: { [problemMediaType]: { schema: problemSchema.meta({ id: 'Problem' }) } },
  },
} as const

/** Made for each answer, so the compression must be quick: 30 KB of HTML take about half a millisecond. */
const pageQuality = 5
const smallPageBytes = 1024

/** Pages for everybody. What may hold a secret stays as it is: its compressed length would tell of it. */
async function compressPage(c: HttpContext): Promise<void> {
  const { headers, status } = c.res
  const isPage = headers.get('content-type')?.startsWith('text/html') === true
  if (!isPage || headers.get('cache-control') !== 'no-cache' || headers.has('content-encoding')) return
  headers.append('Vary', 'Accept-Encoding')
  const encoding = chooseEncoding(c.req.header('accept-encoding') ?? null)
  const plain = Buffer.from(await c.res.arrayBuffer())
  const isWorthIt = encoding !== 'identity' && plain.length >= smallPageBytes
  if (isWorthIt) headers.set('Content-Encoding', encoding)
  const body = isWorthIt ? await encodeBytes(plain, encoding, pageQuality) : new Uint8Array(plain)
  c.res = new Response(body, { status, headers })
}

function protect(headers: Headers, requestId: string, isSecure: boolean): void {
  headers.set('X-Request-Id', requestId)
  headers.set('X-Content-Type-Options', 'nosniff')
  setDefault(headers, 'Referrer-Policy', 'strict-origin-when-cross-origin')
  setDefault(headers, 'Cross-Origin-Resource-Policy', 'same-origin')
  setDefault(headers, 'Cross-Origin-Opener-Policy', 'same-origin')
  setDefault(headers, 'Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  setDefault(headers, 'Cache-Control', 'no-store')
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}

function setDefault(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value)
}

/** Only the last entry of X-Forwarded-For was written by the machine in front; the others are whatever the client sent. */
function clientAddressOf(c: HttpContext, behindProxy: boolean): string {
  const direct = c.env.incoming.socket.remoteAddress ?? 'unknown'
  if (!behindProxy) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? direct
}
