import { webhookEventSchema, webhookHeader } from '@banyan/contract/webhooks'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startReceiver, type Receiver } from '#testing/receiver.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { signWebhook } from './service.ts'
import { signPush } from './push-format.ts'

let server: TestServer
let appId: string
let base: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  base = `/api/v1/apps/${appId}`
})
afterAll(() => server.stop())

async function receiver(answer?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const started = await startReceiver(answer)
  onTestFinished(() => started.stop())
  return started
}

const create = (url: string, more: Record<string, unknown> = {}): Promise<Response> =>
  server.call('POST', `${base}/webhooks`, { key: server.ownerKey, body: { url, allowsPrivateAddress: true, ...more } })

async function created(url: string): Promise<{ id: string; secret: string }> {
  const { id, secret } = Object(await (await create(url)).json())
  return { id: String(id), secret: String(secret) }
}

const ping = (id: string): Promise<Record<string, unknown>> =>
  server.json('POST', `${base}/webhooks/${id}/ping`, { key: server.ownerKey })

async function deliveries(id: string): Promise<Record<string, unknown>[]> {
  const { items } = await server.json('GET', `${base}/webhooks/${id}/deliveries`, { key: server.ownerKey })
  return Array.isArray(items) ? items : []
}

describe('a webhook', () => {
  it('gets events signed over time, receiver and body', async () => {
    const target = await receiver()
    const { id, secret } = await created(`${target.url}/hook`)
    await ping(id)
    const { headers, body } = await target.next(({ method }) => method === 'POST')
    const timestamp = String(headers[webhookHeader.timestamp])
    expect(headers[webhookHeader.signature]).toBe(signWebhook(secret, { timestamp, id, body }))
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60)
    expect(webhookEventSchema.parse(JSON.parse(body))).toMatchObject({ type: 'ping', appId })
    await vi.waitFor(async () => expect(await deliveries(id)).toMatchObject([{ state: 'delivered', status: 200 }]))
  })

  it('that fails is told again later, and by hand at once', async () => {
    let status = 500
    const target = await receiver(() => ({ status, body: 'no' }))
    const { id } = await created(target.url)
    const { deliveryId } = await ping(id)
    await vi.waitFor(async () =>
      expect(await deliveries(id)).toMatchObject([{ state: 'waiting', status: 500, attempts: 1 }]),
    )
    status = 204
    await server.json('POST', `${base}/deliveries/${String(deliveryId)}/resend`, { key: server.ownerKey })
    await vi.waitFor(async () => expect(await deliveries(id)).toMatchObject([{ state: 'delivered', status: 204 }]))
  })

  it('does not reach a private address unless the owner of the platform said so', async () => {
    const target = await receiver()
    expect(await problemCode(await create(target.url, { allowsPrivateAddress: false }))).toBe('webhook.urlInvalid')
    const answer = await create('https://localhost:1/', { allowsPrivateAddress: false })
    const { id } = Object(await answer.json())
    await ping(String(id))
    await vi.waitFor(async () => expect(await deliveries(String(id))).toMatchObject([{ attempts: 1, status: null }]))
    expect(target.received).toEqual([])
  })

  it('is switched off and removed, and what waits for it goes nowhere', async () => {
    const target = await receiver()
    const { id } = await created(target.url)
    await server.json('PATCH', `${base}/webhooks/${id}`, { key: server.ownerKey, body: { isEnabled: false } })
    await ping(id)
    await vi.waitFor(async () => expect(await deliveries(id)).toMatchObject([{ state: 'failed' }]))
    expect(target.received).toEqual([])
    expect((await server.call('DELETE', `${base}/webhooks/${id}`, { key: server.ownerKey })).status).toBe(204)
    expect((await server.call('DELETE', `${base}/webhooks/${id}`, { key: server.ownerKey })).status).toBe(404)
  })

  it('is for those who may see secrets', async () => {
    const developer = await server.createKey('developer')
    const refused = await server.call('POST', `${base}/webhooks`, {
      key: developer,
      body: { url: 'https://a.example' },
    })
    expect(await problemCode(refused)).toBe('identity.forbidden')
    expect((await server.call('GET', `${base}/webhooks`)).status).toBe(401)
  })
})

describe('the message push', () => {
  const keys = { token: 'token123', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
  const setUp = (url: string): Promise<Response> =>
    server.call('PUT', `${base}/message-push`, {
      key: server.ownerKey,
      body: { url, ...keys, mode: 'plain', format: 'json', allowsPrivateAddress: true },
    })

  it('is taken for an address that signs back what it is sent', async () => {
    const target = await receiver(({ url }) => ({ body: url.searchParams.get('echostr') ?? '' }))
    expect((await setUp(`${target.url}/wx?kept=1`)).status).toBe(200)
    const [{ url } = { url: new URL('http://none') }] = target.received
    const query = url.searchParams
    expect(query.get('kept')).toBe('1')
    expect(query.get('signature')).toBe(signPush(keys.token, query.get('timestamp') ?? '', query.get('nonce') ?? ''))
    expect(await server.json('GET', `${base}/message-push`, { key: server.ownerKey })).toEqual({
      url: `${target.url}/wx?kept=1`,
      mode: 'plain',
      format: 'json',
      allowsPrivateAddress: true,
    })
  })

  it('is refused for one that answers something else', async () => {
    const target = await receiver(() => ({ body: 'hello' }))
    expect(await problemCode(await setUp(target.url))).toBe('webhook.checkFailed')
  })
})
