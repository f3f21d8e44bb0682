import { WechatApiError } from './error.ts'

export interface StoredToken {
  token: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** Where the access token is kept; give one that several processes share, and they ask for it once. */
export interface TokenStore {
  read(appId: string): Promise<StoredToken | undefined> | StoredToken | undefined
  write(appId: string, token: StoredToken): Promise<void> | void
}

export interface ServerClientOptions {
  /** Address of the platform: `https://apps.example.com`. */
  baseUrl: string
  appId: string
  /** `bys_…` */
  secret: string
  tokenStore?: TokenStore
  /** For one call; 10 seconds unless told. */
  timeoutMs?: number
}

export interface ServerClient {
  readonly appId: string
  readonly secret: string
  /** A stable token, asked for once while it is good. */
  accessToken(): Promise<string>
  /** Calls a route of WeChat's form with the access token; once more with a new one if the token was refused. */
  call(path: string, options?: CallOptions): Promise<Record<string, unknown>>
  /** As `call`, for answers that are bytes. */
  callBytes(path: string, options?: CallOptions): Promise<Uint8Array>
  /** Without a token. */
  callOpen(path: string, options?: CallOptions): Promise<Record<string, unknown>>
}

export interface CallOptions {
  query?: Readonly<Record<string, string>>
  /** Makes the call a POST. */
  body?: unknown
}

const spareMs = 60_000
const refusedTokens = new Set([40001, 40014, 42001])

/**
 * @example
 * const client = createServerClient({ baseUrl: 'https://apps.example.com', appId: 'by0123456789abcdef', secret: process.env.APP_SECRET })
 * const { openId } = await exchangeCode(client, code)
 */
export function createServerClient(options: ServerClientOptions): ServerClient {
  const { appId, secret, timeoutMs = 10_000, tokenStore = memoryStore() } = options
  const base = options.baseUrl.replace(/\/+$/, '')
  let asking: Promise<string> | undefined

  async function send(path: string, { query = {}, body }: CallOptions): Promise<Response> {
    const search = new URLSearchParams(query).toString()
    try {
      return await fetch(`${base}${path}${search === '' ? '' : `?${search}`}`, {
        method: body === undefined ? 'GET' : 'POST',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
    } catch (cause) {
      throw new WechatApiError(0, `no answer from ${base}`, { cause })
    }
  }

  async function askToken(isForced: boolean): Promise<string> {
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: isForced }
    const answer = await readAnswer(await send('/cgi-bin/stable_token', { body }))
    const { access_token: token, expires_in: seconds } = answer
    if (typeof token !== 'string' || typeof seconds !== 'number')
      throw new WechatApiError(0, 'an answer without a token')
    await tokenStore.write(appId, { token, expiresAt: Date.now() + seconds * 1000 })
    return token
  }

  async function accessToken(): Promise<string> {
    const known = await tokenStore.read(appId)
    if (known && known.expiresAt - spareMs > Date.now()) return known.token
    asking ??= askToken(false).finally(() => {
      asking = undefined
    })
    return asking
  }

  async function withToken<T>(path: string, options: CallOptions, read: (answer: Response) => Promise<T>): Promise<T> {
    const attempt = async (token: string): Promise<T> =>
      read(await send(path, { ...options, query: { access_token: token, ...options.query } }))
    try {
      return await attempt(await accessToken())
    } catch (error) {
      if (!(error instanceof WechatApiError) || !refusedTokens.has(error.code)) throw error
      return attempt(await askToken(false))
    }
  }

  return {
    appId,
    secret,
    accessToken,
    call: (path, callOptions = {}) => withToken(path, callOptions, readAnswer),
    callBytes: (path, callOptions = {}) => withToken(path, callOptions, readBytes),
    callOpen: async (path, callOptions = {}) => readAnswer(await send(path, callOptions)),
  }
}

async function readAnswer(answer: Response): Promise<Record<string, unknown>> {
  let value: unknown
  try {
    value = await answer.json()
  } catch (cause) {
    throw new WechatApiError(0, `an answer that is no JSON (${answer.status})`, { cause })
  }
  if (!isRecord(value)) throw new WechatApiError(0, `an answer that is no object (${answer.status})`)
  const { errcode, errmsg } = value
  if (typeof errcode === 'number' && errcode !== 0) throw new WechatApiError(errcode, String(errmsg))
  if (!answer.ok) throw new WechatApiError(0, String(value['title'] ?? answer.status))
  return value
}

async function readBytes(answer: Response): Promise<Uint8Array> {
  if (answer.headers.get('content-type')?.includes('json')) {
    await readAnswer(answer)
    throw new WechatApiError(0, 'an answer without bytes')
  }
  return new Uint8Array(await answer.arrayBuffer())
}

function memoryStore(): TokenStore {
  const tokens = new Map<string, StoredToken>()
  return {
    read: (appId) => tokens.get(appId),
    write(appId, token) {
      tokens.set(appId, token)
    },
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text of an answer that must be there. */
export function textIn(answer: Readonly<Record<string, unknown>>, name: string): string {
  const value = answer[name]
  if (typeof value !== 'string') throw new WechatApiError(0, `an answer without ${name}`)
  return value
}
