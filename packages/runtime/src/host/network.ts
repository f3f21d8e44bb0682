/** The app's requests: through the platform's gateway, or straight to the page's own origin. */
import {
  type GatewayPurpose,
  type HeaderList,
  decodeHeaderList,
  encodeHeaderList,
  gatewayHeader,
} from '@banyan/contract/gateway'
import { HostFailure, isHostFailure } from './host-failure.ts'
import { isRecord } from './worker-messages.ts'

export interface NetworkRequest {
  url: string
  method: string
  headers: HeaderList
  body?: BodyInit
  timeoutMs: number
  /** A file that is sent or fetched, for which an app may name servers of their own. */
  purpose?: GatewayPurpose
  signal: AbortSignal
  /** In place of the browser's own, for whoever wants to know how much has been sent. */
  fetcher?: typeof fetch
}

export interface NetworkAnswer {
  statusCode: number
  headers: HeaderList
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null
  blob(): Promise<Blob>
}

export interface Network {
  send(request: NetworkRequest): Promise<NetworkAnswer>
}

export function createNetwork(gatewayUrl: string | undefined): Network {
  return {
    async send(request) {
      const url = parseHttpUrl(request.url)
      const isOwn = url.origin === location.origin
      // The platform's own origin may be read as anybody may. Anything else would arrive as if this page had sent it: at the gateway, say, as another app's request.
      const isReading = /^(?:GET|HEAD)$/i.test(request.method)
      if (gatewayUrl === undefined || (isOwn && isReading)) return sendDirectly(request, isOwn)
      return sendThroughGateway(gatewayUrl, request)
    },
  }
}

async function sendDirectly(request: NetworkRequest, isOwn: boolean): Promise<NetworkAnswer> {
  const { url, method, body, signal } = request
  const withBody = body !== undefined && method !== 'GET' && method !== 'HEAD'
  // Never with the page's cookies: they belong to the platform's user, not to the app.
  const answer = await fetchOrFail(request, url, {
    method,
    headers: request.headers.filter(isAllowedHeader).map(([name, value]): [string, string] => [name, value]),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    mode: isOwn ? 'same-origin' : 'cors',
    signal,
    ...(withBody ? { body } : {}),
  })
  return { statusCode: answer.status, headers: [...answer.headers], body: answer.body, blob: () => answer.blob() }
}

async function sendThroughGateway(gatewayUrl: string, request: NetworkRequest): Promise<NetworkAnswer> {
  const answer = await fetchOrFail(request, gatewayUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      [gatewayHeader.url]: encodeURIComponent(request.url),
      [gatewayHeader.method]: request.method,
      [gatewayHeader.headers]: encodeHeaderList(request.headers),
      [gatewayHeader.timeout]: String(request.timeoutMs),
      ...(request.purpose && { [gatewayHeader.purpose]: request.purpose }),
    },
    credentials: 'same-origin',
    signal: request.signal,
    ...(request.body === undefined ? {} : { body: request.body }),
  })
  const status = Number(answer.headers.get(gatewayHeader.status))
  if (!answer.ok || !(status >= 100)) throw refusal(await readProblem(answer))
  const headers = decodeHeaderList(answer.headers.get(gatewayHeader.headers) ?? '') ?? []
  return { statusCode: status, headers, body: answer.body, blob: () => answer.blob() }
}

async function fetchOrFail({ fetcher = fetch }: NetworkRequest, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetcher(url, init)
  } catch (cause) {
    if (init.signal?.aborted === true) throw isHostFailure(init.signal.reason) ? init.signal.reason : cause
    throw new HostFailure('fail net::ERR_FAILED', 600001)
  }
}

/** WeChat numbers an address that is not on the app's list apart from failures of the network. */
function refusal(problem: string): HostFailure {
  return new HostFailure(`fail ${problem}`, /not in domain list/.test(problem) ? 600002 : 600001)
}

async function readProblem(answer: Response): Promise<string> {
  const problem: unknown = await answer.json().catch(() => undefined)
  if (isRecord(problem) && typeof problem.detail === 'string') return problem.detail
  return `gateway answered ${answer.status}`
}

function parseHttpUrl(text: string): URL {
  try {
    const url = new URL(text)
    if (url.protocol === 'https:' || url.protocol === 'http:') return url
  } catch {
    // Reported below, like any other address that is none.
  }
  throw new HostFailure('fail invalid url', 600009)
}

/** Those that a browser would refuse with an error; WeChat does not let apps set `referer` either. */
function isAllowedHeader([name]: readonly [string, string]): boolean {
  return !/^(cookie2?|referer|host|origin|user-agent|content-length|connection|accept-encoding)$/i.test(name)
}
