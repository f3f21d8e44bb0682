import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let secret: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  secret = await newSecret(appId)
})
afterAll(() => server.stop())

async function newSecret(app: string): Promise<string> {
  return String((await server.json('POST', `/api/v1/apps/${app}/secret`, { key: server.ownerKey }))['secret'])
}

/** As the host page does: with the cookies of the browser, from the platform's own origin. */
async function login(app = appId, cookie = ''): Promise<{ code: string; cookie: string }> {
  const response = await server.call('POST', `/a/${app}/-/login`, { headers: { origin: server.url, cookie } })
  const code = String(Object(await response.json()).code)
  return { code, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie }
}

interface Exchange {
  app?: string
  secret?: string
  code?: string
  grant?: string
  headers?: Record<string, string>
}

async function exchange(given: Exchange): Promise<Record<string, unknown>> {
  const query = new URLSearchParams({
    appid: given.app ?? appId,
    secret: given.secret ?? secret,
    js_code: given.code ?? '',
    grant_type: given.grant ?? 'authorization_code',
  })
  return server.json('GET', `/sns/jscode2session?${query}`)
}

const hasSession = async (cookie: string): Promise<unknown> =>
  (await server.json('POST', `/a/${appId}/-/session`, { headers: { origin: server.url, cookie } }))['valid']

describe('a login code', () => {
  it('becomes the same openid for the same visitor, and another one in another app', async () => {
    const first = await login()
    const one = await exchange({ code: first.code })
    expect(one).toEqual({
      openid: expect.stringMatching(/^o[0-9a-z]{27}$/),
      session_key: expect.any(String),
      unionid: expect.stringMatching(/^u[0-9a-z]{27}$/),
    })
    expect(Buffer.from(String(one['session_key']), 'base64')).toHaveLength(16)
    const two = await exchange({ code: (await login(appId, first.cookie)).code })
    expect(two['openid']).toBe(one['openid'])
    expect(two['session_key']).not.toBe(one['session_key'])
    const otherApp = await server.createApp('Other')
    const other = await exchange({
      app: otherApp,
      secret: await newSecret(otherApp),
      code: (await login(otherApp, first.cookie)).code,
    })
    expect(other['openid']).not.toBe(one['openid'])
    expect(other['unionid']).toBe(one['unionid'])
    expect((await exchange({ code: (await login()).code }))['openid']).not.toBe(one['openid'])
  })

  it('is good for exactly one of 50 exchanges at the same time, and a second use ends the session', async () => {
    const { code, cookie } = await login()
    const answers = await Promise.all(Array.from({ length: 50 }, () => exchange({ code })))
    expect(answers.filter((answer) => answer['openid'])).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer['errcode']))).toEqual(new Set([undefined, 40163]))
    await exchange({ code })
    expect(await hasSession(cookie)).toBe(false)
  })

  it('makes a session that the app can check', async () => {
    const { code, cookie } = await login()
    expect(await hasSession(cookie)).toBe(false)
    await exchange({ code })
    expect(await hasSession(cookie)).toBe(true)
    expect(await hasSession('')).toBe(false)
    expect(await hasSession('banyan_visitor=made-up')).toBe(false)
  })

  it('of one app is nothing with the secret of another', async () => {
    const otherApp = await server.createApp('Other')
    const { code } = await login()
    expect(await exchange({ app: otherApp, secret: await newSecret(otherApp), code })).toMatchObject({ errcode: 40029 })
    expect(await exchange({ code })).toHaveProperty('openid')
  })

  it.each([
    [{ code: 'made-up' }, 40029],
    [{ code: '' }, 41008],
    [{ code: 'x', secret: '' }, 41004],
    [{ code: 'x', secret: 'bys_wrong' }, 40125],
    [{ code: 'x', app: '' }, 41002],
    [{ code: 'x', app: 'by0000000000000000' }, 40013],
    [{ code: 'x', grant: 'client_credential' }, 40002],
  ])('that is wrong is answered as WeChat answers: %j', async (given, errcode) => {
    expect(await exchange(given)).toMatchObject({ errcode, errmsg: expect.any(String) })
  })

  it('is given to pages of the platform only, and exchanged by servers only', async () => {
    const foreign = await server.call('POST', `/a/${appId}/-/login`, { headers: { origin: 'https://evil.example' } })
    expect(await problemCode(foreign)).toBe('request.crossOrigin')
    const { code } = await login()
    const path = `/sns/jscode2session?appid=${appId}&secret=${secret}&js_code=${code}&grant_type=authorization_code`
    const browser = await server.call('GET', path, { headers: { origin: server.url } })
    expect(browser.status).toBe(403)
    expect(await exchange({ code })).toHaveProperty('openid')
  })
})

describe('an app secret', () => {
  it('is made by owners, recognised by its form, and replaced by the next', async () => {
    const own = await server.createApp('Secretive')
    const first = await newSecret(own)
    expect(first).toMatch(/^bys_[0-9a-z]{38}$/)
    await newSecret(own)
    expect(await exchange({ app: own, secret: first, code: 'x' })).toMatchObject({ errcode: 40125 })
    const third = await server.json('POST', `/api/v1/apps/${own}/secret`, {
      key: server.ownerKey,
      body: { keepPreviousHours: 1 },
    })
    const fourth = await server.json('POST', `/api/v1/apps/${own}/secret`, {
      key: server.ownerKey,
      body: { keepPreviousHours: 1 },
    })
    for (const each of [third, fourth]) {
      expect(await exchange({ app: own, secret: String(each['secret']), code: 'x' })).toMatchObject({ errcode: 40029 })
    }
    const developer = await server.createKey('developer')
    const refused = await server.call('POST', `/api/v1/apps/${own}/secret`, { key: developer })
    expect(await problemCode(refused)).toBe('identity.forbidden')
  })
})
