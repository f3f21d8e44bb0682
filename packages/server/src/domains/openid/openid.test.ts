import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

/** The program at the other end is `openid-client`, as it is on npm. */
let server: TestServer
let now = new Date()
let staff: Record<string, string>
let person: Record<string, string>
let program: { clientId: string; clientSecret: string }
const redirectUri = 'https://tool.example.com/back'
const clientsPath = '/api/v1/platform/openid-clients'
const made = z.object({ clientId: z.string(), clientSecret: z.string() })

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  staff = await server.signUpOwner()
  person = await server.signUp({ role: 'developer' }, 'ada@example.com')
  const body = { name: 'Tool <b>', redirectUris: [redirectUri] }
  program = made.parse(await server.json('POST', clientsPath, { headers: staff, body }))
})
afterAll(() => server.stop())

const configure = (id = program.clientId, secret: string | undefined = program.clientSecret) =>
  client.discovery(new URL(server.server.url), id, secret, secret === undefined ? client.None() : undefined, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  })

interface Attempt {
  location: URL | undefined
  page: string
  checks: { pkceCodeVerifier: string; expectedState: string; expectedNonce: string; idTokenExpected: true }
}

/** What a browser does with the program's question; `says` presses a button when the person is asked. */
async function ask(
  config: client.Configuration,
  { who = person, says, ...extra }: { who?: Record<string, string>; says?: boolean; [parameter: string]: unknown } = {},
): Promise<Attempt> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()]
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, String(value)])),
  })
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } as const
  const answer = await server.call('GET', url.pathname + url.search, { headers: who })
  const location = answer.headers.get('location')
  if (location !== null) return { location: new URL(location), page: '', checks }
  const page = await answer.text()
  if (says === undefined) return { location: undefined, page, checks }
  const body = { query: url.search, isAllowed: says }
  const decided = await server.json('POST', '/openid/authorize', { headers: who, body })
  return { location: new URL(String(decided['location'])), page, checks }
}

async function signIn(config: client.Configuration, extra: Parameters<typeof ask>[1] = {}) {
  const { location, checks } = await ask(config, { says: true, ...extra })
  if (!location) throw new Error('nobody came back')
  return { location, checks, tokens: await client.authorizationCodeGrant(config, location, checks) }
}
const oauthCode = async (work: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await work.then(
    () => 'no error',
    (reason: unknown) => reason,
  )
  return z.looseObject({ error: z.string() }).safeParse(error).data?.error ?? error
}

describe('a program', () => {
  it('asks the person once, and learns who he is and nothing that he was not asked for', async () => {
    const config = await configure()
    const asked = await ask(config)
    expect(asked.page).toContain('Tool &lt;b&gt;')
    expect(asked.page).toContain('tool.example.com')
    const { tokens } = await signIn(config)
    const claims = tokens.claims()
    expect(claims).toMatchObject({ iss: server.server.url, aud: program.clientId, email: 'ada@example.com' })
    expect(tokens.refresh_token).toBeUndefined()
    const info = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
    expect(info).toEqual({ sub: claims?.sub, name: 'ada', email: 'ada@example.com', email_verified: false })

    const again = await ask(config, { prompt: 'none', scope: 'openid' })
    const fewer = await client.authorizationCodeGrant(config, again.location ?? new URL('x:'), again.checks)
    expect(fewer.claims()).not.toHaveProperty('email')
    expect((await ask(config, { prompt: 'consent' })).location).toBeUndefined()
  })

  it('hears why, when it does not get what it wants', async () => {
    const config = await configure()
    const errorOf = async (extra: Parameters<typeof ask>[1]): Promise<string | null | undefined> =>
      (await ask(config, extra)).location?.searchParams.get('error')
    const stranger = await server.signUp({ role: 'member' })
    expect(await errorOf({ who: {}, prompt: 'none' })).toBe('login_required')
    expect(await errorOf({ who: stranger, prompt: 'none' })).toBe('consent_required')
    expect(await errorOf({ who: stranger, says: false })).toBe('access_denied')
    expect(await errorOf({ response_type: 'token' })).toBe('unsupported_response_type')
    expect(await errorOf({ scope: 'profile' })).toBe('invalid_scope')
    expect(await errorOf({ code_challenge_method: 'plain' })).toBe('invalid_request')
    expect(await errorOf({ response_type: 'code', request: 'x.y.z' })).toBe('request_not_supported')
  })

  it('that nobody knows, or an address that is not its own, sends the browser nowhere', async () => {
    const config = await configure()
    for (const extra of [
      { redirect_uri: `${redirectUri}/` },
      { redirect_uri: 'https://evil.example/' },
      { client_id: 'x' },
    ]) {
      const { location, page } = await ask(config, { ...extra, prompt: 'none' })
      expect([location, page.includes('openid.questionWrong')]).toEqual([undefined, true])
    }
  })

  it('gets a code that is good once, for a minute, for itself and its own verifier; misuse ends what it gave', async () => {
    const config = await configure()
    const { location, checks, tokens } = await signIn(config)
    expect(await oauthCode(client.authorizationCodeGrant(config, location, checks))).toBe('invalid_grant')
    const sub = tokens.claims()?.sub ?? ''
    await expect(client.fetchUserInfo(config, tokens.access_token, sub)).rejects.toThrow()

    const other = await ask(config)
    const wrong = { ...other.checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    const back = other.location ?? new URL('x:')
    expect(await oauthCode(client.authorizationCodeGrant(config, back, wrong))).toBe('invalid_grant')

    const late = await ask(config)
    now = new Date(now.getTime() + 60_000)
    const lateBack = late.location ?? new URL('x:')
    expect(await oauthCode(client.authorizationCodeGrant(config, lateBack, late.checks))).toBe('invalid_grant')
    const stranger = await configure(program.clientId, 'byo_wrong')
    expect(await oauthCode(signIn(stranger))).toBe('invalid_client')
  })

  it('works on while the person is away when he allowed it; a refresh token that comes twice ends them all', async () => {
    const config = await configure()
    const { tokens } = await signIn(config, { scope: 'openid offline_access' })
    const sub = tokens.claims()?.sub ?? ''
    const second = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(await client.fetchUserInfo(config, second.access_token, sub)).toEqual({ sub })
    expect(await oauthCode(client.refreshTokenGrant(config, tokens.refresh_token ?? ''))).toBe('invalid_grant')
    expect(await oauthCode(client.refreshTokenGrant(config, second.refresh_token ?? ''))).toBe('invalid_grant')
    await expect(client.fetchUserInfo(config, second.access_token, sub)).rejects.toThrow()
  })

  it('must send the person to sign in again after 90 days, however often it has renewed its token', async () => {
    const config = await configure()
    const who = await server.signUp({ role: 'member' })
    let { refresh_token: token } = (await signIn(config, { who, scope: 'openid offline_access' })).tokens
    const start = now
    for (const day of [25, 50, 75, 89]) {
      now = new Date(start.getTime() + day * 86_400_000)
      token = (await client.refreshTokenGrant(config, token ?? '')).refresh_token
    }
    now = new Date(start.getTime() + 91 * 86_400_000)
    expect(await oauthCode(client.refreshTokenGrant(config, token ?? ''))).toBe('invalid_grant')
    now = start
  })

  it('gives tokens back, and loses them when the person takes back what he allowed', async () => {
    const config = await configure()
    const first = (await signIn(config)).tokens
    const sub = first.claims()?.sub ?? ''
    await client.tokenRevocation(config, first.access_token)
    await expect(client.fetchUserInfo(config, first.access_token, sub)).rejects.toThrow()
    const second = (await signIn(config)).tokens
    const grants = '/api/v1/me/openid-grants'
    const held = await server.json('GET', grants, { headers: person })
    expect(held).toMatchObject({ items: [{ clientId: program.clientId, name: 'Tool <b>' }] })
    const path = `${grants}/${program.clientId}`
    const other = await server.signUp({ role: 'member' })
    expect(await problemCode(await server.call('DELETE', path, { headers: other }))).toBe('openid.grantNotFound')
    expect((await server.call('DELETE', path, { headers: person })).status).toBe(204)
    await expect(client.fetchUserInfo(config, second.access_token, sub)).rejects.toThrow()
    expect((await ask(config)).location).toBeUndefined()
  })

  it('may ask that the person proves again that it is he', async () => {
    const config = await configure()
    await signIn(config)
    now = new Date(now.getTime() + 10 * 60_000)
    expect((await ask(config, { max_age: 300 })).page).toContain('id="sign-in"')
    expect((await ask(config, { prompt: 'login' })).page).toContain('id="sign-in"')
    expect((await ask(config, { max_age: 3600 })).location?.searchParams.has('code')).toBe(true)
    expect((await ask(config, { max_age: 300, prompt: 'none' })).location?.searchParams.get('error')).toBe(
      'login_required',
    )
  })

  it('without a secret proves itself by its verifier alone, and one with a secret never does', async () => {
    const body = { name: 'Page', redirectUris: [redirectUri], isPublic: true }
    const open = await server.json('POST', clientsPath, { headers: staff, body })
    expect(open['clientSecret']).toBeNull()
    const config = await client.discovery(
      new URL(server.server.url),
      String(open['clientId']),
      undefined,
      client.None(),
      {
        execute: [client.allowInsecureRequests],
      },
    )
    expect((await signIn(config)).tokens.claims()?.aud).toBe(open['clientId'])
    const careless = await client.discovery(new URL(server.server.url), program.clientId, undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    })
    expect(await oauthCode(signIn(careless))).toBe('invalid_client')
  })
})

it('keys get successors after 90 days; a token that the old one signed is still believed', async () => {
  const keys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) })
  const read = async () => keys.parse(await server.json('GET', '/openid/jwks')).keys.map(({ kid }) => kid)
  const [first] = await read()
  now = new Date(now.getTime() + 90 * 86_400_000)
  const both = await read()
  expect(both).toHaveLength(2)
  expect(both).toContain(first)
  expect(JSON.stringify(await server.json('GET', '/openid/jwks'))).not.toContain('"d"')
  now = new Date(now.getTime() + 8 * 86_400_000)
  expect(await read()).not.toContain(first)
})

describe('who registers programs', () => {
  it('is staff that may change the platform, and nobody else', async () => {
    const fresh = await server.signUp({ role: 'owner' })
    const body = { name: 'x', redirectUris: [redirectUri] }
    expect((await server.call('POST', clientsPath, { headers: fresh, body })).status).toBe(403)
    expect((await server.call('GET', clientsPath, { headers: fresh })).status).toBe(403)
    expect((await server.call('DELETE', `${clientsPath}/${program.clientId}`, { headers: fresh })).status).toBe(403)
  })

  it.each([
    'http://tool.example.com/',
    'https://tool.example.com/#x',
    'https://a@tool.example.com/',
    'javascript:alert(1)',
  ])('cannot name %s as an address', async (uri) => {
    const body = { name: 'x', redirectUris: [uri] }
    expect((await server.call('POST', clientsPath, { key: server.ownerKey, body })).status).toBe(400)
  })

  it('changes addresses and secret at once, and ends all tokens with the program', async () => {
    const key = server.ownerKey
    const body = { name: 'Short', redirectUris: [redirectUri] }
    const short = made.parse(await server.json('POST', clientsPath, { key, body }))
    const path = `${clientsPath}/${short.clientId}`
    const who = await server.signUp({ role: 'member' })
    const config = await configure(short.clientId, short.clientSecret)
    const { tokens } = await signIn(config, { who })
    const rotated = made.parse(await server.json('POST', `${path}/secret`, { key }))
    expect(await oauthCode(signIn(config, { who }))).toBe('invalid_client')
    const renewed = await configure(short.clientId, rotated.clientSecret)
    await signIn(renewed, { who })
    await server.json('PATCH', path, { key, body: { redirectUris: ['https://other.example.com/'] } })
    expect((await ask(renewed, { who })).location).toBeUndefined()
    expect((await server.call('DELETE', path, { key })).status).toBe(204)
    await expect(client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '')).rejects.toThrow()
    expect(await problemCode(await server.call('DELETE', path, { key }))).toBe('openid.clientNotFound')
  })
})
