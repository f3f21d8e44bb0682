import { screenshotListSchema } from '@banyan/contract/app-pictures'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let other: Awaited<ReturnType<TestServer['createTenant']>>
let otherApp: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp('Famous')
  await server.upload(appId, '1.0.0', testArchive())
  await server.publish(appId, '1.0.0')
  other = await server.createTenant()
  otherApp = String((await server.json('POST', '/api/v1/apps', { key: other.key, body: { name: 'Copycat' } }))['id'])
})
afterAll(() => server.stop())

/** A white bar on a colour, `width` of the picture wide. */
function picture(size: number, width: number): Buffer {
  const png = new PNG({ width: size, height: size })
  for (let at = 0; at < size * size; at++) {
    const isBar = Math.abs((at % size) / size - 0.5) < width / 2
    png.data.set(isBar ? [255, 255, 255, 255] : [30, 90, 190, 255], at * 4)
  }
  return PNG.sync.write(png)
}
const setIcon = (app: string, key: string, body: Buffer): Promise<Response> =>
  server.call('PUT', `/api/v1/apps/${app}/icon`, { key, body, headers: { 'content-type': 'image/png' } })

describe('an icon', () => {
  it('that is taken for that of another team’s published app is refused', async () => {
    expect((await setIcon(appId, server.ownerKey, picture(128, 0.4))).status).toBe(200)
    expect(await problemCode(await setIcon(otherApp, other.key, picture(90, 0.4)))).toBe('app.iconConfusing')
    expect((await setIcon(otherApp, other.key, picture(90, 0.9))).status).toBe(200)
    const second = await server.createApp('Famous too')
    expect((await setIcon(second, server.ownerKey, picture(64, 0.4))).status).toBe(200)
  })
})

describe('screenshots', () => {
  const address = (app = appId): string => `/api/v1/apps/${app}/screenshots`
  const add = (body: Buffer, key = server.ownerKey): Promise<Response> =>
    server.call('POST', address(), { key, body, headers: { 'content-type': 'image/png' } })

  it('are added, seen by everybody, put in order and taken away', async () => {
    for (const width of [0.2, 0.5, 0.8]) expect((await add(picture(200, width))).status).toBe(201)
    const { items } = screenshotListSchema.parse(await server.json('GET', address(), { key: server.ownerKey }))
    const [first, second, third] = items.map(({ id }) => id)
    const shown = await server.call('GET', items[1]?.url ?? '')
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture(200, 0.5))
    const body = { ids: [third, first] }
    const arranged = await server.json('PUT', address(), { key: server.ownerKey, body })
    expect(screenshotListSchema.parse(arranged).items.map(({ id }) => id)).toEqual([third, first])
    expect((await server.call('GET', items[1]?.url ?? '')).status).toBe(404)
    for (const ids of [[second], [first, first]])
      expect((await server.call('PUT', address(), { key: server.ownerKey, body: { ids } })).status).toBe(400)
  })

  it('are pictures, ten at most, and of the own team', async () => {
    expect(await problemCode(await add(Buffer.from('<svg/>')))).toBe('app.iconInvalid')
    for (let count = 2; count < 10; count++) expect((await add(picture(20, 0.5))).status).toBe(201)
    expect(await problemCode(await add(picture(20, 0.5)))).toBe('app.tooManyScreenshots')
    expect(await problemCode(await add(picture(20, 0.5), other.key))).toBe('app.notFound')
    const analyst = await server.signUp({ role: 'member', apps: [{ appId, role: 'analyst' }] })
    expect((await server.call('GET', address(), { headers: analyst })).status).toBe(200)
    const body = { ids: [] }
    expect((await server.call('PUT', address(), { headers: analyst, body })).status).toBe(403)
  })
})
