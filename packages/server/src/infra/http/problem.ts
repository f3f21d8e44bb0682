import { errorTable, PlatformError, type ErrorCode, type Problem } from '@banyan/contract/errors'
import { HTTPException } from 'hono/http-exception'
import type { Log } from '#infra/log/log.ts'
import type { HttpContext } from './http-env.ts'

export const problemMediaType = 'application/problem+json'

export function problemResponse(c: HttpContext, error: PlatformError): Response {
  const entry = errorTable[error.code]
  const problem: Problem = {
    type: `/docs/errors#${error.code}`,
    title: entry[c.get('locale')],
    status: entry.status,
    code: error.code,
    requestId: c.get('requestId'),
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.issues === undefined ? {} : { issues: error.issues }),
  }
  const headers = new Headers({ 'Content-Type': problemMediaType, 'Cache-Control': 'no-store' })
  if (entry.status === 429 || entry.status === 503) headers.set('Retry-After', '5')
  if (entry.status === 401) headers.set('WWW-Authenticate', 'Bearer')
  return new Response(JSON.stringify(problem), { status: entry.status, headers })
}

/** What a caller caused is told to him; everything else is logged in full and answered with nothing but the request id. */
export function answerError(c: HttpContext, error: unknown, log: Log): Response {
  return problemResponse(c, asPlatformError(c, error, log))
}

function asPlatformError(c: HttpContext, error: unknown, log: Log): PlatformError {
  if (error instanceof PlatformError) return error
  if (error instanceof HTTPException && error.status < 500) {
    return new PlatformError(codeOfStatus(error.status), { detail: error.message, cause: error })
  }
  log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'request failed')
  return new PlatformError(isDatabaseAway(error) ? 'server.unavailable' : 'server.internal', { cause: error })
}

function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 404:
      return 'request.notFound'
    case 408:
      return 'request.timeout'
    case 413:
      return 'request.tooLarge'
    case 415:
      return 'request.unsupportedMedia'
    default:
      return 'request.invalid'
  }
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
  'ENOSPC',
  '53100',
])

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.message.includes('timeout exceeded when trying to connect')) return true
  return 'code' in error && typeof error.code === 'string' && awayCodes.has(error.code)
}
