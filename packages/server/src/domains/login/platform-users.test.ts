import { platformUserListSchema, type PlatformUser } from '@banyan/contract/platform-users'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openUserBrowser } from '#testing/user-browser.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let staff: Record<string, string>
beforeAll(async () => {
  server = await startTestServer()
  const owner = await server.signUpOwner()
  staff = await server.signUp({ role: 'member' }, 'auditor@example.com')
  const body = { email: 'auditor@example.com', role: 'platformAuditor' }
  await server.json('POST', '/api/v1/staff', { headers: owner, body })
})
afterAll(() => server.stop())

async function find(query: Record<string, string>): Promise<PlatformUser[]> {
  const search = new URLSearchParams(query).toString()
  const list = await server.json('GET', `/api/v1/platform/users?${search}`, { headers: staff })
  return platformUserListSchema.parse(list).items
}

it('finds a person by all of an address, an openid or an id, and shows only the edge of the address', async () => {
  const appId = await server.createApp()
  const browser = openUserBrowser(server)
  await browser.call('POST', `/a/${appId}/-/login`)
  await browser.signInByEmail('lin@example.com')
  await openUserBrowser(server).call('POST', `/a/${appId}/-/login`)

  const [found] = await find({ search: 'LIN@example.com' })
  expect(found).toMatchObject({ kind: 'account', email: 'l***@example.com', apps: [{ appId }] })
  const openId = found?.apps[0]?.openId ?? ''
  expect(await find({ search: openId })).toEqual([found])
  expect(await find({ search: found?.id ?? '' })).toEqual([found])
  expect(await find({ search: 'lin@example' })).toEqual([])
  expect(await find({ appId, kind: 'guest' })).toHaveLength(1)
  expect(await find({ appId, kind: 'account' })).toEqual([found])
})

it('goes through all of them in pages', async () => {
  const appId = await server.createApp()
  for (let person = 0; person < 3; person++) await openUserBrowser(server).call('POST', `/a/${appId}/-/login`)
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const query: string = new URLSearchParams({ appId, limit: '2', ...(cursor !== null && { cursor }) }).toString()
    const page = platformUserListSchema.parse(
      await server.json('GET', `/api/v1/platform/users?${query}`, { headers: staff }),
    )
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(new Set(ids).size).toBe(3)
  expect(ids).toHaveLength(3)
})

it('is closed to whoever owns a team', async () => {
  const headers = await server.signUp({ role: 'owner' })
  expect((await server.call('GET', '/api/v1/platform/users', { headers })).status).toBe(403)
  const { key } = await server.createTenant()
  expect((await server.call('GET', '/api/v1/platform/users', { key })).status).toBe(403)
})
