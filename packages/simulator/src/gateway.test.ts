import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { decodeHeaderList, encodeHeaderList, gatewayHeader } from '@banyan/contract/gateway'
import { expect, onTestFinished, test } from 'vitest'
import { passThroughGateway } from './gateway.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}

const startGateway = (): Promise<string> => serve((request, response) => void passThroughGateway(request, response))

function send(
  gateway: string,
  url: string,
  options: { method?: string; headers?: [string, string][]; body?: string; timeoutMs?: number } = {},
) {
  return fetch(gateway, {
    method: 'POST',
    headers: {
      [gatewayHeader.url]: encodeURIComponent(url),
      [gatewayHeader.method]: options.method ?? 'GET',
      [gatewayHeader.headers]: encodeHeaderList(options.headers ?? []),
      [gatewayHeader.timeout]: String(options.timeoutMs ?? 5000),
    },
    ...(options.body === undefined ? {} : { body: options.body }),
  })
}

test('passes method, headers and body on, and status, headers and decoded body back', async () => {
  const target = await serve(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.writeHead(
      418,
      [
        ['content-type', 'text/plain'],
        ['content-encoding', 'gzip'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ].flat(),
    )
    response.end(gzipSync(`${request.method} ${request.headers['x-token']} ${Buffer.concat(chunks)}`))
  })
  const answer = await send(await startGateway(), target, {
    method: 'PUT',
    headers: [
      ['x-token', 't'],
      ['Content-Type', 'text/plain'],
      ['Host', 'elsewhere.example'],
    ],
    body: '你好',
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get(gatewayHeader.status)).toBe('418')
  expect(await answer.text()).toBe('PUT t 你好')
  const headers = decodeHeaderList(answer.headers.get(gatewayHeader.headers) ?? '') ?? []
  expect(headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual(['a=1', 'b=2'])
  expect(headers.some(([name]) => name === 'content-encoding')).toBe(false)
})

test('asks the upstream of an origin instead of the origin itself, with path and query kept', async () => {
  const upstream = await serve((request, response) => response.end(request.url))
  const gateway = await serve(
    (request, response) => void passThroughGateway(request, response, { 'https://shop.example': upstream }),
  )
  const answer = await send(gateway, 'https://shop.example/api/products?page=2')
  expect(answer.headers.get(gatewayHeader.status)).toBe('200')
  expect(await answer.text()).toBe('/api/products?page=2')
})

test('refuses what is not an http address, an unknown method and a broken header list', async () => {
  const gateway = await startGateway()
  for (const url of ['file:///etc/passwd', 'nonsense', '']) expect((await send(gateway, url)).status).toBe(400)
  expect((await send(gateway, gateway, { method: 'TRACE' })).status).toBe(400)
  const broken = await fetch(gateway, {
    method: 'POST',
    headers: { [gatewayHeader.url]: encodeURIComponent(gateway), [gatewayHeader.headers]: '*' },
  })
  expect(broken.status).toBe(400)
})

test('says timeout when the target is silent, and why when it is not there', async () => {
  const gateway = await startGateway()
  const silent = await serve(() => undefined)
  const late = await send(gateway, silent, { timeoutMs: 50 })
  expect(late.status).toBe(504)
  expect(await late.json()).toMatchObject({ code: 'request.timeout', detail: 'timeout' })
  const nobody = await send(gateway, 'http://127.0.0.1:1/')
  expect(nobody.status).toBe(502)
  expect(await nobody.json()).toMatchObject({ code: 'server.unavailable' })
})
