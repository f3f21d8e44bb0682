/**
 * How one domain learns what another has done: events are written in the transaction of the change itself and handed to each consumer at
 * least once, in order for each key, in whichever process comes first. A handler works in the transaction that moves its cursor: what it
 * writes to the database happens exactly once. It does nothing slow; for that it sends a job.
 * An event that fails is tried again, ever later; those with the same key wait behind it, all others go on. At last it is dead, and waits
 * for somebody to revive it.
 */
import type { z } from 'zod'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { Log } from '#infra/log/log.ts'
import { createEventStore, type EventStore } from './store.ts'

export interface Topic<Payload> {
  name: string
  schema: z.ZodType<Payload>
}

export interface DomainEvent<Payload> {
  topic: string
  /** Events with the same key keep their order: an app's id, or a workspace's. */
  key: string
  payload: Payload
}

type Handler = (connection: Db, event: DomainEvent<unknown>) => Promise<void>

export interface Events {
  publish<Payload>(connection: Db, topic: Topic<Payload>, event: { key: string; payload: Payload }): Promise<void>
  /** Once for each consumer and topic, before the start; the consumer's name stays the same for ever. */
  subscribe<Payload>(
    consumer: string,
    topic: Topic<Payload>,
    handle: (connection: Db, event: DomainEvent<Payload>) => Promise<void>,
  ): void
  dead(consumer: string): Promise<{ key: string; topic: string; attempts: number; error: string | null }[]>
  revive(consumer: string): Promise<void>
  /** Of all consumers. */
  countDead(): Promise<number>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface EventOptions {
  db: Db
  clock: Clock
  log: Log
  notifications: Notifications
  /** Between the attempts; after the last of them an event is dead. */
  delaysSeconds?: readonly number[]
}

const channel = 'banyan_events'
const batchSize = 100
const pollMs = 2000
const keptDays = 7
const dayMs = 86_400_000
const cleanEveryMs = 3_600_000
const defaultDelays = [1, 5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600]

export function createEvents({ db, clock, log, notifications, delaysSeconds = defaultDelays }: EventOptions): Events {
  const consumers = new Map<string, Map<string, Handler>>()
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isStopped = true
  let cleanAt = 0
  const inSeconds = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000)

  /** The number of events that were dealt with. */
  async function workOnce(consumer: string, handlers: ReadonlyMap<string, Handler>): Promise<number> {
    return db.transaction().execute(async (transaction) => {
      const store = createEventStore(transaction)
      const cursor = await store.lockCursor(consumer)
      if (!cursor) return 0
      const attempt = (event: { topic: string; key: string; payload: string }): Promise<string | undefined> =>
        tryEvent({ transaction, store, handler: handlers.get(event.topic) }, event)
      let count = 0
      for (const row of await store.dueRetries(consumer, clock.now(), batchSize)) {
        const error = await attempt(row)
        const delay = delaysSeconds[row.attempts]
        if (error !== undefined) log.warn({ consumer, topic: row.topic, key: row.key, error }, 'an event failed again')
        await store.settleRetry(
          row,
          error === undefined
            ? 'done'
            : {
                error,
                attempts: row.attempts + 1,
                due_at: inSeconds(delay ?? 0),
                state: delay === undefined ? 'dead' : 'waiting',
              },
        )
        count++
      }
      const rows = await store.after(cursor, batchSize)
      const wanted = rows.filter(({ topic }) => handlers.has(topic))
      const blocked =
        wanted.length === 0
          ? new Set<string>()
          : await store.blockedKeys(
              consumer,
              wanted.map(({ key }) => key),
            )
      for (const row of wanted) {
        const error = blocked.has(row.key) ? 'waits for an earlier event' : await attempt(row)
        if (error === undefined) continue
        if (!blocked.has(row.key)) log.warn({ consumer, topic: row.topic, key: row.key, error }, 'an event failed')
        blocked.add(row.key)
        const { key, number, topic, payload } = row
        const due_at = inSeconds(delaysSeconds[0] ?? 0)
        await store.park({ consumer, key, number, topic, payload, state: 'waiting', attempts: 1, due_at, error })
      }
      const last = rows.at(-1)
      if (last) await store.moveCursor(consumer, last)
      return count + rows.length
    })
  }

  async function work(consumer: string, handlers: ReadonlyMap<string, Handler>): Promise<void> {
    do {
      again.delete(consumer)
      while (!isStopped && (await workOnce(consumer, handlers)) > 0);
    } while (again.has(consumer) && !isStopped)
  }

  function wake(): void {
    if (isStopped) return
    for (const [consumer, handlers] of consumers) {
      again.add(consumer)
      if (running.has(consumer)) continue
      const run = work(consumer, handlers)
        .catch((err: unknown) => log.warn({ err, consumer }, 'events wait: the database did not answer'))
        .finally(() => running.delete(consumer))
      running.set(consumer, run)
    }
  }

  function poll(): void {
    wake()
    if (clock.now().getTime() >= cleanAt) {
      cleanAt = clock.now().getTime() + cleanEveryMs
      createEventStore(db)
        .removePassed(new Date(clock.now().getTime() - keptDays * dayMs))
        .catch((err: unknown) => log.warn({ err }, 'old events stay for now'))
    }
    timer = setTimeout(poll, pollMs)
    timer.unref()
  }

  return {
    async publish(connection, topic, { key, payload }) {
      const text = JSON.stringify(topic.schema.parse(payload))
      await createEventStore(connection).add({ key, topic: topic.name, payload: text, created_at: clock.now() })
      await notifications.notify(connection, channel, topic.name)
    },
    subscribe(consumer, topic, handle) {
      const handlers = consumers.get(consumer) ?? new Map<string, Handler>()
      consumers.set(consumer, handlers)
      handlers.set(topic.name, (connection, { key, payload }) =>
        handle(connection, { topic: topic.name, key, payload: topic.schema.parse(payload) }),
      )
    },
    dead: (consumer) => createEventStore(db).deadRetries(consumer),
    async revive(consumer) {
      await createEventStore(db).revive(consumer, clock.now())
      wake()
    },
    countDead: () => createEventStore(db).countDead(),
    async start() {
      const store = createEventStore(db)
      for (const consumer of consumers.keys()) await store.addConsumer(consumer)
      isStopped = false
      notifications.on(channel, wake)
      poll()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}

/** The error's message, undefined when all went well; what a failed handler wrote is undone. */
async function tryEvent(
  { transaction, store, handler }: { transaction: Db; store: EventStore; handler: Handler | undefined },
  event: { topic: string; key: string; payload: string },
): Promise<string | undefined> {
  if (!handler) return undefined
  await store.savepoint()
  try {
    await handler(transaction, { topic: event.topic, key: event.key, payload: JSON.parse(event.payload) })
    await store.releaseSavepoint()
    return undefined
  } catch (error) {
    await store.rollBackToSavepoint()
    return error instanceof Error ? error.message.slice(0, 500) : 'failed'
  }
}
