import { once } from 'node:events'
import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { createDatabaseIfMissing } from '#infra/db/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { createHttpApp } from '#infra/http/http-app.ts'
import { randomIds } from '#infra/ids/ids.ts'
import { createLog } from '#infra/log/log.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

const log = createLog('silent')
/** So many that what goes on beside them cannot make up for one that is missing. */
const writes = 60
let dataDir: string
let embedded: EmbeddedPostgres
let client: pg.Client
let server: TestServer
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-durability-'))
  // The database runs as another user when this test runs as root.
  await chmod(dataDir, 0o755)
  embedded = await startEmbeddedPostgres(dataDir, log)
  await createDatabaseIfMissing(embedded, 'banyan')
  client = new pg.Client({ host: embedded.socketDir, user: embedded.user, database: 'banyan' })
  await client.connect()
  const databaseUrl = `postgres://${embedded.user}@${encodeURIComponent(embedded.socketDir)}/banyan`
  server = await startTestServer({ databaseUrl })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await client.end()
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** How often the database has waited for the disk to have its log. */
async function logSyncs(): Promise<number> {
  await client.query('select pg_stat_force_next_flush()')
  const { rows } = await client.query<{ syncs: string }>(
    `select coalesce(sum(fsyncs), 0)::text as syncs from pg_stat_io where object = 'wal'`,
  )
  return Number(rows[0]?.syncs)
}

async function syncsOfOwnWrites(mode: 'on' | 'off'): Promise<number> {
  await client.query('create table if not exists written (at integer)')
  await client.query(`set synchronous_commit = ${mode}`)
  const before = await logSyncs()
  for (let at = 0; at < writes; at++) await client.query('insert into written values ($1)', [at])
  return (await logSyncs()) - before
}

describe('what is acknowledged', { timeout: 60_000 }, () => {
  it('has reached the disk before: each write waits for it', async () => {
    // The measure itself: writes that do not wait are told from those that do.
    expect(await syncsOfOwnWrites('off')).toBeLessThan(writes)
    expect(await syncsOfOwnWrites('on')).toBeGreaterThanOrEqual(writes)
    const before = await logSyncs()
    for (let at = 0; at < writes; at++) await server.createApp(`Kept ${at}`)
    // Connections tell what they did within ten seconds.
    await vi.waitFor(async () => expect((await logSyncs()) - before).toBeGreaterThanOrEqual(writes), {
      timeout: 20_000,
      interval: 250,
    })
  })

  it('rests on a database that waits for the disk and can mend half-written pages', async () => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, reset_val as setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
    )
    expect(rows.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
      'fsync on',
      'full_page_writes on',
      'synchronous_commit on',
    ])
  })
})

/** Every write to it ends as on a disk without room. */
const fullDisk = '/dev/full'
const hasFullDisk = await access(fullDisk).then(
  () => true,
  () => false,
)

it.skipIf(!hasFullDisk)('a full disk is answered as a time to come back, not as a mistake', async () => {
  const app = createHttpApp({ log, ids: randomIds, behindProxy: false, isSecure: false })
  app.post('/write', async (c) => {
    await writeFile(fullDisk, 'text')
    return c.body(null, 204)
  })
  const listener = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(listener, 'listening')
  onTestFinished(() => void listener.close())
  const address = z.object({ port: z.int() }).parse(listener.address())
  const answer = await fetch(`http://127.0.0.1:${address.port}/write`, { method: 'POST' })
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})
