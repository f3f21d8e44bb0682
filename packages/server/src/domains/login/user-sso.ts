/**
 * End users who sign in through the owner's OpenID provider, where the owner wants that. A person is known by issuer and subject; the first
 * time, by an address that the provider has verified.
 */
import { PlatformError } from '@banyan/contract/errors'
import { hashSecret } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { OidcClient } from '#infra/oidc/oidc-client.ts'
import type { AccountStore } from './account-store.ts'
import { enterAccount } from './entrance.ts'
import type { OpenWays } from './open-ways.ts'
import { createWayStore } from './ways-store.ts'

export interface UserSsoOptions {
  client: OidcClient
  /** What the button says. */
  name: string
}

export interface UserSsoPorts {
  store: AccountStore
  clock: Clock
  ids: Ids
  limits: Limits
  log: Log
  origin: () => string
  sso: UserSsoOptions | undefined
  openWays: OpenWays
}

export const userSsoCallback = '/user/sso/callback'
const minutes = 10

export type UserSso = ReturnType<typeof createUserSso>

export function createUserSso(ports: UserSsoPorts) {
  const { store, clock, ids } = ports
  const ways = createWayStore(store.connection)
  const startsOfAddress = ports.limits.rate('user-sso-address', { uses: 60, perSeconds: 300 })

  function find(): UserSsoOptions | undefined {
    return ports.openWays.isOpen('sso') ? ports.sso : undefined
  }
  function requireSso(): UserSsoOptions {
    const sso = find()
    if (!sso) throw new PlatformError('request.notFound')
    return sso
  }

  return {
    /** Undefined while users cannot sign in so. */
    describe: (): { name: string } | undefined => {
      const sso = find()
      return sso && { name: sso.name }
    },

    /** `binding` is for a cookie: the answer counts only in the browser that asked. */
    async start(returnTo: string, clientAddress: string): Promise<{ url: string; binding: string }> {
      const { client } = requireSso()
      await startsOfAddress.use(clientAddress)
      const started = await client
        .start(ports.origin() + userSsoCallback, { isFresh: false })
        .catch((error: unknown) => {
          ports.log.warn({ err: error }, 'the OpenID provider does not answer')
          throw new PlatformError('server.unavailable', { detail: 'the OpenID provider does not answer', cause: error })
        })
      const now = clock.now()
      const row = {
        kind: 'sso' as const,
        code_hash: hashSecret(started.state),
        subject: '',
        data: { nonce: started.nonce, verifier: started.verifier, returnTo },
        expires_at: new Date(now.getTime() + minutes * 60_000),
      }
      await ways.addChallenge(row, now)
      return { url: started.url, binding: started.state }
    },

    async finish(
      callback: { search: string; binding: string | undefined; browser: string | undefined },
      clientAddress: string,
    ): Promise<{ token: string; returnTo: string }> {
      const { client } = requireSso()
      await startsOfAddress.use(clientAddress)
      const state = new URLSearchParams(callback.search).get('state')
      if (state === null || state !== callback.binding) throw new PlatformError('identity.ssoFailed')
      const row = await ways.takeChallenge('sso', hashSecret(state), clock.now())
      const { nonce, verifier, returnTo = '/me/' } = row?.data ?? {}
      if (nonce === undefined || verifier === undefined) throw new PlatformError('identity.ssoFailed')
      const url = new URL(ports.origin() + userSsoCallback + callback.search)
      const person = await client.finish(url, { state, nonce, verifier }).catch((error: unknown) => {
        ports.log.warn({ err: error }, 'an answer of the OpenID provider was refused')
        throw new PlatformError('identity.ssoFailed', { cause: error })
      })
      const token = await store.inTransaction(async (inside) => {
        const links = createWayStore(inside.connection)
        const email = person.verifiedEmail?.toLowerCase() ?? null
        const linked = await links.ssoAccount(person.issuer, person.subject)
        const named = email === null ? undefined : await inside.accountByEmail(email)
        const known = linked?.visitor_id ?? named?.visitor_id
        const entered = await enterAccount(inside, { browser: callback.browser, known, email }, { clock, ids })
        const { issuer, subject } = person
        await links.addSsoAccount({ issuer, subject, visitor_id: entered.visitorId, linked_at: clock.now() })
        return entered.token
      })
      return { token, returnTo }
    },
  }
}
