/** Moves versions through their life, one after the other for each app, always inside the transaction of whoever decides. */
import { PlatformError } from '@banyan/contract/errors'
import type { ReleaseKind, VersionState } from '@banyan/contract/releases'
import type { Apps } from '#domains/apps'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import type { DbTransaction } from '#infra/db/database.ts'
import { createReleaseStore, type ReleaseRow, type ReleaseStore, type VersionRow } from './store.ts'
import type { VersionDomains } from './version-domains.ts'
import { stateAfter, type VersionStep } from './version-states.ts'

export interface VersionChange {
  appId: string
  version: string
  step: VersionStep
  reason?: string | null
  submittedById?: string
}

export interface NewRelease {
  appId: string
  version: string
  kind: ReleaseKind
  by: string
  note?: string
  isUrgent?: boolean
}

export type LifeCycle = ReturnType<typeof createLifeCycle>

export function createLifeCycle(ports: {
  store: ReleaseStore
  apps: Apps
  clock: Clock
  webhooks: Pick<Webhooks, 'publish'>
  needsReview: (appId: string) => Promise<boolean>
  changed: (transaction: DbTransaction, appId: string) => void
  versionDomains: VersionDomains
}) {
  const { apps, clock } = ports
  return {
    /** To be called first; held until the transaction ends. */
    lock: (transaction: DbTransaction, appId: string) => createReleaseStore(transaction).lockApp(appId),

    async require(transaction: DbTransaction, appId: string, version: string): Promise<VersionRow> {
      const row = await createReleaseStore(transaction).version(appId, version)
      if (!row) throw new PlatformError('release.versionNotFound', { detail: version })
      return row
    },

    versionsIn: (transaction: DbTransaction, appId: string, states: readonly VersionState[]) =>
      createReleaseStore(transaction).inStates(appId, states),

    /** The full release; as the transaction sees it, when one is given. */
    currentVersion: async (appId: string, transaction?: DbTransaction): Promise<string | undefined> =>
      (await (transaction === undefined ? ports.store : createReleaseStore(transaction)).currentRelease(appId))
        ?.version,

    async move(transaction: DbTransaction, change: VersionChange): Promise<VersionState> {
      const store = createReleaseStore(transaction)
      const row = await this.require(transaction, change.appId, change.version)
      const needsReview = await ports.needsReview(change.appId)
      const state = stateAfter(row.state, change.step, { needsReview })
      await store.changeVersion(change.appId, change.version, {
        state,
        state_reason: change.reason ?? null,
        state_changed_at: clock.now(),
        ...(change.submittedById === undefined ? {} : { submitted_by_id: change.submittedById }),
      })
      const isNew = change.step === 'submit'
      if (isNew || change.step === 'release' || change.step === 'beginGray')
        await ports.versionDomains.keep(transaction, { ...change, isNew })
      ports.changed(transaction, change.appId)
      return state
    },

    /** Writes the row that browsers follow. A gray release leaves the full one where it is. */
    async addRelease(transaction: DbTransaction, release: NewRelease): Promise<ReleaseRow> {
      const store = createReleaseStore(transaction)
      const { appId, version, kind } = release
      const row: ReleaseRow = {
        app_id: appId,
        sequence: (await store.lastSequence(appId)) + 1,
        version,
        published_at: clock.now(),
        published_by: release.by,
        kind,
        note: release.note ?? '',
        is_urgent: release.isUrgent ?? false,
      }
      await store.addRelease(row)
      if (kind !== 'gray') await apps.recordRelease(transaction, { appId, version, sequence: row.sequence })
      const { sequence, note, is_urgent: isUrgent, published_by: publishedBy } = row
      const data = { version, sequence, kind, note, isUrgent, publishedBy }
      await ports.webhooks.publish(transaction, { appId, type: 'release.published', data })
      ports.changed(transaction, appId)
      return row
    },
  }
}
