import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAuthenticator, type Authenticator } from '#testing/authenticator.ts'
import { startOidcProvider, type OidcProvider } from '#testing/oidc-provider.ts'
import { openUserBrowser, type UserBrowser } from '#testing/user-browser.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let provider: OidcProvider
let appId: string
let now = new Date()
beforeAll(async () => {
  provider = await startOidcProvider('banyan')
  server = await startTestServer({
    clock: { now: () => now },
    oidc: {
      issuer: provider.issuer,
      clientId: 'banyan',
      clientSecret: 'secret',
      name: 'Company',
      teamOfNewcomers: undefined,
    },
  })
  appId = await server.createApp()
})
afterAll(async () => {
  await server.stop()
  await provider.stop()
})

const options = z.object({ options: z.looseObject({ challenge: z.string() }) })
const dataShape = z.looseObject({ users: z.array(z.object({ appId: z.string(), openId: z.string() })).default([]) })

async function useApp(browser: UserBrowser, id = appId): Promise<string> {
  expect((await browser.call('POST', `/a/${id}/-/login`)).status).toBe(200)
  const { users } = dataShape.parse(await (await browser.call('GET', '/api/v1/user/data')).json())
  return users.find((each) => each.appId === id)?.openId ?? ''
}
async function challenge(browser: UserBrowser, path: string): Promise<string> {
  return options.parse(await (await browser.call('POST', `/api/v1/user${path}/options`)).json()).options.challenge
}
async function addPasskey(browser: UserBrowser, authenticator: Authenticator): Promise<Response> {
  const response = authenticator.register(await challenge(browser, '/passkeys'))
  return browser.call('POST', '/api/v1/user/passkeys', { name: 'Phone', response })
}
async function signInByPasskey(browser: UserBrowser, authenticator: Authenticator): Promise<Response> {
  const response = authenticator.authenticate(await challenge(browser, '/sign-in/passkey'))
  return browser.call('POST', '/api/v1/user/sign-in/passkey', { response })
}
const makeAuthenticator = (): Authenticator => createAuthenticator({ origin: server.server.url })

describe('a passkey of somebody who uses mini-programs', () => {
  it('makes an account of a guest, which another browser finds with all that was his', async () => {
    const [phone, laptop, authenticator] = [openUserBrowser(server), openUserBrowser(server), makeAuthenticator()]
    const openId = await useApp(phone)
    const before = phone.cookie()
    expect((await addPasskey(phone, authenticator)).status).toBe(201)
    expect(await (await phone.call('GET', '/api/v1/user')).json()).toEqual({ kind: 'account', email: null })
    const old = await server.call('GET', '/api/v1/user/data', { headers: { cookie: before } })
    expect(await old.json()).toEqual({})

    const elsewhere = await server.createApp()
    const brought = await useApp(laptop, elsewhere)
    expect((await signInByPasskey(laptop, authenticator)).status).toBe(200)
    expect([await useApp(laptop), await useApp(laptop, elsewhere)]).toEqual([openId, brought])
  })

  it('is good for its challenge alone, and once', async () => {
    const [browser, authenticator] = [openUserBrowser(server), makeAuthenticator()]
    await addPasskey(browser, authenticator)
    const response = authenticator.authenticate(await challenge(browser, '/sign-in/passkey'))
    const send = (): Promise<Response> =>
      openUserBrowser(server).call('POST', '/api/v1/user/sign-in/passkey', { response })
    expect((await send()).status).toBe(200)
    expect(await problemCode(await send())).toBe('identity.passkeyInvalid')
    expect(await problemCode(await signInByPasskey(browser, makeAuthenticator()))).toBe('identity.passkeyInvalid')
  })

  it('is not made with the challenge of another person, nor for a key that somebody has', async () => {
    const [one, other, authenticator] = [openUserBrowser(server), openUserBrowser(server), makeAuthenticator()]
    await useApp(other)
    const response = authenticator.register(await challenge(one, '/passkeys'))
    const stolen = await other.call('POST', '/api/v1/user/passkeys', { name: 'x', response })
    expect(await problemCode(stolen)).toBe('identity.passkeyInvalid')
    expect((await addPasskey(one, authenticator)).status).toBe(201)
    expect(await problemCode(await addPasskey(other, authenticator))).toBe('identity.passkeyInvalid')
    expect(await (await other.call('GET', '/api/v1/user')).json()).toMatchObject({ kind: 'guest' })
  })

  it('is added and removed only by whoever has signed in lately, and only his own', async () => {
    const [browser, other, authenticator] = [openUserBrowser(server), openUserBrowser(server), makeAuthenticator()]
    await browser.signInByEmail('late@example.com')
    expect((await addPasskey(browser, authenticator)).status).toBe(201)
    await other.signInByEmail('other@example.com')
    const path = `/api/v1/user/passkeys/${authenticator.credentialId}`
    expect(await problemCode(await other.call('DELETE', path))).toBe('identity.passkeyNotFound')
    now = new Date(now.getTime() + 30 * 60_000)
    expect(await problemCode(await browser.call('DELETE', path))).toBe('identity.stepUpRequired')
    expect(await problemCode(await browser.call('POST', '/api/v1/user/passkeys/options'))).toBe(
      'identity.stepUpRequired',
    )
    expect((await signInByPasskey(browser, authenticator)).status).toBe(200)
    expect((await browser.call('DELETE', path)).status).toBe(204)
    expect(await problemCode(await signInByPasskey(browser, authenticator))).toBe('identity.passkeyInvalid')
  })

  it('is forgotten with its person, and told him in his data', async () => {
    const [browser, authenticator] = [openUserBrowser(server), makeAuthenticator()]
    await addPasskey(browser, authenticator)
    expect(await (await browser.call('GET', '/api/v1/user/data')).json()).toMatchObject({
      signIn: { passkeys: [{ name: 'Phone' }], providers: [] },
    })
    expect((await browser.call('DELETE', '/api/v1/user/data')).status).toBe(204)
    expect(await problemCode(await signInByPasskey(browser, authenticator))).toBe('identity.passkeyInvalid')
  })
})

describe('a provider of the owner', () => {
  const start = '/user/sso/start?returnTo=/me/'
  async function comeBack(browser: UserBrowser): Promise<Response> {
    const away = await browser.call('GET', start)
    return browser.call('GET', provider.approve(away.headers.get('location') ?? '').replace(server.server.url, ''))
  }

  it('is there for users when the setting says so', async () => {
    expect((await server.call('GET', start)).status).toBe(404)
    await server.json('PUT', '/api/v1/platform/settings/users.ways', {
      key: server.ownerKey,
      body: { value: ['email', 'passkey', 'sso'] },
    })
    await expect.poll(async () => (await server.call('GET', start)).status).toBe(302)
    expect(await server.json('GET', '/api/v1/user/sign-in/sso')).toEqual({
      name: 'Company',
      startPath: '/user/sso/start',
    })
  })

  it('makes an account of a guest, knows it again by its subject, and by an address that it has verified', async () => {
    const [phone, laptop] = [openUserBrowser(server), openUserBrowser(server)]
    provider.claims = { sub: 'wang', email: 'wang@example.com', email_verified: true }
    const openId = await useApp(phone)
    expect((await comeBack(phone)).headers.get('location')).toBe('/me/')
    expect(await (await phone.call('GET', '/api/v1/user')).json()).toEqual({
      kind: 'account',
      email: 'wang@example.com',
    })
    provider.claims = { sub: 'wang' }
    await comeBack(laptop)
    expect(await useApp(laptop)).toBe(openId)
    const mail = openUserBrowser(server)
    await mail.signInByEmail('wang@example.com')
    expect(await useApp(mail)).toBe(openId)
  })

  it('takes no account over by an address that it has not verified', async () => {
    const [owner, thief] = [openUserBrowser(server), openUserBrowser(server)]
    await owner.signInByEmail('li@example.com')
    const openId = await useApp(owner)
    provider.claims = { sub: 'thief', email: 'li@example.com', email_verified: false }
    await comeBack(thief)
    expect(await useApp(thief)).not.toBe(openId)
  })

  it('signs nobody in whose browser did not ask, or with a token that it has not signed', async () => {
    provider.claims = { sub: 'wang' }
    const [asker, other] = [openUserBrowser(server), openUserBrowser(server)]
    const back = provider.approve((await asker.call('GET', start)).headers.get('location') ?? '')
    const answer = await other.call('GET', back.replace(server.server.url, ''))
    expect(answer.headers.get('location')).toBe('/me/?problem=identity.ssoFailed')
    provider.isForger = true
    expect((await comeBack(asker)).headers.get('location')).toBe('/me/?problem=identity.ssoFailed')
    provider.isForger = false
    expect(await (await asker.call('GET', '/api/v1/user')).json()).toMatchObject({ kind: 'guest' })
  })
})

it('the page about oneself shows what is his, with what others could write as text', async () => {
  const browser = openUserBrowser(server)
  const guest = await (await browser.call('GET', '/me/')).text()
  expect(guest).toContain('id="ask"')
  await browser.signInByEmail('page@example.com')
  const response = await browser.call('GET', '/me/')
  const page = await response.text()
  expect(page).toContain('page@example.com')
  expect(page).not.toContain('id="ask"')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

describe('the ways that the owner offers', () => {
  const offer = (value: readonly string[]) =>
    server.json('PUT', '/api/v1/platform/settings/users.ways', { key: server.ownerKey, body: { value } })
  const closed = { code: 'user.wayClosed' }

  it('are the only ones, on the page and behind it; who has an account keeps it', async () => {
    const [phone, guest, authenticator] = [openUserBrowser(server), openUserBrowser(server), makeAuthenticator()]
    await useApp(phone)
    expect((await addPasskey(phone, authenticator)).status).toBe(201)
    const question = authenticator.authenticate(await challenge(guest, '/sign-in/passkey'))
    await offer([])
    const refused = [
      await guest.call('POST', '/api/v1/user/sign-in-code', { email: 'wang@example.com' }),
      await guest.call('POST', '/api/v1/user/sign-in', { email: 'wang@example.com', code: '123456' }),
      await guest.call('POST', '/api/v1/user/sign-in/passkey/options'),
      await guest.call('POST', '/api/v1/user/sign-in/passkey', { response: question }),
      await phone.call('POST', '/api/v1/user/passkeys/options'),
    ]
    for (const answer of refused) expect(await answer.json()).toMatchObject(closed)
    expect((await server.call('GET', '/user/sso/start')).status).toBe(404)
    const page = await (await guest.call('GET', '/me/')).text()
    expect(page).not.toMatch(/id="(?:ask|use-passkey|add-passkey)"|user\/sso\/start/)
    expect(await (await phone.call('GET', '/api/v1/user')).json()).toEqual({ kind: 'account', email: null })
    await offer(['email'])
    const withCode = await (await guest.call('GET', '/me/')).text()
    expect(withCode).toContain('id="ask"')
    expect(withCode).not.toContain('id="use-passkey"')
  })
})
