/** Which servers an app may call, by what for. Of files that are sent or fetched the app may have lists of their own. */
import type { GatewayPurpose } from '@banyan/contract/gateway'
import type { Apps } from '#domains/apps'
import { createAppCache } from '#infra/db/app-cache.ts'
import type { Notifications } from '#infra/db/notifications.ts'

/** Origin -> address to call instead, or null for the origin itself. */
export type Origins = ReadonlyMap<string, string | null>

/** Undefined when there is no such app. */
export type AllowedOrigins = (appId: string, purpose: GatewayPurpose) => Promise<Origins | undefined>

const rememberedCount = 5000

export function createAllowedOrigins({
  apps,
  notifications,
}: {
  apps: Apps
  notifications: Notifications
}): AllowedOrigins {
  const lists = createAppCache({ notifications, read, rememberedCount })

  async function read(appId: string): Promise<Record<GatewayPurpose, Origins> | undefined> {
    const request = await apps.requestDomains(appId)
    if (!request) return undefined
    const { uploadDomains, downloadDomains } = await apps.profileOf(appId)
    // An app that names no servers for files has said by the one list whom it calls at all.
    const ownOr = (origins: readonly string[]): Origins =>
      origins.length === 0 ? request : new Map(origins.map((origin) => [origin, request.get(origin) ?? null]))
    return { request, upload: ownOr(uploadDomains), download: ownOr(downloadDomains) }
  }

  return async (appId, purpose) => (await lists.get(appId))?.[purpose]
}
