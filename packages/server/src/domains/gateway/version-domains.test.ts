import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { gatewayHeader } from '@banyan/contract/gateway'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

const first = 'https://first.example'
const second = 'https://second.example'
const build: RuntimeBuild = {
  ...{ version: 1, host: 'host.js', logic: 'logic.js', logicLater: 'logic-later.js', view: 'view.js' },
  ...{ later: 'later.js', parts: {}, files: [], page: '<html>{{boot}}</html>', firstFrame: '', policy: '' },
}
let server: TestServer
let target: Server
let upstream: string
let appId: string

beforeAll(async () => {
  target = createServer((_request, response) => response.end('answer'))
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  const address = target.address()
  upstream = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  server = await startTestServer()
  await mkdir(join(server.dataDir, 'runtime'))
  await writeFile(join(server.dataDir, 'runtime', 'runtime.json'), JSON.stringify(build))
  appId = await server.createApp()
  await name(first)
  await release('1.0.0')
  await name(first, second)
})
afterAll(async () => {
  await server.stop()
  target.closeAllConnections()
  await new Promise((resolve) => target.close(resolve))
})

async function name(...origins: string[]): Promise<void> {
  const body = { requestDomains: origins.map((origin) => ({ origin, upstream })) }
  await server.json('PATCH', `/api/v1/apps/${appId}`, { key: server.ownerKey, body })
}

async function release(version: string): Promise<void> {
  expect((await server.upload(appId, version, testArchive({ label: version }))).status).toBe(201)
  expect((await server.publish(appId, version)).status).toBe(201)
}

async function count(value: 'atOnce' | 'withRelease'): Promise<void> {
  const headers = await server.signUpOwner()
  await server.json('PUT', '/api/v1/platform/settings/domains.effective', { headers, body: { value } })
}

/** 200, or why not. */
async function call(url: string, version?: string): Promise<unknown> {
  const query = version === undefined ? '' : `?version=${version}`
  const answer = await server.call('POST', `/gateway/${appId}${query}`, {
    headers: { origin: server.url, [gatewayHeader.url]: encodeURIComponent(url) },
  })
  return answer.ok ? answer.status : problemCode(answer)
}

describe('the servers that a version may call', () => {
  it('are those that its app names now, unless the platform’s owner wants it otherwise', async () => {
    expect(await call(`${second}/x`, '1.0.0')).toBe(200)
  })

  it('are those that were named when it was released, once he does: later ones wait for the next version', async () => {
    await count('withRelease')
    await vi.waitFor(async () => expect(await call(`${second}/x`, '1.0.0')).toBe('gateway.originRefused'), 5000)
    expect(await call(`${first}/x`, '1.0.0')).toBe(200)
    // Whoever looks at what is not released yet.
    expect(await call(`${second}/x`)).toBe(200)
    await release('1.1.0')
    expect(await call(`${second}/x`, '1.1.0')).toBe(200)
    expect(await call(`${second}/x`, '1.0.0')).toBe('gateway.originRefused')
  })

  it('are told to the page that runs it, before and after a roll-back', async () => {
    const page = async (): Promise<string> => (await server.call('GET', `/a/${appId}/`)).text()
    expect(await page()).toContain(`/gateway/${appId}?version=1.1.0`)
    await server.json('POST', `/api/v1/apps/${appId}/rollback`, { key: server.ownerKey, body: {} })
    expect(await page()).toContain(`/gateway/${appId}?version=1.0.0`)
    await count('atOnce')
    await vi.waitFor(async () => expect(await page()).not.toContain('?version='), 5000)
  })
})
