import { sql } from 'kysely'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { migrate, openDb, type Db, type OpenDb } from '#infra/db/database.ts'
import { createLog } from '#infra/log/log.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { createEvents, type Events, type Topic } from './events.ts'
import { eventMigrations } from './migration.ts'

const topic: Topic<{ number: number }> = { name: 'tests.happened', schema: z.object({ number: z.int() }) }
const log = createLog('silent')
const address = (database: string) => ({
  embedded: { socketDir: join(server.dataDir, 'postgres', 'run'), user: 'banyan', stop: async () => {} },
  database,
})

let server: TestServer
/** Two processes on one database, as far as the database can tell. */
let one: OpenDb
let other: OpenDb
let now = Date.UTC(2026, 0, 1)
const clock = { now: () => new Date(now) }

beforeAll(async () => {
  server = await startTestServer()
  one = await openDb(address('events_test'), log)
  await migrate(one.db, eventMigrations, log)
  other = await openDb(address('events_test'), log)
  await sql`create table seen (consumer text, key text, number integer, who text, place serial)`.execute(one.db)
  one.notifications.start()
  other.notifications.start()
})
afterAll(async () => {
  await one.close()
  await other.close()
  await server.stop()
})

interface Seen {
  key: string
  number: number
  who: string
}

async function seenBy(consumer: string): Promise<Seen[]> {
  const { rows } =
    await sql<Seen>`select key, number, who from seen where consumer = ${consumer} order by place`.execute(one.db)
  return rows
}

const eventsOn = ({ db, notifications }: OpenDb): Events =>
  createEvents({ db, clock, log, notifications, delaysSeconds: [1, 5] })

function listen(
  events: Events,
  consumer: string,
  who: string,
  refuses: (key: string, number: number) => boolean = () => false,
): void {
  events.subscribe(consumer, topic, async (connection, { key, payload }) => {
    await sql`insert into seen (consumer, key, number, who) values (${consumer}, ${key}, ${payload.number}, ${who})`.execute(
      connection,
    )
    if (refuses(key, payload.number)) throw new Error(`refuses ${payload.number}`)
  })
}

const publish = (events: Events, db: Db, key: string, number: number): Promise<void> =>
  events.publish(db, topic, { key, payload: { number } })

it('gives each consumer every committed event once and in order, whichever process works', async () => {
  const here = eventsOn(one)
  const there = eventsOn(other)
  for (const consumer of ['first', 'second']) {
    listen(here, consumer, 'here')
    listen(there, consumer, 'there')
  }
  await here.start()
  await there.start()
  const write = async (key: string): Promise<void> => {
    for (let number = 1; number <= 20; number++) {
      await one.db.transaction().execute((transaction) => publish(here, transaction, key, number))
      const undone = other.db.transaction().execute(async (transaction) => {
        await publish(there, transaction, key, 1000 + number)
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
    }
  }
  await Promise.all(['a', 'b', 'c', 'd'].map(write))
  for (const consumer of ['first', 'second']) {
    await vi.waitFor(async () => expect(await seenBy(consumer)).toHaveLength(80), { timeout: 15_000 })
    for (const key of ['a', 'b', 'c', 'd']) {
      const numbers = (await seenBy(consumer)).filter((seen) => seen.key === key).map(({ number }) => number)
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    }
  }
  await here.stop()
  await there.stop()
})

it('misses no event of a transaction that began earlier and ends later', async () => {
  const events = eventsOn(one)
  listen(events, 'patient', 'here')
  await events.start()
  let finish = (): void => undefined
  const late = new Promise<void>((resolve) => (finish = resolve))
  const slow = other.db.transaction().execute(async (transaction) => {
    await publish(events, transaction, 'slow', 1)
    await late
  })
  await publish(events, one.db, 'fast', 1)
  finish()
  await slow
  await vi.waitFor(
    async () => expect((await seenBy('patient')).map(({ key }) => key).toSorted()).toEqual(['fast', 'slow']),
    { timeout: 15_000 },
  )
  await events.stop()
})

it('tries a failed event again, later and later, lets its key wait behind it and no other, and at last gives it up', async () => {
  const events = eventsOn(one)
  let isRefusing = true
  listen(events, 'moody', 'here', (key, number) => isRefusing && key === 'bad' && number === 1)
  await events.start()
  for (const [key, number] of [
    ['bad', 1],
    ['good', 1],
    ['bad', 2],
    ['good', 2],
  ] as const)
    await publish(events, one.db, key, number)
  await vi.waitFor(
    async () =>
      expect(await seenBy('moody')).toMatchObject([
        { key: 'good', number: 1 },
        { key: 'good', number: 2 },
      ]),
    { timeout: 15_000 },
  )
  await vi.waitFor(
    async () => {
      now += 6000
      expect(await events.dead('moody')).toMatchObject([{ key: 'bad', attempts: 3, error: 'refuses 1' }])
    },
    { timeout: 15_000, interval: 500 },
  )
  now += 10_000
  await vi.waitFor(
    async () => expect((await seenBy('moody')).filter(({ key }) => key === 'bad')).toMatchObject([{ number: 2 }]),
    { timeout: 15_000 },
  )
  isRefusing = false
  await events.revive('moody')
  await vi.waitFor(
    async () =>
      expect((await seenBy('moody')).filter(({ key }) => key === 'bad')).toMatchObject([{ number: 2 }, { number: 1 }]),
    { timeout: 15_000 },
  )
  expect(await events.dead('moody')).toEqual([])
  await events.stop()
})

it('hears again after its connection was cut', async () => {
  const heard: (string | undefined)[] = []
  one.notifications.on('tests', (text) => heard.push(text))
  await vi.waitFor(async () => {
    await other.notifications.notify(other.db, 'tests', 'before')
    expect(heard).toContain('before')
  })
  const cut = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = 'events_test' and query ilike 'listen%' and pid <> pg_backend_pid()`.execute(other.db)
  expect(cut.rows.length).toBeGreaterThan(0)
  await vi.waitFor(
    async () => {
      await other.notifications.notify(other.db, 'tests', 'after')
      expect(heard).toContain('after')
      expect(heard).toContain(undefined)
    },
    { timeout: 10_000 },
  )
})
