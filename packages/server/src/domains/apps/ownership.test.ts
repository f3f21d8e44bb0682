import { connect } from 'node:net'
import { Agent } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startReceiver, type Receiver } from '#testing/receiver.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { createOwnershipCheck } from './ownership.ts'

const appId = 'by0123456789abcdef'
const path = `/banyan-verify-${appId}.txt`
let files: Map<string, { status?: number; body?: string }>
let server: Receiver
let dispatcher: Agent
beforeAll(async () => {
  files = new Map()
  server = await startReceiver(
    ({ url, headers }) => files.get(`${String(headers['host'])}${url.pathname}`) ?? { status: 404 },
  )
  // Every name is this server; what lies between, TLS and addresses, is tested where it is made.
  dispatcher = new Agent({
    connect: (_target, done) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.once('connect', () => done(null, socket)).once('error', (error) => done(error, null))
    },
  })
})
afterAll(async () => {
  await dispatcher.destroy()
  await server.stop()
})

const prove = (wanted: readonly string[], standing: readonly string[] = []): Promise<void> =>
  createOwnershipCheck({ dispatcher, isRequired: () => true })(appId, { standing, wanted })

describe('a server that joins the lists of an app', () => {
  it('is taken when it names the app', async () => {
    files.set(`mine.example.com${path}`, { body: `${appId}\n` })
    await prove(['https://mine.example.com', 'wss://mine.example.com'])
    expect(server.received.filter(({ url }) => url.pathname === path)).toHaveLength(1)
  })

  it.each([
    ['has no such file', { status: 404, body: appId }],
    ['names another app', { body: 'by0000000000000000' }],
    ['only mentions the app among other things', { body: `User-agent: ${appId}` }],
    ['sends elsewhere', { status: 302, body: appId }],
    ['answers without end', { body: `${appId}${' '.repeat(5000)}` }],
  ])('is refused when it %s', async (_what, answer) => {
    files.set(`theirs.example.com${path}`, answer)
    await expect(prove(['https://theirs.example.com'])).rejects.toMatchObject({
      code: 'app.domainNotProven',
      detail: `https://theirs.example.com${path}`,
    })
  })

  it('is not asked again once it stands there', async () => {
    await prove(['https://standing.example.com'], ['wss://standing.example.com'])
    expect(server.received.some(({ headers }) => headers['host'] === 'standing.example.com')).toBe(false)
  })
})

describe('the setting', () => {
  let platform: TestServer
  beforeAll(async () => {
    platform = await startTestServer()
  })
  afterAll(() => platform.stop())

  it('holds for every list, and leaves alone what stood there before', async () => {
    const id = await platform.createApp()
    const update = (origins: readonly string[]): Promise<Response> =>
      platform.call('PATCH', `/api/v1/apps/${id}`, {
        key: platform.ownerKey,
        body: { requestDomains: origins.map((origin) => ({ origin })) },
      })
    const describeApp = (uploadDomains: readonly string[]): Promise<Response> =>
      platform.call('PATCH', `/api/v1/apps/${id}/profile`, { key: platform.ownerKey, body: { uploadDomains } })
    // The name is nobody's, so that no test asks the network.
    const [old, next] = ['https://old.invalid', 'https://next.invalid']
    expect((await update([old])).status).toBe(200)
    const headers = await platform.signUpOwner()
    await platform.json('PUT', '/api/v1/platform/settings/domains.ownershipCheck', { headers, body: { value: true } })
    expect((await update([old])).status).toBe(200)
    expect(await problemCode(await update([old, next]))).toBe('app.domainNotProven')
    expect((await describeApp([old])).status).toBe(200)
    expect(await problemCode(await describeApp([next]))).toBe('app.domainNotProven')
  })
})
