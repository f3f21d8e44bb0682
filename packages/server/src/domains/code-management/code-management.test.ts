import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let token: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  token = await tokenOf(appId)
  for (const version of ['1.0.0', '1.1.0', '1.2.0'])
    await server.upload(appId, version, testArchive({ label: version }))
  await server.call('PUT', '/api/v1/platform/review-policies/default', {
    headers: await server.signUpOwner(),
    body: { flow: 'oneStep', fourEyes: false },
  })
})
afterAll(() => server.stop())

async function tokenOf(app: string): Promise<string> {
  const { secret } = await server.json('POST', `/api/v1/apps/${app}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: app, secret }
  return String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
}

const post = (path: string, body: object = {}, as = token): Promise<Record<string, unknown>> =>
  server.json('POST', `/wxa/${path}?access_token=${as}`, { body })
const get = (path: string, query = ''): Promise<Record<string, unknown>> =>
  server.json('GET', `/wxa/${path}?access_token=${token}${query}`)
const ok = { errcode: 0, errmsg: 'ok' }

/** As the platform's reviewer, the submission that waits. */
async function decide(body: object): Promise<void> {
  const headers = await server.signUpOwner()
  const { items } = await server.json('GET', '/api/v1/review/queue?state=waiting', { headers })
  const id = Array.isArray(items) ? String(items[0]?.id) : ''
  await server.json('POST', `/api/v1/review/${appId}/submissions/${id}/claim`, { headers })
  await server.json('POST', `/api/v1/review/${appId}/submissions/${id}/decision`, { headers, body })
}

describe("WeChat's calls for code", () => {
  it('do nothing for an app whose team has not switched them on', async () => {
    expect(await post('commit', { user_version: '1.0.0' })).toMatchObject({ errcode: 48_001 })
    expect(await get('get_page')).toMatchObject({ errcode: 48_001 })
    const address = `/api/v1/apps/${appId}/settings/wechat.codeManagement`
    await server.json('PUT', address, { key: server.ownerKey, body: { value: true } })
    await vi.waitFor(async () => expect(await get('queryquota')).toMatchObject(ok), 5000)
    const other = await tokenOf(await server.createApp('Other'))
    expect(await post('modify_domain', { action: 'get' }, other)).toMatchObject({ errcode: 48_001 })
  })

  it('hand a version in, tell what became of it, and take it back', async () => {
    expect(await post('submit_audit')).toMatchObject({ errcode: 85_086 })
    expect(await post('commit', { user_version: '9.9.9' })).toMatchObject({ errcode: 85_014 })
    expect(await post('commit', { user_version: '1.0.0', user_desc: 'first' })).toMatchObject(ok)
    expect(await get('get_page')).toMatchObject({ ...ok, page_list: ['pages/home/home'] })
    const { auditid } = await post('submit_audit', { version_desc: 'first' })
    expect(await post('get_auditstatus', { auditid })).toMatchObject({ ...ok, status: 2, user_version: '1.0.0' })
    expect(await post('get_auditstatus', { auditid: 1 })).toMatchObject({ errcode: 85_012 })
    expect(await post('submit_audit')).toMatchObject({ errcode: 85_009 })
    expect(await post('release')).toMatchObject({ errcode: 85_020 })
    expect(await get('undocodeaudit')).toMatchObject(ok)
    expect(await get('get_latest_auditstatus')).toMatchObject({ ...ok, auditid, status: 3 })

    expect(await post('submit_audit')).toMatchObject(ok)
    await decide({ decision: 'reject', reason: 'no', ruleIds: ['1.1'] })
    expect(await get('get_latest_auditstatus')).toMatchObject({ status: 1, reason: 'no' })
    expect(await post('submit_audit')).toMatchObject(ok)
    await decide({ decision: 'approve' })
    expect(await get('get_latest_auditstatus')).toMatchObject({ status: 0 })
  })

  it('publish what was approved, to some first, and go back', async () => {
    expect(await post('grayrelease', { gray_percentage: 10 })).toMatchObject({ errcode: 85_079 })
    expect(await post('release')).toMatchObject(ok)
    for (const version of ['1.1.0', '1.2.0']) {
      await post('commit', { user_version: version })
      await post('submit_audit')
      expect(await post('grayrelease', { gray_percentage: 10 })).toMatchObject({ errcode: 85_080 })
      await decide({ decision: 'approve' })
      expect(await post('grayrelease', { gray_percentage: 101 })).toMatchObject({ errcode: 85_081 })
      expect(await post('grayrelease', { gray_percentage: 10 })).toMatchObject(ok)
      expect(await post('grayrelease', { gray_percentage: 5 })).toMatchObject({ errcode: 85_082 })
      expect(await post('grayrelease', { gray_percentage: 20 })).toMatchObject(ok)
      const plan = { status: 1, gray_percentage: 20 }
      expect(await get('getgrayreleaseplan')).toMatchObject({ gray_release_plan: plan })
      expect(await get('revertcoderelease')).toMatchObject({ errcode: 87_011 })
      if (version === '1.1.0') {
        expect(await get('revertgrayrelease')).toMatchObject(ok)
        expect(await get('getgrayreleaseplan')).toMatchObject({ gray_release_plan: { status: 4 } })
      }
      expect(await post('release')).toMatchObject(ok)
    }
    const { version_list: list } = await get('revertcoderelease', '&action=get_history_version')
    expect(list).toMatchObject([
      { user_version: '1.1.0', app_version: 2 },
      { user_version: '1.0.0', app_version: 1 },
    ])
    expect(await get('revertcoderelease', '&app_version=1')).toMatchObject(ok)
    const current = await server.json('GET', `/api/v1/apps/${appId}/releases/current`, { key: server.ownerKey })
    expect(current).toMatchObject({ version: '1.0.0', kind: 'rollback' })
    expect(await get('revertcoderelease', '&app_version=9')).toMatchObject({ errcode: 87_012 })
  })

  it('close the app and open it', async () => {
    expect(await post('change_visitstatus', { action: 'close' })).toMatchObject(ok)
    expect(await post('getvisitstatus')).toMatchObject({ status: 1 })
    expect((await server.call('GET', `/a/${appId}/`)).status).toBe(404)
    expect(await post('change_visitstatus', { action: 'open' })).toMatchObject(ok)
    expect(await post('getvisitstatus')).toMatchObject({ status: 0 })
  })

  it('change domains, and leave alone what the platform’s owner has bound', async () => {
    const bound = { origin: 'https://bound.example', upstream: 'http://127.0.0.1:9' }
    await server.json('PATCH', `/api/v1/apps/${appId}`, { key: server.ownerKey, body: { requestDomains: [bound] } })
    const added = { requestdomain: ['https://api.example'], wsrequestdomain: ['wss://live.example'] }
    expect(await post('modify_domain', { action: 'add', ...added })).toMatchObject({
      ...ok,
      requestdomain: ['https://api.example', 'https://bound.example'],
      wsrequestdomain: ['wss://live.example'],
      uploaddomain: [],
    })
    expect(await post('modify_domain', { action: 'add', ...added })).toMatchObject({ errcode: 85_017 })
    expect(await post('modify_domain', { action: 'add', requestdomain: ['http://10.0.0.1'] })).toMatchObject({
      errcode: 40_097,
    })
    const many = Array.from({ length: 201 }, (_, index) => `https://d${index}.example`)
    expect(await post('modify_domain', { action: 'set', requestdomain: many })).toMatchObject({ errcode: 85_016 })
    expect(await post('modify_domain', { action: 'delete', requestdomain: ['https://api.example'] })).toMatchObject({
      requestdomain: ['https://bound.example'],
    })
    const sites = { action: 'set', webviewdomain: ['https://news.example'] }
    expect(await post('setwebviewdomain', sites)).toMatchObject({ webviewdomain: ['https://news.example'] })
  })

  it('stand in the audit log as done by the app’s server', async () => {
    const { items } = await server.json('GET', '/api/v1/audit?action=release.publish', { key: server.ownerKey })
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ actor: { kind: 'apiKey', id: appId, name: 'Test (server)' } }),
      ]),
    )
  })
})
