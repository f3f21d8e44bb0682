import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let token: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp('Corner shop')
  token = await tokenOf(appId)
})
afterAll(() => server.stop())

async function tokenOf(app: string): Promise<string> {
  const { secret } = await server.json('POST', `/api/v1/apps/${app}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: app, secret }
  return String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
}

const call = (path: string, body?: unknown, by = token): Promise<Record<string, unknown>> =>
  server.json(body === undefined ? 'GET' : 'POST', `${path}${path.includes('?') ? '&' : '?'}access_token=${by}`, {
    body,
  })

async function visitor(): Promise<{ cookie: string; openId: string }> {
  const { secret } = await server.json('POST', `/api/v1/apps/${appId}/secret`, {
    key: server.ownerKey,
    body: { keepPreviousHours: 1 },
  })
  const login = await server.call('POST', `/a/${appId}/-/login`, { headers: { origin: server.url } })
  const { code } = Object(await login.json())
  const query = new URLSearchParams({
    appid: appId,
    secret: String(secret),
    js_code: code,
    grant_type: 'authorization_code',
  })
  const { openid } = await server.json('GET', `/sns/jscode2session?${query}`)
  return { cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '', openId: String(openid) }
}

const fromPage = (name: string, cookie: string, body: unknown): Promise<Response> =>
  server.call('POST', `/a/${appId}/-/${name}`, { headers: { origin: server.url, cookie }, body })

async function template(kind: 'once' | 'longTerm' = 'once'): Promise<string> {
  const body = {
    title: 'Your coffee',
    kind,
    keywords: [
      { name: 'What', type: 'thing' },
      { name: 'Price', type: 'amount' },
    ],
  }
  const path = `/api/v1/apps/${appId}/message-templates`
  return String((await server.json('POST', path, { key: server.ownerKey, body }))['id'])
}

const coffee = { thing1: { value: 'Flat white' }, amount2: { value: '¥22.50' } }
const send = (
  openId: string,
  templateId: string,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> =>
  call('/cgi-bin/message/subscribe/send', { touser: openId, template_id: templateId, data: coffee, ...more })

describe('the templates of an app', () => {
  it('come from the library, with the keywords that were chosen in their order', async () => {
    const { data } = await call('/wxaapi/newtmpl/getpubtemplatetitles?ids=1&start=0&limit=3')
    expect(data).toHaveLength(3)
    expect(await call('/wxaapi/newtmpl/getpubtemplatekeywords?tid=1004')).toMatchObject({ errcode: 0, count: 5 })
    const added = await call('/wxaapi/newtmpl/addtemplate', { tid: '1004', kidList: [3, 1], sceneDesc: 'queue' })
    expect(added).toMatchObject({ errcode: 0, priTmplId: expect.stringMatching(/^.{43}$/) })
    const id = added['priTmplId']
    const list = await call('/wxaapi/newtmpl/gettemplate')
    expect(list['data']).toContainEqual(
      expect.objectContaining({
        priTmplId: id,
        type: 2,
        content: '餐品:{{thing1.DATA}}\n取餐码:{{character_string2.DATA}}\n',
      }),
    )
    expect(await call('/wxaapi/newtmpl/deltemplate', { priTmplId: id })).toMatchObject({ errcode: 0 })
    expect(await call('/wxaapi/newtmpl/deltemplate', { priTmplId: id })).toMatchObject({ errcode: 40037 })
  })

  it.each([
    [{ tid: 1, kidList: [1, 2] }, 200014],
    [{ tid: 1004, kidList: [1] }, 200020],
    [{ tid: 1004, kidList: [1, 1] }, 200020],
    [{ tid: 1004, kidList: [1, 99] }, 200020],
    [{ tid: 1004 }, 40097],
  ])('are refused as WeChat refuses: %j', async (input, errcode) => {
    expect(await call('/wxaapi/newtmpl/addtemplate', input)).toMatchObject({ errcode })
  })

  it('are its own, and nobody else sees or changes them', async () => {
    const id = await template()
    const developer = await server.createKey('developer')
    const path = `/api/v1/apps/${appId}/message-templates`
    expect((await server.json('GET', path, { key: developer }))['items']).toContainEqual(
      expect.objectContaining({ id }),
    )
    expect(await problemCode(await server.call('DELETE', `${path}/${id}`, { key: developer }))).toBe(
      'identity.forbidden',
    )
    expect((await server.call('GET', path)).status).toBe(401)
    const other = await tokenOf(await server.createApp('Other'))
    expect(await call('/wxaapi/newtmpl/deltemplate', { priTmplId: id }, other)).toMatchObject({ errcode: 40037 })
  })
})

describe('a message', () => {
  it('reaches a user once for each time that he agreed', async () => {
    const id = await template()
    const { cookie, openId } = await visitor()
    expect(await send(openId, id)).toMatchObject({ errcode: 43101 })
    for (const _ of [1, 2]) await fromPage('subscribe', cookie, { answers: { [id]: 'accept' }, isKept: false })
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(openId, id)))
    expect(answers.filter(({ errcode }) => errcode === 0)).toHaveLength(2)
    expect(answers.filter(({ errcode }) => errcode === 43101)).toHaveLength(4)
    const inbox = await (await server.call('GET', '/inbox/', { headers: { cookie } })).text()
    expect(inbox.match(/Flat white/g)).toHaveLength(2)
    expect(inbox).toContain('Corner shop')
  })

  it('of a long-term template comes until the user takes it back', async () => {
    const id = await template('longTerm')
    const { cookie, openId } = await visitor()
    await fromPage('subscribe', cookie, { answers: { [id]: 'accept' }, isKept: false })
    for (const _ of [1, 2, 3]) expect(await send(openId, id)).toMatchObject({ errcode: 0 })
    await fromPage('subscribe', cookie, { answers: { [id]: 'reject' }, isKept: false })
    expect(await send(openId, id)).toMatchObject({ errcode: 43101 })
  })

  it('does not come while the main switch is off, and the user is not even asked', async () => {
    const id = await template()
    const { cookie, openId } = await visitor()
    await fromPage('subscribe', cookie, { answers: { [id]: 'accept' }, isKept: false })
    await fromPage('message-switch', cookie, { isOn: false })
    expect(await send(openId, id)).toMatchObject({ errcode: 43101 })
    const state = await (await fromPage('subscriptions', cookie, { templateIds: [id] })).json()
    expect(state).toMatchObject({ mainSwitch: false })
    expect(await problemCode(await fromPage('subscribe', cookie, { answers: { [id]: 'accept' }, isKept: false }))).toBe(
      'message.switchedOff',
    )
  })

  it('leads to its page from the inbox, and only the person who got it', async () => {
    const id = await template()
    const { cookie, openId } = await visitor()
    await fromPage('subscribe', cookie, { answers: { [id]: 'accept' }, isKept: false })
    const { msgid } = await send(openId, id, { page: 'pages/order/order?id=7' })
    const open = `/inbox/open/${appId}/${String(msgid)}`
    const hook = await server.json('POST', `/api/v1/apps/${appId}/webhooks`, {
      key: server.ownerKey,
      body: { url: 'https://hook.example', events: ['message.clicked'] },
    })
    const mine = await server.call('GET', open, { headers: { cookie } })
    expect(mine.headers.get('location')).toBe(`/a/${appId}/pages/order/order?id=7`)
    const other = await visitor()
    expect((await server.call('GET', open, { headers: { cookie: other.cookie } })).headers.get('location')).toBe(
      '/inbox/',
    )
    const log = `/api/v1/apps/${appId}/webhooks/${String(hook['id'])}/deliveries`
    const { items } = z
      .object({ items: z.array(z.object({ body: z.string() })) })
      .parse(await server.json('GET', log, { key: server.ownerKey }))
    expect(items.map(({ body }) => Object(JSON.parse(body)))).toMatchObject([
      { type: 'message.clicked', data: { openid: openId, templateId: id, messageId: msgid } },
    ])
  })

  it('is part of what a person can read of himself and have erased', async () => {
    const id = await template()
    const { cookie, openId } = await visitor()
    const other = await visitor()
    for (const each of [cookie, other.cookie])
      await fromPage('subscribe', each, { answers: { [id]: 'accept' }, isKept: true })
    await Promise.all([openId, other.openId].map((each) => send(each, id)))
    const data = (by: string, method = 'GET') => server.call(method, '/api/v1/user/data', { headers: { cookie: by } })
    const found = { messages: { consents: [{ appId, templateId: id, kept: 'accept' }], messages: [{ readAt: null }] } }
    expect(await (await data(cookie)).json()).toMatchObject(found)
    expect((await data(cookie, 'DELETE')).status).toBe(204)
    expect(await send(openId, id)).toMatchObject({
      errcode: expect.any(Number),
      errmsg: expect.not.stringMatching(/^ok/),
    })
    expect(await (await data(other.cookie)).json()).toMatchObject(found)
  })

  it.each([
    [{ touser: 'nobody' }, 40003],
    [{ template_id: 'nothing' }, 40037],
    [{ page: 'https://evil.example/' }, 41030],
    [{ page: '//evil.example/' }, 41030],
    [{ data: { thing1: { value: '' }, amount2: { value: '1' } } }, 47003],
    [{ data: { thing1: { value: 'x'.repeat(21) }, amount2: { value: '1' } } }, 47003],
    [{ data: { thing1: { value: 'x' }, amount2: { value: 'a lot of money' } } }, 47003],
    [{ data: { thing1: { value: 'x' } } }, 47003],
    [{ data: 'x' }, 40097],
  ])('that is wrong is refused as WeChat refuses, and costs no consent: %j', async (wrong, errcode) => {
    const id = await template()
    const { cookie, openId } = await visitor()
    await fromPage('subscribe', cookie, { answers: { [id]: 'accept' }, isKept: false })
    expect(await send(openId, id, wrong)).toMatchObject({ errcode })
    expect(await send(openId, id)).toMatchObject({ errcode: 0 })
  })
})

describe('the question to the user', () => {
  it('names the templates, and what he wants to be answered for him', async () => {
    const id = await template()
    const { cookie } = await visitor()
    await fromPage('subscribe', cookie, { answers: { [id]: 'reject' }, isKept: true })
    const state = await (await fromPage('subscriptions', cookie, { templateIds: [id] })).json()
    expect(state).toEqual({
      mainSwitch: true,
      templates: [{ id, title: 'Your coffee', kind: 'once', keywords: ['What', 'Price'], kept: 'reject' }],
    })
  })

  it('knows only templates of this app, and one kind at a time', async () => {
    const { cookie } = await visitor()
    const ask = async (templateIds: string[]) => problemCode(await fromPage('subscriptions', cookie, { templateIds }))
    expect(await ask(['made-up'])).toBe('message.templateNotFound')
    expect(await ask([await template('once'), await template('longTerm')])).toBe('message.kindsMixed')
    const foreign = await server.call('POST', `/a/${appId}/-/subscriptions`, {
      headers: { origin: 'https://evil.example', cookie },
      body: { templateIds: ['x'] },
    })
    expect(await problemCode(foreign)).toBe('request.crossOrigin')
  })
})
