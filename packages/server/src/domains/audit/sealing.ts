/**
 * Gives waiting entries their place in the chain, in batches and by one process at a time, so that those who write never wait for each
 * other. Until then, for about a tenth of a second, an entry is in the log but not yet protected.
 */
import { firstPreviousHash } from '@banyan/contract/audit'
import type { Log } from '#infra/log/log.ts'
import type { Anchor, Head } from './anchor.ts'
import { chained, hashOf } from './chain.ts'
import { createAuditStore, type AuditStore, type Seal } from './store.ts'

const batchSize = 500
const wakeMs = 100
const pollMs = 2000

export interface SealingOptions {
  store: AuditStore
  anchor: Anchor
  log: Log
}

export type Sealing = ReturnType<typeof createSealing>

export function createSealing({ store, anchor, log }: SealingOptions) {
  let timer: NodeJS.Timeout | undefined
  let isHurried = false
  let running: Promise<void> | undefined
  let isStopped = true

  async function sealBatch({ waits }: { waits: boolean }): Promise<number> {
    let head: Head | undefined
    const count = await store.whileSealing(
      async (transaction) => {
        const inside = createAuditStore(transaction)
        const last = await inside.head()
        head = { position: Number(last?.position ?? 0), hash: last?.hash ?? firstPreviousHash }
        // A head that the log no longer has stays as the evidence.
        if (!(await isStillThere(inside, anchor))) head = undefined
        const waiting = await inside.waiting(batchSize)
        const seals: Seal[] = []
        let previous = { position: Number(last?.position ?? 0), hash: last?.hash ?? firstPreviousHash }
        for (const row of waiting) {
          const position = previous.position + 1
          const hash = hashOf(chained(row, position, previous.hash))
          seals.push({ id: row.id, position, previousHash: previous.hash, hash })
          previous = { position, hash }
        }
        if (seals.length > 0) await inside.seal(seals)
        if (head) head = previous
        return seals.length
      },
      { waits },
    )
    if (count > 0 && head) await anchor.write(head)
    return count
  }

  /** What is left to another process that seals just now will be sealed by it. */
  async function sealAll(): Promise<void> {
    while ((await sealBatch({ waits: false })) === batchSize);
  }

  function schedule(delayMs: number): void {
    if (isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      isHurried = false
      running = (running ?? Promise.resolve())
        .then(sealAll)
        .catch((err: unknown) => log.warn({ err }, 'the audit log waits to be sealed'))
        .finally(() => {
          if (!isHurried) schedule(pollMs)
        })
    }, delayMs)
    timer.unref()
  }

  return {
    wake(): void {
      if (isHurried) return
      isHurried = true
      schedule(wakeMs)
    },
    start(): void {
      isStopped = false
      schedule(pollMs)
    },
    async stop(): Promise<void> {
      isStopped = true
      clearTimeout(timer)
      await running
      await sealAll().catch((err: unknown) => log.warn({ err }, 'the audit log was not sealed at the end'))
    },
    /** All that is committed now, whoever seals besides; for those who are about to read the chain. */
    async sealForReading(): Promise<void> {
      while ((await sealBatch({ waits: true })) === batchSize);
    },
  }
}

async function isStillThere(store: AuditStore, anchor: Anchor): Promise<boolean> {
  const anchored = await anchor.read()
  if (anchored === undefined || anchored === 'unreadable') return anchored === undefined
  if (anchored.position === 0) return true
  return (await store.at(anchored.position))?.hash === anchored.hash
}
