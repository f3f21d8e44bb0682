/** From a version to what users get, and back. */
import { PlatformError } from '@banyan/contract/errors'
import type { PublishInput, RollbackInput } from '@banyan/contract/releases'
import type { DbTransaction } from '#infra/db/database.ts'
import type { LifeCycle } from './life-cycle.ts'
import { createReleaseStore, type ReleaseRow } from './store.ts'

export interface PublishPorts {
  lifeCycle: LifeCycle
  /** Ends the gray release that runs, if one does. */
  revokeGray: (transaction: DbTransaction, appId: string, by: string) => Promise<void>
}

/** Everybody gets the version from now on. One that was released before is a way back. */
export async function publishVersion(
  ports: PublishPorts,
  transaction: DbTransaction,
  { appId, by, version, revokeGray, isUrgent, note }: PublishInput & { appId: string; by: string },
): Promise<ReleaseRow> {
  const { lifeCycle } = ports
  await lifeCycle.lock(transaction, appId)
  const target = await lifeCycle.require(transaction, appId, version)
  await endGray(ports, transaction, { appId, by, revokeGray })
  const wasReleased = target.state === 'superseded' || target.state === 'rolledBack'
  return replaceCurrent(ports, transaction, {
    appId,
    by,
    version,
    note,
    isUrgent,
    kind: wasReleased ? 'rollback' : 'publish',
  })
}

export async function rollBackVersion(
  ports: PublishPorts,
  transaction: DbTransaction,
  { appId, by, version, revokeGray, note }: RollbackInput & { appId: string; by: string },
): Promise<ReleaseRow> {
  const { lifeCycle } = ports
  await lifeCycle.lock(transaction, appId)
  const store = createReleaseStore(transaction)
  const current = await store.currentRelease(appId)
  if (!current) throw new PlatformError('release.none')
  const target = version ?? (await store.rollbackTargets(appId, current.version))[0]?.version
  if (target === undefined) throw new PlatformError('release.noRollbackTarget')
  const { state } = await lifeCycle.require(transaction, appId, target)
  const isRetained = state === 'superseded' || state === 'rolledBack'
  if (!isRetained) throw new PlatformError('release.noRollbackTarget', { detail: `${target} is ${state}` })
  await endGray(ports, transaction, { appId, by, revokeGray })
  return replaceCurrent(ports, transaction, { appId, by, version: target, note, kind: 'rollback' })
}

async function endGray(
  ports: PublishPorts,
  transaction: DbTransaction,
  { appId, by, revokeGray }: { appId: string; by: string; revokeGray: boolean | undefined },
): Promise<void> {
  const [gray] = await ports.lifeCycle.versionsIn(transaction, appId, ['gray'])
  if (gray === undefined) return
  if (revokeGray !== true) throw new PlatformError('release.grayRuns', { detail: gray.version })
  await ports.revokeGray(transaction, appId, by)
}

export async function replaceCurrent(
  { lifeCycle }: Pick<PublishPorts, 'lifeCycle'>,
  transaction: DbTransaction,
  release: {
    appId: string
    by: string
    version: string
    note?: string | undefined
    isUrgent?: boolean | undefined
    kind: 'publish' | 'rollback' | 'grayComplete'
  },
): Promise<ReleaseRow> {
  const { appId, version, kind } = release
  for (const online of await lifeCycle.versionsIn(transaction, appId, ['online'])) {
    if (online.version === version) continue
    const step = kind === 'rollback' ? 'rollBack' : 'supersede'
    await lifeCycle.move(transaction, { appId, version: online.version, step })
  }
  await lifeCycle.move(transaction, { appId, version, step: 'release' })
  return lifeCycle.addRelease(transaction, {
    appId,
    version,
    kind,
    by: release.by,
    note: release.note ?? '',
    isUrgent: release.isUrgent ?? false,
  })
}
