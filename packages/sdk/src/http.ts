import { problemSchema } from '@banyan/contract/errors'
import { workspaceHeader } from '@banyan/contract/identity'
import { apiRoutes } from '@banyan/contract/routes'
import type { ApiRouteName } from '@banyan/contract/routes'
import { ApiError } from './api-error.ts'

export interface HttpOptions {
  baseUrl: string
  apiKey?: string | undefined
  workspaceId?: string | undefined
  locale: 'zh_CN' | 'en'
  timeoutMs: number
  fetch: typeof fetch
}

export interface Call<T> {
  /** What a success looks like. A server whose answer does not match is not one that this client understands. */
  answer: { parse(value: unknown): T }
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | undefined>>
  /** Sent as JSON. */
  json?: unknown
  body?: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }
  timeoutMs?: number
}

export interface Http {
  call<T>(route: ApiRouteName, call: Call<T>): Promise<T>
  /** An answer that goes on: its body is the caller's to read, and `signal` ends it. */
  open(route: ApiRouteName, stream: Stream): Promise<Response>
}

export interface Stream {
  accept: string
  params?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  signal: AbortSignal
}

interface Request {
  headers: Readonly<Record<string, string>>
  signal: AbortSignal
  body?: string | Uint8Array<ArrayBuffer>
}

/** For routes that answer with no content. */
export const nothing = { parse: (): void => undefined }

const texts = {
  zh_CN: {
    unreachable: '无法连接平台',
    timeout: '平台未在规定时间内答复',
    notBanyan: '该地址的答复不是 Banyan 平台的答复',
  },
  en: {
    unreachable: 'The platform cannot be reached',
    timeout: 'The platform did not answer in time',
    notBanyan: 'The answer at this address does not come from a Banyan platform',
  },
}

export function createHttp(options: HttpOptions): Http {
  const text = texts[options.locale]

  async function call<T>(route: ApiRouteName, call: Call<T>): Promise<T> {
    const url = addressOf(options.baseUrl, apiRoutes[route].path, call)
    const body = call.json === undefined ? call.body?.bytes : JSON.stringify(call.json)
    const mediaType = call.json === undefined ? call.body?.mediaType : 'application/json'
    const response = await send(url, apiRoutes[route].method, {
      headers: { accept: 'application/json', ...(mediaType !== undefined && { 'content-type': mediaType }) },
      signal: AbortSignal.timeout(call.timeoutMs ?? options.timeoutMs),
      ...(body === undefined ? {} : { body }),
    })
    const value = await readJson(response, url)
    if (!response.ok) throw problemOf(response, value, url)
    try {
      return call.answer.parse(value)
    } catch (cause) {
      throw new ApiError(text.notBanyan, { code: 'client.notBanyan', status: response.status, detail: url.href, cause })
    }
  }

  async function open(route: ApiRouteName, { accept, params = {}, headers = {}, signal }: Stream): Promise<Response> {
    const url = addressOf(options.baseUrl, apiRoutes[route].path, { params })
    const response = await send(url, apiRoutes[route].method, { headers: { ...headers, accept }, signal })
    if (!response.ok) throw problemOf(response, await readJson(response, url), url)
    return response
  }

  async function send(url: URL, method: string, request: Request): Promise<Response> {
    const { signal, ...rest } = request
    const headers = new Headers(request.headers)
    headers.set('accept-language', options.locale === 'zh_CN' ? 'zh-CN' : 'en')
    if (options.apiKey !== undefined) headers.set('authorization', `Bearer ${options.apiKey}`)
    if (options.workspaceId !== undefined) headers.set(workspaceHeader, options.workspaceId)
    try {
      return await options.fetch(url, { ...rest, method, headers, signal })
    } catch (cause) {
      throw signal.aborted
        ? new ApiError(text.timeout, { code: 'client.timeout', status: 0, detail: url.origin, cause })
        : new ApiError(text.unreachable, {
            code: 'client.unreachable',
            status: 0,
            detail: `${url.origin}${reason(cause)}`,
            cause,
          })
    }
  }

  async function readJson(response: Response, url: URL): Promise<unknown> {
    if (response.status === 204) return undefined
    try {
      return await response.json()
    } catch (cause) {
      throw new ApiError(text.notBanyan, { code: 'client.notBanyan', status: response.status, detail: url.href, cause })
    }
  }

  function problemOf(response: Response, value: unknown, url: URL): ApiError {
    const problem = problemSchema.safeParse(value)
    if (!problem.success) {
      return new ApiError(text.notBanyan, { code: 'client.notBanyan', status: response.status, detail: url.href })
    }
    const { title, code, detail, issues, requestId } = problem.data
    return new ApiError(title, { code, status: response.status, detail, issues, requestId })
  }

  return { call, open }
}

function addressOf(baseUrl: string, path: string, call: Pick<Call<unknown>, 'params' | 'query'>): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.params?.[name] ?? ''))
  // A platform may live below a path of its own, so the base's path stays in front.
  const url = new URL(baseUrl.replace(/\/+$/, '') + filled)
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url
}

/** Node's `fetch` says only "fetch failed"; the system's reason is in the cause. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : ''
}
