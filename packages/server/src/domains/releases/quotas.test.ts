import { createCipheriv } from 'node:crypto'
import { quotaListSchema } from '@banyan/contract/quotas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const set = (key: string, value: number | null): Promise<Response> =>
  server.call('PUT', `/api/v1/platform/settings/quotas.${key}`, { key: server.ownerKey, body: { value } })
const quotasOf = async (appId: string): Promise<Record<string, { limit: number; used: number | null }>> => {
  const list = await server.json('GET', `/api/v1/apps/${appId}/quotas`, { key: server.ownerKey })
  return Object.fromEntries(quotaListSchema.parse(list).items.map(({ key, ...quota }) => [key, quota]))
}
/** The same for the same length, and nothing that could be packed: an archive of zeros would be refused. */
const noise = (size: number): Buffer =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size))
const words = (size: number): Buffer =>
  testArchive({ assets: { 'words.txt': { content: noise(size), mediaType: 'text/plain' } } })

describe('a quota', () => {
  it('of versions holds, also among uploads at the same time, and says what is used', async () => {
    const appId = await server.createApp()
    await set('versions', 2)
    const answers = await Promise.all(['1.0.0', '1.1.0', '1.2.0'].map((v) => server.upload(appId, v, testArchive())))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1)
    expect((await quotasOf(appId))['quotas.versions']).toMatchObject({ limit: 2, used: 2 })
    expect(await problemCode(await server.upload(appId, '1.3.0', testArchive()))).toBe('release.quotaReached')
    await set('versions', null)
    expect((await server.upload(appId, '1.3.0', testArchive())).status).toBe(201)
  })

  it('of storage counts the same file once', async () => {
    const appId = await server.createApp()
    const size = 100_000
    await server.upload(appId, '1.0.0', words(size))
    const once = (await quotasOf(appId))['quotas.storageBytes']?.used ?? 0
    expect(once).toBeGreaterThan(size)
    await server.upload(appId, '1.1.0', words(size))
    expect((await quotasOf(appId))['quotas.storageBytes']?.used).toBe(once)
  })

  it('of storage refuses what would go beyond it, and takes what is there already', async () => {
    const appId = await server.createApp()
    const half = 600 * 1024
    expect((await set('storageBytes', 1024 * 1024)).status).toBe(200)
    expect((await server.upload(appId, '1.0.0', words(half))).status).toBe(201)
    expect((await server.upload(appId, '1.1.0', words(half))).status).toBe(201)
    expect(await problemCode(await server.upload(appId, '1.2.0', words(half + 1)))).toBe('release.quotaReached')
    await set('storageBytes', null)
  })

  it('of code in one package can be raised and lowered by the owner of the platform', async () => {
    const appId = await server.createApp()
    const script = `$banyan({ text: "${noise(50_000).toString('hex')}" })`
    await set('packageBytes', 65_536)
    expect(await problemCode(await server.upload(appId, '1.0.0', testArchive({ script })))).toBe(
      'archive.packageTooLarge',
    )
    await set('packageBytes', null)
    expect((await server.upload(appId, '1.0.0', testArchive({ script }))).status).toBe(201)
    expect((await set('packageBytes', 1)).status).toBe(400)
  })

  it('is set by no team, and shown to no other', async () => {
    const appId = await server.createApp()
    const other = await server.createTenant()
    const answer = await server.call('GET', `/api/v1/apps/${appId}/quotas`, { key: other.key })
    expect(await problemCode(answer)).toBe('app.notFound')
    const own = await server.call('PUT', '/api/v1/settings/quotas.versions', { key: other.key, body: { value: 9 } })
    expect(await problemCode(own)).toBe('settings.wrongScope')
  })
})
