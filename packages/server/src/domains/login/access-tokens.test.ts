import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { signWithSessionKey } from './session-keys.ts'

let server: TestServer
let appId: string
let secret: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  secret = String((await server.json('POST', `/api/v1/apps/${appId}/secret`, { key: server.ownerKey }))['secret'])
})
afterAll(() => server.stop())

async function plain(): Promise<string> {
  const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret })
  const answer = await server.json('GET', `/cgi-bin/token?${query}`)
  expect(answer).toEqual({ access_token: expect.any(String), expires_in: 7200 })
  return String(answer['access_token'])
}

async function stable(isForced = false): Promise<string> {
  const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: isForced }
  return String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
}

/** 0 when the token is good; the call itself fails for another reason then. */
async function errcodeWith(token: string): Promise<unknown> {
  const answer = await server.json(
    'GET',
    `/wxa/checksession?access_token=${token}&openid=nobody&sig_method=hmac_sha256`,
  )
  return answer['errcode'] === 40003 ? 0 : answer['errcode']
}

async function session(): Promise<{ openid: string; key: string }> {
  const login = await server.call('POST', `/a/${appId}/-/login`, { headers: { origin: server.url } })
  const { code } = Object(await login.json())
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' })
  const answer = await server.json('GET', `/sns/jscode2session?${query}`)
  return { openid: String(answer['openid']), key: String(answer['session_key']) }
}

describe('an access token', () => {
  it('stays the same while it is stable, whatever happens to plain ones', async () => {
    const one = await stable()
    await plain()
    expect(await stable()).toBe(one)
    expect(await errcodeWith(one)).toBe(0)
  })

  it('that is stable ends when the next is forced', async () => {
    const one = await stable()
    const two = await stable(true)
    expect(two).not.toBe(one)
    expect(await errcodeWith(one)).toBe(40001)
    expect(await errcodeWith(two)).toBe(0)
  })

  it('that is plain overlaps with the next one for a while, and is another each time', async () => {
    const one = await plain()
    const two = await plain()
    expect(two).not.toBe(one)
    expect(await errcodeWith(one)).toBe(0)
    expect(await errcodeWith(two)).toBe(0)
  })

  it('is named as missing or wrong', async () => {
    expect(await errcodeWith('')).toBe(41001)
    expect(await errcodeWith('made-up')).toBe(40001)
  })

  it('is not given to a browser', async () => {
    const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret })
    const answer = await server.call('GET', `/cgi-bin/token?${query}`, { headers: { origin: 'https://shop.example' } })
    expect(answer.status).toBe(403)
  })
})

describe('the list of servers of an app', () => {
  it('keeps everybody else out, even with the secret', async () => {
    const own = await server.createApp('Careful')
    const path = `/api/v1/apps/${own}/profile`
    const { secret: ownSecret } = await server.json('POST', `/api/v1/apps/${own}/secret`, { key: server.ownerKey })
    await server.json('PATCH', path, { key: server.ownerKey, body: { serverIps: ['203.0.113.0/24', '2001:db8::1'] } })
    const body = { grant_type: 'client_credential', appid: own, secret: ownSecret }
    expect(await server.json('POST', '/cgi-bin/stable_token', { body })).toMatchObject({
      errcode: 40164,
      errmsg: expect.stringContaining('127.0.0.1'),
    })
    const other = await server.createApp('Local')
    const { secret: otherSecret } = await server.json('POST', `/api/v1/apps/${other}/secret`, { key: server.ownerKey })
    const local = { key: server.ownerKey, body: { serverIps: ['127.0.0.0/8'] } }
    await server.json('PATCH', `/api/v1/apps/${other}/profile`, local)
    const asked = { grant_type: 'client_credential', appid: other, secret: otherSecret }
    expect(await server.json('POST', '/cgi-bin/stable_token', { body: asked })).toHaveProperty('access_token')
  })
})

describe('a session key', () => {
  it('signs as the documented example does: the key is the text, not its bytes', () => {
    expect(signWithSessionKey('o0q0otL8aEzpcZL/FT9WsQ==', '{"foo":"bar"}')).toBe(
      '654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b',
    )
  })

  const signatureOf = (key: string): string => createHmac('sha256', key).update('').digest('hex')

  async function ask(path: string, openid: string, signature: string): Promise<Record<string, unknown>> {
    const query = new URLSearchParams({ access_token: await stable(), openid, signature, sig_method: 'hmac_sha256' })
    return server.json('GET', `/wxa/${path}?${query}`)
  }

  it('is confirmed to whoever has it, and to nobody else', async () => {
    const { openid, key } = await session()
    expect(await ask('checksession', openid, signatureOf(key))).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await ask('checksession', openid, signatureOf('other'))).toMatchObject({ errcode: 87009 })
    expect(await ask('checksession', 'nobody', signatureOf(key))).toMatchObject({ errcode: 40003 })
    const other = await session()
    expect(await ask('checksession', other.openid, signatureOf(key))).toMatchObject({ errcode: 87009 })
  })

  it('is replaced on request, and the one before is worth nothing', async () => {
    const { openid, key } = await session()
    const answer = await ask('resetusersessionkey', openid, signatureOf(key))
    expect(answer).toMatchObject({ errcode: 0, openid, session_key: expect.any(String) })
    expect(await ask('checksession', openid, signatureOf(key))).toMatchObject({ errcode: 87009 })
    expect(await ask('checksession', openid, signatureOf(String(answer['session_key'])))).toMatchObject({ errcode: 0 })
  })
})
