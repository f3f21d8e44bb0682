import { slotsKey, slotPicturePath, slotPictureSchema, type Slot } from '@banyan/contract/portal'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { homePage, type HomePage } from './home-page.ts'

let server: TestServer
let owner: Record<string, string>
let chess: string
let draft: string
beforeAll(async () => {
  server = await startTestServer()
  owner = await server.signUpOwner()
  chess = await server.createApp('Chess')
  draft = await server.createApp('Draft')
  await server.upload(chess, '1.0.0', testArchive())
  await server.publish(chess, '1.0.0')
})
afterAll(() => server.stop())

async function page(path: string, language = 'en'): Promise<string> {
  return (await server.call('GET', path, { headers: { 'accept-language': language } })).text()
}
function slot(change: Partial<Slot>): Slot {
  const title = { zh: '', en: '' }
  const whenever = { from: null, until: null, isOn: true }
  return { id: 's1', kind: 'collection', title, text: title, picture: null, apps: [chess], ...whenever, ...change }
}
const write = (value: unknown, headers = owner): Promise<Response> =>
  server.call('PUT', `/api/v1/platform/settings/${slotsKey}`, { headers, body: { value } })

it('shows what stands in its slots now, in the language of the visitor, and nothing that is not online', async () => {
  const past = '2020-01-01T00:00:00Z'
  const slots = [
    slot({ id: 'a', title: { zh: '益智', en: 'Think' }, apps: [draft, chess] }),
    slot({ id: 'b', title: { zh: '草稿', en: 'Drafts' }, apps: [draft] }),
    slot({ id: 'c', title: { zh: '旧的', en: 'Old' }, until: past }),
    slot({ id: 'd', title: { zh: '未来', en: 'Later' }, from: '2999-01-01T00:00:00Z' }),
    slot({ id: 'e', title: { zh: '关', en: 'Off' }, isOn: false }),
    slot({ id: 'f', title: { zh: '<b>', en: '<b>' }, from: past, kind: 'featured' }),
  ]
  expect((await write(slots)).status).toBe(200)
  const text = await page('/')
  expect([...text.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual([
    'Think',
    '&lt;b&gt;',
    'All mini-programs',
  ])
  expect(text).not.toContain(draft)
  expect(await page('/', 'zh')).toContain('<h2>益智</h2>')
  expect(await page('/?q=ch')).not.toContain('Think')
})

it('takes slots from its staff alone, and none that ends before it begins', async () => {
  const { headers: tenant } = await server.createTenant()
  expect((await write([], tenant)).status).toBe(403)
  const reversed = slot({ from: '2030-01-02T00:00:00Z', until: '2030-01-01T00:00:00Z' })
  expect(await problemCode(await write([reversed]))).toBe('request.invalid')
  expect(await problemCode(await write([slot({}), slot({})]))).toBe('request.invalid')
})

it('keeps the picture of a banner from the public until the banner stands', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const put = (headers: Record<string, string>, body: Uint8Array): Promise<Response> =>
    server.call('POST', '/api/v1/platform/portal-pictures', { headers, body })
  const { headers: tenant } = await server.createTenant()
  expect((await put(tenant, png)).status).toBe(403)
  expect(await problemCode(await put(owner, Buffer.from('<svg>')))).toBe('app.iconInvalid')
  const picture = slotPictureSchema.parse(await (await put(owner, png)).json())
  expect((await server.call('GET', slotPicturePath(picture))).status).toBe(404)
  await write([slot({ kind: 'banner', picture })])
  expect((await server.call('GET', slotPicturePath(picture))).headers.get('content-type')).toBe('image/png')
  expect(await page('/')).toContain(`src="${slotPicturePath(picture)}"`)
})

it('tells what a mini-program is and what it asks for, before it is opened', async () => {
  const body = { category: 'games/board', privacy: [{ kind: 'location', reason: 'finds <players>' }] }
  await server.json('PATCH', `/api/v1/apps/${chess}/profile`, { key: server.ownerKey, body })
  const text = await page(`/apps/${chess}`)
  for (const part of ['Chess', 'Games · Board and cards', 'Version 1.0.0', 'Location', 'finds &lt;players&gt;', '<svg'])
    expect(text).toContain(part)
  expect(await page(`/apps/${chess}`, 'zh')).toContain('位置信息')
  expect((await server.call('GET', `/apps/${draft}`)).status).toBe(404)
  expect((await server.call('GET', '/apps/nobody')).status).toBe(404)
})

it('pages through a long list, and keeps what was asked for', async () => {
  const published = Array.from({ length: 49 }, (_, index) => ({
    id: `puzzle${index}`,
    workspaceId: 'w',
    name: `Puzzle ${index}`,
    description: '',
    iconPath: null,
    currentVersion: '1.0.0',
    category: null,
    standing: 'normal' as const,
    isServing: true,
  }))
  const show = async (asked: Partial<HomePage['asked']>): Promise<string> => {
    const around = { locale: 'en', tagline: '', published, tree: [], slots: [], now: new Date() } as const
    return String(await homePage({ ...around, asked: { query: '', category: undefined, page: 1, ...asked } }))
  }
  const first = await show({ query: 'puzzle' })
  expect(first.match(/class="open"/g)).toHaveLength(48)
  expect(first).toContain('href="/?q=puzzle&amp;page=2"')
  const second = await show({ query: 'puzzle', page: 2 })
  expect(second.match(/class="open"/g)).toHaveLength(1)
  expect(second).toContain('rel="prev"')
  expect(await show({ page: 3 })).toContain('No mini-program matches')
  expect(await page('/?page=-1')).toContain('class="open"')
})
