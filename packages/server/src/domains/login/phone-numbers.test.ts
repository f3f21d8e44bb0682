import { createDecipheriv, createHash } from 'node:crypto'
import { anonymousProfile } from '@banyan/contract/profile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let secret: string
beforeAll(async () => {
  server = await startTestServer({ allowsUnverifiedPhones: true })
  appId = await server.createApp()
  secret = await newSecret(appId)
})
afterAll(() => server.stop())

async function newSecret(app: string): Promise<string> {
  return String((await server.json('POST', `/api/v1/apps/${app}/secret`, { key: server.ownerKey }))['secret'])
}

async function accessToken(app = appId, appSecret = secret): Promise<string> {
  const query = new URLSearchParams({ grant_type: 'client_credential', appid: app, secret: appSecret })
  return String((await server.json('GET', `/cgi-bin/token?${query}`))['access_token'])
}

/** As the host page does, with the cookies of its browser. */
function fromPage(name: string, cookie = '', body?: unknown): Promise<Response> {
  return server.call('POST', `/a/${appId}/-/${name}`, { headers: { origin: server.url, cookie }, body })
}

async function phoneCode(phoneNumber = '13800138000', cookie = ''): Promise<Record<string, unknown>> {
  const response = await fromPage('phone-number', cookie, { phoneNumber })
  return Object(await response.json())
}

const redeem = async (token: string, code: unknown): Promise<Record<string, unknown>> =>
  server.json('POST', `/wxa/business/getuserphonenumber?access_token=${token}`, { body: { code } })

/** A visitor with a session, and its key as the app's server knows it. */
async function session(): Promise<{ cookie: string; key: string; openId: string }> {
  const login = await fromPage('login')
  const { code } = Object(await login.json())
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' })
  const answer = await server.json('GET', `/sns/jscode2session?${query}`)
  return { cookie, key: String(answer['session_key']), openId: String(answer['openid']) }
}

function decrypt(data: Record<string, unknown>, key: string): unknown {
  const [bytes, iv] = [Buffer.from(key, 'base64'), Buffer.from(String(data['iv']), 'base64')]
  const decipher = createDecipheriv('aes-128-cbc', bytes, iv)
  return JSON.parse(decipher.update(String(data['encryptedData']), 'base64', 'utf8') + decipher.final('utf8'))
}

describe('a phone number', () => {
  it('goes to the server of the app alone, for a code that is good once', async () => {
    const { code, ...rest } = await phoneCode('+86 13800138000')
    expect(rest).toEqual({})
    const token = await accessToken()
    expect(await redeem(token, code)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '+86 13800138000',
        purePhoneNumber: '13800138000',
        countryCode: '86',
        watermark: { appid: appId, timestamp: expect.any(Number) },
      },
    })
    expect(await redeem(token, code)).toMatchObject({ errcode: 40029 })
  })

  it('is nothing for another app, and nothing without a token', async () => {
    const other = await server.createApp('Other')
    const { code } = await phoneCode()
    expect(await redeem(await accessToken(other, await newSecret(other)), code)).toMatchObject({ errcode: 40029 })
    expect(await redeem('made-up', code)).toMatchObject({ errcode: 40001 })
    expect(await redeem(await accessToken(), code)).toMatchObject({ errcode: 0 })
  })

  it('is encrypted as well for a user who has a session', async () => {
    const { cookie, key } = await session()
    expect(decrypt(await phoneCode('13900139000', cookie), key)).toMatchObject({
      phoneNumber: '13900139000',
      watermark: { appid: appId },
    })
  })

  it('must look like one', async () => {
    expect(await problemCode(await fromPage('phone-number', '', { phoneNumber: 'abc' }))).toBe('request.invalid')
  })

  it('is not taken where nobody has said that unverified ones will do', async () => {
    const careful = await startTestServer()
    const app = await careful.createApp()
    const answer = await careful.call('POST', `/a/${app}/-/phone-number`, {
      headers: { origin: careful.url },
      body: { phoneNumber: '13800138000' },
    })
    expect(await problemCode(answer)).toBe('login.phonesOff')
    await careful.stop()
  })
})

describe('an access token', () => {
  it.each([
    [{ secret: 'bys_wrong' }, 40125],
    [{ appid: 'by0000000000000000' }, 40013],
    [{ grant_type: 'password' }, 40002],
  ])('is refused as WeChat refuses: %j', async (given, errcode) => {
    const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret, ...given })
    expect(await server.json('GET', `/cgi-bin/token?${query}`)).toMatchObject({ errcode })
    const body = { grant_type: 'client_credential', appid: appId, secret, ...given }
    expect(await server.json('POST', '/cgi-bin/stable_token', { body })).toMatchObject({ errcode })
  })
})

describe('the profile', () => {
  it('is signed and encrypted with the key of the session', async () => {
    const { cookie, key, openId } = await session()
    const answer = Object(await (await fromPage('user-info', cookie)).json())
    const rawData = JSON.stringify(anonymousProfile)
    expect(answer.signature).toBe(
      createHash('sha1')
        .update(rawData + key)
        .digest('hex'),
    )
    expect(decrypt(answer, key)).toMatchObject({ openId, nickName: '微信用户', watermark: { appid: appId } })
  })

  it('has no signature for a visitor without a session', async () => {
    expect(await (await fromPage('user-info')).json()).toEqual({})
  })
})
