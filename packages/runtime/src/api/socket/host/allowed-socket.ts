import { isAllowedOrigin } from '../../../host/allowed-origin.ts'

/**
 * Whether a socket may reach an address. Newer browsers take `https:` for `wss:`, and addresses without a server for the page's own: neither is
 * a way past the list.
 */
export function isAllowedSocket(origins: readonly string[] | undefined, url: string): boolean {
  if (origins === undefined) return true
  try {
    return isAllowedOrigin(origins, new URL(url.trim().replace(/^http/i, 'ws')))
  } catch {
    return false
  }
}
