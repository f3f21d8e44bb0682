import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let token: string
let openId: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  const { secret } = await server.json('POST', `/api/v1/apps/${appId}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: appId, secret }
  token = String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
  const login = await server.call('POST', `/a/${appId}/-/login`, { headers: { origin: server.url } })
  const { code } = Object(await login.json())
  const query = new URLSearchParams({
    appid: appId,
    secret: String(secret),
    js_code: code,
    grant_type: 'authorization_code',
  })
  openId = String((await server.json('GET', `/sns/jscode2session?${query}`))['openid'])
  const items = [
    { text: '赌博', label: 'crime', verdict: 'risky' },
    { text: '加微信', label: 'advertisement', verdict: 'review' },
  ]
  await server.json('PUT', '/api/v1/platform/content-words', { key: server.ownerKey, body: { items } })
})
afterAll(() => server.stop())

const call = (path: string, body: unknown): Promise<Record<string, unknown>> =>
  server.json('POST', `${path}?access_token=${token}`, { body })
const check = (content: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> =>
  call('/wxa/msg_sec_check', { version: 2, scene: 2, openid: openId, content, ...more })

describe('a text', () => {
  it.each([
    ['一杯咖啡', 'pass', 100],
    ['一起赌 博吧', 'risky', 20006],
    ['请加微信', 'review', 10001],
    ['加微信赌博', 'risky', 20006],
  ])('%s is said to be %s', async (content, suggest, label) => {
    expect(await check(content)).toMatchObject({
      errcode: 0,
      result: { suggest, label },
      trace_id: expect.stringMatching(/^txt_/),
    })
  })

  it('is checked with its title and the names beside it', async () => {
    expect(await check('一杯咖啡', { nickname: '赌博之王' })).toMatchObject({
      result: { suggest: 'risky' },
      detail: [{ strategy: 'keyword', keyword: '赌博', suggest: 'risky' }],
    })
  })

  it('is refused with a number by the first version of the call', async () => {
    expect(await call('/wxa/msg_sec_check', { content: '赌博' })).toMatchObject({ errcode: 87014 })
    expect(await call('/wxa/msg_sec_check', { content: '一杯咖啡' })).toMatchObject({ errcode: 0 })
  })

  it.each([
    [{ openid: 'nobody' }, 40003],
    [{ scene: 9 }, 40097],
    [{ content: 'x'.repeat(2501) }, 45002],
    [{ content: '' }, 40097],
  ])('that is wrong is answered as WeChat answers: %j', async (more, errcode) => {
    expect(await check('x', more)).toMatchObject({ errcode })
  })
})

describe('a picture', () => {
  it('that nobody could look at is left to be reviewed, and the app hears of it', async () => {
    const hooks = `/api/v1/apps/${appId}/webhooks`
    const { id } = await server.json('POST', hooks, { key: server.ownerKey, body: { url: 'https://hooks.invalid/' } })
    const answer = await call('/wxa/media_check_async', {
      version: 2,
      scene: 1,
      openid: openId,
      media_type: 2,
      media_url: 'https://127.0.0.1/secret.png',
    })
    expect(answer).toMatchObject({ errcode: 0, trace_id: expect.stringMatching(/^med_/) })
    await vi.waitFor(async () => {
      const { items } = await server.json('GET', `${hooks}/${String(id)}/deliveries`, { key: server.ownerKey })
      const [{ body } = { body: '{}' }] = Array.isArray(items) ? items : []
      expect(JSON.parse(String(body))).toMatchObject({
        type: 'media.checked',
        data: { traceId: answer['trace_id'], suggest: 'review', errcode: -1008 },
      })
    })
  })
})

describe('the list of words', () => {
  it('is for those who moderate the platform', async () => {
    const developer = await server.createKey('developer')
    const path = '/api/v1/platform/content-words'
    expect(await problemCode(await server.call('GET', path, { key: developer }))).toBe('identity.forbidden')
    const body = { items: [] }
    expect(await problemCode(await server.call('PUT', path, { key: developer, body }))).toBe('identity.forbidden')
    expect((await server.call('GET', path)).status).toBe(401)
    expect((await server.json('GET', path, { key: server.ownerKey }))['items']).toHaveLength(2)
  })
})
