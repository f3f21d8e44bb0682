/** Without a browser; what one sees is in `tests/e2e/page-checks.test.ts`. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp('Shop')
  await server.upload(appId, '1.0.0', testArchive({ label: 'one' }))
})
afterAll(() => server.stop())

it('says that there is no browser, and decides without it', async () => {
  const path = `/api/v1/apps/${appId}/versions/1.0.0/page-report`
  expect(await problemCode(await server.call('GET', path, { key: server.ownerKey }))).toBe('pageCheck.none')
  expect(await problemCode(await server.call('POST', path, { key: server.ownerKey }))).toBe('pageCheck.noBrowser')
  await server.call('PUT', '/api/v1/platform/review-policies/default', {
    key: server.ownerKey,
    body: { flow: 'automatic' },
  })
  const submission = await server.json('POST', `/api/v1/apps/${appId}/submissions`, {
    key: server.ownerKey,
    body: { version: '1.0.0' },
  })
  expect(submission).toMatchObject({ state: 'approved' })
  expect(submission['checks']).toContainEqual({
    check: 'pages',
    outcome: 'skipped',
    summary: 'there is no browser on this server',
    evidence: [],
  })
  expect(await server.json('GET', path, { key: server.ownerKey })).toMatchObject({ state: 'skipped', pages: [] })
  const asReviewer = path.replace('/apps/', '/review/')
  expect(await server.json('GET', asReviewer, { headers: await server.signUpOwner() })).toMatchObject({ appId })
})

it('shows a report to its team and to reviewers, and to nobody else', async () => {
  const path = `/api/v1/apps/${appId}/versions/1.0.0/page-report`
  const stranger = await server.createTenant()
  for (const each of [path, `${path}/images/${'0'.repeat(64)}`]) {
    expect((await server.call('GET', each, { key: stranger.key })).status).toBe(404)
    expect((await server.call('GET', each)).status).toBe(401)
    expect((await server.call('GET', each.replace('/apps/', '/review/'), { key: stranger.key })).status).toBe(403)
  }
})
