import { createServer, type Server } from 'node:http'
import { gatewayLogSchema, type GatewayLog } from '@banyan/contract/gateway-log'
import { gatewayHeader } from '@banyan/contract/gateway'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

const origin = 'https://api.example.com'
let server: TestServer
let target: Server
let appId: string

beforeAll(async () => {
  target = createServer((request, response) => {
    response.statusCode = request.url?.startsWith('/missing') ? 404 : 200
    if (request.url === '/catalogue') response.setHeader('Cache-Control', 'public, max-age=60')
    response.end('the answer is private')
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  const address = target.address()
  const upstream = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  server = await startTestServer()
  appId = await server.createApp()
  await server.json('PATCH', `/api/v1/apps/${appId}`, {
    key: server.ownerKey,
    body: { requestDomains: [{ origin, upstream }] },
  })
})
afterAll(async () => {
  await server.stop()
  target.closeAllConnections()
  await new Promise((resolve) => target.close(resolve))
})

async function send(url: string, method = 'GET'): Promise<void> {
  const response = await server.call('POST', `/gateway/${appId}`, {
    ...(method === 'POST' && { body: 'the question is private' }),
    headers: {
      origin: server.url,
      [gatewayHeader.url]: encodeURIComponent(url),
      [gatewayHeader.method]: method,
    },
  })
  await response.arrayBuffer()
}

const logAddress = (query = ''): string => `/api/v1/apps/${appId}/gateway-log${query}`
const readLog = async (query = ''): Promise<GatewayLog> =>
  gatewayLogSchema.parse(await server.json('GET', logAddress(query), { key: server.ownerKey }))

describe('the log of the gateway', () => {
  it('tells developers where requests went and how they ended, refusals included, newest first', async () => {
    await send(`${origin}/orders`)
    await send(`${origin}/missing`, 'POST')
    await send('https://elsewhere.example/x')
    const { items } = await readLog()
    expect(items.map(({ method, url, status, failure }) => [method, url, status, failure])).toEqual([
      ['GET', 'https://elsewhere.example/x', null, 'gateway.originRefused'],
      ['POST', `${origin}/missing`, 404, null],
      ['GET', `${origin}/orders`, 200, null],
    ])
    expect((await readLog('?outcome=failed')).items.map(({ url }) => url)).toEqual([
      'https://elsewhere.example/x',
      `${origin}/missing`,
    ])
  })

  it('keeps no values of a query, no phone number, no token, and nothing that was sent or answered', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9abcdefgh0123'
    await send(`${origin}/users/13800138000/${token}?phone=13900139000&token=${token}`, 'POST')
    const [entry] = (await readLog('?limit=1')).items
    expect(entry?.url).toBe(`${origin}/users/…/…?phone=…&token=…`)
    expect(JSON.stringify(await readLog())).not.toMatch(/private|13800138000|13900139000|eyJ/)
  })

  it('is read a page at a time', async () => {
    const first = await readLog('?limit=2')
    const second = await readLog(`?limit=2&cursor=${first.nextCursor}`)
    expect(second.items).toHaveLength(2)
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
    expect(second.nextCursor).toBeNull()
  })

  it('says which answers came from memory', async () => {
    await send(`${origin}/catalogue`)
    await send(`${origin}/catalogue`)
    const { items } = await readLog('?limit=2')
    expect(items.map(({ status, isCached }) => [status, isCached])).toEqual([
      [200, true],
      [200, false],
    ])
  })

  it('is for those who may read logs of the app, and for no other team', async () => {
    const key = await server.createKey('developer')
    expect((await server.call('GET', logAddress(), { key })).status).toBe(200)
    const other = await server.createTenant()
    expect(await problemCode(await server.call('GET', logAddress(), { key: other.key }))).toBe('app.notFound')
    expect((await server.call('GET', logAddress())).status).toBe(401)
  })
})
