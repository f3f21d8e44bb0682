/** A whole platform on a data folder of its own, with the real database, reached through its real address. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '@banyan/contract/identity'
import type { InviteMemberInput } from '@banyan/contract/teams'
import { z } from 'zod'
import type { Clock } from '#infra/clock/clock.ts'
import { createLog } from '#infra/log/log.ts'
import type { Config } from '../config.ts'
import { startServer, type RunningServer } from '../server.ts'
import { watchAudit } from './audit-coverage.ts'
import { makeDataFolder } from './data-folder.ts'

export interface TestServer {
  url: string
  dataDir: string
  server: RunningServer
  /** A key of the first workspace that may do everything. */
  ownerKey: string
  /** With a key as bearer, when given; a plain object becomes a JSON body. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>
  /** As `call`, for an answer that must be JSON with the status 2xx. */
  json(method: string, path: string, options?: CallOptions): Promise<Record<string, unknown>>
  createKey(role: Role): Promise<string>
  /** Uses up the one-time link of the owner; the headers of a session. Asked again, of the same one. */
  signUpOwner(): Promise<Record<string, string>>
  /** Somebody new, with these roles in the first workspace: the headers of his session. */
  signUp(roles: InviteMemberInput, email?: string): Promise<Record<string, string>>
  /** Another team with an owner of its own: the headers of his session, and a key. */
  createTenant(): Promise<{ workspaceId: string; headers: Record<string, string>; key: string }>
  createApp(name?: string): Promise<string>
  upload(appId: string, version: string, archive: Uint8Array): Promise<Response>
  publish(appId: string, version: string): Promise<Response>
  /** Lines that the server has logged. */
  log: string[]
  stop(): Promise<void>
}

export interface CallOptions {
  key?: string
  body?: unknown
  headers?: Record<string, string>
}

/** Of everybody whom a test signs up. */
export const testPassword = 'correct horse battery'

const created = z.looseObject({ id: z.string() })

/** `clock` moves by hand, where a test is about time. */
export async function startTestServer({
  clock,
  ...overrides
}: Partial<Config> & { clock?: Clock } = {}): Promise<TestServer> {
  const dataDir = overrides.dataDir ?? (await makeDataFolder())
  const log: string[] = []
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: undefined,
    publicUrl: undefined,
    runtimeDir: join(dataDir, 'runtime'),
    embedOrigins: ['https://shop.example.com'],
    logLevel: 'info',
    behindProxy: false,
    allowsUnverifiedPhones: false,
    smtp: undefined,
    ...overrides,
  }
  const server = await startServer(config, createLog(config.logLevel, { write: (line) => log.push(line) }), clock)
  const ownerKey = server.seed.apiKey ?? ''
  const url = `http://127.0.0.1:${server.port}`
  const audited = watchAudit(url, ownerKey)

  const call: TestServer['call'] = (method, path, { key, body, headers = {} } = {}) => {
    const isBytes = body instanceof Uint8Array || typeof body === 'string'
    const send = (): Promise<Response> =>
      fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? toBody(body) : JSON.stringify(body) }),
      })
    return audited.watch(method, path, send)
  }
  let ownerHeaders: Promise<Record<string, string>> | undefined
  let peopleCount = 0
  const setUp = async (setupUrl: string, email: string): Promise<Record<string, string>> => {
    const token = new URL(setupUrl).searchParams.get('token')
    const body = { token, name: email.split('@')[0], email, password: testPassword }
    const response = await call('POST', '/api/v1/setup', { body })
    if (response.status !== 201) throw new Error(`no account: ${response.status} ${await response.text()}`)
    return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
  }
  const signUpOwner: TestServer['signUpOwner'] = () =>
    (ownerHeaders ??= setUp(server.setupUrl ?? '', 'platform-owner@example.com'))
  const invite = async (headers: Record<string, string>, roles: InviteMemberInput): Promise<string> =>
    String((await json('POST', '/api/v1/members', { headers, body: roles }))['url'])
  const newEmail = (): string => `person-${++peopleCount}@example.com`

  const json: TestServer['json'] = async (method, path, options) => {
    const response = await call(method, path, options)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return z.record(z.string(), z.unknown()).parse(await response.json())
  }
  return {
    url,
    dataDir,
    server,
    ownerKey,
    call,
    json,
    log,
    createKey: async (role) =>
      z
        .string()
        .parse((await json('POST', '/api/v1/api-keys', { key: ownerKey, body: { name: role, role } }))['secret']),
    signUpOwner,
    signUp: async (roles, email = newEmail()) =>
      setUp(await invite({ authorization: `Bearer ${ownerKey}` }, roles), email),
    async createTenant() {
      const owner = await signUpOwner()
      const made = created.parse(await json('POST', '/api/v1/workspaces', { headers: owner, body: { name: 'Other' } }))
      const there = { 'banyan-workspace': made.id }
      const headers = {
        ...(await setUp(await invite({ ...owner, ...there }, { role: 'owner' }), newEmail())),
        ...there,
      }
      const key = await json('POST', '/api/v1/api-keys', { headers, body: { name: 'Neighbour', role: 'owner' } })
      return { workspaceId: made.id, headers, key: String(key['secret']) }
    },
    createApp: async (name = 'Test') =>
      created.parse(await json('POST', '/api/v1/apps', { key: ownerKey, body: { name } })).id,
    upload: (appId, version, archive) =>
      call('POST', `/api/v1/apps/${appId}/versions?version=${version}`, {
        key: ownerKey,
        body: archive,
        headers: { 'content-type': 'application/zip' },
      }),
    publish: (appId, version) => call('POST', `/api/v1/apps/${appId}/releases`, { key: ownerKey, body: { version } }),
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
      audited.check()
    },
  }
}

function toBody(body: Uint8Array | string): string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? body : new Uint8Array(body)
}

/** The code of the problem in an answer. */
export async function problemCode(response: Response): Promise<unknown> {
  const body: unknown = await response.json()
  return z.looseObject({ code: z.string() }).safeParse(body).data?.code ?? body
}
