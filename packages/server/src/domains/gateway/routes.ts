import { Readable } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import { PlatformError } from '@banyan/contract/errors'
import { gatewayHeader, type GatewayPurpose } from '@banyan/contract/gateway'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { createConcurrencyGate, type Limits } from '#infra/limits/limits.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import type { AllowedOrigins, Origins } from './allowed-origins.ts'
import { createBreakers } from './breakers.ts'
import { answerHeaders, requestHeaders } from './headers.ts'
import { forward, gatewayMethods, limitBytes, type GatewayAnswer, type GatewayMethod } from './service.ts'
import type { RequestLog } from './request-log.ts'
import { createResponseCache } from './response-cache.ts'
import { resolveTarget } from './target.ts'

const requestMaxBytes = 10 * 1024 * 1024
const longestMs = 60_000
/** WeChat's limit for one mini-program. */
const callsAtOnce = 10
const callsPerMinute = 1200
const decodableEncodings = new Set(['br', 'gzip', 'deflate', 'zstd'])

export function gatewayRoutes({
  allowedOrigins,
  outbound,
  limits,
  requestLog,
}: {
  allowedOrigins: AllowedOrigins
  outbound: Outbound
  limits: Limits
  requestLog: RequestLog
}): HttpApp {
  const router = createRouter()
  const enter = createConcurrencyGate(callsAtOnce)
  const throughBreaker = createBreakers()
  const cache = createResponseCache()
  const rate = limits.rate('gateway', { uses: callsPerMinute, perSeconds: 60 })

  router.post('/gateway/:appId', async (c) => {
    if (c.req.header('origin') === undefined) throw new PlatformError('request.crossOrigin')
    requireSameOrigin(c)
    const client = c.get('clientAddress')
    await rate.use(client)
    const appId = c.req.param('appId')
    const purpose = purposeOf(c)
    const domains = await allowedOrigins(appId, purpose, c.req.query('version'))
    if (!domains) throw new PlatformError('app.notFound')
    const url = decodeUrl(c.req.header(gatewayHeader.url))
    const ended = requestLog.begin({ appId, purpose, method: c.req.header(gatewayHeader.method) ?? 'GET', url })
    try {
      const { answer, method, isCached } = await carry(c, { appId, client, url, domains })
      ended({ status: answer.status, isCached })
      return present(answer, method, () => c.env.outgoing.destroy())
    } catch (error) {
      ended({ failure: error instanceof PlatformError ? error.code : 'server.internal' })
      throw error
    }
  })

  async function carry(
    c: HttpContext,
    { appId, client, url, domains }: { appId: string; client: string; url: string; domains: Origins },
  ): Promise<{ answer: GatewayAnswer; method: GatewayMethod; isCached: boolean }> {
    const target = resolveTarget(url, domains)
    const method = methodOf(c)
    const headers = requestHeaders(c.req.header(gatewayHeader.headers))
    headers['accept-encoding'] = c.req.header('accept-encoding') ?? 'identity'
    const body = bodyOf(c, method)
    const length = c.req.header('content-length')
    if (body && length !== undefined) headers['content-length'] = length
    const key = cache.keyOf({ appId, method, url: target.url, address: target.address, headers })
    const known = key === undefined ? undefined : cache.find(key)
    if (known) return { answer: known, method, isCached: true }
    const leave = enter(`${client} ${appId}`)
    if (!leave) throw new PlatformError('request.rateLimited', { detail: `at most ${callsAtOnce} requests at a time` })
    const cancel = new AbortController()
    const signal = AbortSignal.any([cancel.signal, c.req.raw.signal, AbortSignal.timeout(timeoutOf(c))])
    try {
      const call = { target, domains, method, headers, body, signal }
      const answer = await throughBreaker(appId, target.url.origin, () => forward(outbound, call))
      answer.body.once('close', leave)
      return { answer: key === undefined ? answer : cache.keep(key, answer), method, isCached: false }
    } catch (error) {
      leave()
      cancel.abort()
      throw error
    }
  }

  return router
}

function present(answer: GatewayAnswer, method: GatewayMethod, cut: () => void): Response {
  const encoding = answer.headers['content-encoding']
  const headers = new Headers({
    [gatewayHeader.status]: String(answer.status),
    [gatewayHeader.headers]: answerHeaders(answer.headers),
    // Whatever the target says its body is, here it is bytes for a script and never a document.
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment',
    'Cache-Control': 'no-store',
  })
  if (typeof encoding === 'string' && decodableEncodings.has(encoding)) headers.set('Content-Encoding', encoding)
  if (method === 'HEAD' || answer.status === 204 || answer.status === 304) {
    answer.body.destroy()
    headers.delete('Content-Encoding')
    return new Response(null, { headers })
  }
  return new Response(webStreamOf(answer.body, cut), { headers })
}

function methodOf(c: HttpContext): GatewayMethod {
  const wanted = (c.req.header(gatewayHeader.method) ?? 'GET').toUpperCase()
  const method = gatewayMethods.find((each) => each === wanted)
  if (!method) throw new PlatformError('gateway.requestInvalid', { detail: 'invalid method' })
  return method
}

function purposeOf(c: HttpContext): GatewayPurpose {
  const given = c.req.header(gatewayHeader.purpose) ?? 'request'
  if (given !== 'request' && given !== 'upload' && given !== 'download') {
    throw new PlatformError('gateway.requestInvalid', { detail: 'invalid purpose' })
  }
  return given
}

function timeoutOf(c: HttpContext): number {
  const wanted = Number(c.req.header(gatewayHeader.timeout) ?? longestMs)
  return Number.isFinite(wanted) && wanted > 0 ? Math.min(Math.ceil(wanted), longestMs) : longestMs
}

function decodeUrl(encoded: string | undefined): string {
  try {
    return decodeURIComponent(encoded ?? '')
  } catch {
    throw new PlatformError('gateway.urlInvalid', { detail: 'invalid url' })
  }
}

function bodyOf(c: HttpContext, method: GatewayMethod): Readable | undefined {
  const tooLarge = new PlatformError('request.tooLarge', { detail: `at most ${requestMaxBytes} bytes` })
  if (Number(c.req.header('content-length') ?? 0) > requestMaxBytes) throw tooLarge
  const stream = c.req.raw.body
  if (!stream || method === 'GET' || method === 'HEAD') return undefined
  if (c.req.header('content-length') === '0') return undefined
  return limitBytes(Readable.fromWeb(asNodeStream(stream)), requestMaxBytes)
}

/** The same class at run time; only the names in the type libraries differ. */
function asNodeStream(stream: ReadableStream<Uint8Array>): NodeWebStream<Uint8Array> {
  return stream
}

/** An answer that breaks off breaks the connection as well, so that the browser does not take it for whole. */
function webStreamOf(body: Readable, cut: () => void): ReadableStream<Uint8Array> {
  const chunks = body.iterator()
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      } catch {
        cut()
        controller.close()
      }
    },
    cancel() {
      body.destroy()
    },
  })
}
