import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

const build: RuntimeBuild = {
  version: 1,
  host: 'host-1.js',
  logic: 'logic-1.js',
  logicLater: 'logic-later-1.js',
  view: 'view-1.js',
  later: 'later-1.js',
  parts: {},
  files: [],
  page: '<html lang="{{lang}}"><title>{{title}}</title><script id="banyan-boot">{{boot}}</script><script nonce="{{nonce}}" src="{{host}}"></script>{{head}}{{first}}</html>',
  firstFrame: '<html><style>{{style}}</style>{{body}}</html>',
  policy: "default-src 'none'; script-src 'nonce-{{nonce}}'",
}

let server: TestServer
let appId: string
beforeAll(async () => {
  server = await startTestServer()
  await mkdir(join(server.dataDir, 'runtime'))
  await writeFile(join(server.dataDir, 'runtime', 'runtime.json'), JSON.stringify(build))
})
afterAll(() => server.stop())
beforeEach(async () => {
  appId = await server.createApp()
  for (const version of ['1.0.0', '1.1.0', '1.2.0'])
    await server.upload(appId, version, testArchive({ label: version }))
  await server.publish(appId, '1.0.0')
})

const path = (rest: string): string => `/api/v1/apps/${appId}${rest}`
const call = (method: string, rest: string, body?: unknown, key = server.ownerKey): Promise<Response> =>
  server.call(method, path(rest), { key, ...(body === undefined ? {} : { body }) })
const json = (method: string, rest: string, body?: unknown): Promise<Record<string, unknown>> =>
  server.json(method, path(rest), { key: server.ownerKey, ...(body === undefined ? {} : { body }) })

/** The version and sequence that the browser of a device gets. */
async function launch(
  device: string,
  agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X)',
): Promise<string> {
  const page = await server.call('GET', `/a/${appId}/`, {
    headers: { cookie: `banyan_device=${device}`, 'user-agent': agent },
  })
  return /"release":\{"version":"([^"]+)"/.exec(await page.text())?.[1] ?? `status ${page.status}`
}
const devices = Array.from({ length: 150 }, (_, index) => `d${index}`)
const withNew = async (): Promise<string[]> => {
  const got = await Promise.all(devices.map((device) => launch(device)))
  return devices.filter((_, index) => got[index] === '1.1.0')
}

describe('a gray release', () => {
  it('gives some browsers the new version, keeps them in it while it grows, and ends with everybody', async () => {
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 3000 })
    const some = await withNew()
    expect(some.length).toBeGreaterThan(20)
    expect(some.length).toBeLessThan(75)
    expect(await withNew()).toEqual(some)
    await json('PATCH', '/gray', { basisPoints: 6000 })
    const more = await withNew()
    expect(more.length).toBeGreaterThan(some.length)
    expect(more).toEqual(expect.arrayContaining(some))
    expect(await json('POST', '/gray/complete', {})).toMatchObject({ state: 'completed' })
    expect(await withNew()).toEqual(devices)
    expect(await json('GET', '/releases/current')).toMatchObject({ version: '1.1.0', kind: 'grayComplete' })
  })

  it('that is revoked takes everybody back at once, to a release with a higher number', async () => {
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 10_000 })
    expect(await launch('d1')).toBe('1.1.0')
    expect(await json('POST', '/gray/revoke', { note: 'prices' })).toMatchObject({
      state: 'revoked',
      stateReason: 'prices',
    })
    expect(await launch('d1')).toBe('1.0.0')
    expect(await json('GET', '/releases/current')).toMatchObject({ version: '1.0.0', kind: 'grayRevoke', sequence: 3 })
    expect(await problemCode(await call('GET', '/gray'))).toBe('gray.none')
    expect((await json('GET', '/gray/history'))['items']).toMatchObject([{ version: '1.1.0', state: 'revoked' }])
  })

  it('is one at a time, never the first release, and only grows', async () => {
    expect(await problemCode(await call('POST', '/gray', { version: '9.9.9' }))).toBe('release.versionNotFound')
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 2000 })
    expect(await problemCode(await call('POST', '/gray', { version: '1.2.0' }))).toBe('gray.runs')
    expect(await problemCode(await call('PATCH', '/gray', { basisPoints: 1000 }))).toBe('gray.shareShrinks')
    const fresh = await server.createApp()
    await server.upload(fresh, '1.0.0', testArchive())
    const first = await server.call('POST', `/api/v1/apps/${fresh}/gray`, {
      key: server.ownerKey,
      body: { version: '1.0.0', basisPoints: 100 },
    })
    expect(await problemCode(first)).toBe('gray.firstReleaseFull')
  })

  it('stands in the way of other releases, until it is revoked in the same step', async () => {
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 10_000 })
    expect(await problemCode(await server.publish(appId, '1.2.0'))).toBe('release.grayRuns')
    const released = await json('POST', '/releases', { version: '1.2.0', revokeGray: true })
    expect(released).toMatchObject({ version: '1.2.0' })
    expect(await launch('d1')).toBe('1.2.0')
    expect(await json('GET', '/versions/1.1.0')).toMatchObject({ state: 'approved' })
  })

  it('holds still while it is paused, and goes on', async () => {
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 3000 })
    const some = await withNew()
    expect(await json('POST', '/gray/pause', {})).toMatchObject({ state: 'paused' })
    expect(await withNew()).toEqual(some)
    expect(await problemCode(await call('POST', '/gray/pause', {}))).toBe('gray.stateWrong')
    expect(await json('POST', '/gray/resume', {})).toMatchObject({ state: 'running' })
  })

  it('asks for attributes, segments and lists', async () => {
    await json('PUT', '/segments/phones', { condition: { os: { $in: ['ios', 'android'] } } })
    expect(
      await problemCode(await call('POST', '/gray', { version: '1.1.0', condition: { $segment: 'nobody' } })),
    ).toBe('gray.segmentNotFound')
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 10_000, condition: { $segment: 'phones' } })
    const desktop = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0'
    expect(await launch('d1')).toBe('1.1.0')
    expect(await launch('d1', desktop)).toBe('1.0.0')
    const listed = await server.call('PUT', path('/gray/users'), {
      key: server.ownerKey,
      body: 'id\nd1\n',
      headers: { 'content-type': 'text/csv' },
    })
    expect(await listed.json()).toMatchObject({ listedUsers: 1 })
    expect(await launch('d1', desktop)).toBe('1.1.0')
    expect(await launch('d2', desktop)).toBe('1.0.0')
    expect(await json('POST', '/gray/test', { userId: 'd3', attributes: { os: 'windows' } })).toEqual({
      version: '1.0.0',
      isGray: false,
      reason: 'outsideCondition',
    })
  })

  it('asks for the region that a server in front has told', async () => {
    await json('POST', '/gray', {
      version: '1.1.0',
      basisPoints: 10_000,
      condition: { region: { $in: ['CN-BJ', 'CN-SH'] } },
    })
    const from = async (headers: Record<string, string>): Promise<boolean> =>
      (await (await server.call('GET', `/a/${appId}/`, { headers })).text()).includes('"version":"1.1.0"')
    expect(await from({ 'x-client-region': 'cn-bj' })).toBe(true)
    expect(await from({ 'cf-ipcountry': 'DE' })).toBe(false)
    expect(await from({ 'x-client-region': 'CN-BJ; CN-SH' })).toBe(false)
    expect(await from({})).toBe(false)
  })

  it('is managed by who may, and by nobody else', async () => {
    const developer = await server.createKey('developer')
    expect((await call('POST', '/gray', { version: '1.1.0' }, developer)).status).toBe(403)
    expect((await call('GET', '/gray', undefined, developer)).status).toBe(404)
    expect((await server.call('POST', path('/gray'), { body: { version: '1.1.0' } })).status).toBe(401)
    await json('POST', '/gray', { version: '1.1.0' })
    expect((await call('POST', '/gray/revoke', {}, developer)).status).toBe(403)
    expect((await call('GET', '/gray', undefined, developer)).status).toBe(200)
  })

  it('leaves a trace of every step in the audit log', async () => {
    await json('POST', '/gray', { version: '1.1.0', basisPoints: 100 })
    await json('PATCH', '/gray', { basisPoints: 200 })
    await json('POST', '/gray/revoke', {})
    const log = await server.json('GET', `/api/v1/audit?appId=${appId}`, { key: server.ownerKey })
    const actions = Array.isArray(log['items']) ? log['items'].map(({ action }: { action: string }) => action) : []
    expect(actions).toEqual(expect.arrayContaining(['gray.start', 'gray.change', 'gray.revoke']))
  })
})
