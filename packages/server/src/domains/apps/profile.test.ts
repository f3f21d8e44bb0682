import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testArchive, testPackage } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  appId = await server.createApp()
  await server.upload(appId, '1.0.0', testArchive())
  await server.publish(appId, '1.0.0')
})

const call = (method: string, rest: string, body?: unknown, key = server.ownerKey): Promise<Response> =>
  server.call(method, `/api/v1/apps/${appId}${rest}`, { key, ...(body === undefined ? {} : { body }) })
/** 503: it is served, only the runtime is not built here. */
const opens = async (): Promise<boolean> => (await server.call('GET', `/a/${appId}/`)).status === 503

describe('the profile of a mini-program', () => {
  it('keeps category, privacy declaration, domains of all kinds and server addresses', async () => {
    const given = {
      category: 'shopping/mall',
      privacy: [{ kind: 'location', reason: 'shows the nearest shop' }],
      socketDomains: ['wss://push.example.com'],
      webViewDomains: ['https://help.example.com/'],
      serverIps: ['203.0.113.0/24'],
    }
    expect(await (await call('PATCH', '/profile', given)).json()).toMatchObject({
      ...given,
      webViewDomains: ['https://help.example.com'],
      standing: 'normal',
    })
    expect(await (await call('PATCH', '/profile', { category: null })).json()).toMatchObject({
      category: null,
      socketDomains: given.socketDomains,
    })
  })

  it.each([
    ['a category that is none', { category: 'shopping/nothing' }, 422],
    ['what is no category at all', { category: 'shopping' }, 400],
    ['a kind of data that is none', { privacy: [{ kind: 'dreams', reason: 'x' }] }, 400],
    ['data without a reason', { privacy: [{ kind: 'location', reason: ' ' }] }, 400],
    ['a domain with a path', { uploadDomains: ['https://a.example.com/x'] }, 422],
    ['an address that is none', { serverIps: ['300.1.1.1'] }, 400],
    ['a field that does not exist', { owner: 'me' }, 400],
  ])('refuses %s', async (_name, body, status) => {
    expect((await call('PATCH', '/profile', body)).status).toBe(status)
  })

  it('is changed by who may edit the app, its domains by fewer, and nobody of another team sees it', async () => {
    const developer = await server.createKey('developer')
    expect((await call('PATCH', '/profile', { category: 'tools/other' }, developer)).status).toBe(200)
    expect((await call('PATCH', '/profile', { socketDomains: [] }, developer)).status).toBe(403)
    expect((await call('GET', '/profile', undefined, 'byk_nobody')).status).toBe(401)
  })
})

describe('a mini-program', () => {
  it('that its team hides still opens by its link; unpublished it does not, and comes back', async () => {
    const portal = async (): Promise<boolean> => (await (await server.call('GET', '/')).text()).includes(appId)
    expect([await opens(), await portal()]).toEqual([true, true])
    await call('PUT', '/standing', { standing: 'hidden' })
    expect([await opens(), await portal()]).toEqual([true, false])
    await call('PUT', '/standing', { standing: 'unpublished' })
    expect([await opens(), await portal()]).toEqual([false, false])
    await call('PUT', '/standing', { standing: 'normal' })
    expect([await opens(), await portal()]).toEqual([true, true])
  })

  it('that the platform suspends serves nobody, until an appeal is heard', async () => {
    expect(await (await call('POST', '/suspension', { reason: 'gambling' })).json()).toMatchObject({
      standing: 'suspended',
      standingReason: 'gambling',
    })
    expect(await opens()).toBe(false)
    const script = await server.call('GET', `/p/${appId}/${testPackage().scriptHash}`)
    expect(script.status).toBe(404)
    expect(await problemCode(await call('PUT', '/standing', { standing: 'normal' }))).toBe('app.stateWrong')
    expect(await (await call('POST', '/appeal', { text: 'it is chess' })).json()).toMatchObject({
      appeal: 'it is chess',
    })
    expect(await problemCode(await call('POST', '/appeal', { text: 'again' }))).toBe('review.appealClosed')
    expect(await (await call('DELETE', '/suspension')).json()).toMatchObject({ standing: 'normal' })
    expect(await opens()).toBe(true)
  })

  it('may not be appealed for when the time is over', async () => {
    await call('POST', '/suspension', { reason: 'gambling', appealDays: 0 })
    expect(await problemCode(await call('POST', '/appeal', { text: 'it is chess' }))).toBe('review.appealClosed')
  })

  it('is suspended by the platform only', async () => {
    const owner = await server.createKey('owner')
    expect((await call('POST', '/suspension', { reason: 'x' }, owner)).status).toBe(403)
    expect((await call('DELETE', '/suspension', undefined, owner)).status).toBe(403)
  })

  it('ends for ever only when its id is typed', async () => {
    const developer = await server.createKey('developer')
    expect((await call('POST', '/termination', { confirm: appId }, developer)).status).toBe(403)
    expect(await problemCode(await call('POST', '/termination', { confirm: 'yes' }))).toBe('app.confirmationWrong')
    expect((await call('POST', '/termination', { confirm: appId })).status).toBe(204)
    expect(await opens()).toBe(false)
    expect(await problemCode(await call('POST', '/termination', { confirm: appId }))).toBe('app.stateWrong')
  })

  it('does not go to a team that its giver is not in', async () => {
    const given = { workspaceId: 'ws_stranger', confirm: appId }
    expect(await problemCode(await call('POST', '/transfer', given))).toBe('identity.workspaceNotFound')
  })
})
