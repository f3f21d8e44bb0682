import { submissionPreviewSchema } from '@banyan/contract/review'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let owner: Headers
let team: { workspaceId: string; key: string }
let reviewer: Headers
let second: Headers
let appId: string
let now = new Date('2026-05-01T08:00:00Z')

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
  owner = await server.signUpOwner()
  const staff = async (email: string): Promise<Headers> => {
    const headers = await server.signUp({ role: 'member' }, email)
    await server.json('POST', '/api/v1/staff', { headers: owner, body: { email, role: 'platformReviewer' } })
    return headers
  }
  reviewer = await staff('one@example.com')
  second = await staff('two@example.com')
  team = await server.createTenant()
})
afterAll(() => server.stop())

beforeEach(async () => {
  const made = await server.json('POST', '/api/v1/apps', { key: team.key, body: { name: 'Shop' } })
  appId = String(made['id'])
  for (const version of ['1.0.0', '1.1.0']) await upload(version, testArchive({ label: `${appId} ${version}` }))
})

const upload = (version: string, archive: Uint8Array): Promise<Response> =>
  server.call('POST', `/api/v1/apps/${appId}/versions?version=${version}`, {
    key: team.key,
    body: archive,
    headers: { 'content-type': 'application/zip' },
  })
const setFlow = (policy: object): Promise<Response> =>
  server.call('PUT', `/api/v1/platform/review-policies/team:${team.workspaceId}`, {
    key: server.ownerKey,
    body: policy,
  })
const own = (rest: string, body?: unknown): Promise<Response> =>
  server.call(body === undefined ? 'GET' : 'POST', `/api/v1/apps/${appId}${rest}`, {
    key: team.key,
    ...(body === undefined ? {} : { body }),
  })
const submit = async (body: object = {}): Promise<string> => {
  const made = await server.json('POST', `/api/v1/apps/${appId}/submissions`, {
    key: team.key,
    body: { version: '1.0.0', ...body },
  })
  return String(made['id'])
}
const review = (headers: Headers, id: string, step: string, body?: unknown): Promise<Response> =>
  server.call('POST', `/api/v1/review/${appId}/submissions/${id}/${step}`, {
    headers,
    ...(body === undefined ? {} : { body }),
  })
const state = async (version = '1.0.0'): Promise<unknown> =>
  (await server.json('GET', `/api/v1/apps/${appId}/versions/${version}`, { key: team.key }))['state']
const publish = (version = '1.0.0'): Promise<Response> => own('/releases', { version })

describe('a version under review', () => {
  it('reaches users only when somebody has approved it', async () => {
    await setFlow({ flow: 'oneStep' })
    expect(await problemCode(await publish())).toBe('release.notApproved')
    const id = await submit({ note: 'new prices' })
    expect(await problemCode(await publish())).toBe('release.notApproved')
    expect(await (await review(reviewer, id, 'claim')).json()).toMatchObject({ note: 'new prices', approvals: 0 })
    expect(await state()).toBe('inReview')
    expect((await review(reviewer, id, 'decision', { decision: 'approve' })).status).toBe(200)
    expect(await state()).toBe('approved')
    expect((await publish()).status).toBe(201)
  })

  it('opens for reviewers by an address of its own, and for nobody else', async () => {
    await setFlow({ flow: 'oneStep' })
    const id = await submit()
    const preview = submissionPreviewSchema.parse(await (await review(reviewer, id, 'preview')).json())
    // Only the runtime is missing here, which is built apart.
    expect((await server.call('GET', preview.url)).status).toBe(503)
    expect((await server.call('GET', '/t/nothing/')).status).toBe(404)
    const refused = await review({ authorization: `Bearer ${team.key}` }, id, 'preview')
    expect(await problemCode(refused)).toBe('identity.forbidden')
    expect(await problemCode(await review(reviewer, 'rv_none', 'preview'))).toBe('review.none')
  })

  it('is one at a time in an app', async () => {
    await setFlow({ flow: 'oneStep' })
    await submit()
    expect(await problemCode(await own('/submissions', { version: '1.1.0' }))).toBe('review.runs')
  })

  it('that is rejected says by which rule, may be appealed against once, and is then decided by another', async () => {
    await setFlow({ flow: 'oneStep' })
    const id = await submit()
    expect((await review(reviewer, id, 'decision', { decision: 'reject', reason: 'x', ruleIds: ['9.9'] })).status).toBe(
      400,
    )
    await review(reviewer, id, 'decision', { decision: 'reject', reason: 'the start page is blank', ruleIds: ['1.1'] })
    expect(await server.json('GET', `/api/v1/apps/${appId}/versions/1.0.0`, { key: team.key })).toMatchObject({
      state: 'rejected',
      stateReason: 'the start page is blank',
    })
    expect(await (await own(`/submissions/${id}/appeal`, { text: 'it is not' })).json()).toMatchObject({
      state: 'waiting',
      isAppealed: true,
      messages: [{ side: 'developer', text: 'it is not' }],
    })
    expect(await problemCode(await review(reviewer, id, 'decision', { decision: 'approve' }))).toBe(
      'review.sameReviewer',
    )
    const again = { decision: 'reject', reason: 'still blank', ruleIds: ['1.1'] }
    expect((await review(second, id, 'decision', again)).status).toBe(200)
    expect(await problemCode(await own(`/submissions/${id}/appeal`, { text: 'no' }))).toBe('review.appealClosed')
  })

  it('of two steps takes two people', async () => {
    await setFlow({ flow: 'twoSteps' })
    const id = await submit()
    expect(await (await review(reviewer, id, 'decision', { decision: 'approve' })).json()).toMatchObject({
      approvals: 1,
      approvalsNeeded: 2,
      state: 'waiting',
    })
    expect(await problemCode(await review(reviewer, id, 'decision', { decision: 'approve' }))).toBe(
      'review.sameReviewer',
    )
    expect(await (await review(second, id, 'decision', { decision: 'approve' })).json()).toMatchObject({
      state: 'approved',
    })
  })

  it('is late when its time is over, and stands first in the queue', async () => {
    await setFlow({ flow: 'oneStep', slaHours: 2 })
    const id = await submit()
    now = new Date(now.getTime() + 3 * 3_600_000)
    const { items } = await server.json('GET', '/api/v1/review/queue', { headers: reviewer })
    const found = Array.isArray(items) ? items.find((item: { id: string }) => item.id === id) : undefined
    expect(found).toMatchObject({ isLate: true })
  })

  it('is deferred, talked about, and withdrawn within its quota', async () => {
    await setFlow({ flow: 'oneStep', withdrawalsPerDay: 1 })
    const id = await submit()
    await review(reviewer, id, 'decision', { decision: 'defer', reason: 'a licence is missing' })
    expect(await state()).toBe('deferred')
    await review(reviewer, id, 'messages', { text: 'which licence?' })
    await own(`/submissions/${id}/messages`, { text: 'this one' })
    const { items } = await server.json('GET', `/api/v1/apps/${appId}/submissions`, { key: team.key })
    expect(items).toMatchObject([{ messages: [{ side: 'reviewer' }, { side: 'developer', text: 'this one' }] }])
    expect((await own(`/submissions/${id}/withdrawal`, {})).status).toBe(200)
    expect(await state()).toBe('withdrawn')
    const next = await submit()
    expect(await problemCode(await own(`/submissions/${next}/withdrawal`, {}))).toBe('review.withdrawQuota')
  })

  it('is decided by the checks alone when the flow says so', async () => {
    await setFlow({ flow: 'automatic' })
    await upload('2.0.0', testArchive({ script: '$banyan({}); wx.getLocation({})' }))
    const failed = await own('/submissions', { version: '2.0.0' })
    expect(await failed.json()).toMatchObject({ state: 'rejected' })
    expect(await problemCode(await publish('2.0.0'))).toBe('release.notApproved')
    await server.call('PATCH', `/api/v1/apps/${appId}/profile`, {
      key: team.key,
      body: { privacy: [{ kind: 'location', reason: 'shows the nearest shop' }] },
    })
    const passed = await own('/submissions', { version: '2.0.0', publish: { kind: 'auto' } })
    expect(await passed.json()).toMatchObject({ state: 'approved' })
    expect(await state('2.0.0')).toBe('online')
  })

  it('is not looked at where the flow says none', async () => {
    await setFlow({ flow: 'none' })
    expect((await publish()).status).toBe(201)
  })

  it('is decided by reviewers, seen by its team, and by nobody else', async () => {
    await setFlow({ flow: 'oneStep' })
    const id = await submit()
    const decision = { decision: 'approve' }
    const ofTeam = { authorization: `Bearer ${team.key}` }
    expect((await review(ofTeam, id, 'decision', decision)).status).toBe(403)
    expect((await review({}, id, 'decision', decision)).status).toBe(401)
    const stranger = await server.createKey('owner')
    const path = `/api/v1/apps/${appId}/submissions`
    expect((await server.call('GET', path, { key: stranger })).status).toBe(404)
    expect((await server.call('POST', path, { key: stranger, body: { version: '1.1.0' } })).status).toBe(404)
    expect((await setFlow({ flow: 'none' })).status).toBe(204)
    expect(
      (await server.call('PUT', '/api/v1/platform/review-policies/default', { key: team.key, body: { flow: 'none' } }))
        .status,
    ).toBe(403)
  })

  it('is decided by its own submitter unless the team says that it takes two', async () => {
    const { workspaceId } = await server.json('GET', '/api/v1/me', { headers: owner })
    await server.call('PUT', `/api/v1/platform/review-policies/team:${String(workspaceId)}`, {
      key: server.ownerKey,
      body: { flow: 'oneStep', fourEyes: false },
    })
    const decided = async (fourEyes: boolean): Promise<Response> => {
      appId = await server.createApp()
      await server.upload(appId, '1.0.0', testArchive({ label: appId }))
      await server.call('PATCH', '/api/v1/team', { headers: owner, body: { fourEyes } })
      const made = await server.json('POST', `/api/v1/apps/${appId}/submissions`, {
        headers: owner,
        body: { version: '1.0.0' },
      })
      return review(owner, String(made['id']), 'decision', { decision: 'approve' })
    }
    expect(await (await decided(false)).json()).toMatchObject({ state: 'approved' })
    expect(await problemCode(await decided(true))).toBe('review.ownVersion')
  })
})
