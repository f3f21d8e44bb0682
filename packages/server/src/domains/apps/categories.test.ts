import { categoriesKey, categoryListSchema, type MainCategory } from '@banyan/contract/categories'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let owner: Record<string, string>
let appId: string
beforeAll(async () => {
  server = await startTestServer()
  owner = await server.signUpOwner()
  appId = await server.createApp()
})
afterAll(() => server.stop())

async function tree(): Promise<MainCategory[]> {
  return categoryListSchema.parse(await server.json('GET', '/api/v1/categories', { key: server.ownerKey })).items
}
const write = (value: unknown, headers = owner): Promise<Response> =>
  server.call('PUT', `/api/v1/platform/settings/${categoriesKey}`, { headers, body: { value } })
const choose = (category: string | null): Promise<Response> =>
  server.call('PATCH', `/api/v1/apps/${appId}/profile`, { key: server.ownerKey, body: { category } })

const swimming: MainCategory = {
  key: 'sports',
  name: { zh: '运动', en: 'Sports' },
  isHidden: false,
  subs: [{ key: 'swimming', name: { zh: '游泳', en: 'Swimming' }, isHidden: false }],
}

it('are for staff to change; teams choose among them', async () => {
  expect(await problemCode(await choose('sports/swimming'))).toBe('app.categoryUnknown')
  const { headers: tenant } = await server.createTenant()
  expect((await write([swimming], tenant)).status).toBe(403)
  expect((await server.call('GET', '/api/v1/platform/category-use', { headers: tenant })).status).toBe(403)
  expect((await write([...(await tree()), swimming])).status).toBe(200)
  expect((await choose('sports/swimming')).status).toBe(200)
  expect(await server.json('GET', '/api/v1/platform/category-use', { headers: owner })).toEqual({
    items: [{ category: 'sports/swimming', apps: 1 }],
  })
})

it('a category with apps in it cannot go, but be hidden: then nobody new gets in and nobody falls out', async () => {
  const all = await tree()
  const without = all.filter(({ key }) => key !== 'sports')
  expect(await problemCode(await write(without))).toBe('app.categoryInUse')
  expect(await problemCode(await write(null))).toBe('app.categoryInUse')
  expect((await write([...without, { ...swimming, isHidden: true }])).status).toBe(200)
  expect((await choose('sports/swimming')).status).toBe(200)
  expect((await choose('tools/office')).status).toBe(200)
  expect(await problemCode(await choose('sports/swimming'))).toBe('app.categoryUnknown')
  expect((await write(without)).status).toBe(200)
})

it('a tree in which a key stands twice, or that is empty, is refused', async () => {
  expect(await problemCode(await write([swimming, swimming]))).toBe('request.invalid')
  expect(await problemCode(await write([]))).toBe('request.invalid')
  expect(await problemCode(await write([{ ...swimming, key: 'a/b' }]))).toBe('request.invalid')
})
