import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startReceiver } from '#testing/receiver.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let secret: string
let token: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp('Corner shop')
  secret = String((await server.json('POST', `/api/v1/apps/${appId}/secret`, { key: server.ownerKey }))['secret'])
  const body = { grant_type: 'client_credential', appid: appId, secret }
  token = String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
})
afterAll(() => server.stop())

async function visitor(): Promise<{ cookie: string; openId: string }> {
  const login = await server.call('POST', `/a/${appId}/-/login`, { headers: { origin: server.url } })
  const { code } = Object(await login.json())
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' })
  const { openid } = await server.json('GET', `/sns/jscode2session?${query}`)
  return { cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '', openId: String(openid) }
}

const page = (method: string, path: string, cookie: string, body?: unknown): Promise<Response> =>
  server.call(method, path, { headers: { origin: server.url, cookie }, body })
const say = (cookie: string, text: string): Promise<Response> =>
  page('POST', `/inbox/chat/${appId}/messages`, cookie, { text })
const reply = (openId: string, body: Record<string, unknown> = { msgtype: 'text', text: { content: 'Hello' } }) =>
  server.json('POST', `/cgi-bin/message/custom/send?access_token=${token}`, { body: { touser: openId, ...body } })

async function seen(cookie: string): Promise<Record<string, unknown>> {
  return Object(await (await page('GET', `/inbox/chat/${appId}/messages`, cookie)).json())
}

describe('customer service', () => {
  it('answers a user who wrote, at most five times for each of his messages', async () => {
    const { cookie, openId } = await visitor()
    expect(await reply(openId)).toMatchObject({ errcode: 45015 })
    expect((await say(cookie, 'Is it open?')).status).toBe(201)
    const answers = await Promise.all(Array.from({ length: 8 }, () => reply(openId)))
    expect(answers.filter(({ errcode }) => errcode === 0)).toHaveLength(5)
    expect(answers.filter(({ errcode }) => errcode === 45047)).toHaveLength(3)
    await say(cookie, 'Thanks')
    expect(await reply(openId)).toMatchObject({ errcode: 0 })
    const { messages } = await seen(cookie)
    expect(messages).toHaveLength(8)
  })

  it('answers one message to a user who only came in', async () => {
    const { cookie, openId } = await visitor()
    const { url } = Object(await (await page('POST', `/a/${appId}/-/contact`, cookie, { from: 'order 7' })).json())
    expect(await (await page('GET', String(url), cookie)).text()).toContain('Corner shop')
    expect(await reply(openId)).toMatchObject({ errcode: 0 })
    expect(await reply(openId)).toMatchObject({ errcode: 45047 })
  })

  it('shows a user all that was said, and forgets it when he says so', async () => {
    const { cookie, openId } = await visitor()
    await say(cookie, 'Is it open?')
    await reply(openId)
    const data = await (await page('GET', '/api/v1/user/data', cookie)).json()
    expect(data).toMatchObject({
      conversations: [{ sender: 'user', content: { text: 'Is it open?' } }, { content: { text: 'Hello' } }],
    })
    expect((await page('DELETE', '/api/v1/user/data', cookie)).status).toBe(204)
    expect(await reply(openId)).toMatchObject({ errcode: expect.any(Number), errmsg: expect.not.stringMatching(/^ok/) })
  })

  it('shows that somebody is writing until he has written', async () => {
    const { cookie, openId } = await visitor()
    await say(cookie, 'Hello?')
    const body = { touser: openId, command: 'Typing' }
    await server.json('POST', `/cgi-bin/message/custom/typing?access_token=${token}`, { body })
    expect(await seen(cookie)).toMatchObject({ isTyping: true })
    await reply(openId)
    expect(await seen(cookie)).toMatchObject({ isTyping: false })
  })

  it('sends pictures, links and pages', async () => {
    const { cookie, openId } = await visitor()
    await say(cookie, 'Show me')
    const form = new FormData()
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex')
    form.set('media', new Blob([new Uint8Array(png)]), 'cup.png')
    const upload = await fetch(`${server.url}/cgi-bin/media/upload?access_token=${token}&type=image`, {
      method: 'POST',
      body: form,
    })
    const { media_id: mediaId } = Object(await upload.json())
    const back = await server.call('GET', `/cgi-bin/media/get?access_token=${token}&media_id=${mediaId}`)
    expect(Buffer.from(await back.arrayBuffer())).toEqual(png)
    expect(await reply(openId, { msgtype: 'image', image: { media_id: mediaId } })).toMatchObject({ errcode: 0 })
    const item = { title: 'The cup', pagepath: 'pages/item/item?id=7', thumb_media_id: mediaId }
    expect(await reply(openId, { msgtype: 'miniprogrampage', miniprogrampage: item })).toMatchObject({ errcode: 0 })
    expect(await seen(cookie)).toMatchObject({
      messages: [
        { sender: 'user', text: 'Show me' },
        { sender: 'app', kind: 'image', image: `/inbox/chat/${appId}/media/${mediaId}` },
        { sender: 'app', kind: 'page', text: 'The cup', href: `/a/${appId}/pages/item/item?id=7` },
      ],
    })
    const picture = await page('GET', `/inbox/chat/${appId}/media/${mediaId}`, cookie)
    expect(picture.headers.get('content-type')).toBe('image/png')
  })

  it.each([
    [{ msgtype: 'image', image: { media_id: 'nothing' } }, 40007],
    [{ msgtype: 'link', link: { title: 'x', description: 'x', url: 'javascript:alert(1)' } }, 40097],
    [{ msgtype: 'dance' }, 40097],
    [{ touser: 'nobody', msgtype: 'text', text: { content: 'x' } }, 40003],
  ])('refuses as WeChat refuses: %j', async (body, errcode) => {
    const { cookie, openId } = await visitor()
    await say(cookie, 'Hello?')
    expect(await reply(openId, body)).toMatchObject({ errcode })
  })

  it('is heard by the server of the app, by push and by webhook', async () => {
    const target = await startReceiver(({ url }) => ({ body: url.searchParams.get('echostr') ?? 'success' }))
    const base = `/api/v1/apps/${appId}`
    const keys = { token: 'token123', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
    await server.json('PUT', `${base}/message-push`, {
      key: server.ownerKey,
      body: { url: `${target.url}/push`, ...keys, mode: 'plain', format: 'json', allowsPrivateAddress: true },
    })
    await server.json('POST', `${base}/webhooks`, {
      key: server.ownerKey,
      body: { url: `${target.url}/hook`, allowsPrivateAddress: true, events: ['customer.message'] },
    })
    const { cookie, openId } = await visitor()
    await page('POST', `/a/${appId}/-/contact`, cookie, { from: 'order 7' })
    await say(cookie, 'Is it open?')
    await vi.waitFor(() => expect(target.received.filter(({ method }) => method === 'POST')).toHaveLength(3))
    const bodies = target.received.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body))
    expect(bodies).toContainEqual(
      expect.objectContaining({ FromUserName: openId, Event: 'user_enter_tempsession', SessionFrom: 'order 7' }),
    )
    expect(bodies).toContainEqual(
      expect.objectContaining({ FromUserName: openId, MsgType: 'text', Content: 'Is it open?' }),
    )
    expect(bodies).toContainEqual(
      expect.objectContaining({ type: 'customer.message', data: expect.objectContaining({ text: 'Is it open?' }) }),
    )
    await target.stop()
  })

  it('shows a conversation to nobody else', async () => {
    const one = await visitor()
    await say(one.cookie, 'My secret')
    const other = await visitor()
    expect(await seen(other.cookie)).toMatchObject({ messages: [] })
    expect(await problemCode(await page('GET', `/inbox/chat/${appId}/messages`, ''))).toBe('identity.signInRequired')
    const foreign = await server.call('POST', `/inbox/chat/${appId}/messages`, {
      headers: { origin: 'https://evil.example', cookie: one.cookie },
      body: { text: 'x' },
    })
    expect(await problemCode(foreign)).toBe('request.crossOrigin')
  })
})
