import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { testArchive, testPackage } from '#testing/package-archive.ts'

let server: TestServer
let appId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  appId = await server.createApp()
  for (const version of ['1.0.0', '1.1.0', '1.2.0'])
    await server.upload(appId, version, testArchive({ label: version }))
})

const path = (rest: string): string => `/api/v1/apps/${appId}${rest}`
const post = (rest: string, body: unknown, key = server.ownerKey): Promise<Response> =>
  server.call('POST', path(rest), { key, body })

async function states(): Promise<Record<string, unknown>> {
  const { items } = await server.json('GET', path('/versions'), { key: server.ownerKey })
  if (!Array.isArray(items)) throw new Error('no list')
  return Object.fromEntries(items.map((item: { version: string; state: string }) => [item.version, item.state]))
}

describe('a version', () => {
  it('is a draft, online while it is current, and superseded by the next', async () => {
    expect(await states()).toEqual({ '1.0.0': 'draft', '1.1.0': 'draft', '1.2.0': 'draft' })
    await server.publish(appId, '1.0.0')
    await server.publish(appId, '1.1.0')
    expect(await states()).toEqual({ '1.0.0': 'superseded', '1.1.0': 'online', '1.2.0': 'draft' })
  })

  it('that was released before comes back, as often as needed, each time as a release with a higher number', async () => {
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) await server.publish(appId, version)
    const back = await server.json('POST', path('/rollback'), { key: server.ownerKey, body: { note: 'prices wrong' } })
    expect(back).toMatchObject({ version: '1.1.0', sequence: 4, kind: 'rollback', note: 'prices wrong' })
    const further = await server.json('POST', path('/rollback'), { key: server.ownerKey, body: {} })
    expect(further).toMatchObject({ version: '1.0.0', sequence: 5 })
    expect(await states()).toEqual({ '1.0.0': 'online', '1.1.0': 'rolledBack', '1.2.0': 'rolledBack' })
    expect(await problemCode(await post('/rollback', {}))).toBe('release.noRollbackTarget')
    const chosen = await server.json('POST', path('/rollback'), { key: server.ownerKey, body: { version: '1.2.0' } })
    expect(chosen).toMatchObject({ version: '1.2.0', sequence: 6 })
    const again = await server.json('POST', path('/rollback'), { key: server.ownerKey, body: { version: '1.0.0' } })
    expect(again).toMatchObject({ version: '1.0.0', sequence: 7 })
  })

  it('that was never released is nothing to roll back to', async () => {
    expect(await problemCode(await post('/rollback', {}))).toBe('release.none')
    await server.publish(appId, '1.0.0')
    expect(await problemCode(await post('/rollback', { version: '1.2.0' }))).toBe('release.noRollbackTarget')
    expect(await problemCode(await post('/rollback', { version: '9.9.9' }))).toBe('release.versionNotFound')
  })

  it('is named to hosts of a runtime that can run it', async () => {
    await server.publish(appId, '1.0.0')
    await server.publish(appId, '1.1.0')
    const current = (runtime: number): Promise<Response> =>
      server.call('GET', path(`/releases/current?runtime=${runtime}`), { key: server.ownerKey })
    expect(await (await current(1)).json()).toMatchObject({ version: '1.1.0' })
    expect((await current(0)).status).toBe(400)
  })

  it('is found by its state and its developer', async () => {
    await server.publish(appId, '1.0.0')
    const read = (query: string): Promise<Record<string, unknown>> =>
      server.json('GET', path(`/versions?${query}`), { key: server.ownerKey })
    expect((await read('state=online'))['items']).toMatchObject([{ version: '1.0.0' }])
    expect((await read('createdBy=nobody'))['items']).toEqual([])
  })

  it('is rolled back by who may, and by nobody else', async () => {
    await server.publish(appId, '1.0.0')
    await server.publish(appId, '1.1.0')
    const developer = await server.createKey('developer')
    expect((await post('/rollback', {}, developer)).status).toBe(403)
    expect((await server.call('POST', path('/rollback'), { body: {} })).status).toBe(401)
    expect((await post('/rollback', {})).status).toBe(201)
  })
})

describe('a version that the platform takes down', () => {
  it('is gone for new launches at once, and comes back when the block is lifted', async () => {
    await server.publish(appId, '1.0.0')
    const script = `/p/${appId}/${testPackage({ label: '1.0.0' }).scriptHash}`
    const blocked = await server.json('POST', path('/versions/1.0.0/block'), {
      key: server.ownerKey,
      body: { reason: 'phishing' },
    })
    expect(blocked).toMatchObject({ state: 'blocked', stateReason: 'phishing' })
    expect((await server.call('GET', `/a/${appId}/`)).status).toBe(404)
    expect((await server.call('GET', script)).status).toBe(404)
    expect(await problemCode(await server.publish(appId, '1.0.0'))).toBe('release.versionBlocked')
    const lifted = await server.json('DELETE', path('/versions/1.0.0/block'), { key: server.ownerKey })
    expect(lifted).toMatchObject({ state: 'online', stateReason: null })
    expect((await server.call('GET', script)).status).toBe(200)
  })

  it('makes room for the one that the platform names', async () => {
    await server.publish(appId, '1.0.0')
    await server.publish(appId, '1.1.0')
    await post('/versions/1.1.0/block', { reason: 'phishing', fallbackVersion: '1.0.0' })
    const current = await server.json('GET', path('/releases/current'), { key: server.ownerKey })
    expect(current).toMatchObject({ version: '1.0.0', kind: 'takeDown', sequence: 3 })
    expect(await states()).toMatchObject({ '1.0.0': 'online', '1.1.0': 'blocked' })
    const lifted = await server.json('DELETE', path('/versions/1.1.0/block'), { key: server.ownerKey })
    expect(lifted).toMatchObject({ state: 'superseded' })
  })

  it('is taken down by the platform only', async () => {
    await server.publish(appId, '1.0.0')
    const owner = await server.createKey('owner')
    expect((await post('/versions/1.0.0/block', { reason: 'x' }, owner)).status).toBe(403)
    expect((await server.call('DELETE', path('/versions/1.0.0/block'), { key: owner })).status).toBe(403)
  })
})

describe('a preview link', () => {
  const file = (url: unknown, label: string): string =>
    `${String(url).replace(/^.*\/t\//, '/-/preview/')}${testPackage({ label }).scriptHash}`
  const create = (body: object): Promise<Record<string, unknown>> =>
    server.json('POST', path('/preview-links'), { key: server.ownerKey, body: { label: 'Li', ...body } })

  it('opens the files of its version, which nobody else gets', async () => {
    const { url, qrCode } = await create({ version: '1.1.0' })
    expect(String(qrCode)).toContain('<svg')
    expect((await server.call('GET', file(url, '1.1.0'))).status).toBe(200)
    expect((await server.call('GET', file(url, '1.0.0'))).status).toBe(404)
    expect((await server.call('GET', `/p/${appId}/${testPackage({ label: '1.1.0' }).scriptHash}`)).status).toBe(404)
  })

  it('follows the trial version when it names none', async () => {
    expect(await problemCode(await post('/preview-links', { label: 'Li' }))).toBe('release.versionNotFound')
    const setTrial = (version: string): Promise<Response> =>
      server.call('PUT', path('/trial'), { key: server.ownerKey, body: { version } })
    expect((await setTrial('1.0.0')).status).toBe(204)
    const { url } = await create({})
    await setTrial('1.2.0')
    expect((await server.call('GET', file(url, '1.2.0'))).status).toBe(200)
    expect((await server.call('GET', file(url, '1.0.0'))).status).toBe(404)
  })

  it('ends when it is revoked, and its secret is shown once', async () => {
    const { url, id } = await create({ version: '1.1.0' })
    const list = await server.json('GET', path('/preview-links'), { key: server.ownerKey })
    expect(JSON.stringify(list)).not.toContain(String(url).slice(-20))
    expect(list['items']).toMatchObject([{ id, label: 'Li', openCount: 0 }])
    const revoke = (): Promise<Response> =>
      server.call('DELETE', path(`/preview-links/${String(id)}`), { key: server.ownerKey })
    expect((await revoke()).status).toBe(204)
    expect(await problemCode(await revoke())).toBe('release.previewNotFound')
    const audit = await server.json('GET', '/api/v1/audit?limit=50', { key: server.ownerKey })
    const actions = JSON.stringify(audit['items'])
    for (const action of ['preview.create', 'preview.revoke']) expect(actions).toContain(`"${action}"`)
    expect(actions).not.toContain(String(url).slice(-20))
    expect((await server.call('GET', file(url, '1.1.0'))).status).toBe(404)
  })

  it('is made by who uploads, not by who only looks', async () => {
    const { id } = await server.json('POST', '/api/v1/apps', { key: server.ownerKey, body: { name: 'Other' } })
    const member = await server.createKey('member')
    expect((await post('/preview-links', { label: 'Li', version: '1.1.0' }, member)).status).toBe(403)
    const foreign = await server.call('DELETE', `/api/v1/apps/${String(id)}/preview-links/pv_x`, {
      key: server.ownerKey,
    })
    expect(foreign.status).toBe(404)
  })
})
