/**
 * Which mini-programs were opened in this browser: the host page writes it, the portal's home page shows it.
 * It stays on the device.
 */
export const recentAppsKey = 'banyan:recent'
export const recentAppsLimit = 12

/** Of the JSON list below the key; the last one opened comes first. */
export interface RecentApp {
  id: string
  name: string
  iconUrl?: string
}
