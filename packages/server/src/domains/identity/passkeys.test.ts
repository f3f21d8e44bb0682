import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAuthenticator, type Authenticator } from '#testing/authenticator.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let now = new Date('2030-01-01T00:00:00Z')
let headers: Record<string, string>
let authenticator: Authenticator
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  headers = await server.signUp({ role: 'developer' }, 'passkey@example.com')
  authenticator = createAuthenticator({ origin: server.server.url })
  const added = await add(authenticator)
  if (added.status !== 201) throw new Error(await added.text())
})
afterAll(() => server.stop())

const options = z.object({ options: z.looseObject({ challenge: z.string() }) })
async function challengeOf(path: string, who: Record<string, string> = {}): Promise<string> {
  return options.parse(await server.json('POST', path, { headers: who })).options.challenge
}
async function add(which: Authenticator, who = headers): Promise<Response> {
  const response = which.register(await challengeOf('/api/v1/me/passkeys/options', who))
  return server.call('POST', '/api/v1/me/passkeys', { headers: who, body: { name: 'Phone', response } })
}
const signIn = (response: unknown): Promise<Response> =>
  server.call('POST', '/api/v1/session/passkey', { body: { response } })
const start = (): Promise<string> => challengeOf('/api/v1/session/passkey/options')

describe('a passkey', () => {
  it('opens a session of its person without a password', async () => {
    const response = await signIn(authenticator.authenticate(await start()))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ email: 'passkey@example.com' })
  })

  it('answers a challenge of ours, once, within five minutes', async () => {
    const response = authenticator.authenticate(await start())
    const answers = await Promise.all([signIn(response), signIn(response)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await problemCode(await signIn(authenticator.authenticate('bm90LW91cnM')))).toBe('identity.passkeyInvalid')
    const late = await start()
    now = new Date(now.getTime() + 300_000)
    expect(await problemCode(await signIn(authenticator.authenticate(late)))).toBe('identity.passkeyInvalid')
  })

  it('that was made for another site, or asks nobody who he is, is refused', async () => {
    const elsewhere = createAuthenticator({ origin: 'https://evil.example' })
    expect(await problemCode(await add(elsewhere))).toBe('identity.passkeyInvalid')
    const careless = createAuthenticator({ origin: server.server.url, isVerifying: false })
    expect(await problemCode(await add(careless))).toBe('identity.passkeyInvalid')
  })

  it('of somebody else cannot be added, seen or removed', async () => {
    const other = await server.signUp({ role: 'developer' })
    expect(await problemCode(await add(authenticator, other))).toBe('identity.passkeyInvalid')
    expect(await server.json('GET', '/api/v1/me/passkeys', { headers: other })).toEqual({ items: [] })
    const path = `/api/v1/me/passkeys/${authenticator.credentialId}`
    expect(await problemCode(await server.call('DELETE', path, { headers: other }))).toBe('identity.passkeyNotFound')
  })

  it('that was not signed by its key is refused', async () => {
    const stranger = createAuthenticator({ origin: server.server.url })
    const response = {
      ...stranger.authenticate(await start()),
      id: authenticator.credentialId,
      rawId: authenticator.credentialId,
    }
    expect(await problemCode(await signIn(response))).toBe('identity.passkeyInvalid')
  })

  it('opens nothing once it is removed', async () => {
    const path = `/api/v1/me/passkeys/${authenticator.credentialId}`
    expect((await server.call('DELETE', path, { headers })).status).toBe(204)
    expect(await problemCode(await signIn(authenticator.authenticate(await start())))).toBe('identity.passkeyInvalid')
  })
})
