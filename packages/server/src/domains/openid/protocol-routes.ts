/** The addresses that programs know from `/.well-known/openid-configuration`; their shapes are those of OAuth 2.1 and OpenID Connect. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { openidDecisionSchema, openidScopes } from '@banyan/contract/openid'
import { PlatformError } from '@banyan/contract/errors'
import { hashSecret, type Identity } from '#domains/identity'
import { readBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Authorize } from './authorize.ts'
import type { OpenidKeys } from './keys.ts'
import { OAuthError } from './oauth-error.ts'
import { showConsent, showSignIn } from './pages.ts'
import type { ClientRow, OpenidStore } from './store.ts'
import type { OpenidTokens } from './tokens.ts'

export interface ProtocolPorts {
  store: OpenidStore
  keys: OpenidKeys
  authorize: Authorize
  tokens: OpenidTokens
  identity: Identity
  limits: Limits
  issuer: () => string
}

const formMaxBytes = 16 * 1024
const authorizePath = '/openid/authorize'
const tokenPath = '/openid/token'
const userInfoPath = '/openid/userinfo'
const revokePath = '/openid/revoke'
const keysPath = '/openid/jwks'
const listSeconds = 300

export function protocolRoutes(ports: ProtocolPorts): HttpApp {
  const app = createRouter()
  mountDiscovery(app, ports)
  mountAuthorize(app, ports)
  mountTokens(app, ports)
  return app
}

function mountDiscovery(app: HttpApp, { issuer, keys }: ProtocolPorts): void {
  app.get('/.well-known/openid-configuration', (c) => {
    const origin = issuer()
    openToAll(c, `public, max-age=${listSeconds}`)
    return c.json({
      issuer: origin,
      authorization_endpoint: origin + authorizePath,
      token_endpoint: origin + tokenPath,
      userinfo_endpoint: origin + userInfoPath,
      revocation_endpoint: origin + revokePath,
      jwks_uri: origin + keysPath,
      scopes_supported: openidScopes,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
      revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
      code_challenge_methods_supported: ['S256'],
      prompt_values_supported: ['none', 'login', 'consent'],
      claims_supported: ['sub', 'iss', 'aud', 'iat', 'exp', 'auth_time', 'nonce', 'name', 'email', 'email_verified'],
      authorization_response_iss_parameter_supported: true,
      request_parameter_supported: false,
      request_uri_parameter_supported: false,
      claims_parameter_supported: false,
    })
  })
  app.get(keysPath, async (c) => {
    openToAll(c, `public, max-age=${listSeconds}`)
    return c.json(await keys.publicKeys())
  })
}

function mountAuthorize(app: HttpApp, { authorize, identity, limits }: ProtocolPorts): void {
  const questions = limits.rate('openid-authorize', { uses: 120, perSeconds: 300 })

  app.get(authorizePath, async (c) => {
    await questions.use(c.get('clientAddress'))
    const { search } = new URL(c.req.url)
    const caller = await identity.findCaller(c)
    const step = await authorize.answer(search, caller)
    c.header('Cache-Control', 'no-store')
    if (step.kind === 'go') return c.redirect(step.url, 302)
    if (step.kind === 'consent') return showConsent(c, { ...step.question, search, person: caller?.email ?? '' })
    return showSignIn(c, { name: step.question.client.name, search, sso: identity.sso.describe()?.name })
  })

  // The page of the consent asks, so that the browser may go on to another site whatever its policy says about forms.
  app.post(authorizePath, async (c) => {
    requireSameOrigin(c)
    const body = openidDecisionSchema.safeParse(parseJson((await readBody(c, formMaxBytes)).toString()))
    if (!body.success) throw new PlatformError('request.invalid')
    const caller = await identity.requireCaller(c)
    const step = await authorize.answer(body.data.query, caller, body.data.isAllowed)
    if (step.kind !== 'go') throw new PlatformError('identity.stepUpRequired')
    return c.json({ location: step.url })
  })
}

function mountTokens(app: HttpApp, { store, tokens, limits }: ProtocolPorts): void {
  const tries = limits.rate('openid-token', { uses: 300, perSeconds: 60 })

  for (const path of [tokenPath, revokePath, userInfoPath]) {
    app.options(path, (c) => {
      openToAll(c, 'no-store')
      c.header('Access-Control-Allow-Headers', 'authorization, content-type')
      c.header('Access-Control-Allow-Methods', 'GET, POST')
      return c.body(null, 204)
    })
  }

  app.post(tokenPath, (c) =>
    speakOAuth(c, async () => {
      await tries.use(c.get('clientAddress'))
      const form = await readForm(c)
      return c.json(await tokens.exchange(await authenticate(c, form, store), form))
    }),
  )
  app.post(revokePath, (c) =>
    speakOAuth(c, async () => {
      await tries.use(c.get('clientAddress'))
      const form = await readForm(c)
      await tokens.revoke(await authenticate(c, form, store), form.get('token') ?? '')
      return c.body(null, 200)
    }),
  )
  app.on(['GET', 'POST'], userInfoPath, (c) =>
    speakOAuth(c, async () => {
      const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
      if (token === undefined) throw new OAuthError('invalid_token', 'Authorization: Bearer is needed')
      return c.json(await tokens.userInfo(token))
    }),
  )
}

/** Programs read these in browsers too; no cookie counts here. */
function openToAll(c: HttpContext, caching: string): void {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cache-Control', caching)
}

async function speakOAuth(c: HttpContext, work: () => Promise<Response>): Promise<Response> {
  openToAll(c, 'no-store')
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    const isUnknown = error.code === 'invalid_client' || error.code === 'invalid_token'
    if (error.code === 'invalid_token') c.header('WWW-Authenticate', 'Bearer error="invalid_token"')
    // RFC 6749, 5.2: when the program has tried it by this header.
    else if (isUnknown && c.req.header('authorization')) c.header('WWW-Authenticate', 'Basic realm="openid"')
    return c.json({ error: error.code, error_description: error.description }, isUnknown ? 401 : 400)
  }
}

async function readForm(c: HttpContext): Promise<URLSearchParams> {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  if (!isForm) throw new OAuthError('invalid_request', 'application/x-www-form-urlencoded is needed')
  const form = new URLSearchParams((await readBody(c, formMaxBytes)).toString())
  for (const name of form.keys()) {
    if (form.getAll(name).length > 1) throw new OAuthError('invalid_request', `${name} comes twice`)
  }
  return form
}

async function authenticate(c: HttpContext, form: URLSearchParams, store: OpenidStore): Promise<ClientRow> {
  const basic = /^Basic\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const [id, secret] = basic === undefined ? [form.get('client_id'), form.get('client_secret')] : readBasic(basic)
  const client = await store.client(id ?? '')
  const isKnown =
    client !== undefined &&
    (client.secret_hash === null ? !secret : isSame(hashSecret(secret ?? ''), client.secret_hash))
  if (!isKnown) throw new OAuthError('invalid_client', 'client_id or client_secret is wrong')
  return client
}

/** RFC 6749, 2.3.1: both are form-encoded before they are joined. */
function readBasic(text: string): [string, string] {
  const [id = '', secret = ''] = Buffer.from(text, 'base64').toString().split(':')
  const decode = (part: string): string => new URLSearchParams(`x=${part}`).get('x') ?? ''
  return [decode(id), decode(secret)]
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
