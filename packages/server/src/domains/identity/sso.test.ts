import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startOidcProvider, type OidcProvider } from '#testing/oidc-provider.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let provider: OidcProvider
let server: TestServer
/** Where newcomers become members. */
let open: TestServer
let before: TestServer

beforeAll(async () => {
  provider = await startOidcProvider('banyan')
  const oidc = { issuer: provider.issuer, clientId: 'banyan', clientSecret: 'secret', name: 'Corp' }
  server = await startTestServer({ oidc: { ...oidc, teamOfNewcomers: undefined } })
  before = await startTestServer()
  const { workspaceId } = await before.json('GET', '/api/v1/me', { key: before.ownerKey })
  await before.server.stop()
  open = await startTestServer({ dataDir: before.dataDir, oidc: { ...oidc, teamOfNewcomers: String(workspaceId) } })
})
afterAll(async () => {
  await server.stop()
  await open.stop()
  await before.stop()
  await provider.stop()
})
beforeEach(() => {
  provider.claims = {}
  provider.isForger = false
})

/** What a browser does; `at` changes what comes back. */
async function signIn(
  where: TestServer,
  { path = '/sso/start', at = (url: string): string => url, keepsCookie = true } = {},
): Promise<{ location: string; cookie: string }> {
  const start = await where.call('GET', path)
  expect(start.status).toBe(302)
  const binding = start.headers.get('set-cookie')?.split(';')[0] ?? ''
  const back = new URL(at(provider.approve(start.headers.get('location') ?? '')))
  const answer = await where.call('GET', back.pathname + back.search, {
    headers: keepsCookie ? { cookie: binding } : {},
  })
  const cookies = answer.headers.getSetCookie().filter((each) => !each.startsWith('banyan_sso='))
  return { location: answer.headers.get('location') ?? '', cookie: cookies[0]?.split(';')[0] ?? '' }
}

describe('single sign-on', () => {
  it('is offered to sign-in pages', async () => {
    expect(await server.json('GET', '/api/v1/session/sso')).toEqual({ name: 'Corp', startPath: '/sso/start' })
  })

  it('knows a person by the address that the provider has verified, and from then on by his subject', async () => {
    await server.signUp({ role: 'developer' }, 'ada@example.com')
    provider.claims = { email: 'Ada@example.com', email_verified: true, sub: 'ada' }
    const first = await signIn(server, { path: '/sso/start?returnTo=/console/apps?x=1' })
    expect(first.location).toBe('/console/apps?x=1')
    expect(await server.json('GET', '/api/v1/me', { headers: { cookie: first.cookie } })).toMatchObject({
      email: 'ada@example.com',
      isConfirmed: true,
    })
    provider.claims = { sub: 'ada' }
    const again = await signIn(server)
    expect(await server.json('GET', '/api/v1/me', { headers: { cookie: again.cookie } })).toMatchObject({
      email: 'ada@example.com',
    })
  })

  it('lets nobody in whose address is not verified, or who has no account', async () => {
    await server.signUp({ role: 'developer' }, 'eve@example.com')
    for (const claims of [
      { email: 'eve@example.com', sub: 'mallory' },
      { email: 'eve@example.com', email_verified: false, sub: 'mallory' },
      { email: 'eve@example.com', email_verified: 'true', sub: 'mallory' },
      { email: 'nobody@example.com', email_verified: true, sub: 'nobody' },
    ]) {
      provider.claims = claims
      expect(await signIn(server)).toEqual({ location: '/console?problem=identity.ssoUnknown', cookie: '' })
    }
  })

  it('makes members of newcomers where the owner has named a team for them', async () => {
    provider.claims = { email: 'new@example.com', email_verified: true, sub: 'new', name: 'New' }
    const { cookie } = await signIn(open)
    const me = await open.json('GET', '/api/v1/me', { headers: { cookie } })
    expect(me).toMatchObject({ name: 'New', role: 'member', platformRole: null })
  })

  it('refuses tokens of another issuer, for another client, of a forger, that answer another question', async () => {
    const failed = { location: '/console?problem=identity.ssoFailed', cookie: '' }
    const person = { email: 'ada@example.com', email_verified: true, sub: 'ada' }
    for (const claims of [{ iss: 'https://other.example' }, { aud: 'another-client' }, { nonce: 'another' }]) {
      provider.claims = { ...person, ...claims }
      expect(await signIn(server)).toEqual(failed)
    }
    provider.claims = person
    provider.isForger = true
    expect(await signIn(server)).toEqual(failed)
  })

  it('counts only in the browser that asked, and once', async () => {
    const failed = { location: '/console?problem=identity.ssoFailed', cookie: '' }
    provider.claims = { sub: 'ada' }
    expect(await signIn(server, { keepsCookie: false })).toEqual(failed)
    expect(await signIn(server, { at: (url) => url.replace(/state=[^&]*/, 'state=other') })).toEqual(failed)
    let used = ''
    await signIn(server, { at: (url) => (used = url) })
    const state = new URL(used).searchParams.get('state')
    const replay = await server.call('GET', used.slice(new URL(used).origin.length), {
      headers: { cookie: `banyan_sso=${state}` },
    })
    expect(replay.headers.get('location')).toBe(failed.location)
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'does not lead to %s afterwards',
    async (returnTo) => {
      provider.claims = { sub: 'ada' }
      expect((await signIn(server, { path: `/sso/start?returnTo=${encodeURIComponent(returnTo)}` })).location).toBe(
        '/console',
      )
    },
  )
})
