/** Which servers an app may call, by what for. Of files that are sent or fetched the app may have lists of their own. */
import type { GatewayPurpose } from '@banyan/contract/gateway'
import type { Apps } from '#domains/apps'
import type { Releases } from '#domains/releases'
import { createAppCache } from '#infra/db/app-cache.ts'
import type { Notifications } from '#infra/db/notifications.ts'

/** Origin -> address to call instead, or null for the origin itself. */
export type Origins = ReadonlyMap<string, string | null>

/** Undefined when there is no such app. A version may have lists of its own, from when it was reviewed. */
export type AllowedOrigins = (
  appId: string,
  purpose: GatewayPurpose,
  version: string | undefined,
) => Promise<Origins | undefined>

const rememberedCount = 5000

export function createAllowedOrigins({
  apps,
  releases,
  notifications,
}: {
  apps: Apps
  releases: Pick<Releases, 'domainsOf'>
  notifications: Notifications
}): AllowedOrigins {
  const lists = createAppCache({ notifications, read, rememberedCount })

  async function read(appId: string): Promise<Record<GatewayPurpose, Origins> | undefined> {
    const request = await apps.requestDomains(appId)
    if (!request) return undefined
    const { uploadDomains, downloadDomains } = await apps.profileOf(appId)
    return byPurpose({ request, upload: uploadDomains, download: downloadDomains }, request)
  }

  return async (appId, purpose, version) => {
    const now = await lists.get(appId)
    const kept = now && version !== undefined ? await releases.domainsOf(appId, version) : undefined
    if (!now || !kept) return now?.[purpose]
    // An address that the platform's owner binds is his to change, whatever the version is.
    const request = new Map(kept.request.map((origin) => [origin, now.request.get(origin) ?? null]))
    return byPurpose({ request, upload: kept.upload, download: kept.download }, now.request)[purpose]
  }
}

function byPurpose(
  named: { request: Origins; upload: readonly string[]; download: readonly string[] },
  bound: Origins,
): Record<GatewayPurpose, Origins> {
  // An app that names no servers for files has said by the one list whom it calls at all.
  const ownOr = (origins: readonly string[]): Origins =>
    origins.length === 0 ? named.request : new Map(origins.map((origin) => [origin, bound.get(origin) ?? null]))
  return { request: named.request, upload: ownOr(named.upload), download: ownOr(named.download) }
}
