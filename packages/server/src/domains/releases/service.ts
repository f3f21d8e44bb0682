import { PlatformError } from '@banyan/contract/errors'
import type {
  BlockVersionInput,
  CurrentReleaseQuery,
  PublishInput,
  Release,
  RollbackInput,
  Version,
  VersionQuery,
} from '@banyan/contract/releases'
import type { VersionContents } from '@banyan/contract/version-contents'
import type { VersionComparison } from '@banyan/contract/version-comparison'
import type { Quota } from '@banyan/contract/quotas'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Webhooks } from '#domains/webhooks'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { DbTransaction } from '#infra/db/database.ts'
import { blockVersion, unblockVersion } from './block.ts'
import { describeVersion } from './describe-version.ts'
import { compareVersions } from './compare.ts'
import { publishVersion, rollBackVersion, type PublishPorts } from './publish.ts'
import type { Quotas } from './quotas.ts'
import type { ReleaseRow, ReleaseStore } from './store.ts'
import { presentVersion, uploadVersion, type UploadInput } from './upload.ts'

export interface ReleasePorts extends PublishPorts {
  store: ReleaseStore
  blobs: Blobs
  quotas: Quotas
  clock: Clock
  apps: Apps
  audit: Audit
  webhooks: Pick<Webhooks, 'publish'>
  changed: (transaction: DbTransaction, appId: string) => void
  /** Once the transaction has ended: what was read meanwhile may be old. */
  refresh: (appId: string) => void
}

export function createReleaseService(ports: ReleasePorts) {
  const { store, apps } = ports

  async function change<T>(
    caller: Caller,
    trace: { appId: string; workspaceId?: string; action: `release.${string}`; details: Record<string, unknown> },
    work: (transaction: DbTransaction) => Promise<T>,
  ): Promise<T> {
    const result = await store.inTransaction(async (transaction) => {
      const done = await work(transaction)
      await ports.audit.record(transaction, { ...trace, actor: caller, subject: trace.appId })
      return done
    })
    ports.refresh(trace.appId)
    return result
  }

  async function readVersion(appId: string, version: string): Promise<Version> {
    const row = await store.version(appId, version)
    if (!row) throw new PlatformError('release.versionNotFound', { detail: version })
    return presentVersion(row, await marks(appId))
  }

  async function marks(appId: string): Promise<{ current: string | undefined; trial: string | undefined }> {
    const [current, trial] = await Promise.all([store.currentRelease(appId), store.trialVersion(appId)])
    return { current: current?.version, trial }
  }

  return {
    /** Before the body is read, so that a stranger cannot make us hold 32 MB. */
    async authorizeUpload(caller: Caller, appId: string): Promise<void> {
      authorize(caller, 'version.upload', { appId })
      await apps.require(caller, appId)
    },

    async upload(caller: Caller, input: UploadInput): Promise<Version> {
      const { workspaceId } = await apps.require(caller, input.appId)
      return uploadVersion(ports, caller, { ...input, workspaceId })
    },

    async listVersions(caller: Caller, appId: string, query: VersionQuery = {}): Promise<Version[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      const marked = await marks(appId)
      return (await store.versionsOf(appId, query)).map((row) => presentVersion(row, marked))
    },

    async readVersion(caller: Caller, appId: string, version: string): Promise<Version> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      return readVersion(appId, version)
    },

    async readContents(caller: Caller, appId: string, version: string): Promise<VersionContents> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      const contents = await describeVersion(ports, appId, version)
      if (!contents) throw new PlatformError('release.versionNotFound', { detail: version })
      return contents
    },

    async listQuotas(caller: Caller, appId: string): Promise<Quota[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      return ports.quotas.list(store, appId)
    },

    async compare(
      caller: Caller,
      versions: { appId: string; version: string; before: string },
    ): Promise<VersionComparison> {
      authorize(caller, 'app.read', { appId: versions.appId })
      await apps.require(caller, versions.appId)
      return compareVersions(ports, versions)
    },

    async publish(caller: Caller, appId: string, input: PublishInput): Promise<Release> {
      authorize(caller, 'version.publish', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      const trace = { appId, workspaceId, action: 'release.publish', details: { ...input } } as const
      const row = await change(caller, trace, (transaction) =>
        publishVersion(ports, transaction, { ...input, appId, by: caller.name }),
      )
      return presentRelease(row)
    },

    async rollBack(caller: Caller, appId: string, input: RollbackInput): Promise<Release> {
      authorize(caller, 'version.rollback', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      const trace = { appId, workspaceId, action: 'release.rollBack', details: { ...input } } as const
      const row = await change(caller, trace, (transaction) =>
        rollBackVersion(ports, transaction, { ...input, appId, by: caller.name }),
      )
      return presentRelease(row)
    },

    /** By the platform's staff, for an app of any team. */
    async block(
      caller: Caller,
      target: { appId: string; version: string },
      input: BlockVersionInput,
    ): Promise<Version> {
      authorizeOnPlatform(caller, 'app.moderate')
      const trace = { appId: target.appId, action: 'release.block', details: { ...target, ...input } } as const
      await change(caller, trace, (transaction) =>
        blockVersion(ports, transaction, { ...input, ...target, by: caller.name }),
      )
      return readVersion(target.appId, target.version)
    },

    async unblock(caller: Caller, target: { appId: string; version: string }): Promise<Version> {
      authorizeOnPlatform(caller, 'app.moderate')
      const trace = { appId: target.appId, action: 'release.unblock', details: target } as const
      await change(caller, trace, (transaction) => unblockVersion(ports, transaction, target))
      return readVersion(target.appId, target.version)
    },

    async listReleases(caller: Caller, appId: string): Promise<Release[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      return (await store.releasesOf(appId)).map(presentRelease)
    },

    async current(caller: Caller, appId: string, { runtime }: CurrentReleaseQuery = {}): Promise<Release> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      const row = await (runtime === undefined ? store.currentRelease(appId) : store.releaseForRuntime(appId, runtime))
      if (!row) throw new PlatformError('release.none')
      return presentRelease(row)
    },
  }
}

export type ReleaseService = ReturnType<typeof createReleaseService>

export function presentRelease(row: ReleaseRow): Release {
  return {
    appId: row.app_id,
    kind: row.kind,
    note: row.note,
    isUrgent: row.is_urgent,
    sequence: row.sequence,
    version: row.version,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
    path: `/a/${row.app_id}/`,
  }
}
