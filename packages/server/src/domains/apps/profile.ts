/** How a mini-program presents itself, and how it stands: hidden, suspended, handed over, ended. */
import type { AppProfile, SuspendAppInput, TransferAppInput, UpdateAppProfileInput } from '@banyan/contract/app-profile'
import type { AppStanding } from '@banyan/contract/app-standing'
import { PlatformError } from '@banyan/contract/errors'
import type { Permission } from '@banyan/contract/permissions'
import { authorize, authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, DbTransaction } from '#infra/db/database.ts'
import { createProfileStore, type ProfileRow, type ProfileStore } from './profile-store.ts'
import type { Categories } from './categories.ts'
import type { ProveOwnership } from './ownership.ts'
import type { RecordChange } from './record-change.ts'
import { checkRequestDomains } from './request-domains.ts'
import type { AppRow, AppStore } from './store.ts'

/** Users of such an app get nothing: no page, no files, no way to its servers. */
export const servingStandings: readonly AppStanding[] = ['normal', 'hidden']

export interface ProfilePorts {
  db: Db
  store: AppStore
  profiles: ProfileStore
  recordChange: RecordChange
  clock: Clock
  find: (caller: Caller, appId: string, permission?: Permission) => Promise<AppRow>
  changed: (appId: string) => void
  proveOwnership: ProveOwnership
  categories: Pick<Categories, 'require'>
  isMember: (caller: Caller, workspaceId: string) => Promise<boolean>
}

export type ProfileService = ReturnType<typeof createProfileService>

const dayMs = 86_400_000

export function createProfileService(ports: ProfilePorts) {
  const { db, store, profiles, recordChange, clock, find } = ports

  async function change(
    caller: Caller,
    app: Pick<AppRow, 'id' | 'workspace_id'>,
    step: { action: `app.${string}`; details?: Record<string, unknown> },
    work: (row: ProfileRow, transaction: DbTransaction) => ProfileRow | Promise<ProfileRow>,
  ): Promise<AppProfile> {
    const saved = await db.transaction().execute(async (transaction) => {
      const inside = createProfileStore(transaction)
      const row = await work(await inside.profile(app.id), transaction)
      await inside.save(row)
      await recordChange(transaction, caller, { app, ...step })
      return row
    })
    ports.changed(app.id)
    return present(saved)
  }

  /** For the platform's staff, who reach apps of every team. */
  async function anyApp(appId: string): Promise<AppRow> {
    const row = await store.app(appId)
    if (!row) throw new PlatformError('app.notFound')
    return row
  }

  /** What one list of the app holds already needs no proof for another. */
  async function proveDomains(appId: string, wanted: readonly string[]): Promise<void> {
    if (wanted.length === 0) return
    const [row, requests] = await Promise.all([profiles.profile(appId), store.domainsOf([appId])])
    const others = [row.socket_domains, row.upload_domains, row.download_domains, row.web_view_domains].flat()
    await ports.proveOwnership(appId, { standing: [...requests.map(({ origin }) => origin), ...others], wanted })
  }

  return {
    async read(caller: Caller, appId: string): Promise<AppProfile> {
      await find(caller, appId, 'app.read')
      return present(await profiles.profile(appId))
    },

    async update(caller: Caller, appId: string, input: UpdateAppProfileInput): Promise<AppProfile> {
      authorize(caller, 'app.edit', { appId })
      const app = await find(caller, appId)
      const domains = {
        ...(input.socketDomains && { socket_domains: canonical(input.socketDomains) }),
        ...(input.uploadDomains && { upload_domains: canonical(input.uploadDomains) }),
        ...(input.downloadDomains && { download_domains: canonical(input.downloadDomains) }),
        ...(input.webViewDomains && { web_view_domains: canonical(input.webViewDomains) }),
      }
      if (Object.keys(domains).length > 0) authorize(caller, 'domain.edit', { appId })
      await proveDomains(appId, Object.values(domains).flat())
      if (input.serverIps) authorize(caller, 'secret.rotate', { appId })
      const { category, serviceCategories = [] } = input
      return change(caller, app, { action: 'app.describe', details: input }, (row) => {
        ports.categories.require(category ? [category] : [], row.category === null ? [] : [row.category])
        ports.categories.require(serviceCategories, row.service_categories)
        return {
          ...row,
          ...domains,
          ...(category !== undefined && { category }),
          ...(input.serviceCategories && { service_categories: serviceCategories }),
          ...(input.privacy && { privacy: input.privacy }),
          ...(input.serverIps && { server_ips: input.serverIps }),
        }
      })
    },

    /** By the team; what the platform has stopped, the team cannot start. */
    async setStanding(
      caller: Caller,
      appId: string,
      standing: 'normal' | 'hidden' | 'unpublished',
    ): Promise<AppProfile> {
      authorize(caller, 'version.publish', { appId })
      const app = await find(caller, appId)
      return change(caller, app, { action: 'app.setStanding', details: { standing } }, (row) => {
        requireOpen(row)
        return { ...row, standing, standing_reason: null }
      })
    },

    async suspend(caller: Caller, appId: string, { reason, appealDays = 30 }: SuspendAppInput): Promise<AppProfile> {
      authorizeOnPlatform(caller, 'app.moderate')
      const app = await anyApp(appId)
      return change(caller, app, { action: 'app.suspend', details: { reason } }, (row) => {
        requireOpen(row)
        const appealUntil = new Date(clock.now().getTime() + appealDays * dayMs)
        return { ...row, standing: 'suspended', standing_reason: reason, appeal_until: appealUntil, appeal: null }
      })
    },

    async restore(caller: Caller, appId: string): Promise<AppProfile> {
      authorizeOnPlatform(caller, 'app.moderate')
      const app = await anyApp(appId)
      return change(caller, app, { action: 'app.restore' }, (row) => {
        if (row.standing !== 'suspended') throw new PlatformError('app.stateWrong', { detail: row.standing })
        return { ...row, standing: 'normal', standing_reason: null, appeal_until: null }
      })
    },

    async appeal(caller: Caller, appId: string, text: string): Promise<AppProfile> {
      authorize(caller, 'app.edit', { appId })
      const app = await find(caller, appId)
      return change(caller, app, { action: 'app.appeal', details: { text } }, (row) => {
        if (row.standing !== 'suspended') throw new PlatformError('app.stateWrong', { detail: row.standing })
        const isLate = row.appeal_until === null || clock.now() >= row.appeal_until
        if (isLate || row.appeal !== null) throw new PlatformError('review.appealClosed')
        return { ...row, appeal: text }
      })
    },

    /** To a team that the caller is in as well, so that no app lands with a stranger. */
    async transfer(caller: Caller, appId: string, { workspaceId, confirm }: TransferAppInput): Promise<void> {
      authorize(caller, 'app.transfer', { appId })
      const app = await find(caller, appId)
      if (confirm !== appId) throw new PlatformError('app.confirmationWrong')
      if (!(await ports.isMember(caller, workspaceId))) throw new PlatformError('identity.workspaceNotFound')
      await change(caller, app, { action: 'app.transfer', details: { to: workspaceId } }, async (row, transaction) => {
        requireOpen(row)
        await createProfileStore(transaction).moveApp(appId, workspaceId)
        return row
      })
    },

    async terminate(caller: Caller, appId: string, confirm: string): Promise<void> {
      authorize(caller, 'app.delete', { appId })
      const app = await find(caller, appId)
      if (confirm !== appId) throw new PlatformError('app.confirmationWrong')
      await change(caller, app, { action: 'app.terminate' }, (row) => {
        if (row.standing === 'terminated') throw new PlatformError('app.stateWrong', { detail: row.standing })
        return { ...row, standing: 'terminated', standing_reason: null }
      })
    },
  }
}

function requireOpen({ standing }: ProfileRow): void {
  if (standing === 'suspended' || standing === 'terminated') {
    throw new PlatformError('app.stateWrong', { detail: standing })
  }
}

function canonical(origins: readonly string[]): string[] {
  // Sockets are written as WeChat does, `wss://`; the rules are those of https.
  return origins.map((origin) => {
    const isSocket = origin.startsWith('wss://')
    const [checked] = checkRequestDomains([{ origin: isSocket ? `https${origin.slice(3)}` : origin }])
    return `${isSocket ? 'wss' : 'https'}${checked?.origin.slice(5) ?? ''}`
  })
}

function present(row: ProfileRow): AppProfile {
  return {
    appId: row.app_id,
    standing: row.standing,
    standingReason: row.standing_reason,
    appealUntil: row.appeal_until?.toISOString() ?? null,
    appeal: row.appeal,
    category: row.category,
    serviceCategories: [...row.service_categories],
    privacy: [...row.privacy],
    socketDomains: [...row.socket_domains],
    uploadDomains: [...row.upload_domains],
    downloadDomains: [...row.download_domains],
    webViewDomains: [...row.web_view_domains],
    serverIps: [...row.server_ips],
  }
}
