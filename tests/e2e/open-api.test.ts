/** An app's back end, written twice: with our own SDK, and with a published one for WeChat of which only the base address is changed. */
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import {
  answerPushCheck,
  checkSessionKey,
  createPageCode,
  createSceneCode,
  createServerClient,
  createUrlLink,
  decryptUserData,
  exchangeCode,
  listTemplates,
  readPhoneNumber,
  readPush,
  resetSessionKey,
  sendSubscribeMessage,
  verifyUserData,
  verifyWebhook,
  type ServerClient,
} from '@banyan/server-sdk'
import { startServerProcess, type ServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { MiniApp, ServerRequest } from 'node-easywechat'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createBrowserUser } from '../support/browser-user.ts'

let folder: string
let server: ServerProcess
let url: string
let appId: string
let secret: string
let client: ServerClient
let templateId: string

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServerProcess({ BANYAN_DATA: folder, BANYAN_UNVERIFIED_PHONES: '1' })
  url = server.ready.localUrl
  appId = String((await owner('POST', '/api/v1/apps', { name: 'Corner shop' }))['id'])
  secret = String((await owner('POST', `/api/v1/apps/${appId}/secret`))['secret'])
  client = createServerClient({ baseUrl: url, appId, secret })
  const keywords = [{ name: 'What', type: 'thing' }]
  const template = { title: 'Your coffee', kind: 'once', keywords }
  templateId = String((await owner('POST', `/api/v1/apps/${appId}/message-templates`, template))['id'])
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.exited
  await rm(folder, { recursive: true, force: true })
})

async function owner(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${server.ready.seed.apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return Object(await answer.json())
}

interface BackEnd {
  url: string
  /** Resolves with the first body that `read` makes something of. */
  heard<T>(read: (request: IncomingMessage, body: string) => T | undefined | Promise<T | undefined>): Promise<T>
}

/** Answers what `reply` says; `heard` looks at requests that have come and that come later. */
async function startBackEnd(
  reply: (request: IncomingMessage, body: string) => string | Promise<string>,
): Promise<BackEnd> {
  const requests: { request: IncomingMessage; body: string }[] = []
  let arrived = (): void => undefined
  const back = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      void Promise.resolve(reply(request, body)).then((text) => {
        requests.push({ request, body })
        response.end(text)
        arrived()
      })
    })
  })
  back.listen(0, '127.0.0.1')
  await once(back, 'listening')
  onTestFinished(() => {
    back.closeAllConnections()
    back.close()
  })
  const address = back.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/push`,
    async heard(read) {
      for (let index = 0; ; index++) {
        while (index >= requests.length) {
          await new Promise<void>((resolve) => {
            arrived = resolve
          })
        }
        const entry = requests[index]
        const found = entry && (await read(entry.request, entry.body))
        if (found !== undefined) return found
      }
    },
  }
}

const queryOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(new URL(request.url ?? '/', 'http://back.example').searchParams)

const pushKeys = { token: 'token123', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
const pushTo = (target: string, format: 'json' | 'xml'): Promise<unknown> =>
  owner('PUT', `/api/v1/apps/${appId}/message-push`, {
    url: target,
    ...pushKeys,
    mode: 'safe',
    format,
    allowsPrivateAddress: true,
  })

describe('our own SDK', () => {
  it('knows a user by his code, and his key for as long as it is good', async () => {
    const user = createBrowserUser(url, appId)
    const session = await exchangeCode(client, await user.login())
    expect(session).toMatchObject({ openId: expect.stringMatching(/^o/), unionId: expect.stringMatching(/^u/) })
    expect(await checkSessionKey(client, session)).toBe(true)
    const next = await resetSessionKey(client, session)
    expect(await checkSessionKey(client, session)).toBe(false)
    expect(await checkSessionKey(client, next)).toBe(true)
    await expect(exchangeCode(client, 'made-up')).rejects.toMatchObject({ name: 'WechatApiError', code: 40029 })
  })

  it('opens what the user sends, and refuses what he has changed', async () => {
    const user = createBrowserUser(url, appId)
    const { openId, sessionKey } = await exchangeCode(client, await user.login())
    const signed = await user.ask('user-info')
    const [encryptedData, iv, signature] = ['encryptedData', 'iv', 'signature'].map((name) => String(signed[name]))
    if (encryptedData === undefined || iv === undefined || signature === undefined) throw new Error('nothing signed')
    const data = decryptUserData({ encryptedData, iv, sessionKey, appId })
    expect(data).toMatchObject({ openId, watermark: { appid: appId } })
    expect(() => decryptUserData({ encryptedData, iv, sessionKey, appId: 'by0000000000000000' })).toThrow('another app')
    const late = Date.now() + 2 * 86_400_000
    expect(() => decryptUserData({ encryptedData, iv, sessionKey, appId, now: late })).toThrow('too old')
    const { openId: _, unionId: __, watermark: ___, ...profile } = data
    expect(verifyUserData({ rawData: JSON.stringify(profile), signature, sessionKey })).toBe(true)
    expect(verifyUserData({ rawData: JSON.stringify({ ...profile, nickName: 'x' }), signature, sessionKey })).toBe(
      false,
    )
    const { code } = await user.ask('phone-number', { phoneNumber: '+86 13800138000' })
    expect(await readPhoneNumber(client, String(code))).toMatchObject({ purePhoneNumber: '13800138000' })
  })

  it('sends a message to whoever has agreed, and hears of it by webhook', async () => {
    const back = await startBackEnd(() => '')
    const hook = { url: back.url, events: ['message.sent'], allowsPrivateAddress: true }
    const { secret: hookSecret } = await owner('POST', `/api/v1/apps/${appId}/webhooks`, hook)
    const user = createBrowserUser(url, appId)
    const { openId } = await exchangeCode(client, await user.login())
    expect(await listTemplates(client)).toMatchObject([{ id: templateId, kind: 'once' }])
    const message = { openId, templateId, data: { thing1: 'Flat white' } }
    await expect(sendSubscribeMessage(client, message)).rejects.toMatchObject({ code: 43101 })
    await user.ask('subscribe', { answers: { [templateId]: 'accept' }, isKept: false })
    await sendSubscribeMessage(client, message)
    const event = await back.heard(({ headers }, body) => verifyWebhook({ secret: String(hookSecret), headers, body }))
    expect(event).toMatchObject({ type: 'message.sent', appId, data: { openid: openId, templateId } })
    await back.heard(({ headers }, body) => {
      expect(() => verifyWebhook({ secret: 'byw_other', headers, body })).toThrow('signature')
      const late = Date.now() + 600_000
      expect(() => verifyWebhook({ secret: String(hookSecret), headers, body, now: late })).toThrow('too old')
      return true
    })
  })

  it('reads pushes that are encrypted', async () => {
    const keys = { appId, ...pushKeys }
    const back = await startBackEnd((request) =>
      request.method === 'GET' ? answerPushCheck(keys, queryOf(request)) : 'success',
    )
    await pushTo(back.url, 'json')
    const user = createBrowserUser(url, appId)
    const { openId } = await exchangeCode(client, await user.login())
    await user.ask('subscribe', { answers: { [templateId]: 'accept' }, isKept: false })
    const message = await back.heard((request, body) => {
      if (request.method !== 'POST') return undefined
      expect(body).not.toContain(openId)
      return readPush(keys, queryOf(request), body)
    })
    expect(message).toMatchObject({ FromUserName: openId, MsgType: 'event', Event: 'subscribe_msg_popup_event' })
  })

  it('makes codes and links', async () => {
    const png = [0x89, 0x50, 0x4e, 0x47]
    expect([...(await createPageCode(client, 'pages/item/item?id=7')).subarray(0, 4)]).toEqual(png)
    expect([...(await createSceneCode(client, { scene: 'a=1', page: '' })).subarray(0, 4)]).toEqual(png)
    expect(await createUrlLink(client, { path: 'pages/item/item', days: 3 })).toContain('/l/')
    await expect(createSceneCode(client, { scene: '', page: '' })).rejects.toMatchObject({ code: 40129 })
  })

  it('asks for one token only, and for another one when that has ended', async () => {
    const tokens: string[] = []
    const tokenStore = {
      read: () => ({ token: tokens.at(-1) ?? 'ended', expiresAt: Date.now() + 3_600_000 }),
      write: (_appId: string, { token }: { token: string }) => void tokens.push(token),
    }
    const careful = createServerClient({ baseUrl: url, appId, secret, tokenStore })
    await listTemplates(careful)
    await listTemplates(careful)
    expect(tokens).toHaveLength(1)
  })
})

describe('a published SDK for WeChat', () => {
  const createApp = (more: Record<string, unknown> = {}): MiniApp =>
    new MiniApp({
      app_id: appId,
      secret,
      token: pushKeys.token,
      aes_key: pushKeys.encodingAesKey,
      http: { baseURL: `${url}/` },
      ...more,
    })

  it('knows users, and opens their data', async () => {
    const user = createBrowserUser(url, appId)
    const utils = createApp().getUtils()
    const session = await utils.codeToSession(await user.login())
    expect(session).toMatchObject({ openid: expect.stringMatching(/^o/), session_key: expect.any(String) })
    const signed = await user.ask('user-info')
    const data = utils.decryptSession(session['session_key'], String(signed['iv']), String(signed['encryptedData']))
    expect(data).toMatchObject({ openId: session['openid'], watermark: { appid: appId } })
    await expect(utils.codeToSession('made-up')).rejects.toThrow('40029')
  })

  it.each([false, true])('calls with a token, stable: %s', async (isStable) => {
    const user = createBrowserUser(url, appId)
    const app = createApp({ use_stable_access_token: isStable })
    const { openid } = await app.getUtils().codeToSession(await user.login())
    const call = app.getClient()
    await user.ask('subscribe', { answers: { [templateId]: 'accept' }, isKept: false })
    const message = { touser: openid, template_id: templateId, data: { thing1: { value: 'Flat white' } } }
    const sent = await call.postJson('/cgi-bin/message/subscribe/send', message)
    expect(sent.toObject()).toMatchObject({ errcode: 0 })
    const list = await call.get('/wxaapi/newtmpl/gettemplate')
    expect(list.toObject()).toMatchObject({ errcode: 0, data: [{ priTmplId: templateId }] })
    const code = await call.postJson('/wxa/getwxacodeunlimit', { scene: 'a=1', page: 'pages/item/item' })
    expect(String(code.getHeader('content-type'))).toBe('image/png')
  })

  it('answers the check of its address and reads pushes that are encrypted', async () => {
    const events: { from: unknown; event: unknown }[] = []
    const back = await startBackEnd(async (request, body) => {
      const app = createApp()
      app.setRequest(new ServerRequest(request.method ?? 'GET', request.url ?? '/', request.headers, body))
      const receiver = app.getServer()
      receiver.with(async (message, next) => {
        events.push({ from: message.FromUserName, event: message.Event })
        return next?.(message)
      })
      return String((await receiver.serve()).getBody())
    })
    await pushTo(back.url, 'xml')
    const user = createBrowserUser(url, appId)
    const { openid } = await createApp()
      .getUtils()
      .codeToSession(await user.login())
    await user.ask('subscribe', { answers: { [templateId]: 'accept' }, isKept: false })
    // What an earlier test could not deliver any more may come first.
    const event = await back.heard(() => events.find(({ from }) => from === openid))
    expect(event).toEqual({ from: openid, event: 'subscribe_msg_popup_event' })
  })
})
