import { PlatformError } from '@banyan/contract/errors'
import type { Release, Version } from '@banyan/contract/releases'
import type { Apps } from '#domains/apps'
import { authorize, type Caller } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { createReleaseStore, type ReleaseRow, type ReleaseStore } from './store.ts'
import { presentVersion, uploadVersion, type UploadInput } from './upload.ts'

export interface ReleasePorts {
  store: ReleaseStore
  blobs: Blobs
  clock: Clock
  apps: Apps
}

export function createReleaseService(ports: ReleasePorts) {
  const { store, apps, clock } = ports
  return {
    /** Before the body is read, so that a stranger cannot make us hold 32 MB. */
    async authorizeUpload(caller: Caller, appId: string): Promise<void> {
      authorize(caller, 'version.upload', { appId })
      await apps.require(caller, appId)
    },

    async upload(caller: Caller, input: UploadInput): Promise<Version> {
      return uploadVersion(ports, caller, input)
    },

    async listVersions(caller: Caller, appId: string): Promise<Version[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      const current = await store.currentRelease(appId)
      return (await store.versionsOf(appId)).map((row) => presentVersion(row, current?.version))
    },

    async publish(caller: Caller, appId: string, version: string): Promise<Release> {
      authorize(caller, 'version.publish', { appId })
      await apps.require(caller, appId)
      const row = await store.inTransaction(async (transaction) => {
        const inside = createReleaseStore(transaction)
        await inside.lockApp(appId)
        if (!(await inside.version(appId, version)))
          throw new PlatformError('release.versionNotFound', { detail: version })
        const sequence = ((await inside.currentRelease(appId))?.sequence ?? 0) + 1
        const release: ReleaseRow = {
          app_id: appId,
          sequence,
          version,
          published_at: clock.now(),
          published_by: caller.name,
        }
        await inside.addRelease(release)
        await apps.recordRelease(transaction, { appId, version, sequence })
        return release
      })
      return presentRelease(row)
    },

    async listReleases(caller: Caller, appId: string): Promise<Release[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      return (await store.releasesOf(appId)).map(presentRelease)
    },

    async current(caller: Caller, appId: string): Promise<Release> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      const row = await store.currentRelease(appId)
      if (!row) throw new PlatformError('release.none')
      return presentRelease(row)
    },
  }
}

export type ReleaseService = ReturnType<typeof createReleaseService>

function presentRelease(row: ReleaseRow): Release {
  return {
    appId: row.app_id,
    sequence: row.sequence,
    version: row.version,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
    path: `/a/${row.app_id}/`,
  }
}
