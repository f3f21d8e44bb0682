import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { ApiError, createClient } from './index.ts'

const app = {
  id: 'by0123456789abcdef',
  workspaceId: 'w1',
  name: 'Shop',
  description: '',
  iconUrl: null,
  requestDomains: [],
  currentVersion: null,
  standing: 'normal',
  createdAt: '2026-01-02T03:04:05.000Z',
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}

async function failure(work: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw new Error('The call should have failed with an ApiError', { cause: error })
  return error
}

test('sends the key, the path below the base address and a checked answer', async () => {
  const baseUrl = await serve((request, response) => {
    expect(request.headers.authorization).toBe('Bearer byk_secret')
    expect(request.url).toBe('/below/api/v1/apps/by0123456789abcdef')
    response.setHeader('content-type', 'application/json').end(JSON.stringify(app))
  })
  const client = createClient({ baseUrl: `${baseUrl}/below/`, apiKey: 'byk_secret' })
  expect(await client.apps.read(app.id)).toEqual(app)
})

test('uploads the bytes untouched, with version and description in the query', async () => {
  let received = Buffer.alloc(0)
  let url = ''
  const baseUrl = await serve((request, response) => {
    url = request.url ?? ''
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      received = Buffer.concat(chunks)
      const version = {
        appId: app.id,
        version: '1.0.0',
        state: 'draft',
        stateReason: null,
        stateChangedAt: app.createdAt,
        isTrial: false,
        minRuntime: 1,
        description: 'a & b',
        sizeBytes: 3,
        fileCount: 1,
        manifestHash: 'h',
        createdAt: app.createdAt,
        createdBy: 'key',
        isCurrent: false,
      }
      response.writeHead(201).end(JSON.stringify(version))
    })
  })
  const archive = Uint8Array.of(80, 75, 255)
  await createClient({ baseUrl }).releases.upload(app.id, { version: '1.0.0', description: 'a & b', archive })
  expect(new Uint8Array(received)).toEqual(archive)
  expect(new URL(url, baseUrl).searchParams.get('description')).toBe('a & b')
})

test('turns a problem document into an error with its code, status and request id', async () => {
  const baseUrl = await serve((_, response) => {
    response.writeHead(409, { 'content-type': 'application/problem+json' }).end(
      JSON.stringify({
        type: '/docs/errors#release.versionTaken',
        title: 'Taken',
        status: 409,
        code: 'release.versionTaken',
        detail: '1.0.0',
        requestId: 'r1',
      }),
    )
  })
  const error = await failure(createClient({ baseUrl }).releases.publish(app.id, '1.0.0'))
  expect(error).toMatchObject({ code: 'release.versionTaken', status: 409, requestId: 'r1', message: 'Taken: 1.0.0' })
})

test('says so when the address is not a platform', async () => {
  const baseUrl = await serve((_, response) => response.end('<html>welcome'))
  expect((await failure(createClient({ baseUrl }).identity.me())).code).toBe('client.notBanyan')
  const other = await serve((_, response) => response.end('{"name":"something else"}'))
  expect((await failure(createClient({ baseUrl: other }).identity.me())).code).toBe('client.notBanyan')
})

test('tells a platform that does not answer from one that is not there', async () => {
  const silent = await serve(() => undefined)
  expect((await failure(createClient({ baseUrl: silent, timeoutMs: 50 }).apps.list())).code).toBe('client.timeout')
  const nowhere = await failure(createClient({ baseUrl: 'http://127.0.0.1:1', locale: 'zh_CN' }).apps.list())
  expect(nowhere).toMatchObject({ code: 'client.unreachable', status: 0 })
  expect(nowhere.message).toContain('无法连接平台')
})
