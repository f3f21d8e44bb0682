import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { testArchive } from '#testing/package-archive.ts'

let server: TestServer
let ownerCookie = ''
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const password = 'correct horse battery'
const setUp = (token: string, email: string): Promise<Response> =>
  server.call('POST', '/api/v1/setup', { body: { token, name: 'Ada', email, password } })
const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const tokenOf = (url: string | null): string => new URL(url ?? '').searchParams.get('token') ?? ''
const invite = async (role: string): Promise<string> =>
  tokenOf(String((await server.json('POST', '/api/v1/members', { key: server.ownerKey, body: { role } }))['url']))

describe('the one-time link', () => {
  it('makes exactly one owner, however many try at once', async () => {
    const token = tokenOf(server.server.setupUrl)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => setUp(token, `owner${index}@example.com`)),
    )
    const accepted = answers.filter(({ status }) => status === 201)
    expect(accepted).toHaveLength(1)
    if (accepted[0]) ownerCookie = cookieOf(accepted[0])
    expect(await accepted[0]?.json()).toMatchObject({ kind: 'person', name: 'Ada', role: 'platformOwner' })
    const refused = await Promise.all(answers.filter(({ status }) => status !== 201).map(problemCode))
    expect(refused).toEqual(Array(7).fill('identity.linkInvalid'))
  })

  it('cannot be guessed', async () => {
    expect(await problemCode(await setUp(randomBytes(32).toString('base64url'), 'x@example.com'))).toBe(
      'identity.linkInvalid',
    )
  })

  it('of a member gives the invited role and nothing more', async () => {
    const response = await setUp(await invite('developer'), 'dev@example.com')
    expect(await response.json()).toMatchObject({ role: 'developer' })
  })

  it('stays good when the address was taken', async () => {
    const token = await invite('developer')
    expect(await problemCode(await setUp(token, 'DEV@example.com'))).toBe('identity.emailTaken')
    expect((await setUp(token, 'dev2@example.com')).status).toBe(201)
  })

  it('asks for a password of ten characters, and for nothing else', async () => {
    const token = await invite('developer')
    const short = await server.call('POST', '/api/v1/setup', {
      body: { token, name: 'A', email: 'a@example.com', password: 'short' },
    })
    expect(await short.json()).toMatchObject({ code: 'request.invalid', issues: [{ path: 'password' }] })
  })
})

describe('signing in', () => {
  it('opens a session that ends when one signs out', async () => {
    await setUp(await invite('owner'), 'grace@example.com')
    const response = await server.call('POST', '/api/v1/session', { body: { email: 'Grace@Example.com', password } })
    expect(response.status).toBe(200)
    const header = response.headers.get('set-cookie') ?? ''
    expect(header).toMatch(/HttpOnly/)
    expect(header).toMatch(/SameSite=Lax/)
    const cookie = cookieOf(response)
    expect(await server.json('GET', '/api/v1/me', { headers: { cookie } })).toMatchObject({
      name: 'Ada',
      role: 'owner',
    })
    expect((await server.call('DELETE', '/api/v1/session', { headers: { cookie } })).status).toBe(204)
    expect(await problemCode(await server.call('GET', '/api/v1/me', { headers: { cookie } }))).toBe(
      'identity.signInRequired',
    )
  })

  it('does not tell an unknown address from a wrong password', async () => {
    const signIn = async (email: string): Promise<unknown> => {
      const response = await server.call('POST', '/api/v1/session', { body: { email, password: 'wrong password' } })
      const { requestId: _requestId, ...rest } = Object(await response.json())
      return { status: response.status, rest }
    }
    expect(await signIn('grace@example.com')).toEqual(await signIn('nobody@example.com'))
  })

  it('is slowed down after ten wrong tries at one address, and only there', async () => {
    await setUp(await invite('developer'), 'target@example.com')
    const attempt = (email: string): Promise<Response> =>
      server.call('POST', '/api/v1/session', { body: { email, password: 'wrong password' } })
    for (let count = 0; count < 10; count++) expect((await attempt('target@example.com')).status).toBe(401)
    const refused = await attempt('target@example.com')
    expect(refused.headers.get('retry-after')).not.toBeNull()
    expect(await problemCode(refused)).toBe('request.rateLimited')
    expect((await attempt('other@example.com')).status).toBe(401)
  })

  it.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'with a cookie does not let another site act: %j',
    async (headers) => {
      const cookie = cookieOf(await setUp(await invite('owner'), `${randomBytes(4).toString('hex')}@example.com`))
      const response = await server.call('POST', '/api/v1/apps', {
        body: { name: 'Forged' },
        headers: { ...headers, cookie },
      })
      expect(await problemCode(response)).toBe('request.crossOrigin')
      const own = await server.call('POST', '/api/v1/apps', {
        body: { name: 'Own' },
        headers: { origin: server.url, cookie },
      })
      expect(own.status).toBe(201)
    },
  )
})

describe('API keys', () => {
  it('are shown once, recognised by their form, and stop working when revoked', async () => {
    const key = await server.json('POST', '/api/v1/api-keys', { key: server.ownerKey, body: { name: 'CI' } })
    const secret = String(key['secret'])
    expect(secret).toMatch(/^byk_[0-9a-hjkmnp-tv-z]{32}[0-9a-f]{6}$/)
    expect(key).toMatchObject({ name: 'CI', role: 'developer', lastUsedAt: null })
    expect(await server.json('GET', '/api/v1/me', { key: secret })).toMatchObject({ kind: 'apiKey', role: 'developer' })
    const list = await (await server.call('GET', '/api/v1/api-keys', { key: server.ownerKey })).text()
    expect(list).not.toContain(secret)
    expect(list).toContain(String(key['id']))
    expect(
      (await server.call('DELETE', `/api/v1/api-keys/${String(key['id'])}`, { key: server.ownerKey })).status,
    ).toBe(204)
    expect(await problemCode(await server.call('GET', '/api/v1/me', { key: secret }))).toBe('identity.keyInvalid')
  })

  it.each(['', 'byk_', 'byk_wrong', `byk_${'0'.repeat(38)}`, 'Bearer', '../../etc'])(
    'are refused when made up: %j',
    async (key) => {
      const response = await server.call('GET', '/api/v1/me', { headers: { authorization: `Bearer ${key}` } })
      expect(response.status).toBe(401)
      expect(await problemCode(response)).toBe('identity.keyInvalid')
    },
  )

  it('never have a role above that of whoever made them', async () => {
    const owner = await server.createKey('owner')
    const response = await server.call('POST', '/api/v1/api-keys', {
      key: owner,
      body: { name: 'x', role: 'platformOwner' },
    })
    expect(await problemCode(response)).toBe('identity.forbidden')
  })

  it('of the launcher stop working once it has reported that the first mini-programs are there', async () => {
    const own = await startTestServer()
    expect(own.server.seed.needed).toBe(true)
    expect((await own.call('GET', '/api/v1/apps', { key: own.ownerKey })).status).toBe(200)
    await own.server.platform.identity.keys.recordSeeded()
    expect(await problemCode(await own.call('GET', '/api/v1/apps', { key: own.ownerKey }))).toBe('identity.keyInvalid')
    await own.stop()
  })
})

describe('permissions', () => {
  /** Each with the least role that may. */
  const operations: readonly [
    name: string,
    role: 'developer' | 'owner',
    act: (key: string, appId: string) => Promise<Response>,
  ][] = [
    ['list apps', 'developer', (key) => server.call('GET', '/api/v1/apps', { key })],
    ['create an app', 'developer', (key) => server.call('POST', '/api/v1/apps', { key, body: { name: 'New' } })],
    ['read an app', 'developer', (key, appId) => server.call('GET', `/api/v1/apps/${appId}`, { key })],
    [
      'rename an app',
      'developer',
      (key, appId) => server.call('PATCH', `/api/v1/apps/${appId}`, { key, body: { name: 'Renamed' } }),
    ],
    [
      'upload',
      'developer',
      (key, appId) =>
        server.call('POST', `/api/v1/apps/${appId}/versions?version=2.0.${count++}`, {
          key,
          body: testArchive(),
          headers: { 'content-type': 'application/zip' },
        }),
    ],
    ['list versions', 'developer', (key, appId) => server.call('GET', `/api/v1/apps/${appId}/versions`, { key })],
    ['list releases', 'developer', (key, appId) => server.call('GET', `/api/v1/apps/${appId}/releases`, { key })],
    [
      'read the current release',
      'developer',
      (key, appId) => server.call('GET', `/api/v1/apps/${appId}/releases/current`, { key }),
    ],
    [
      'set an icon',
      'developer',
      (key, appId) =>
        server.call('PUT', `/api/v1/apps/${appId}/icon`, { key, body: png, headers: { 'content-type': 'image/png' } }),
    ],
    [
      'publish',
      'owner',
      (key, appId) => server.call('POST', `/api/v1/apps/${appId}/releases`, { key, body: { version: '1.0.0' } }),
    ],
    [
      'change request domains',
      'owner',
      (key, appId) => server.call('PATCH', `/api/v1/apps/${appId}`, { key, body: { requestDomains: [] } }),
    ],
    ['list keys', 'owner', (key) => server.call('GET', '/api/v1/api-keys', { key })],
    ['create a key', 'owner', (key) => server.call('POST', '/api/v1/api-keys', { key, body: { name: 'k' } })],
    ['invite', 'owner', (key) => server.call('POST', '/api/v1/members', { key, body: { role: 'developer' } })],
  ]
  let count = 0
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
  let appId: string
  let keys: { developer: string; owner: string }
  beforeAll(async () => {
    appId = await server.createApp()
    await server.upload(appId, '1.0.0', testArchive())
    await server.publish(appId, '1.0.0')
    keys = { developer: await server.createKey('developer'), owner: await server.createKey('owner') }
  })

  it.each(operations)('to %s are asked of everybody', async (_name, role, act) => {
    expect((await act('', appId)).status).toBe(401)
    expect((await act(keys[role], appId)).ok).toBe(true)
  })

  it.each(operations.filter(([, role]) => role === 'owner'))(
    'to %s are not a developer’s',
    async (_name, _role, act) => {
      expect(await problemCode(await act(keys.developer, appId))).toBe('identity.forbidden')
    },
  )

  it('end at the border of the workspace', async () => {
    const workspace = await server.json('POST', '/api/v1/workspaces', {
      headers: { cookie: ownerCookie },
      body: { name: 'Other' },
    })
    const headers = { cookie: ownerCookie, 'banyan-workspace': String(workspace['id']) }
    const key = await server.json('POST', '/api/v1/api-keys', { headers, body: { name: 'Neighbour', role: 'owner' } })
    const neighbour = String(key['secret'])
    expect(await server.json('GET', '/api/v1/apps', { key: neighbour })).toEqual({ items: [] })
    for (const [, , act] of operations.filter(([, , each]) => each.length === 2)) {
      expect(await problemCode(await act(neighbour, appId))).toBe('app.notFound')
    }
  })

  it('do not let a person into a workspace that is not theirs', async () => {
    const workspace = await server.json('POST', '/api/v1/workspaces', {
      key: server.ownerKey,
      body: { name: 'Closed' },
    })
    const cookie = cookieOf(await setUp(await invite('owner'), 'outsider@example.com'))
    const response = await server.call('GET', '/api/v1/apps', {
      headers: { cookie, 'banyan-workspace': String(workspace['id']) },
    })
    expect(await problemCode(response)).toBe('identity.workspaceNotFound')
    const refused = await server.call('POST', '/api/v1/workspaces', { headers: { cookie }, body: { name: 'Mine' } })
    expect(await problemCode(refused)).toBe('identity.forbidden')
  })
})

describe('a problem', () => {
  it('has one shape, the language of the reader, and an id that the log knows', async () => {
    const response = await server.call('GET', '/api/v1/apps', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const body: unknown = await response.json()
    expect(body).toEqual({
      type: '/docs/errors#identity.signInRequired',
      title: 'Sign in or send an API key first',
      status: 401,
      code: 'identity.signInRequired',
      requestId: response.headers.get('x-request-id'),
    })
    const chinese = await server.call('GET', '/api/v1/nowhere', { headers: { 'accept-language': 'zh-CN' } })
    expect(await chinese.json()).toMatchObject({ code: 'request.notFound', title: '没有这个地址' })
  })

  it('names the fields that were refused', async () => {
    const response = await server.call('POST', '/api/v1/apps', { key: server.ownerKey, body: { name: '' } })
    expect(await response.json()).toMatchObject({ code: 'request.invalid', issues: [{ path: 'name' }] })
  })

  it.each(['{', '[]', '"x"', ''])('answers the body %j', async (body) => {
    const response = await server.call('POST', '/api/v1/apps', {
      key: server.ownerKey,
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
    expect(await problemCode(response)).toBe('request.invalid')
  })

  it('answers a body that is too large', async () => {
    const response = await server.call('POST', '/api/v1/apps', {
      key: server.ownerKey,
      body: { name: 'x'.repeat(200_000) },
    })
    expect(await problemCode(response)).toBe('request.tooLarge')
  })
})
