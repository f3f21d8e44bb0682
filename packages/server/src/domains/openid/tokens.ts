/** The second half: codes become tokens, tokens tell who the person is, and end. */
import { createHash } from 'node:crypto'
import { hashSecret, type Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { OpenidKeys } from './keys.ts'
import { OAuthError } from './oauth-error.ts'
import type { ClientRow, OpenidStore, TokenRow } from './store.ts'

export interface TokenPorts {
  store: OpenidStore
  keys: OpenidKeys
  identity: Pick<Identity, 'findPerson'>
  clock: Clock
  ids: Ids
  issuer: () => string
}

export interface TokenAnswer {
  access_token: string
  token_type: 'Bearer'
  expires_in: number
  scope: string
  id_token: string
  refresh_token?: string
}

const accessSeconds = 3600
const refreshDays = 30
/** However often a refresh token is renewed, so long after the sign-in the person must come back. */
const familyDays = 90
const dayMs = 86_400_000

type Basis = Pick<TokenRow, 'client_id' | 'user_id' | 'scopes' | 'family' | 'signed_in_at'>

export type OpenidTokens = ReturnType<typeof createOpenidTokens>

export function createOpenidTokens({ store, keys, identity, clock, ids, issuer }: TokenPorts) {
  async function claimsOf(userId: string, scopes: readonly string[]): Promise<Record<string, unknown>> {
    const person = await identity.findPerson(userId)
    if (!person) throw new OAuthError('invalid_grant', 'the person has no account any more')
    return {
      sub: userId,
      ...(scopes.includes('profile') && { name: person.name }),
      // Whoever signs up by a link names his address himself, so nobody may take it for proved.
      ...(scopes.includes('email') && { email: person.email, email_verified: false }),
    }
  }

  async function issue(basis: Basis, nonce: string | null): Promise<TokenAnswer> {
    const now = clock.now()
    const seconds = Math.floor(now.getTime() / 1000)
    const claims = await claimsOf(basis.user_id, basis.scopes)
    const access = `byt_${randomText(ids, 40)}`
    const refresh = basis.scopes.includes('offline_access') ? `byf_${randomText(ids, 40)}` : undefined
    const row = (token: string, kind: TokenRow['kind'], lifeMs: number): TokenRow => ({
      ...basis,
      token_hash: hashSecret(token),
      kind,
      used_at: null,
      expires_at: new Date(now.getTime() + lifeMs),
    })
    const id_token = await keys.sign({
      ...claims,
      iss: issuer(),
      aud: basis.client_id,
      iat: seconds,
      exp: seconds + accessSeconds,
      auth_time: Math.floor(basis.signed_in_at.getTime() / 1000),
      ...(nonce !== null && { nonce }),
    })
    const rows = [row(access, 'access', accessSeconds * 1000)]
    const familyLeftMs = basis.signed_in_at.getTime() + familyDays * dayMs - now.getTime()
    if (refresh !== undefined) rows.push(row(refresh, 'refresh', Math.min(refreshDays * dayMs, familyLeftMs)))
    await store.addTokens(rows, now)
    return {
      access_token: access,
      token_type: 'Bearer',
      expires_in: accessSeconds,
      scope: basis.scopes.join(' '),
      id_token,
      ...(refresh !== undefined && { refresh_token: refresh }),
    }
  }

  async function redeemCode(client: ClientRow, form: URLSearchParams): Promise<TokenAnswer> {
    const codeHash = hashSecret(form.get('code') ?? '')
    const row = await store.takeCode(codeHash, client.id, clock.now())
    if (!row) {
      // Whoever comes second may be the rightful one: what the first got ends.
      const used = await store.usedCode(codeHash)
      if (used) await store.removeFamily(used.family)
      throw new OAuthError('invalid_grant', 'the code is wrong, was used, or has expired')
    }
    if (row.redirect_uri !== form.get('redirect_uri')) throw new OAuthError('invalid_grant', 'redirect_uri')
    const verifier = form.get('code_verifier') ?? ''
    const isProved = createHash('sha256').update(verifier).digest('base64url') === row.challenge
    if (!/^[\w\-.~]{43,128}$/.test(verifier) || !isProved) throw new OAuthError('invalid_grant', 'code_verifier')
    const { client_id, user_id, scopes, family, signed_in_at, nonce } = row
    return issue({ client_id, user_id, scopes, family, signed_in_at }, nonce)
  }

  async function refresh(client: ClientRow, form: URLSearchParams): Promise<TokenAnswer> {
    const tokenHash = hashSecret(form.get('refresh_token') ?? '')
    const row = await store.takeRefreshToken(tokenHash, client.id, clock.now())
    if (!row) {
      const known = await store.token(tokenHash, clock.now())
      if (known?.used_at) await store.removeFamily(known.family)
      throw new OAuthError('invalid_grant', 'the token is wrong, was used, or has expired')
    }
    const asked = form.get('scope')?.split(' ')
    if (asked?.some((scope) => !row.scopes.includes(scope))) throw new OAuthError('invalid_scope', 'more than before')
    const { client_id, user_id, scopes, family, signed_in_at } = row
    return issue(
      { client_id, user_id, scopes: scopes.filter((scope) => asked?.includes(scope) ?? true), family, signed_in_at },
      null,
    )
  }

  return {
    exchange(client: ClientRow, form: URLSearchParams): Promise<TokenAnswer> {
      const kind = form.get('grant_type')
      if (kind === 'authorization_code') return redeemCode(client, form)
      if (kind === 'refresh_token') return refresh(client, form)
      throw new OAuthError('unsupported_grant_type', 'authorization_code or refresh_token')
    },

    async userInfo(token: string): Promise<Record<string, unknown>> {
      const row = await store.token(hashSecret(token), clock.now())
      if (row?.kind !== 'access') throw new OAuthError('invalid_token', 'the token is wrong or has ended')
      return claimsOf(row.user_id, row.scopes)
    },

    /** As RFC 7009: a token that nobody has is no error. The access tokens of a refresh token end with it. */
    async revoke(client: ClientRow, token: string): Promise<void> {
      const row = await store.token(hashSecret(token), clock.now())
      if (row?.client_id === client.id) await store.removeFamily(row.family)
    },
  }
}
