import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemCode, startTestServer, testPassword, type TestServer } from '#testing/test-server.ts'

type Headers = Record<string, string>
const byNumber = (one: number, other: number): number => one - other
let server: TestServer
let staff: Headers
let owner: Headers
let admin: Headers
let member: Headers
let appId = ''
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.signUpOwner()
  owner = await server.signUp({ role: 'owner' }, 'owner@example.com')
  admin = await server.signUp({ role: 'admin' }, 'admin@example.com')
  member = await server.signUp({ role: 'member' }, 'member@example.com')
  appId = await server.createApp()
})
afterAll(() => server.stop())

const memberList = z.object({
  items: z.array(z.looseObject({ userId: z.string(), email: z.string(), role: z.string() })),
})
const idOf = async (email: string, headers: Headers = owner): Promise<string> => {
  const { items } = memberList.parse(await server.json('GET', '/api/v1/members', { headers }))
  return items.find((each) => each.email === email)?.userId ?? 'absent'
}
const meOf = (headers: Headers): Promise<Record<string, unknown>> => server.json('GET', '/api/v1/me', { headers })

describe('members', () => {
  it('are raised by those who have as much, and no higher', async () => {
    const userId = await idOf('member@example.com')
    const path = `/api/v1/members/${userId}`
    expect(await problemCode(await server.call('PATCH', path, { headers: admin, body: { role: 'owner' } }))).toBe(
      'identity.forbidden',
    )
    expect(await server.json('PATCH', path, { headers: admin, body: { role: 'developer' } })).toMatchObject({
      role: 'developer',
    })
    expect(await problemCode(await server.call('PATCH', path, { headers: member, body: { role: 'admin' } }))).toBe(
      'identity.forbidden',
    )
    await server.json('PATCH', path, { headers: owner, body: { role: 'member' } })
  })

  it('do not put down those who have more', async () => {
    const path = `/api/v1/members/${await idOf('owner@example.com')}`
    expect(await problemCode(await server.call('PATCH', path, { headers: admin, body: { role: 'member' } }))).toBe(
      'identity.forbidden',
    )
    expect(await problemCode(await server.call('DELETE', path, { headers: admin }))).toBe('identity.forbidden')
  })

  it('always have an owner among them, however many leave at once', async () => {
    const tenant = await server.createTenant()
    const there = { 'banyan-workspace': tenant.workspaceId }
    // The one who made the team is its other owner.
    const leave = (headers: Headers): Promise<Response> =>
      server.call('DELETE', '/api/v1/team/membership', { headers: { ...headers, ...there } })
    const answers = await Promise.all([leave(tenant.headers), leave(staff)])
    expect(answers.map(({ status }) => status).toSorted(byNumber)).toEqual([204, 409])
  })

  it('see only the apps in which they have a role, and do there what it allows', async () => {
    expect(await server.json('GET', '/api/v1/apps', { headers: member })).toEqual({ items: [] })
    const path = `/api/v1/apps/${appId}`
    expect((await server.call('GET', path, { headers: member })).status).toBe(403)
    const userId = await idOf('member@example.com')
    await server.json('PUT', `${path}/members/${userId}`, { headers: admin, body: { roles: ['developer'] } })
    expect(await server.json('GET', '/api/v1/apps', { headers: member })).toMatchObject({ items: [{ id: appId }] })
    expect((await server.call('PATCH', path, { headers: member, body: { name: 'Renamed' } })).status).toBe(200)
    const publish = await server.call('POST', `${path}/releases`, { headers: member, body: { version: '1.0.0' } })
    expect(await problemCode(publish)).toBe('identity.forbidden')
    await server.json('PUT', `${path}/members/${userId}`, { headers: admin, body: { roles: [] } })
    expect((await server.call('GET', path, { headers: member })).status).toBe(403)
  })

  it('can be in several teams with a different role in each, and choose by a header', async () => {
    const tenant = await server.createTenant()
    const { url } = await server.json('POST', '/api/v1/members', { headers: tenant.headers, body: { role: 'admin' } })
    const token = new URL(String(url)).searchParams.get('token')
    expect(await server.json('POST', '/api/v1/invitations/accept', { headers: member, body: { token } })).toMatchObject(
      { role: 'admin', workspaceId: tenant.workspaceId },
    )
    expect(await meOf(member)).toMatchObject({ role: 'member' })
    expect(await meOf({ ...member, 'banyan-workspace': tenant.workspaceId })).toMatchObject({ role: 'admin' })
    const again = await server.call('POST', '/api/v1/invitations/accept', { headers: admin, body: { token } })
    expect(await problemCode(again)).toBe('identity.linkInvalid')
  })

  it('who are removed are out at once', async () => {
    const headers = await server.signUp({ role: 'admin' }, 'leaving@example.com')
    expect((await server.call('GET', '/api/v1/members', { headers })).status).toBe(200)
    await server.call('DELETE', `/api/v1/members/${await idOf('leaving@example.com')}`, { headers: owner })
    expect(await problemCode(await server.call('GET', '/api/v1/members', { headers }))).toBe('identity.forbidden')
    expect(await meOf(headers)).toMatchObject({ workspaceId: '', permissions: [], workspaces: [] })
  })
})

describe('an invitation', () => {
  it('to an address is for that address alone', async () => {
    const body = { role: 'member', email: 'Invited@Example.com' }
    const { url } = await server.json('POST', '/api/v1/members', { headers: owner, body })
    const token = new URL(String(url)).searchParams.get('token')
    const setUp = (email: string): Promise<Response> =>
      server.call('POST', '/api/v1/setup', { body: { token, name: 'N', email, password: testPassword } })
    expect(await problemCode(await setUp('somebody@example.com'))).toBe('identity.linkForOther')
    expect((await setUp('invited@example.com')).status).toBe(201)
  })

  it('is listed without its secret, and is void when taken back', async () => {
    const made = await server.json('POST', '/api/v1/members', { headers: owner, body: { role: 'developer' } })
    const token = new URL(String(made['url'])).searchParams.get('token') ?? ''
    const list = await (await server.call('GET', '/api/v1/invitations', { headers: owner })).text()
    expect(list).toContain(String(made['id']))
    expect(list).not.toContain(token)
    const path = `/api/v1/invitations/${String(made['id'])}`
    const tenant = await server.createTenant()
    expect((await server.call('DELETE', path, { headers: tenant.headers })).status).toBe(404)
    expect((await server.call('DELETE', path, { headers: owner })).status).toBe(204)
    const body = { token, name: 'N', email: 'late@example.com', password: testPassword }
    expect(await problemCode(await server.call('POST', '/api/v1/setup', { body }))).toBe('identity.linkInvalid')
  })

  it('cannot give more than the one who invites has, nor a role in the app of others', async () => {
    const invite = async (headers: Headers, body: unknown): Promise<unknown> =>
      problemCode(await server.call('POST', '/api/v1/members', { headers, body }))
    expect(await invite(admin, { role: 'owner' })).toBe('identity.forbidden')
    const tenant = await server.createTenant()
    const apps = [{ appId, role: 'admin' }]
    expect(await invite(tenant.headers, { role: 'member', apps })).toBe('app.notFound')
  })
})

describe('a role of the team’s own', () => {
  it('gives exactly its permissions, until it is deleted', async () => {
    const body = { name: 'Auditor', permissions: ['audit.read', 'app.read'] }
    const { id } = await server.json('POST', '/api/v1/roles', { headers: owner, body })
    const headers = await server.signUp({ role: 'member', customRole: String(id) })
    expect((await meOf(headers))['permissions']).toEqual(
      expect.arrayContaining(['team.read', 'audit.read', 'app.read']),
    )
    expect((await server.call('GET', `/api/v1/apps/${appId}`, { headers })).status).toBe(200)
    expect((await server.call('DELETE', `/api/v1/roles/${String(id)}`, { headers: owner })).status).toBe(204)
    expect((await server.call('GET', `/api/v1/apps/${appId}`, { headers })).status).toBe(403)
  })

  it('holds nothing that its maker does not have, nothing of the platform, and is unknown to other teams', async () => {
    const make = async (headers: Headers, permissions: readonly string[]): Promise<unknown> =>
      problemCode(await server.call('POST', '/api/v1/roles', { headers, body: { name: 'R', permissions } }))
    expect(await make(admin, ['team.transfer'])).toBe('identity.forbidden')
    expect(await make(owner, ['review.decide'])).toBe('request.invalid')
    const body = { name: 'R', permissions: [] }
    const { id } = await server.json('POST', '/api/v1/roles', { headers: owner, body })
    const tenant = await server.createTenant()
    const invite = { role: 'member', customRole: id }
    expect(
      await problemCode(await server.call('POST', '/api/v1/members', { headers: tenant.headers, body: invite })),
    ).toBe('role.notFound')
  })
})

describe('staff of the platform', () => {
  it('reads the apps of other teams and changes nothing there', async () => {
    const tenant = await server.createTenant()
    const made = await server.json('POST', '/api/v1/apps', { key: tenant.key, body: { name: 'Theirs' } })
    const path = `/api/v1/apps/${String(made['id'])}`
    await server.signUp({ role: 'member' }, 'reviewer@example.com').then(async (reviewer) => {
      const body = { email: 'reviewer@example.com', role: 'platformReviewer' }
      await server.json('POST', '/api/v1/staff', { headers: staff, body })
      const headers = { ...reviewer, 'banyan-workspace': tenant.workspaceId }
      expect((await server.call('GET', path, { headers })).status).toBe(200)
      const change = await server.call('PATCH', path, { headers, body: { name: 'Mine' } })
      expect(await problemCode(change)).toBe('identity.forbidden')
      await server.json('POST', '/api/v1/staff', { headers: staff, body: { ...body, role: null } })
      expect(await problemCode(await server.call('GET', path, { headers }))).toBe('identity.workspaceNotFound')
    })
  })

  it('is named by its owner alone, and always has one', async () => {
    const body = { email: 'owner@example.com', role: 'platformOwner' }
    expect(await problemCode(await server.call('POST', '/api/v1/staff', { headers: owner, body }))).toBe(
      'identity.forbidden',
    )
    const last = { email: 'platform-owner@example.com', role: null }
    expect(await problemCode(await server.call('POST', '/api/v1/staff', { headers: staff, body: last }))).toBe(
      'team.lastOwner',
    )
  })
})

describe('verification', () => {
  const pdf = Buffer.from('%PDF-1.7 licence')
  const upload = (headers: Headers, body: Buffer): Promise<Response> =>
    server.call('POST', '/api/v1/team/verification/documents', {
      headers: { ...headers, 'content-type': 'application/pdf' },
      body,
    })

  it('goes from papers to a decision of staff, which is final when it is a yes', async () => {
    const tenant = await server.createTenant()
    const document = z.object({ id: z.string() }).parse(await (await upload(tenant.headers, pdf)).json())
    const apply = { kind: 'organisation', legalName: 'Lin Ltd', documents: [document.id] }
    const submit = (): Promise<Response> =>
      server.call('POST', '/api/v1/team/verification', { headers: tenant.headers, body: apply })
    expect((await submit()).status).toBe(201)
    const path = `/api/v1/verifications/${tenant.workspaceId}`
    const decide = (headers: Headers, body: unknown): Promise<Response> =>
      server.call('POST', `${path}/decision`, { headers, body })
    expect(await problemCode(await decide(tenant.headers, { state: 'verified' }))).toBe('identity.forbidden')
    expect((await decide(staff, { state: 'rejected', reason: 'Not legible' })).status).toBe(200)
    expect(await server.json('GET', '/api/v1/team', { headers: tenant.headers })).toMatchObject({
      verification: 'rejected',
    })
    expect((await submit()).status).toBe(201)
    const read = await server.call('GET', `${path}/documents/${document.id}`, { headers: staff })
    expect(Buffer.from(await read.arrayBuffer())).toEqual(pdf)
    const answers = await Promise.all([
      decide(staff, { state: 'verified' }),
      decide(staff, { state: 'rejected', reason: 'No' }),
    ])
    expect(answers.map(({ status }) => status).toSorted(byNumber)).toEqual([200, 409])
  })

  it('takes papers that are what they seem, and only one’s own', async () => {
    expect(await problemCode(await upload(owner, Buffer.from('<html>')))).toBe('verification.documentInvalid')
    const tenant = await server.createTenant()
    const { id } = z.object({ id: z.string() }).parse(await (await upload(tenant.headers, pdf)).json())
    const body = { kind: 'individual', legalName: 'Wu', documents: [id] }
    expect(await problemCode(await server.call('POST', '/api/v1/team/verification', { headers: owner, body }))).toBe(
      'verification.documentInvalid',
    )
  })
})

it('a team is given away by its owner, who stays as an admin', async () => {
  const tenant = await server.createTenant()
  const { url } = await server.json('POST', '/api/v1/members', { headers: tenant.headers, body: { role: 'admin' } })
  const token = new URL(String(url)).searchParams.get('token')
  await server.json('POST', '/api/v1/invitations/accept', { headers: admin, body: { token } })
  const there = { 'banyan-workspace': tenant.workspaceId }
  const userId = await idOf('admin@example.com', tenant.headers)
  const give = (headers: Headers): Promise<Response> =>
    server.call('POST', '/api/v1/team/transfer', { headers: { ...headers, ...there }, body: { userId } })
  expect(await problemCode(await give(admin))).toBe('identity.forbidden')
  expect((await give(tenant.headers)).status).toBe(204)
  expect(await meOf({ ...admin, ...there })).toMatchObject({ role: 'owner' })
  expect(await meOf(tenant.headers)).toMatchObject({ role: 'admin' })
})
