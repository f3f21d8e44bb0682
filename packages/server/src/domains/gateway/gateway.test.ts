import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { decodeHeaderList, encodeHeaderList, gatewayHeader } from '@banyan/contract/gateway'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listedAddresses, refusedAddresses } from '#testing/address-forms.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: TestServer
let appId: string
let target: Server
let targetOrigin: string
let received: {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}[] = []
let handle: Handler = (_request, response) => response.end('ok')

const bound = 'https://api.example.com'
const second = 'https://second.example.com'

beforeAll(async () => {
  target = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      handle(request, response)
    })
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  const address = target.address()
  targetOrigin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  server = await startTestServer()
  appId = await server.createApp()
  await server.json('PATCH', `/api/v1/apps/${appId}`, {
    key: server.ownerKey,
    body: {
      requestDomains: [
        { origin: bound, upstream: targetOrigin },
        { origin: second, upstream: targetOrigin },
        { origin: 'https://good.example' },
      ],
    },
  })
})
afterAll(async () => {
  await server.stop()
  target.closeAllConnections()
  await new Promise((resolve) => target.close(resolve))
})
afterEach(() => {
  received = []
  handle = (_request, response) => response.end('ok')
})

interface AppRequest {
  method?: string
  headers?: readonly (readonly [string, string])[]
  body?: string | Uint8Array
  timeoutMs?: number
  own?: Record<string, string>
}

function send(url: string, request: AppRequest = {}): Promise<Response> {
  return server.call('POST', `/gateway/${appId}`, {
    ...(request.body === undefined ? {} : { body: request.body }),
    headers: {
      origin: server.url,
      [gatewayHeader.url]: encodeURIComponent(url),
      [gatewayHeader.method]: request.method ?? 'GET',
      [gatewayHeader.headers]: encodeHeaderList(request.headers ?? []),
      ...(request.timeoutMs === undefined ? {} : { [gatewayHeader.timeout]: String(request.timeoutMs) }),
      ...request.own,
    },
  })
}

function headersOf(response: Response): Record<string, string[]> {
  const list = decodeHeaderList(response.headers.get(gatewayHeader.headers) ?? '') ?? []
  const found: Record<string, string[]> = {}
  for (const [name, value] of list) (found[name] ??= []).push(value)
  return found
}

describe('servers for files', () => {
  const send = (url: string, purpose?: string): Promise<Response> =>
    server.call('POST', `/gateway/${appId}`, {
      headers: {
        origin: server.url,
        [gatewayHeader.url]: encodeURIComponent(url),
        ...(purpose === undefined ? {} : { [gatewayHeader.purpose]: purpose }),
      },
    })
  const declare = (body: object): Promise<unknown> =>
    server.json('PATCH', `/api/v1/apps/${appId}/profile`, { key: server.ownerKey, body })

  it('are those of requests, until the app names them apart', async () => {
    expect((await send(`${second}/x`, 'upload')).status).toBe(200)
    await declare({ uploadDomains: [second], downloadDomains: [bound] })
    expect((await send(`${second}/x`, 'upload')).status).toBe(200)
    expect(await problemCode(await send(`${bound}/x`, 'upload'))).toBe('gateway.originRefused')
    expect((await send(`${bound}/x`, 'download')).status).toBe(200)
    expect(await problemCode(await send(`${second}/x`, 'download'))).toBe('gateway.originRefused')
    expect((await send(`${second}/x`)).status).toBe(200)
    expect(await problemCode(await send(`${second}/x`, 'other'))).toBe('gateway.requestInvalid')
    await declare({ uploadDomains: [], downloadDomains: [] })
    expect((await send(`${bound}/x`, 'upload')).status).toBe(200)
  })
})

describe('a request to an origin of the list', () => {
  it('arrives with its method, path, query, headers and body, and its answer comes back', async () => {
    handle = (_request, response) => {
      response.writeHead(418, { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'], 'X-Other': 'yes' })
      response.end('{"hello":"世界"}')
    }
    const response = await send(`${bound}/v1/orders?page=2#part`, {
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Token', 'abc'],
      ],
      body: '{"sku":"茶"}',
    })
    expect(response.status).toBe(200)
    expect(response.headers.get(gatewayHeader.status)).toBe('418')
    expect(headersOf(response)).toMatchObject({
      'content-type': ['application/json'],
      'set-cookie': ['a=1', 'b=2'],
      'x-other': ['yes'],
    })
    expect(await response.json()).toEqual({ hello: '世界' })
    expect(received).toMatchObject([{ method: 'POST', url: '/v1/orders?page=2', body: '{"sku":"茶"}' }])
    expect(received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-token': 'abc',
      'x-forwarded-host': 'api.example.com',
    })
  })

  it('never carries cookies, credentials or origins of the platform, nor headers that frame the message', async () => {
    await send(`${bound}/`, {
      method: 'POST',
      body: 'x',
      headers: [
        ['Host', 'evil.example'],
        ['Connection', 'x-token'],
        ['Transfer-Encoding', 'chunked'],
        ['Content-Length', '99'],
        ['X-Forwarded-For', '1.2.3.4'],
        ['Proxy-Authorization', 'x'],
        ['Sec-Fetch-Site', 'none'],
        ['Upgrade', 'h2c'],
        ['Cookie', 'own=1'],
      ],
      own: { cookie: 'banyan_session=secret', authorization: 'Bearer secret' },
    })
    const headers = received[0]?.headers ?? {}
    expect(JSON.stringify(headers)).not.toContain('secret')
    expect(headers).toMatchObject({ host: new URL(targetOrigin).host, 'content-length': '1', cookie: 'own=1' })
    for (const name of ['x-forwarded-for', 'proxy-authorization', 'sec-fetch-site', 'upgrade', 'origin', 'referer']) {
      expect(headers).not.toHaveProperty(name)
    }
  })

  it('lets the browser unpack a packed answer, and shows none as a document', async () => {
    handle = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
      response.end(gzipSync('<script>alert(1)</script>'))
    }
    const response = await send(`${bound}/`)
    expect(await response.text()).toBe('<script>alert(1)</script>')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('says how long an answer is, so that downloads can tell how far they are, but not the length of a packed one', async () => {
    handle = (_request, response) => void response.writeHead(200, { 'Content-Length': '5' }).end('plain')
    expect(headersOf(await send(`${bound}/`))).toMatchObject({ 'content-length': ['5'] })
    const packed = gzipSync('packed')
    const headers = { 'Content-Length': packed.byteLength, 'Content-Encoding': 'gzip' }
    handle = (_request, response) => void response.writeHead(200, headers).end(packed)
    expect(headersOf(await send(`${bound}/`))).not.toHaveProperty('content-length')
  })

  it('streams: the first part of an answer arrives before the last was sent', async () => {
    const held: ServerResponse[] = []
    handle = (_request, response) => {
      response.write('first')
      held.push(response)
    }
    const response = await send(`${bound}/`)
    const reader = response.body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
    held[0]?.end('last')
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last')
  })

  it.each(['TRACE', 'CONNECT', 'GET / HTTP/1.1', ''])('refuses the method %j', async (method) => {
    const response = await send(`${bound}/`, { method: method === '' ? ' ' : method })
    expect(await problemCode(response)).toBe('gateway.requestInvalid')
    expect(received).toEqual([])
  })

  it.each([
    ['x\r\nevil', '1'],
    ['x', '1\r\nevil: 1'],
    ['x', 'a\0b'],
    ['', '1'],
    ['a b', '1'],
  ])('refuses the header %j: %j', async (name, value) => {
    const response = await send(`${bound}/`, { headers: [[name, value]] })
    expect(await problemCode(response)).toBe('gateway.requestInvalid')
    expect(received).toEqual([])
  })

  it('reports a target that takes too long, in the words of wx.request', async () => {
    handle = () => undefined
    const response = await send(`${bound}/`, { timeoutMs: 150 })
    expect(response.status).toBe(504)
    expect(await response.json()).toMatchObject({ code: 'gateway.timeout', detail: 'timeout' })
  })

  it('breaks an answer off that is larger than 50 MB', async () => {
    handle = (_request, response) => {
      const piece = Buffer.alloc(1 << 20)
      const pump = (): void => {
        while (!response.destroyed && response.write(piece));
      }
      response.on('drain', pump)
      pump()
    }
    const response = await send(`${bound}/`)
    await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  })

  it('refuses a body of more than 10 MB', async () => {
    const response = await send(`${bound}/`, { method: 'POST', body: new Uint8Array(11 << 20) })
    expect(await problemCode(response)).toBe('request.tooLarge')
    expect(received).toEqual([])
  })

  it('carries ten at a time for one client and refuses the eleventh', async () => {
    const held: ServerResponse[] = []
    const allThere = new Promise<void>((resolve) => {
      handle = (_request, response) => {
        if (held.push(response) === 10) resolve()
      }
    })
    const ten = Array.from({ length: 10 }, () => send(`${bound}/`))
    await allThere
    expect(await problemCode(await send(`${bound}/`))).toBe('request.rateLimited')
    for (const response of held) response.end('done')
    expect(await Promise.all((await Promise.all(ten)).map((response) => response.text()))).toEqual(
      Array(10).fill('done'),
    )
    handle = (_request, response) => response.end('ok')
    expect((await send(`${bound}/`)).status).toBe(200)
  })
})

describe('a redirect', () => {
  const redirectTo =
    (location: string, status = 302): Handler =>
    (request, response) => {
      if (request.url !== '/start') return response.end('arrived')
      response.writeHead(status, { Location: location })
      return response.end()
    }

  it.each(['/end', `${bound}/end`, `${second}/end`])('to %s is followed', async (location) => {
    handle = redirectTo(location)
    const response = await send(`${bound}/start`)
    expect(await response.text()).toBe('arrived')
    expect(received.map(({ url }) => url)).toEqual(['/start', '/end'])
  })

  it('that names the bound server by its inner address stays inside the app’s own origin', async () => {
    handle = redirectTo(`${targetOrigin}/end`)
    expect(await (await send(`${bound}/start`)).text()).toBe('arrived')
    expect(received[1]?.headers).toMatchObject({ 'x-forwarded-host': 'api.example.com' })
  })

  it.each([
    'https://evil.example/',
    'http://api.example.com/',
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_x',
    'ftp://api.example.com/',
    'https://api.example.com.evil.example/',
    '//evil.example/',
    'https://[::1]/',
    'javascript:1',
    'https://api.example.com@evil.example/',
    'https://user@api.example.com/',
  ])('to %s is refused', async (location) => {
    handle = redirectTo(location)
    const response = await send(`${bound}/start`)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(received).toHaveLength(1)
  })

  it('that never ends is given up', async () => {
    handle = (_request, response) => response.writeHead(302, { Location: '/again' }).end()
    expect(await problemCode(await send(`${bound}/`))).toBe('gateway.redirectRefused')
    expect(received.length).toBeLessThanOrEqual(6)
  })

  it('after a POST becomes a GET without its body, and loses credentials at another origin', async () => {
    handle = redirectTo(`${second}/end`, 303)
    await send(`${bound}/start`, {
      method: 'POST',
      body: 'secret',
      headers: [
        ['Authorization', 'Bearer mine'],
        ['X-Keep', '1'],
      ],
    })
    expect(received[0]?.headers['authorization']).toBe('Bearer mine')
    expect(received[1]).toMatchObject({ method: 'GET', body: '' })
    expect(received[1]?.headers).toMatchObject({ 'x-keep': '1' })
    expect(received[1]?.headers).not.toHaveProperty('authorization')
  })

  it('that would send a body again is refused', async () => {
    handle = redirectTo('/end', 307)
    expect(await problemCode(await send(`${bound}/start`, { method: 'POST', body: 'x' }))).toBe(
      'gateway.redirectRefused',
    )
  })
})

describe('an address that is not on the list', () => {
  it.each(refusedAddresses)('is refused: %s', async (url) => {
    const response = await send(url)
    expect(['gateway.urlInvalid', 'gateway.originRefused']).toContain(await problemCode(response))
    expect(received).toEqual([])
  })

  it.each(listedAddresses)('is not confused with another spelling of one that is: %j', async (url) => {
    expect((await send(url)).status).toBe(200)
    expect(received[0]?.headers['x-forwarded-host']).toBe('api.example.com')
  })

  it('is told apart from one whose name does not exist', async () => {
    const response = await send('https://good.example/')
    expect(await problemCode(response)).toBe('gateway.unreachable')
  })
})

describe('a page of another site', () => {
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('cannot use the gateway: %j', async (own) => {
    expect(await problemCode(await send(`${bound}/`, { own }))).toBe('request.crossOrigin')
    expect(received).toEqual([])
  })

  it('cannot use it by leaving its origin out', async () => {
    const response = await server.call('POST', `/gateway/${appId}`, {
      headers: { [gatewayHeader.url]: encodeURIComponent(bound) },
    })
    expect(await problemCode(response)).toBe('request.crossOrigin')
  })
})

describe('request domains', () => {
  const set = (key: string, requestDomains: unknown): Promise<Response> =>
    server.call('PATCH', `/api/v1/apps/${appId}`, { key, body: { requestDomains } })

  it.each([
    'http://api.example.com',
    'https://api.example.com/path',
    'https://127.0.0.1',
    'https://[::1]',
    'https://2130706433',
    'https://localhost',
    'https://a.localhost',
    'https://api.example.com.',
    'https://user@api.example.com',
    'https://api.example.com?x',
    'https://api.example.com#x',
    'api.example.com',
    'https://*.example.com',
    'HTTPS://api.example.com',
    '',
  ])('refuse %j', async (origin) => {
    expect(['app.originInvalid', 'request.invalid']).toContain(
      await problemCode(await set(server.ownerKey, [{ origin }])),
    )
  })

  it('are bound to another server by the platform’s owner only', async () => {
    const owner = await server.createKey('owner')
    const refused = await set(owner, [{ origin: bound, upstream: 'http://127.0.0.1:1' }])
    expect(await problemCode(refused)).toBe('identity.forbidden')
    expect((await set(owner, [{ origin: bound }, { origin: second }, { origin: 'https://good.example' }])).status).toBe(
      200,
    )
    expect((await send(`${bound}/still-bound`)).status).toBe(200)
  })
})
