/** `origins` holds origins, `https://*.example.com` for all names below one, or `*` for every site, which only a development server says. */
export function isAllowedOrigin(origins: readonly string[], { protocol, hostname, origin }: URL): boolean {
  return origins.some((allowed) => {
    if (allowed === '*' || allowed === origin) return true
    const [scheme, below] = allowed.split('//*.')
    return below !== undefined && scheme === protocol && hostname.endsWith(`.${below}`)
  })
}
