import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mailTestSchema, readinessSchema } from '@banyan/contract/readiness'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

const readiness = '/api/v1/platform/readiness'
const mailTest = '/api/v1/platform/mail-test'

let server: TestServer
let staff: Record<string, string>

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.signUpOwner()
}, 60_000)
afterAll(() => server.stop())

async function itemsLeft(on: TestServer = server, headers = staff): Promise<string[]> {
  const { items } = readinessSchema.parse(await on.json('GET', readiness, { headers }))
  return items.filter(({ isDone }) => !isDone).map(({ item }) => item)
}

describe('what is left before the public comes', () => {
  it('is told from how the installation is', async () => {
    expect(await itemsLeft()).toEqual(['name', 'address', 'mail', 'secondStep', 'backup'])
    const value = { zh: '云上城', en: '' }
    await server.json('PUT', '/api/v1/platform/settings/brand.name', { headers: staff, body: { value } })
    expect(await itemsLeft()).not.toContain('name')
  })

  it('is less where the address is public and a mail server is set up', async () => {
    const smtp = { url: 'smtp://127.0.0.1:1', from: 'Banyan <banyan@example.com>' }
    const other = await startTestServer({ publicUrl: 'https://mini.example.com', smtp })
    try {
      const owner = { authorization: `Bearer ${other.ownerKey}` }
      expect(await itemsLeft(other, owner)).toEqual(['name', 'backup'])
    } finally {
      await other.stop()
    }
  })

  it('is for those who run the installation', async () => {
    const { headers } = await server.createTenant()
    expect(await problemCode(await server.call('GET', readiness, { headers }))).toBe('identity.forbidden')
    expect(await problemCode(await server.call('POST', mailTest, { headers }))).toBe('identity.forbidden')
  })
})

describe('a test letter', () => {
  it('goes to whoever asks, and the answer says where it lies', async () => {
    const sent = mailTestSchema.parse(await server.json('POST', mailTest, { headers: staff }))
    expect(sent).toEqual({ to: 'platform-owner@example.com', by: 'folder', folder: join(server.dataDir, 'outbox') })
    const letters = await Promise.all(
      (await readdir(sent.folder ?? '')).map((name) => readFile(join(sent.folder ?? '', name), 'utf8')),
    )
    expect(letters.filter((letter) => letter.includes('Letters arrive'))).toHaveLength(1)
  })

  it('that the mail server refuses is answered with its words', async () => {
    const other = await startTestServer({ smtp: { url: 'smtp://127.0.0.1:1', from: 'banyan@example.com' } })
    try {
      const answer = await other.call('POST', mailTest, { headers: await other.signUpOwner() })
      expect(answer.status).toBe(502)
      expect(await answer.text()).toMatch(/mail\.refused.*ECONNREFUSED/s)
    } finally {
      await other.stop()
    }
  })

  it('cannot be sent to a key, and not without end', async () => {
    expect(await problemCode(await server.call('POST', mailTest, { key: server.ownerKey }))).toBe('mail.noAddress')
    const codes = await Promise.all(
      Array.from({ length: 6 }, async () => (await server.call('POST', mailTest, { headers: staff })).status),
    )
    expect(codes).toContain(429)
  })
})
