/** Carries one request of an app to a server that the app may call, following redirects only to others of them. */
import { Transform, type Readable } from 'node:stream'
import { PlatformError } from '@banyan/contract/errors'
import { errors, request, type Dispatcher } from 'undici'
import { AddressRefused, type Outbound } from '#infra/outbound/outbound.ts'
import { withoutCredentials, type HeaderRecord } from './headers.ts'
import { redirectTarget, type Target } from './target.ts'

export interface GatewayCall {
  target: Target
  domains: ReadonlyMap<string, string | null>
  method: GatewayMethod
  headers: HeaderRecord
  body: Readable | undefined
  signal: AbortSignal
}

export interface GatewayAnswer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Readable
  isRedirected: boolean
}

export const gatewayMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
export type GatewayMethod = (typeof gatewayMethods)[number]

const maxRedirects = 5
const answerMaxBytes = 50 * 1024 * 1024
const redirectStatuses = new Set([301, 302, 303, 307, 308])

export async function forward(outbound: Outbound, call: GatewayCall): Promise<GatewayAnswer> {
  let { target, method, headers, body } = call
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const answer = await send(outbound, { ...call, target, method, headers, body })
    const location = answer.headers['location']
    if (!redirectStatuses.has(answer.statusCode) || typeof location !== 'string') {
      const given = limitBytes(answer.body, answerMaxBytes)
      return { status: answer.statusCode, headers: answer.headers, body: given, isRedirected: hop > 0 }
    }
    // Nobody reads the body of a redirect; what is left of it must not hold the connection.
    answer.body.on('error', () => undefined).destroy()
    const next = redirectTarget(location, target, call.domains)
    const turnsToGet = answer.statusCode === 303 || (answer.statusCode < 303 && method === 'POST')
    if (turnsToGet && method !== 'HEAD') {
      method = 'GET'
      body = undefined
      headers = withoutBodyHeaders(headers)
    }
    if (body) throw new PlatformError('gateway.redirectRefused', { detail: 'redirect of a request with a body' })
    if (next.url.origin !== target.url.origin) headers = withoutCredentials(headers)
    target = next
  }
  throw new PlatformError('gateway.redirectRefused', { detail: 'too many redirects' })
}

async function send(outbound: Outbound, call: GatewayCall): Promise<Dispatcher.ResponseData> {
  const { target, method, body, signal } = call
  const forwarded = { 'x-forwarded-host': target.url.host, 'x-forwarded-proto': 'https' }
  try {
    return await request(target.address, {
      dispatcher: target.isBound ? outbound.unguarded : outbound.guarded,
      method,
      headers: target.isBound ? { ...call.headers, ...forwarded } : call.headers,
      body: body ?? null,
      signal,
    })
  } catch (cause) {
    throw explainFailure(cause, signal)
  }
}

export function explainFailure(cause: unknown, signal: AbortSignal): PlatformError {
  if (cause instanceof PlatformError) return cause
  const reason: unknown = signal.aborted ? signal.reason : undefined
  const isTimeout =
    (reason instanceof Error && reason.name === 'TimeoutError') ||
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError ||
    cause instanceof errors.ConnectTimeoutError
  if (isTimeout) return new PlatformError('gateway.timeout', { detail: 'timeout', cause })
  if (findAddressRefused(cause))
    return new PlatformError('gateway.addressRefused', { detail: 'address not allowed', cause })
  if (cause instanceof errors.InvalidArgumentError) {
    return new PlatformError('gateway.requestInvalid', { detail: cause.message, cause })
  }
  return new PlatformError('gateway.unreachable', { detail: describe(cause), cause })
}

function findAddressRefused(error: unknown): boolean {
  if (error instanceof AddressRefused) return true
  if (error instanceof AggregateError) return error.errors.some(findAddressRefused)
  return error instanceof Error && error.cause !== undefined && findAddressRefused(error.cause)
}

function describe(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  return code ? `connect error ${code}` : 'connect error'
}

function withoutBodyHeaders(headers: HeaderRecord): HeaderRecord {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')))
}

/** Ends with an error, so that the browser sees a broken answer instead of a short one. */
export function limitBytes(source: Readable, maxBytes: number): Readable {
  let count = 0
  const limiter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length
      if (count > maxBytes) done(new PlatformError('gateway.tooLarge', { detail: `more than ${maxBytes} bytes` }))
      else done(null, chunk)
    },
  })
  source.once('error', (error) => limiter.destroy(error))
  limiter.once('close', () => source.destroy())
  return source.pipe(limiter)
}
