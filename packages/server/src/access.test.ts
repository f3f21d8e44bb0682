/**
 * Every operation of the description, called by everybody: who may not is refused before his body is read,
 * who may is not refused, and nobody reaches into another team. An operation that is added is called too.
 */
import type { ApiRoute } from '@banyan/contract/api-route'
import { apiRoutes } from '@banyan/contract/routes'
import {
  appRoles,
  appRolePermissions,
  platformRolePermissions,
  platformRoles,
  stepUpMinutes,
  stepUpPermissions,
  teamRolePermissions,
  teamRoles,
  type Permission,
} from '@banyan/contract/permissions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleValue } from '#testing/sample-value.ts'
import { problemCode, startTestServer, testPassword, type TestServer } from '#testing/test-server.ts'

interface Somebody {
  headers: Record<string, string>
  kind: 'person' | 'apiKey'
  /** What his roles say by the contract: in the workspace, and for the app of the test. */
  workspace: readonly Permission[]
  app: readonly Permission[]
  isConfirmed: boolean
}

const operations: readonly [string, ApiRoute][] = Object.entries(apiRoutes)
const names = [
  ...teamRoles.map((role) => `team ${role}`),
  ...appRoles.map((role) => `app ${role}`),
  ...platformRoles.filter((role) => role !== 'platformOwner').map((role) => `staff ${role}`),
  'team owner of long ago',
  'key of an owner',
  'key with one scope',
  'key for another app',
]
/** What no schema can say. */
const bodies: Readonly<Record<string, unknown>> = { setAppSetting: { value: 1 } }
/** Have neither an id nor a body that could be wrong, and would change who may what. */
const endsForTheOthers = new Set(['leaveTeam', 'revokeOtherSessions'])

let server: TestServer
let appId = ''
/** Where those who may do what they may. */
let spareApp = ''
const people = new Map<string, Somebody>()
const strangers: Record<string, string>[] = []
const documentShape = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        parameters: z
          .array(
            z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: z.unknown() }),
          )
          .optional(),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})
let description: z.infer<typeof documentShape>

beforeAll(async () => {
  let now = new Date()
  server = await startTestServer({ clock: { now: () => now } })
  description = documentShape.parse(await server.json('GET', '/openapi.json'))
  appId = await server.createApp('Guarded')
  spareApp = await server.createApp('Spare')
  const otherApp = await server.createApp('Beside')
  const add = (name: string, somebody: Partial<Somebody> & Pick<Somebody, 'headers'>): void =>
    void people.set(name, { kind: 'person', workspace: [], app: [], isConfirmed: true, ...somebody })

  const owner = await server.signUpOwner()
  const old = await server.signUp({ role: 'owner' })
  add('team owner of long ago', { headers: old, workspace: teamRolePermissions.owner, isConfirmed: false })
  const staff: [string, Record<string, string>][] = []
  for (const role of platformRoles.filter((each) => each !== 'platformOwner')) {
    const email = `${role.toLowerCase()}@example.com`
    const headers = await server.signUp({ role: 'member' }, email)
    await server.json('POST', '/api/v1/staff', { headers: owner, body: { email, role } })
    staff.push([role, headers])
    add(`staff ${role}`, { headers, workspace: [...teamRolePermissions.member, ...platformRolePermissions[role]] })
  }
  now = new Date(now.getTime() + (stepUpMinutes + 1) * 60_000)
  for (const [, headers] of staff) await confirm(headers)
  for (const role of teamRoles) {
    add(`team ${role}`, { headers: await server.signUp({ role }), workspace: teamRolePermissions[role] })
  }
  for (const role of appRoles) {
    const apps = [appId, spareApp].map((id) => ({ appId: id, role }))
    add(`app ${role}`, {
      headers: await server.signUp({ role: 'member', apps }),
      workspace: teamRolePermissions.member,
      app: appRolePermissions[role],
    })
  }
  const key = async (body: Record<string, unknown>): Promise<Record<string, string>> => {
    const { secret } = await server.json('POST', '/api/v1/api-keys', {
      key: server.ownerKey,
      body: { name: 'k', ...body },
    })
    return { authorization: `Bearer ${String(secret)}` }
  }
  const ofKey = { kind: 'apiKey' } as const
  add('key of an owner', { ...ofKey, headers: await key({ role: 'owner' }), workspace: teamRolePermissions.owner })
  const scopes = ['app.read'] as const
  add('key with one scope', { ...ofKey, headers: await key({ role: 'owner', scopes }), workspace: scopes })
  add('key for another app', { ...ofKey, headers: await key({ role: 'owner', appIds: [otherApp] }) })

  await confirm(owner)
  strangers.push((await server.createTenant()).headers)
}, 120_000)
afterAll(() => server.stop())

async function confirm(headers: Record<string, string>): Promise<void> {
  const response = await server.call('POST', '/api/v1/session/confirm', { headers, body: { password: testPassword } })
  expect(response.status).toBe(204)
}

function call(
  name: string,
  route: ApiRoute,
  { headers, app = appId, body }: { headers: Record<string, string>; app?: string; body?: unknown },
): Promise<Response> {
  const operation = description.paths[route.path]?.[route.method.toLowerCase()]
  const [mediaType, content] = Object.entries(operation?.requestBody?.content ?? {})[0] ?? []
  const path = route.path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const schema = (operation?.parameters ?? []).find((each) => each.in === 'path' && each.name === parameter)?.schema
    return parameter === 'appId' ? app : String(sampleValue(schema, description.components.schemas))
  })
  const query = (operation?.parameters ?? [])
    .filter((each) => each.in === 'query' && each.required)
    .map((each): [string, string] => [each.name, String(sampleValue(each.schema, description.components.schemas))])
  const url = query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`
  if (mediaType === undefined) return server.call(route.method, url, { headers })
  if (mediaType !== 'application/json') {
    return server.call(route.method, url, { headers: { ...headers, 'content-type': mediaType }, body: 'sample' })
  }
  const sent = body ?? bodies[name] ?? sampleValue(content?.schema, description.components.schemas)
  return server.call(route.method, url, {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  })
}

function isAllowed({ kind, workspace, app, isConfirmed }: Somebody, { access }: ApiRoute): boolean {
  if (access === 'public' || access === 'caller') return true
  if (access === 'person') return kind === 'person'
  if (access === 'confirmedPerson') return kind === 'person' && isConfirmed
  const has = workspace.includes(access.permission) || (access.ofApp === true && app.includes(access.permission))
  const asksForProof = access.isConfirmed === true || stepUpPermissions.has(access.permission)
  return has && (isConfirmed || !asksForProof)
}

const refusals = ['identity.forbidden', 'identity.stepUpRequired']
const notReached = ['app.notFound', ...refusals]

describe.each(operations)('%s', (name, route) => {
  const isPublic = route.access === 'public'

  it('is described, with its rule', () => {
    expect(description.paths[route.path]?.[route.method.toLowerCase()]).toMatchObject({
      operationId: name,
      'x-access': route.access,
    })
  })

  it.runIf(!isPublic)('is refused to whoever is not signed in', async () => {
    expect(await problemCode(await call(name, route, { headers: {} }))).toBe('identity.signInRequired')
  })

  it.runIf(!isPublic).each(names)('holds for a %s', async (who) => {
    const somebody = people.get(who)
    if (!somebody) throw new Error(`nobody is ${who}`)
    const { headers } = somebody
    const may = isAllowed(somebody, route)
    if (may && endsForTheOthers.has(name)) return
    // Who may does it to the spare app, or with a body that is refused: nothing is taken from those who come after him.
    const harmless = route.method === 'GET' ? {} : { app: spareApp, body: 'nothing' }
    const response = await call(name, route, { headers, ...(may ? harmless : {}) })
    const code = response.ok ? 'ok' : String(await problemCode(response))
    expect([who, code, refusals.includes(code)]).toEqual([who, code, !may])
  })

  it.runIf(route.path.includes('{appId}') && !isPublic)('does not reach into the app of another team', async () => {
    for (const headers of strangers) {
      const response = await call(name, route, { headers })
      expect(response.ok).toBe(false)
      expect(notReached).toContain(await problemCode(response))
    }
  })
})
