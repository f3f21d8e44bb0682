/**
 * Sends what is due, at least once, in whichever process comes first. Each kind of delivery says how its request looks at the moment of
 * sending, because signatures carry the time.
 */
import { request } from 'undici'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { createWebhookStore, type DeliveryRow, type WebhookStore } from './store.ts'

export interface Outgoing {
  url: string
  headers: Record<string, string>
  body: string | Uint8Array
  allowsPrivate: boolean
}

export interface DeliveryKind {
  /** Undefined when there is nobody to send to any more. */
  prepare(row: DeliveryRow): Promise<Outgoing | undefined>
  isAccepted(status: number, text: string): boolean
  /** What lies between the attempts; after the last of them it is given up. */
  delaysSeconds: readonly number[]
  /** The receiver says that it is gone for ever. */
  onGone?(row: DeliveryRow): Promise<void>
}

export interface NewDelivery {
  appId: string
  kind: string
  targetId: string
  eventType: string
  body: string
  dueAt?: Date
}

const batchSize = 20
const leaseMs = 60_000
const answerTimeoutMs = 10_000
const answerMaxBytes = 4096
const pollMs = 1000
const keptDays = 30
const dayMs = 86_400_000

export interface DeliveryPorts {
  store: WebhookStore
  clock: Clock
  ids: Ids
  log: Log
  outbound: Outbound
}

export function createDeliveries({ store, clock, ids, log, outbound }: DeliveryPorts) {
  const kinds = new Map<string, DeliveryKind>()
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms)
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isStopped = true
  let cleanAt = 0

  async function attempt(row: DeliveryRow): Promise<void> {
    const kind = kinds.get(row.kind)
    const outgoing = await kind?.prepare(row)
    if (!kind || !outgoing) {
      await store.settle(row, { state: 'failed', status: null, error: 'the receiver was removed', due_at: clock.now() })
      return
    }
    const { status, error } = await send(outbound, outgoing, kind)
    if (error === null) {
      await store.settle(row, { state: 'delivered', status, error: null, due_at: clock.now() })
      return
    }
    const isGone = (status === 404 || status === 410) && kind.onGone !== undefined
    if (isGone) await kind.onGone?.(row)
    const delaySeconds = isGone ? undefined : kind.delaysSeconds[row.attempts - 1]
    await store.settle(row, {
      state: delaySeconds === undefined ? 'failed' : 'waiting',
      status,
      error,
      due_at: inMs((delaySeconds ?? 0) * 1000),
    })
  }

  async function runDue(): Promise<void> {
    for (;;) {
      const rows = await store.claimDue(clock.now(), inMs(leaseMs), batchSize)
      await Promise.all(
        rows.map((row) => attempt(row).catch((err: unknown) => log.error({ err }, 'a delivery failed'))),
      )
      if (rows.length < batchSize || isStopped) break
    }
    if (clock.now().getTime() < cleanAt) return
    cleanAt = clock.now().getTime() + dayMs / 24
    await store.removeDeliveriesBefore(inMs(-keptDays * dayMs))
  }

  function schedule(delayMs: number): void {
    if (isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running ??= runDue()
        .catch((err: unknown) => log.warn({ err }, 'deliveries wait: the database did not answer'))
        .finally(() => {
          running = undefined
          schedule(pollMs)
        })
    }, delayMs)
    timer.unref()
  }

  return {
    define(kind: string, how: DeliveryKind): void {
      kinds.set(kind, how)
    },

    /** In the transaction of what it tells about, so that neither happens without the other. */
    async add(connection: Db, delivery: NewDelivery): Promise<string> {
      const now = clock.now()
      // Ids sort by time, so that lists need no other order.
      const id = `d${now.getTime().toString(36).padStart(9, '0')}${randomText(ids, 12)}`
      await createWebhookStore(connection).addDelivery({
        app_id: delivery.appId,
        id,
        kind: delivery.kind,
        target_id: delivery.targetId,
        event_type: delivery.eventType,
        body: delivery.body,
        state: 'waiting',
        attempts: 0,
        status: null,
        error: null,
        created_at: now,
        due_at: delivery.dueAt ?? now,
      })
      schedule(50)
      return id
    },

    wake: () => schedule(0),

    start(): void {
      isStopped = false
      schedule(pollMs)
    },

    async stop(): Promise<void> {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

export type Deliveries = ReturnType<typeof createDeliveries>

async function send(
  outbound: Outbound,
  { url, headers, body, allowsPrivate }: Outgoing,
  kind: DeliveryKind,
): Promise<{ status: number | null; error: string | null }> {
  try {
    const answer = await request(url, {
      dispatcher: allowsPrivate ? outbound.unguarded : outbound.guarded,
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(answerTimeoutMs),
    })
    const text = await readSome(answer.body)
    const status = answer.statusCode
    return { status, error: kind.isAccepted(status, text) ? null : `answered ${status}: ${text.slice(0, 200)}` }
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message.slice(0, 200) : 'no answer' }
  }
}

async function readSome(body: AsyncIterable<Uint8Array> & { destroy(): void }): Promise<string> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    sizeBytes += chunk.byteLength
    if (sizeBytes > answerMaxBytes) break
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, answerMaxBytes)
}
