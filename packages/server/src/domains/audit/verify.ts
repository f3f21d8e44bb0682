/** Reads the whole chain and says where it does not hold. */
import { firstPreviousHash, type AuditFault, type AuditVerification } from '@banyan/contract/audit'
import type { Anchor } from './anchor.ts'
import { chained, hashOf } from './chain.ts'
import type { AuditRow, AuditStore } from './store.ts'

const batchSize = 2000
const faultsMax = 100

export async function verifyChain(store: AuditStore, anchor: Anchor): Promise<AuditVerification> {
  const faults: AuditFault[] = []
  const anchored = await anchor.read()
  let head = { position: 0, hash: firstPreviousHash }
  let entries = 0
  let isAnchorFound = anchored === undefined || (anchored !== 'unreadable' && anchored.position === 0)
  const next = (): Promise<AuditRow[]> => store.chainAfter(head.position, batchSize)
  for (let batch = await next(); batch.length > 0; batch = await next()) {
    for (const row of batch) {
      entries++
      const position = Number(row.position)
      if (position !== head.position + 1) faults.push({ position: head.position + 1, fault: 'missing' })
      else if (row.previous_hash !== head.hash) faults.push({ position, fault: 'chainBroken' })
      if (hashOf(chained(row, position, row.previous_hash ?? '')) !== row.hash)
        faults.push({ position, fault: 'changed' })
      head = { position, hash: row.hash ?? '' }
      if (anchored !== 'unreadable' && anchored?.position === position && anchored.hash === row.hash)
        isAnchorFound = true
    }
  }
  if (!isAnchorFound) {
    const position = anchored === 'unreadable' || anchored === undefined ? head.position : anchored.position
    const fault = anchored !== 'unreadable' && position > head.position ? 'cutOff' : 'anchorMissing'
    faults.push({ position, fault })
  }
  return {
    isIntact: faults.length === 0,
    entries,
    waiting: await store.countWaiting(),
    head,
    faults: faults.slice(0, faultsMax),
  }
}
