import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createDatabaseIfMissing } from '#infra/db/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { createLog } from '#infra/log/log.ts'
import { testPackage } from './testing/package-archive.ts'
import { startServerProcess, type ServerProcess } from './testing/server-process.ts'
import { writeZip } from './testing/zip-writer.ts'

const log = createLog('silent')
const runtime: RuntimeBuild = {
  ...{
    version: 1,
    host: 'host.js',
    logic: 'logic.js',
    logicLater: 'logic-later.js',
    view: 'view.js',
    later: 'later.js',
  },
  ...{ parts: {}, files: [], firstFrame: '', policy: '' },
  page: '<script id="banyan-boot">{{boot}}</script>',
}
let root: string
let database: EmbeddedPostgres
let environment: Record<string, string>
let one: ServerProcess
let other: ServerProcess
let key: string

/** Both on one database, and one folder of files. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banyan-two-'))
  // The database runs as another user when this test runs as root.
  await chmod(root, 0o755)
  database = await startEmbeddedPostgres(root, log)
  await createDatabaseIfMissing(database, 'banyan')
  const host = encodeURIComponent(database.socketDir)
  environment = {
    BANYAN_DATA: root,
    DATABASE_URL: `postgres://${database.user}@${host}/banyan`,
    BANYAN_RUNTIME_DIR: join(root, 'runtime'),
  }
  await mkdir(environment['BANYAN_RUNTIME_DIR'] ?? '')
  await writeFile(join(root, 'runtime', 'runtime.json'), JSON.stringify(runtime))
  one = await startServerProcess(environment)
  other = await startServerProcess(environment)
  // The later start has replaced the key of the earlier one.
  key = other.ready.seed.apiKey ?? ''
  const made = await call(other, 'POST', '/api/v1/api-keys', { name: 'Test', role: 'platformOwner' })
  key = z.object({ secret: z.string() }).parse(made).secret
}, 120_000)
afterAll(async () => {
  for (const server of [one, other]) server.child.kill('SIGTERM')
  await Promise.all([one.exited, other.exited])
  await database.stop()
  await rm(root, { recursive: true, force: true })
}, 60_000)

function send(server: ServerProcess, method: string, path: string, body?: unknown): Promise<Response> {
  const isArchive = body instanceof Uint8Array
  return fetch(server.ready.localUrl + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': isArchive ? 'application/zip' : 'application/json' },
    ...(body === undefined ? {} : { body: isArchive ? new Uint8Array(body) : JSON.stringify(body) }),
  })
}

async function call(server: ServerProcess, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await send(server, method, path, body)
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

describe('two server processes on one database', { timeout: 120_000 }, () => {
  it('deliver what was published on either', async () => {
    const { id } = z.object({ id: z.string() }).parse(await call(one, 'POST', '/api/v1/apps', { name: 'Shared' }))
    const { entries, scriptHash } = testPackage({ label: 'shared' })
    await call(one, 'POST', `/api/v1/apps/${id}/versions?version=1.0.0`, writeZip(entries))
    await call(other, 'POST', `/api/v1/apps/${id}/releases`, { version: '1.0.0' })
    for (const server of [one, other]) {
      await vi.waitFor(async () => expect((await send(server, 'GET', `/p/${id}/${scriptHash}`)).status).toBe(200), 5000)
    }
  })

  it('share their settings within a second', async () => {
    const value = 'https://anchor.example.com/two'
    await call(one, 'PUT', '/api/v1/platform/settings/audit.anchorUrl', { value })
    const seen = z.object({ items: z.array(z.object({ key: z.string(), value: z.unknown() })) })
    await vi.waitFor(
      async () => {
        const { items } = seen.parse(await call(other, 'GET', '/api/v1/platform/settings'))
        expect(items.find((item) => item.key === 'audit.anchorUrl')?.value).toBe(value)
      },
      { timeout: 1000, interval: 50 },
    )
  })

  it('tell each other of releases, take-downs and their end, long before what they remember is old', async () => {
    const { id } = z.object({ id: z.string() }).parse(await call(one, 'POST', '/api/v1/apps', { name: 'Told' }))
    for (const version of ['1.0.0', '1.1.0']) {
      const archive = writeZip(testPackage({ label: `told ${version}` }).entries)
      await call(one, 'POST', `/api/v1/apps/${id}/versions?version=${version}`, archive)
    }
    const launch = async (server: ServerProcess): Promise<[number, string]> => {
      const page = await fetch(`${server.ready.localUrl}/a/${id}/`)
      return [page.status, /"release":\{"version":"([\d.]+)"/.exec(await page.text())?.[1] ?? '']
    }
    const both = async (wanted: [number, string]): Promise<void> => {
      for (const server of [one, other]) {
        await vi.waitFor(async () => expect(await launch(server)).toEqual(wanted), { timeout: 1500, interval: 25 })
      }
    }
    await both([404, ''])
    await call(one, 'POST', `/api/v1/apps/${id}/releases`, { version: '1.0.0' })
    await both([200, '1.0.0'])
    await call(other, 'POST', `/api/v1/apps/${id}/releases`, { version: '1.1.0' })
    await both([200, '1.1.0'])
    await call(one, 'POST', `/api/v1/apps/${id}/versions/1.1.0/block`, { reason: 'a test' })
    await both([404, ''])
    await send(other, 'DELETE', `/api/v1/apps/${id}/versions/1.1.0/block`)
    await both([200, '1.1.0'])
  })

  it('count tries to sign in together, and let others pass meanwhile', async () => {
    const signIn = async (server: ServerProcess, email: string): Promise<number> =>
      (await send(server, 'POST', '/api/v1/session', { email, password: 'wrong password' })).status
    const statuses: number[] = []
    for (let attempt = 0; attempt < 14; attempt++) {
      statuses.push(await signIn(attempt % 2 === 0 ? one : other, 'ada@example.com'))
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
    expect(await signIn(one, 'lin@example.com')).toBe(401)
  })

  it('answer 503 while the database is away, live on, and work again within ten seconds', async () => {
    await database.stop()
    for (const server of [one, other]) {
      const response = await send(server, 'GET', '/api/v1/apps')
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await send(server, 'GET', '/healthz')).status).toBe(200)
      expect((await send(server, 'GET', '/readyz')).status).toBe(503)
    }
    database = await startEmbeddedPostgres(root, log)
    for (const server of [one, other]) {
      await vi.waitFor(async () => expect((await send(server, 'GET', '/api/v1/apps')).status).toBe(200), 10_000)
    }
  })

  it('let one leave and another come without a failed request', async () => {
    let failures = 0
    let answers = 0
    let isRunning = true
    let servers = [one, other]
    // What a balancer does: the next one, when a connection is refused.
    const client = async (): Promise<void> => {
      for (let turn = 0; isRunning; turn++) {
        const order = turn % 2 === 0 ? servers : servers.toReversed()
        const response = await order.reduce<Promise<Response | undefined>>(
          async (found, server) => (await found) ?? send(server, 'GET', '/api/v1/apps').catch(() => undefined),
          Promise.resolve(undefined),
        )
        if (response?.ok !== true) failures++
        else answers++
        await response?.arrayBuffer()
      }
    }
    const clients = Array.from({ length: 4 }, client)
    one.child.kill('SIGTERM')
    expect(await one.exited).toBe(0)
    const renewed = await startServerProcess({ ...environment, PORT: String(new URL(one.ready.localUrl).port) })
    servers = [renewed, other]
    one = renewed
    const before = answers
    await vi.waitFor(() => expect(answers).toBeGreaterThan(before + 50), 20_000)
    isRunning = false
    await Promise.all(clients)
    expect(failures).toBe(0)
  })
})
