import { platformAppListSchema, type PlatformAppList } from '@banyan/contract/platform-apps'
import { appListSchema } from '@banyan/contract/apps'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let staff: Record<string, string>
let own: string
let foreign: string
beforeAll(async () => {
  server = await startTestServer()
  const owner = await server.signUpOwner()
  staff = await server.signUp({ role: 'member' }, 'reviewer@example.com')
  const role = { email: 'reviewer@example.com', role: 'platformReviewer' }
  await server.json('POST', '/api/v1/staff', { headers: owner, body: role })
  own = await server.createApp('Corner 100% shop')
  const tenant = await server.createTenant()
  foreign = String((await server.json('POST', '/api/v1/apps', { key: tenant.key, body: { name: 'Chess' } }))['id'])
})
afterAll(() => server.stop())

async function list(query: Record<string, string> = {}): Promise<PlatformAppList> {
  const search = new URLSearchParams(query).toString()
  return platformAppListSchema.parse(await server.json('GET', `/api/v1/platform/apps?${search}`, { headers: staff }))
}
const idsOf = async (query: Record<string, string>): Promise<string[]> => (await list(query)).items.map(({ id }) => id)

it('shows staff the apps of every team, with the name of the team, page by page', async () => {
  const first = await list({ limit: '1' })
  const second = await list({ limit: '1', cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ id, workspaceName }) => [id, workspaceName])).toEqual([
    [foreign, 'Other'],
    [own, expect.stringMatching(/./)],
  ])
  expect(second.nextCursor).toBeNull()
})

it.each([
  ['a part of its name, whatever its signs mean in patterns', () => '100% SH', () => [own]],
  ['its id', () => foreign, () => [foreign]],
  ['the name of its team', () => 'othe', () => [foreign]],
  ['nothing that matches', () => '100_', () => []],
])('finds an app by %s', async (_name, search, found) => {
  expect(await idsOf({ search: search() })).toEqual(found())
})

it('tells suspended and ended apps from the others, and those that appeal', async () => {
  await server.json('POST', `/api/v1/apps/${foreign}/suspension`, { key: server.ownerKey, body: { reason: 'bets' } })
  expect((await list({ standing: 'suspended' })).items).toMatchObject([{ id: foreign, standingReason: 'bets' }])
  expect(await idsOf({ standing: 'normal' })).toEqual([own])
  expect(await idsOf({ appeal: 'waiting' })).toEqual([])
  const body = { confirm: own }
  expect((await server.call('POST', `/api/v1/apps/${own}/termination`, { key: server.ownerKey, body })).status).toBe(
    204,
  )
  expect(await idsOf({ standing: 'terminated' })).toEqual([own])
  const apps = appListSchema.parse(await server.json('GET', '/api/v1/apps', { key: server.ownerKey }))
  expect(apps.items).toMatchObject([{ id: own, standing: 'terminated' }])
})

it('is closed to owners of teams and their keys', async () => {
  const headers = await server.signUp({ role: 'owner' })
  expect((await server.call('GET', '/api/v1/platform/apps', { headers })).status).toBe(403)
  expect((await server.call('GET', '/api/v1/platform/apps', { key: await server.createKey('owner') })).status).toBe(403)
})
