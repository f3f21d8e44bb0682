/** From an archive to an immutable version. Everything is checked before anything is stored, and stored before it is acknowledged. */
import { createHash } from 'node:crypto'
import { PlatformError } from '@banyan/contract/errors'
import type { Version } from '@banyan/contract/releases'
import type { Audit } from '#domains/audit'
import type { Caller } from '#domains/identity'
import type { Webhooks } from '#domains/webhooks'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { inspectArchive, type InspectedPackage } from './inspect-archive.ts'
import type { Quotas } from './quotas.ts'
import { findSecrets } from './secret-scan.ts'
import { createReleaseStore, type ReleaseStore, type VersionRow } from './store.ts'

export interface UploadInput {
  appId: string
  version: string
  description: string
  archive: Buffer
}

const writesAtOnce = 8

export async function uploadVersion(
  ports: {
    store: ReleaseStore
    blobs: Blobs
    clock: Clock
    quotas: Quotas
    audit: Audit
    webhooks: Pick<Webhooks, 'publish'>
  },
  caller: Caller,
  input: UploadInput & { workspaceId: string },
): Promise<Version> {
  const { appId, version } = input
  const taken = new PlatformError('release.versionTaken', { detail: version })
  if (await ports.store.version(appId, version)) throw taken
  // Before the work, and once more where nobody can come between.
  await ports.quotas.require(ports.store, appId, 0)
  const inspected = await inspectArchive(input.archive, { packageBytes: ports.quotas.packageBytes() })
  await refuseSecrets(inspected)
  await storeFiles(ports.blobs, inspected)
  const manifest = JSON.stringify(inspected.manifest)
  const row: VersionRow = {
    app_id: appId,
    version,
    description: input.description,
    manifest,
    manifest_hash: createHash('sha256').update(manifest).digest('hex'),
    size_bytes: inspected.totalBytes,
    file_count: inspected.files.length,
    created_at: ports.clock.now(),
    created_by: caller.name,
    state: 'draft',
    state_before_block: null,
    state_reason: null,
    state_changed_at: ports.clock.now(),
    created_by_id: caller.id,
    submitted_by_id: null,
    min_runtime: inspected.manifest.minRuntime,
  }
  const newFiles = [...inspected.files, ...inspected.maps]
  const added = await ports.store.inTransaction(async (transaction) => {
    const inside = createReleaseStore(transaction)
    await inside.lockApp(appId)
    if (await inside.version(appId, version)) return false
    await ports.quotas.require(inside, appId, await inside.newBytes(appId, newFiles))
    const isAdded = await inside.addVersion(
      row,
      inspected.files.map((file) => ({
        app_id: appId,
        version,
        hash: file.hash,
        media_type: file.mediaType,
        size_bytes: file.sizeBytes,
      })),
      inspected.maps.map((map) => ({
        app_id: appId,
        version,
        path: map.path,
        hash: map.hash,
        size_bytes: map.sizeBytes,
      })),
    )
    if (isAdded) {
      await ports.audit.record(transaction, {
        ...{ workspaceId: input.workspaceId, appId, actor: caller, action: 'version.upload', subject: version },
        details: { manifestHash: row.manifest_hash, sizeBytes: row.size_bytes },
      })
      const { description, size_bytes: sizeBytes, created_by: uploadedBy } = row
      const data = { version, description, sizeBytes, uploadedBy }
      await ports.webhooks.publish(transaction, { appId, type: 'version.uploaded', data })
    }
    return isAdded
  })
  if (!added) throw taken
  return presentVersion(row, {})
}

export function presentVersion(
  row: VersionRow,
  { current, trial }: { current?: string | undefined; trial?: string | undefined },
): Version {
  const isCurrent = row.version === current
  return {
    appId: row.app_id,
    version: row.version,
    state: isCurrent && row.state !== 'blocked' ? 'online' : row.state,
    stateReason: row.state_reason,
    stateChangedAt: (row.state_changed_at ?? row.created_at).toISOString(),
    isTrial: row.version === trial,
    minRuntime: row.min_runtime,
    description: row.description,
    sizeBytes: row.size_bytes,
    fileCount: row.file_count,
    manifestHash: row.manifest_hash,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    isCurrent,
  }
}

/** Whoever opens the app could read them, so they never get in. */
async function refuseSecrets(inspected: InspectedPackage): Promise<void> {
  for (const name of entryNames(inspected)) {
    const [found] = findSecrets(await inspected.read(name))
    if (found) throw new PlatformError('archive.secretFound', { detail: `${name}: ${found.hint} (${found.how})` })
  }
}

function entryNames(inspected: InspectedPackage): string[] {
  return [...inspected.files.map(({ hash }) => `files/${hash}`), ...inspected.maps.map(({ name }) => name)]
}

async function storeFiles(blobs: Blobs, inspected: InspectedPackage): Promise<void> {
  const queue = entryNames(inspected).values()
  const work = async (): Promise<void> => {
    for (const name of queue) await blobs.put(await inspected.read(name))
  }
  await Promise.all(Array.from({ length: writesAtOnce }, work))
  await blobs.flush([...inspected.files, ...inspected.maps].map(({ hash }) => hash))
}
