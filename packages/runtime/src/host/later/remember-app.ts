/** What this browser opened last, for the portal's home page; it never leaves the device. */
import { recentAppsKey, recentAppsLimit, type RecentApp } from '@banyan/contract/recent-apps'
import type { BootData } from '@banyan/contract/boot'

/** Trial and development versions are not what a visitor comes back to. */
export function rememberApp({ appId, name, iconUrl, release }: BootData): void {
  if (release.channel !== 'release') return
  try {
    const others = readRecent().filter(({ id }) => id !== appId)
    const all: RecentApp[] = [{ id: appId, name, ...(iconUrl !== undefined && { iconUrl }) }, ...others]
    localStorage.setItem(recentAppsKey, JSON.stringify(all.slice(0, recentAppsLimit)))
  } catch {
    // A browser that stores nothing opens mini-programs all the same.
  }
}

function readRecent(): RecentApp[] {
  const stored: unknown = JSON.parse(localStorage.getItem(recentAppsKey) ?? '[]')
  return Array.isArray(stored) ? stored.filter(isRecent) : []
}

function isRecent(value: unknown): value is RecentApp {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value
}
