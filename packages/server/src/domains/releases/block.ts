/** The platform takes a version down, or lets it back. */
import { PlatformError } from '@banyan/contract/errors'
import type { BlockVersionInput } from '@banyan/contract/releases'
import type { Clock } from '#infra/clock/clock.ts'
import type { DbTransaction } from '#infra/db/database.ts'
import type { PublishPorts } from './publish.ts'
import { createReleaseStore } from './store.ts'
import { stateAfterBlock } from './version-states.ts'

export async function blockVersion(
  ports: PublishPorts & { clock: Clock; changed: (transaction: DbTransaction, appId: string) => void },
  transaction: DbTransaction,
  { appId, by, version, reason, fallbackVersion }: BlockVersionInput & { appId: string; by: string; version: string },
): Promise<void> {
  const { lifeCycle } = ports
  const store = createReleaseStore(transaction)
  await lifeCycle.lock(transaction, appId)
  const row = await lifeCycle.require(transaction, appId, version)
  if (row.state === 'blocked') throw new PlatformError('release.versionBlocked')
  if (row.state === 'gray') await ports.revokeGray(transaction, appId, by)
  await store.changeVersion(appId, version, {
    state: 'blocked',
    state_before_block: row.state,
    state_reason: reason,
    state_changed_at: ports.clock.now(),
  })
  ports.changed(transaction, appId)
  if (fallbackVersion === undefined) return
  const fallback = await lifeCycle.require(transaction, appId, fallbackVersion)
  if (fallback.state !== 'superseded' && fallback.state !== 'rolledBack') {
    throw new PlatformError('release.noRollbackTarget', { detail: `${fallbackVersion} is ${fallback.state}` })
  }
  await lifeCycle.move(transaction, { appId, version: fallbackVersion, step: 'release' })
  await lifeCycle.addRelease(transaction, { appId, version: fallbackVersion, kind: 'takeDown', by, note: reason })
}

export async function unblockVersion(
  ports: PublishPorts & { clock: Clock; changed: (transaction: DbTransaction, appId: string) => void },
  transaction: DbTransaction,
  { appId, version }: { appId: string; version: string },
): Promise<void> {
  const store = createReleaseStore(transaction)
  await ports.lifeCycle.lock(transaction, appId)
  const row = await ports.lifeCycle.require(transaction, appId, version)
  if (row.state !== 'blocked') throw new PlatformError('release.stateWrong', { detail: `the version is ${row.state}` })
  const current = await store.currentRelease(appId)
  await store.changeVersion(appId, version, {
    state: stateAfterBlock(row.state_before_block, current?.version === version),
    state_before_block: null,
    state_reason: null,
    state_changed_at: ports.clock.now(),
  })
  ports.changed(transaction, appId)
}
