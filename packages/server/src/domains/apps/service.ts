import type { AppStanding } from '@banyan/contract/app-standing'
import type { App, CreateAppInput, RequestDomain, UpdateAppInput } from '@banyan/contract/apps'
import { PlatformError } from '@banyan/contract/errors'
import type { Permission } from '@banyan/contract/permissions'
import { appsWith, authorize, can, canOnPlatform, type Caller } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Ids } from '#infra/ids/ids.ts'
import { lookOf, looksLikePicture, type Look } from '#infra/pictures/look.ts'
import { imageMediaType } from '#infra/pictures/image-media-type.ts'
import { looksLike } from './lookalike.ts'
import type { ProveOwnership } from './ownership.ts'
import { createProfileStore } from './profile-store.ts'
import type { RecordChange } from './record-change.ts'
import { checkRequestDomains } from './request-domains.ts'
import { createAppStore, type AppRow, type AppStore, type DomainRow } from './store.ts'

export interface AppPorts {
  db: Db
  recordChange: RecordChange
  blobs: Blobs
  clock: Clock
  ids: Ids
  changed: (appId: string) => void
  proveOwnership: ProveOwnership
}

export function createAppService({ db, recordChange, blobs, clock, ids, changed, proveOwnership }: AppPorts) {
  const store = createAppStore(db)
  const profiles = createProfileStore(db)

  /** The change and its entry in the log, or neither. */
  async function save(
    caller: Caller,
    app: Pick<AppRow, 'id' | 'workspace_id'>,
    step: { action: `app.${string}`; details: Record<string, unknown> },
    work: (inside: AppStore) => Promise<unknown>,
  ): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      await work(createAppStore(transaction))
      await recordChange(transaction, caller, { app, ...step })
    })
    changed(app.id)
  }

  /** An app of another workspace is answered exactly as one that does not exist, unless staff may do this everywhere. */
  async function find(caller: Caller, appId: string, permission?: Permission): Promise<AppRow> {
    const row = await store.app(appId)
    const isOwn = row?.workspace_id === caller.workspaceId
    const isReached = isOwn || (permission !== undefined && canOnPlatform(caller, permission))
    if (!row || !isReached) throw new PlatformError('app.notFound')
    if (permission !== undefined) authorize(caller, permission, { appId })
    return row
  }

  async function present(rows: readonly AppRow[], caller: Caller): Promise<App[]> {
    const appIds = rows.map(({ id }) => id)
    const [domains, standings] = await Promise.all([store.domainsOf(appIds), profiles.standingsOf(appIds)])
    return rows.map((row) =>
      presentApp(row, { domains, standing: standings.get(row.id)?.standing ?? 'normal', caller }),
    )
  }

  async function presentOne(caller: Caller, appId: string): Promise<App> {
    const [app] = await present([await find(caller, appId)], caller)
    if (!app) throw new PlatformError('app.notFound')
    return app
  }

  return {
    find,

    async list(caller: Caller): Promise<App[]> {
      const visible = appsWith(caller, 'app.read')
      const rows = await store.appsIn(caller.workspaceId)
      return present(visible === 'all' ? rows : rows.filter(({ id }) => visible.has(id)), caller)
    },

    async read(caller: Caller, appId: string): Promise<App> {
      authorize(caller, 'app.read', { appId })
      return presentOne(caller, appId)
    },

    async create(caller: Caller, input: CreateAppInput): Promise<App> {
      authorize(caller, 'app.create')
      await refuseLookalike(caller.workspaceId, input.name)
      const row: AppRow = {
        workspace_id: caller.workspaceId,
        id: `by${ids.bytes(8).toString('hex')}`,
        name: input.name,
        description: input.description ?? '',
        icon_hash: null,
        icon_media_type: null,
        icon_look: null,
        current_version: null,
        current_sequence: null,
        created_at: clock.now(),
      }
      const details = { name: row.name }
      await save(caller, row, { action: 'app.create', details }, (inside) => inside.add(row))
      return presentApp(row, { domains: [], standing: 'normal', caller })
    },

    async update(caller: Caller, appId: string, input: UpdateAppInput): Promise<App> {
      authorize(caller, 'app.edit', { appId })
      const row = await find(caller, appId)
      const { name, description, requestDomains } = input
      if (name !== undefined && name !== row.name) await refuseLookalike(row.workspace_id, name)
      const domains = requestDomains && (await domainsToKeep(caller, row, requestDomains))
      const texts = { ...(name !== undefined && { name }), ...(description !== undefined && { description }) }
      const details = { ...texts, ...(domains && { requestDomains: domains.map(({ origin }) => origin) }) }
      await save(caller, row, { action: 'app.update', details }, async (inside) => {
        if (domains) await inside.replaceDomains(appId, domains)
        if (Object.keys(texts).length > 0) await inside.update(appId, texts)
      })
      return presentOne(caller, appId)
    },

    async setIcon(caller: Caller, appId: string, bytes: Buffer): Promise<App> {
      authorize(caller, 'app.edit', { appId })
      const row = await find(caller, appId)
      const mediaType = imageMediaType(bytes)
      if (!mediaType) throw new PlatformError('app.iconInvalid')
      const look = (await lookOf(bytes)) ?? null
      if (look) await refuseIconLike(row.workspace_id, look)
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      await save(caller, row, { action: 'app.setIcon', details: { hash } }, (inside) =>
        inside.update(appId, { icon_hash: hash, icon_media_type: mediaType, icon_look: look }),
      )
      return presentOne(caller, appId)
    },

    async readIcon(appId: string): Promise<{ bytes: Buffer; mediaType: string; hash: string } | undefined> {
      const row = await store.app(appId)
      if (!row?.icon_hash || !row.icon_media_type) return undefined
      const bytes = await blobs.read(row.icon_hash)
      return bytes && { bytes, mediaType: row.icon_media_type, hash: row.icon_hash }
    },
  }

  /** Beside the published apps of other teams; what a team calls its own apps is its own affair. */
  async function refuseLookalike(workspaceId: string, name: string): Promise<void> {
    const twin = (await store.namesOfOthers(workspaceId)).find((other) => looksLike(name, other.name))
    if (twin) throw new PlatformError('app.nameConfusing', { detail: twin.name })
  }

  async function refuseIconLike(workspaceId: string, look: Look): Promise<void> {
    const others = await store.looksOfOthers(workspaceId)
    const twin = others.find((other) => other.icon_look && looksLikePicture(look, other.icon_look))
    if (twin) throw new PlatformError('app.iconConfusing', { detail: twin.name })
  }

  /** Only the platform's owner adds, changes or removes a binding; others may send back the ones that stand. */
  async function domainsToKeep(
    caller: Caller,
    row: AppRow,
    wanted: readonly RequestDomain[],
  ): Promise<readonly RequestDomain[]> {
    authorize(caller, 'domain.edit', { appId: row.id })
    const domains = checkRequestDomains(wanted)
    const standing = await store.domainsOf([row.id])
    // Where a binding leads, the platform's owner has decided himself.
    const calledAsNamed = domains.filter(({ upstream }) => !upstream)
    await proveOwnership(row.id, { standing: standing.map(originOf), wanted: calledAsNamed.map(originOf) })
    if (can(caller, 'domain.bindUpstream')) return domains
    if (domains.some(({ upstream }) => upstream)) authorize(caller, 'domain.bindUpstream')
    const bound = standing.filter(({ upstream }) => upstream !== null)
    const unbound = domains.filter(({ origin }) => !bound.some((domain) => domain.origin === origin))
    const kept = bound.map(({ origin, upstream }) => (upstream === null ? { origin } : { origin, upstream }))
    return [...kept, ...unbound]
  }
}

export type AppService = ReturnType<typeof createAppService>

function originOf({ origin }: { origin: string }): string {
  return origin
}

export function iconPathOf(row: Pick<AppRow, 'id' | 'icon_hash'>): string | null {
  return row.icon_hash === null ? null : `/i/${row.id}/${row.icon_hash.slice(0, 16)}`
}

function presentApp(
  row: AppRow,
  { domains, standing, caller }: { domains: readonly DomainRow[]; standing: AppStanding; caller: Caller },
): App {
  const showsUpstream = can(caller, 'domain.bindUpstream')
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    description: row.description,
    iconUrl: iconPathOf(row),
    requestDomains: domains
      .filter(({ app_id }) => app_id === row.id)
      .map(({ origin, upstream }) => (showsUpstream && upstream !== null ? { origin, upstream } : { origin })),
    currentVersion: row.current_version,
    standing,
    createdAt: row.created_at.toISOString(),
  }
}
