/**
 * Work that takes long or comes at set times, on pg-boss in the same database: each job runs in one process, is tried again when it fails,
 * and survives the end of the process. The library is loaded after the server has begun to answer.
 */
import type { JobQuery, JobState } from '@banyan/contract/operations'
import { CompiledQuery } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Db, QueryAll } from '#infra/db/database.ts'
import type { Log } from '#infra/log/log.ts'
import { countJobs, listJobs, type JobRow } from './job-list.ts'

export interface JobKind<Data extends object> {
  name: string
  schema: z.ZodType<Data>
}

export interface JobOptions {
  /** Minutes, hours, days, months, weekdays, in UTC: `0 3 * * *`. Such a job gets an empty object. */
  schedule?: string
  /** Attempts after the first; default 5, ever later. */
  retries?: number
  /** A run that takes longer counts as failed; default 15 minutes. */
  timeoutSeconds?: number
}

export interface Jobs {
  /** Before the first job is sent. */
  define<Data extends object>(kind: JobKind<Data>, handle: (data: Data) => Promise<void>, options?: JobOptions): void
  /** In the caller's transaction. With `once`, a job that waits under the same name is enough. */
  send<Data extends object>(
    connection: Db,
    kind: JobKind<Data>,
    data: Data,
    options?: { once?: string; startAt?: Date },
  ): Promise<void>
  /** Newest first, one more than the limit when there are more. */
  list(query: JobQuery): Promise<readonly JobRow[]>
  /** Of all kinds that this process knows. */
  names(): readonly string[]
  count(): Promise<ReadonlyMap<JobState, number>>
  /** In the caller's transaction; false unless the job has failed for good. */
  retry(connection: Db, name: string, id: string): Promise<boolean>
  /** Begins some seconds later, or with the first job that is sent. */
  start(): void
  /** Waits for what runs, up to the given time. */
  stop(timeoutMs: number): Promise<void>
}

interface Definition {
  name: string
  options: JobOptions
  handle: (data: unknown) => Promise<void>
}

const schema = 'jobs'
/** The library's types leave out what its commands answer. */
const commandResponse = z.object({ affected: z.number() })
const defaultTimeoutSeconds = 900
/** The first minute belongs to those who wait for the server. */
const afterStartMs = 20_000

export function createJobs({ db, queryAll, log }: { db: Db; queryAll: QueryAll; log: Log }): Jobs {
  const definitions: Definition[] = []
  let starting: Promise<PgBoss> | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  async function begin(): Promise<PgBoss> {
    const { PgBoss } = await import('pg-boss')
    const quiet = { persistWarnings: false, reindex: false, monitorVacuum: false }
    const boss = new PgBoss({ db: { executeSql: queryAll }, schema, ...quiet })
    boss.on('error', (err) => log.warn({ err }, 'jobs wait'))
    await boss.start()
    for (const { name, options } of definitions) {
      const queue = {
        retryLimit: options.retries ?? 5,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds: options.timeoutSeconds ?? defaultTimeoutSeconds,
      }
      await boss.createQueue(name, queue)
      await boss.updateQueue(name, queue)
    }
    for (const { name, options, handle } of definitions) {
      await boss.work(name, { pollingIntervalSeconds: 2 }, async (jobs: { id: string; data: unknown }[]) => {
        for (const { id, data } of jobs) {
          try {
            await handle(data ?? {})
          } catch (err) {
            log.warn({ err, job: name, id }, 'a job failed')
            throw err
          }
        }
      })
      if (options.schedule === undefined) await boss.unschedule(name)
      else await boss.schedule(name, options.schedule, {}, { tz: 'UTC' })
    }
    return boss
  }

  /** A database that is away at the start does not end the jobs of this process. */
  async function beginAtLast(): Promise<PgBoss> {
    for (let delayMs = 1000; ; delayMs = Math.min(delayMs * 2, 30_000)) {
      try {
        return await begin()
      } catch (err) {
        if (isStopped) throw err
        log.warn({ err }, 'jobs wait for the database')
        await new Promise((resolve) => setTimeout(resolve, delayMs).unref())
      }
    }
  }

  const running = (): Promise<PgBoss> => {
    if (isStopped) return Promise.reject(new Error('the jobs have been stopped'))
    starting ??= beginAtLast()
    return starting
  }

  return {
    define(kind, handle, options = {}) {
      definitions.push({ name: kind.name, options, handle: (data) => handle(kind.schema.parse(data)) })
    },
    async send(connection, kind, data, { once, startAt } = {}) {
      const boss = await running()
      await boss.send(kind.name, kind.schema.parse(data), {
        db: adapter(connection),
        ...(once !== undefined && { singletonKey: once, singletonSeconds: 1 }),
        ...(startAt !== undefined && { startAfter: startAt }),
      })
    },
    async list(query) {
      await running()
      return listJobs(db, query)
    },
    names: () => definitions.map(({ name }) => name).toSorted(),
    async count() {
      await running()
      return countJobs(db)
    },
    async retry(connection, name, id) {
      if (definitions.every((each) => each.name !== name)) return false
      const boss = await running()
      const { affected } = commandResponse.parse(await boss.retry(name, id, { db: adapter(connection) }))
      return affected > 0
    },
    start() {
      const load = (): void => void running().catch((err: unknown) => log.warn({ err }, 'the jobs did not start'))
      timer = setTimeout(load, afterStartMs)
      timer.unref()
    },
    async stop(timeoutMs) {
      isStopped = true
      clearTimeout(timer)
      const boss = await starting?.catch(() => undefined)
      await boss?.stop({ graceful: true, timeout: timeoutMs, close: false })
    },
  }
}

/** pg-boss within a transaction of ours, where it asks for one statement at a time. */
function adapter(connection: Db): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
} {
  return {
    async executeSql(text, values = []) {
      const { rows } = await connection.executeQuery(CompiledQuery.raw(text, values))
      return { rows: rows ?? [] }
    },
  }
}
