/**
 * Wakes all processes on one database: LISTEN and NOTIFY over a connection of its own. A notification is a hint and may be lost with the
 * connection, so after each new connection every listener is told once, without a text, to look for himself.
 */
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import type { Log } from '#infra/log/log.ts'

export interface Notifications {
  /** `text` is undefined when something may have been missed. */
  on(channel: string, listener: (text: string | undefined) => void): void
  /** Heard when the transaction of `connection` commits. At most 8,000 bytes. */
  notify(connection: Kysely<Record<never, never>>, channel: string, text: string): Promise<void>
  /** Whatever was committed some seconds ago has been heard; false while the connection is away. */
  isLive(): boolean
  start(): void
  stop(): Promise<void>
}

const retryMs = 500
const retryMaxMs = 5000
/** A connection that is gone without a word shows by the answer that does not come. */
const beatMs = 1500
const liveMs = 4000

export function createNotifications(connection: pg.ClientConfig, log: Log): Notifications {
  const listeners = new Map<string, Set<(text: string | undefined) => void>>()
  let client: pg.Client | undefined
  /** One statement after the other, also while it connects. */
  let listening: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let isStopped = true
  let failures = 0
  let heardAt = Number.NEGATIVE_INFINITY

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...connection, keepAlive: true, connectionTimeoutMillis: 5000 })
    client = fresh
    let isGone = false
    const lost = (): void => {
      if (isGone) return
      isGone = true
      clearInterval(beat)
      heardAt = Number.NEGATIVE_INFINITY
      fresh.end().catch(() => undefined)
      if (client === fresh) client = undefined
      if (isStopped) return
      timer = setTimeout(() => void connect(), Math.min(retryMs * 2 ** failures++, retryMaxMs))
    }
    let beatenAt = Number.POSITIVE_INFINITY
    const beat = setInterval(() => {
      if (performance.now() - beatenAt > liveMs - beatMs) lost()
      if (isGone || beatenAt !== Number.POSITIVE_INFINITY) return
      beatenAt = performance.now()
      fresh.query('select 1').then(
        () => {
          beatenAt = Number.POSITIVE_INFINITY
          if (client === fresh) heardAt = performance.now()
        },
        () => undefined,
      )
    }, beatMs)
    beat.unref()
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
    try {
      listening = fresh.connect().then(async () => {
        for (const channel of listeners.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
      })
      await listening
      failures = 0
      for (const channel of listeners.keys()) tell(channel, undefined)
      heardAt = performance.now()
    } catch (err) {
      if (failures === 0) log.warn({ err }, 'the database does not send notifications')
      lost()
    }
  }

  function tell(channel: string, text: string | undefined): void {
    for (const listener of listeners.get(channel) ?? []) listener(text)
  }

  return {
    on(channel, listener) {
      const known = listeners.get(channel)
      if (known) known.add(listener)
      else listeners.set(channel, new Set([listener]))
      if (known !== undefined || client === undefined) return
      const connected = client
      listening = listening.then(() => connected.query(`listen ${pg.escapeIdentifier(channel)}`)).catch(() => undefined)
    },
    async notify(transaction, channel, text) {
      await sql`select pg_notify(${channel}, ${text})`.execute(transaction)
    },
    isLive: () => performance.now() - heardAt < liveMs,
    start() {
      if (!isStopped) return
      isStopped = false
      void connect()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
