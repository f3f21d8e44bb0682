/** Decides whether an address may be called for an app, and where the call really goes. */
import { PlatformError } from '@banyan/contract/errors'

export interface Target {
  /** As the app sees it. */
  url: URL
  /** What is connected to; differs from `url` where the platform's owner bound the origin to another server. */
  address: URL
  isBound: boolean
}

const urlMaxLength = 8192

/** `domains`: origin -> upstream or null. The same parser reads the address here and when it is called. */
export function resolveTarget(text: string, domains: ReadonlyMap<string, string | null>): Target {
  if (text.length > urlMaxLength || !URL.canParse(text)) throw refused('invalid url')
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username || url.password || url.hostname.endsWith('.'))
    throw refused('invalid url')
  const upstream = domains.get(url.origin)
  if (upstream === undefined) throw new PlatformError('gateway.originRefused', { detail: 'url not in domain list' })
  url.hash = ''
  if (upstream === null) return { url, address: url, isBound: false }
  return { url, address: new URL(url.pathname + url.search, upstream), isBound: true }
}

/** Where a redirect leads, in the app's own terms: a bound server may name itself by its inner address. */
export function redirectTarget(location: string, from: Target, domains: ReadonlyMap<string, string | null>): Target {
  if (!URL.canParse(location, from.url.href)) throw refused('invalid redirect')
  const next = new URL(location, from.url)
  if (from.isBound && next.origin === from.address.origin) {
    return resolveTarget(from.url.origin + next.pathname + next.search, domains)
  }
  return resolveTarget(next.href, domains)
}

function refused(detail: string): PlatformError {
  return new PlatformError('gateway.urlInvalid', { detail })
}
