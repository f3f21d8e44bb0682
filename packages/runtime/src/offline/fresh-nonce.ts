/** A page that is kept must not have the same nonce each time: whoever saw it once would know it. */
const policyHeader = 'Content-Security-Policy'

export async function withFreshNonce(page: Response): Promise<Response> {
  const policy = page.headers.get(policyHeader) ?? ''
  const known = /'nonce-([^']+)'/.exec(policy)?.[1]
  if (known === undefined) return page
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const nonce = btoa(String.fromCharCode(...bytes))
  const headers = new Headers(page.headers)
  headers.set(policyHeader, policy.replaceAll(known, nonce))
  return new Response((await page.text()).replaceAll(known, nonce), { status: page.status, headers })
}
