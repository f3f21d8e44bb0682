/**
 * The gateway of the development server: the platform's wire protocol without its allow-list. Private addresses may be reached, because
 * the developer's own back end is usually one; that is why only pages of this server may call it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { decodeHeaderList, encodeHeaderList, gatewayHeader } from '@banyan/contract/gateway'
import type { HeaderList } from '@banyan/contract/gateway'

const requestMaxBytes = 32 * 1024 * 1024
const responseMaxBytes = 64 * 1024 * 1024
const defaultTimeoutMs = 60_000
const maxTimeoutMs = 600_000
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
/** Of one connection, or computed anew. */
const droppedRequestHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'keep-alive',
  'expect',
  'te',
  'trailer',
])
/** The body is passed on decoded, so its encoded form must not be announced. */
const droppedAnswerHeaders = new Set(['content-encoding', 'transfer-encoding', 'connection', 'keep-alive'])

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, detail: string) {
    super(detail)
    this.status = status
    this.code = code
  }
}

/** `upstreams`: origin that the app calls -> origin that answers instead, as the platform binds them in an app's settings. */
export async function passThroughGateway(
  request: IncomingMessage,
  response: ServerResponse,
  upstreams: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    const target = readTarget(request, upstreams)
    const body = await readBody(request)
    const signal = AbortSignal.any([AbortSignal.timeout(target.timeoutMs), closing(response)])
    const answer = await fetchTarget(target, body, signal)
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      [gatewayHeader.status]: String(answer.status),
      [gatewayHeader.headers]: encodeHeaderList(answerHeaders(answer.headers)),
    })
    if (answer.body === null) response.end()
    else await pipeline(Readable.from(limited(answer.body)), response)
  } catch (error) {
    refuse(response, error)
  }
}

interface Target {
  url: URL
  method: string
  headers: HeaderList
  timeoutMs: number
}

function readTarget(request: IncomingMessage, upstreams: Readonly<Record<string, string>>): Target {
  const text = headerOf(request, gatewayHeader.url)
  const url = text === undefined ? null : URL.parse(safelyDecode(text))
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Refusal(400, 'request.invalid', 'invalid url')
  }
  const method = (headerOf(request, gatewayHeader.method) ?? 'GET').toUpperCase()
  if (!methods.has(method)) throw new Refusal(400, 'request.invalid', 'invalid method')
  const encoded = headerOf(request, gatewayHeader.headers)
  const headers = encoded === undefined ? [] : decodeHeaderList(encoded)
  if (headers === undefined) throw new Refusal(400, 'request.invalid', 'invalid header list')
  const timeoutMs = Number(headerOf(request, gatewayHeader.timeout) ?? defaultTimeoutMs)
  const upstream = upstreams[url.origin]
  return {
    url: upstream === undefined ? url : new URL(url.pathname + url.search, upstream),
    method,
    headers: headers.filter(([name]) => !droppedRequestHeaders.has(name.toLowerCase())),
    timeoutMs: timeoutMs > 0 ? Math.min(timeoutMs, maxTimeoutMs) : defaultTimeoutMs,
  }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of request) {
    sizeBytes += chunk.length
    if (sizeBytes > requestMaxBytes) throw new Refusal(413, 'request.tooLarge', 'request body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function fetchTarget(target: Target, body: Uint8Array, signal: AbortSignal): Promise<Response> {
  const carriesBody = body.length > 0 && target.method !== 'GET' && target.method !== 'HEAD'
  const headers = new Headers()
  try {
    for (const [name, value] of target.headers) headers.append(name, value)
  } catch (cause) {
    throw new Refusal(400, 'request.invalid', `invalid header: ${describe(cause)}`)
  }
  try {
    return await fetch(target.url, {
      method: target.method,
      headers,
      signal,
      ...(carriesBody ? { body: Buffer.from(body) } : {}),
    })
  } catch (cause) {
    if (signal.aborted) throw new Refusal(504, 'request.timeout', 'timeout')
    throw new Refusal(502, 'server.unavailable', describe(cause))
  }
}

function answerHeaders(headers: Headers): HeaderList {
  // The length of a packed body is not that of what the app gets, by which it measures how far a download has come.
  const isPacked = headers.has('content-encoding')
  return [...headers].filter(([name]) => !droppedAnswerHeaders.has(name) && !(isPacked && name === 'content-length'))
}

async function* limited(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0
  for await (const chunk of body) {
    sizeBytes += chunk.length
    if (sizeBytes > responseMaxBytes) throw new Refusal(502, 'request.tooLarge', 'response too large')
    yield chunk
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  // Once the answer has begun, only breaking it off tells the page that it is not complete.
  if (response.headersSent) {
    response.destroy()
    return
  }
  const refusal = error instanceof Refusal ? error : new Refusal(502, 'server.unavailable', describe(error))
  response.writeHead(refusal.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ code: refusal.code, title: refusal.message, detail: refusal.message }))
}

/** `fetch` hides the reason, `ECONNREFUSED` and the like, in the cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message
}

function closing(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.on('close', () => controller.abort())
  return controller.signal
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function safelyDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
