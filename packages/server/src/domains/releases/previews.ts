/**
 * Links that open a version before users get it. Whoever has the address has the version, until it expires: so the address cannot be
 * guessed, is shown once, counts its openings, and can be revoked one by one.
 */
import { PlatformError } from '@banyan/contract/errors'
import {
  previewLinkLimits,
  type CreatedPreviewLink,
  type CreatePreviewLinkInput,
  type PreviewLink,
} from '@banyan/contract/releases'
import { renderSVG } from 'uqr'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, hashSecret, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { newId, randomText, type Ids } from '#infra/ids/ids.ts'
import { createPreviewStore, type PreviewRow } from './preview-store.ts'
import { createReleaseStore, type ReleaseStore, type VersionRow } from './store.ts'

/** The page of a preview; package files come by `previewFileBase`. */
export const previewBase = (token: string): string => `/t/${token}/`
export const previewFileBase = (token: string): string => `/-/preview/${token}/`

const tokenLength = 32
const defaultMinutes = 60 * 24

export interface OpenedPreview {
  appId: string
  version: VersionRow
  channel: 'trial' | 'develop'
  path: string
}

export type Previews = ReturnType<typeof createPreviews>

export function createPreviews(ports: {
  db: Db
  store: ReleaseStore
  apps: Apps
  audit: Audit
  clock: Clock
  ids: Ids
  origin: () => string
}) {
  const { apps, clock, ids } = ports
  const links = createPreviewStore(ports.db)

  async function opened(row: PreviewRow | undefined): Promise<OpenedPreview | undefined> {
    const number = row && (row.version ?? (await ports.store.trialVersion(row.app_id)))
    const version = row && number !== undefined ? await ports.store.version(row.app_id, number) : undefined
    if (!row || !version || version.state === 'blocked') return undefined
    return { appId: row.app_id, version, channel: row.version === null ? 'trial' : 'develop', path: row.path }
  }

  return {
    async create(caller: Caller, appId: string, input: CreatePreviewLinkInput): Promise<CreatedPreviewLink> {
      authorize(caller, 'version.upload', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      const version = input.version ?? null
      if (version === null ? !(await ports.store.trialVersion(appId)) : !(await ports.store.version(appId, version))) {
        throw new PlatformError('release.versionNotFound', { detail: version ?? 'there is no trial version' })
      }
      const now = clock.now()
      if ((await links.linksOf(appId, now)).length >= previewLinkLimits.perApp) {
        throw new PlatformError('release.previewsTooMany')
      }
      const token = randomText(ids, tokenLength)
      const row: PreviewRow = {
        app_id: appId,
        id: newId(ids, 'pv'),
        token_hash: hashSecret(token),
        version,
        label: input.label,
        path: input.path ?? '',
        created_by: caller.name,
        created_at: now,
        expires_at: new Date(now.getTime() + (input.expiresInMinutes ?? defaultMinutes) * 60_000),
        open_count: 0,
        max_opens: input.maxOpens ?? null,
      }
      await ports.db.transaction().execute(async (transaction) => {
        await createPreviewStore(transaction).add(row)
        await ports.audit.record(transaction, {
          ...{ workspaceId, appId, actor: caller, action: 'preview.create', subject: row.id },
          details: { version, label: row.label, expiresAt: row.expires_at.toISOString() },
        })
      })
      const url = `${ports.origin()}${previewBase(token)}${row.path}`
      return { ...present(row), url, qrCode: renderSVG(url) }
    },

    /** For the platform's own eyes; whoever asked removes it. */
    async forPlatform(
      { appId, version }: { appId: string; version: string },
      minutes: number,
    ): Promise<{ path: string; remove(): Promise<void> }> {
      const now = clock.now()
      const token = randomText(ids, tokenLength)
      const id = newId(ids, 'pv')
      await links.add({
        ...{ app_id: appId, id, token_hash: hashSecret(token), version, label: 'page check', path: '' },
        ...{ created_by: 'Banyan', created_at: now, expires_at: new Date(now.getTime() + minutes * 60_000) },
        ...{ open_count: 0, max_opens: null },
      })
      return {
        path: previewBase(token),
        async remove() {
          await links.remove(appId, id)
        },
      }
    },

    async list(caller: Caller, appId: string): Promise<PreviewLink[]> {
      authorize(caller, 'version.upload', { appId })
      await apps.require(caller, appId)
      return (await links.linksOf(appId, clock.now())).map(present)
    },

    async revoke(caller: Caller, appId: string, id: string): Promise<void> {
      authorize(caller, 'version.upload', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      await ports.db.transaction().execute(async (transaction) => {
        if (!(await createPreviewStore(transaction).remove(appId, id))) {
          throw new PlatformError('release.previewNotFound')
        }
        const trace = { workspaceId, appId, actor: caller, action: 'preview.revoke', subject: id } as const
        await ports.audit.record(transaction, trace)
      })
    },

    /** For a page: counts. */
    open: async (token: string): Promise<OpenedPreview | undefined> =>
      opened(await links.open(hashSecret(token), clock.now())),

    /** For one of its files. */
    async file(token: string, hash: string): Promise<{ mediaType: string } | undefined> {
      const preview = await opened(await links.live(hashSecret(token), clock.now()))
      const row = preview && (await links.file(preview.appId, preview.version.version, hash))
      return row && { mediaType: row.media_type }
    },

    async setTrial(caller: Caller, appId: string, version: string | null): Promise<void> {
      authorize(caller, 'version.upload', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      await ports.store.inTransaction(async (transaction) => {
        const inside = createReleaseStore(transaction)
        if (version !== null && !(await inside.version(appId, version)))
          throw new PlatformError('release.versionNotFound', { detail: version })
        await inside.setTrial(appId, version)
        await ports.audit.record(transaction, {
          ...{ workspaceId, appId, actor: caller, action: 'release.setTrial', subject: appId },
          details: { version },
        })
      })
    },
  }
}

function present(row: PreviewRow): PreviewLink {
  return {
    id: row.id,
    version: row.version,
    label: row.label,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    openCount: row.open_count,
    maxOpens: row.max_opens,
  }
}
