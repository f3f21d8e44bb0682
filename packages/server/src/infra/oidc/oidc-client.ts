/** A client of an OpenID provider: code flow with PKCE, state and nonce. The provider's answers are bounded; the library is loaded on first use. */
import type { Configuration, CustomFetch } from 'openid-client'
import { request } from 'undici'
import { z } from 'zod'
import type { Outbound } from '#infra/outbound/outbound.ts'

export interface OidcOptions {
  /** Whatever has `/.well-known/openid-configuration` below it. */
  issuer: string
  clientId: string
  clientSecret: string
}

/** What the provider says about the person; the signature and all claims of time and place were checked. */
export const oidcPersonSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  /** Only when the provider says that it is his. */
  verifiedEmail: z.string().optional(),
  name: z.string().optional(),
})
export type OidcPerson = z.infer<typeof oidcPersonSchema>

export interface OidcStart {
  url: string
  state: string
  nonce: string
  verifier: string
}

export interface OidcClient {
  start(redirectUri: string, options: { isFresh: boolean }): Promise<OidcStart>
  /** Throws for an answer that is not to be believed. */
  finish(callback: URL, expected: { state: string; nonce: string; verifier: string }): Promise<OidcPerson>
}

const answerLimitBytes = 512 * 1024
const answerMs = 10_000
const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
})

export function createOidcClient(options: OidcOptions, outbound: Outbound): OidcClient {
  let found: Promise<Configuration> | undefined

  async function discover(): Promise<Configuration> {
    const library = await import('openid-client')
    const { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks } = library
    const issuer = new URL(options.issuer)
    return discovery(issuer, options.clientId, options.clientSecret, undefined, {
      timeout: answerMs / 1000,
      [customFetch]: fetchThrough(outbound),
      // By itself the library trusts the connection and does not look at the signature of a token that came over it. A provider on the
      // owner's own network may have no certificate; the owner has written its address down.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    })
  }

  function configuration(): Promise<Configuration> {
    if (found) return found
    const finding = discover()
    found = finding
    finding.catch(() => {
      if (found === finding) found = undefined
    })
    return finding
  }

  return {
    async start(redirectUri, { isFresh }) {
      const library = await import('openid-client')
      const verifier = library.randomPKCECodeVerifier()
      const [state, nonce] = [library.randomState(), library.randomNonce()]
      const url = library.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await library.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(isFresh && { prompt: 'login', max_age: '0' }),
      })
      return { url: url.href, state, nonce, verifier }
    },

    async finish(callback, { state, nonce, verifier }) {
      const library = await import('openid-client')
      const tokens = await library.authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const { iss, sub, email, email_verified, name, preferred_username } = claims.parse(tokens.claims())
      return oidcPersonSchema.parse({
        issuer: iss,
        subject: sub,
        ...(email !== undefined && email_verified === true && { verifiedEmail: email.toLowerCase() }),
        name: name ?? preferred_username,
      })
    },
  }
}

function fetchThrough(outbound: Outbound): CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const answer = await request(url, {
      dispatcher: outbound.unguarded,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body != null && { body: typeof body === 'string' ? body : new URLSearchParams(String(body)).toString() }),
      signal: signal ?? AbortSignal.timeout(answerMs),
    })
    const chunks: Uint8Array[] = []
    let sizeBytes = 0
    for await (const chunk of answer.body) {
      const bytes = z.instanceof(Uint8Array).parse(chunk)
      sizeBytes += bytes.byteLength
      if (sizeBytes > answerLimitBytes) throw new Error('the answer of the OpenID provider is too long')
      chunks.push(bytes)
    }
    const type = answer.headers['content-type']
    return new Response(Buffer.concat(chunks), {
      status: answer.statusCode,
      headers: { 'content-type': Array.isArray(type) ? (type[0] ?? '') : (type ?? '') },
    })
  }
}
