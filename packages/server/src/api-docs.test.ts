import { apiRoutes } from '@banyan/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('the description of the API', () => {
  it('names every route of the contract and no other', async () => {
    const document = z
      .object({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(await server.json('GET', '/openapi.json'))
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const expected = Object.values(apiRoutes).map(({ method, path }) => `${method} ${path}`)
    expect(new Set(described)).toEqual(new Set(expected))
  })

  it('is readable as a page in both languages, without a script', async () => {
    for (const [language, title] of [
      ['en', 'Open API'],
      ['zh-CN', '开放接口'],
    ]) {
      const response = await server.call('GET', '/docs', { headers: { 'accept-language': language ?? '' } })
      const page = await response.text()
      expect(page).toContain(`<h1>${title}</h1>`)
      expect(page).toContain('/api/v1/apps/{appId}/versions')
      expect(page).not.toContain('<script')
    }
  })

  it('explains the code of every problem at the address that the problem gives', async () => {
    const problem = z
      .object({ type: z.string(), code: z.string() })
      .parse(await (await server.call('GET', '/nowhere')).json())
    const [path = '', anchor] = problem.type.split('#')
    expect(await (await server.call('GET', path)).text()).toContain(`id="${anchor}"`)
  })
})

describe('health', () => {
  it('tells that the process lives and that it may be sent requests', async () => {
    expect(await server.json('GET', '/healthz')).toEqual({ status: 'ok' })
    expect(await server.json('GET', '/readyz')).toEqual({ status: 'ok' })
    server.server.platform.setReady(false)
    expect((await server.call('GET', '/readyz')).status).toBe(503)
    expect((await server.call('GET', '/healthz')).status).toBe(200)
    server.server.platform.setReady(true)
  })
})
