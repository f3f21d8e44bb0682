/** What may stand in an app's list of request domains. The gateway compares origins as text, so only canonical ones get in. */
import { isIP } from 'node:net'
import { PlatformError } from '@banyan/contract/errors'
import type { RequestDomain } from '@banyan/contract/apps'

export function checkRequestDomains(domains: readonly RequestDomain[]): RequestDomain[] {
  const byOrigin = new Map<string, RequestDomain>()
  for (const { origin, upstream } of domains) {
    const canonical = canonicalOrigin(origin)
    if (byOrigin.has(canonical)) throw new PlatformError('app.originInvalid', { detail: `${canonical} stands twice` })
    byOrigin.set(
      canonical,
      upstream ? { origin: canonical, upstream: canonicalUpstream(upstream) } : { origin: canonical },
    )
  }
  return [...byOrigin.values()]
}

function canonicalOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url !== undefined && (text === url.origin || text === `${url.origin}/`)
  if (!url || !isPlain || url.protocol !== 'https:' || !isDomainName(url.hostname)) {
    throw new PlatformError('app.originInvalid', { detail: text })
  }
  return url.origin
}

function canonicalUpstream(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || (text !== url.origin && text !== `${url.origin}/`)) {
    throw new PlatformError('app.upstreamInvalid', { detail: text })
  }
  return url.origin
}

/** At least two labels, so never `localhost`; the URL parser has already turned every spelling of an IPv4 address into its dotted form. */
function isDomainName(hostname: string): boolean {
  if (hostname.startsWith('[') || isIP(hostname) !== 0 || hostname.endsWith('.')) return false
  return (
    /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)+$/.test(hostname) &&
    !hostname.endsWith('.localhost')
  )
}
