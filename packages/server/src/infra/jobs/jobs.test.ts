import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openDb, type OpenDb } from '#infra/db/database.ts'
import { createLog } from '#infra/log/log.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { createJobs, type Jobs } from './jobs.ts'

const kind = { name: 'tests-greet', schema: z.object({ name: z.string() }) }
const once = { name: 'tests-once', schema: z.object({}) }
const log = createLog('silent')
let server: TestServer
let database: OpenDb
const runs: string[] = []
let jobs: Jobs[]

/** Two runners on one database. */
beforeAll(async () => {
  server = await startTestServer()
  const embedded = { socketDir: join(server.dataDir, 'postgres', 'run'), user: 'banyan', stop: async () => {} }
  database = await openDb({ embedded, database: 'jobs_test' }, log)
  jobs = [createJobs({ ...database, log }), createJobs({ ...database, log })]
  for (const each of jobs) {
    each.define(
      once,
      async () => {
        runs.push('once')
        if (runs.filter((run) => run === 'once').length === 1) throw new Error('broken')
      },
      { retries: 0 },
    )
    each.define(kind, async ({ name }) => {
      runs.push(name)
      if (name === 'again' && runs.filter((run) => run === 'again').length === 1) throw new Error('not yet')
    })
  }
})
afterAll(async () => {
  for (const each of jobs) await each.stop(5000)
  await database.close()
  await server.stop()
})

it(
  'runs a job once, in one of two processes, and only when its transaction is committed',
  { timeout: 60_000 },
  async () => {
    const [one, other] = jobs
    if (!one || !other) throw new Error('two runners')
    const undone = database.db.transaction().execute(async (transaction) => {
      await one.send(transaction, kind, { name: 'undone' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    const names = Array.from({ length: 10 }, (_, index) => `job ${index}`)
    for (const name of names) await other.send(database.db, kind, { name })
    await vi.waitFor(() => expect(runs.toSorted()).toEqual(names), { timeout: 30_000 })
  },
)

it('tries again what failed', { timeout: 60_000 }, async () => {
  await jobs[0]?.send(database.db, kind, { name: 'again' })
  await vi.waitFor(() => expect(runs.filter((run) => run === 'again')).toHaveLength(2), { timeout: 40_000 })
})

it('tries what has failed for good again when somebody asks, and only that', { timeout: 60_000 }, async () => {
  const [one] = jobs
  if (!one) throw new Error('a runner')
  await one.send(database.db, once, {})
  const failed = await vi.waitFor(
    async () => {
      const [row] = await one.list({ name: once.name, state: 'failed', limit: 10 })
      if (!row) throw new Error('it has not failed yet')
      return row
    },
    { timeout: 20_000 },
  )
  expect(failed.output).toMatchObject({ message: 'broken' })
  expect((await one.count()).get('failed')).toBe(1)
  expect(await one.retry(database.db, kind.name, failed.id)).toBe(false)
  expect(await one.retry(database.db, once.name, failed.id)).toBe(true)
  await vi.waitFor(() => expect(runs.filter((run) => run === 'once')).toHaveLength(2), { timeout: 20_000 })
  expect(await one.retry(database.db, once.name, failed.id)).toBe(false)
})

it('is told the rows of each statement, as the library asks for several at once', async () => {
  const { rows } = await database.queryAll('begin; select 1 as n; select 2 as n; commit')
  expect(rows).toEqual([{ n: 1 }, { n: 2 }])
})
