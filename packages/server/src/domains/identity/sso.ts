/**
 * Signing in through the owner's OpenID provider. A person is known by issuer and subject; the first time, by an address that the provider has
 * verified. Whoever has no account gets one only where the owner has named a team for newcomers.
 */
import { PlatformError } from '@banyan/contract/errors'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { OidcClient, OidcPerson } from '#infra/oidc/oidc-client.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import { hashSecret } from './secrets.ts'
import type { OpenedSession, SessionService } from './sessions.ts'
import { createSignInStore, type SignInStore } from './sign-in-store.ts'
import type { Client } from './sign-in.ts'
import type { IdentityStore, UserRow } from './store.ts'

export interface SsoOptions {
  client: OidcClient
  /** What the button says. */
  name: string
  /** Workspace that a newcomer becomes a member of. */
  teamOfNewcomers: string | undefined
}

export interface SsoPorts {
  store: IdentityStore
  codes: SignInStore
  clock: Clock
  ids: Ids
  limits: Limits
  log: Log
  audit: Audit
  sessions: SessionService
  origin: () => string
  sso: SsoOptions | undefined
}

export const callbackPath = '/sso/callback'
const minutes = 10

export type SsoService = ReturnType<typeof createSsoService>

export function createSsoService(ports: SsoPorts) {
  const { store, codes, clock, ids, sso } = ports
  const note = noteIn(ports.audit)
  const startsOfAddress = ports.limits.rate('sso-address', { uses: 60, perSeconds: 300 })

  function requireSso(): SsoOptions {
    if (!sso) throw new PlatformError('request.notFound')
    return sso
  }

  async function findOrMake({ issuer, subject, verifiedEmail, name }: OidcPerson): Promise<UserRow> {
    const known = await codes.ssoAccount(issuer, subject)
    const user = known && (await store.userById(known.user_id))
    if (user) return user
    if (verifiedEmail === undefined) throw new PlatformError('identity.ssoUnknown')
    return store.inTransaction(async (inside) => {
      const found = await inside.userByEmail(verifiedEmail)
      const row = found ?? (await makeMember(inside, verifiedEmail, name))
      const links = createSignInStore(inside.connection)
      await links.addSsoAccount({ issuer, subject, user_id: row.id, linked_at: clock.now() })
      const person = { kind: 'person', id: row.id, name: row.name, workspaceId: '' } as const
      await note(inside.connection, person, { action: 'sso.link', subject: row.id, details: { issuer } })
      return row
    })
  }

  async function makeMember(inside: IdentityStore, email: string, name = ''): Promise<UserRow> {
    const workspaceId = requireSso().teamOfNewcomers
    if (workspaceId === undefined || !(await inside.workspace(workspaceId))) {
      throw new PlatformError('identity.ssoUnknown')
    }
    const row: UserRow = {
      id: newId(ids, 'user'),
      email,
      name: name.trim().slice(0, 60) || (email.split('@')[0] ?? email).slice(0, 60),
      password_hash: null,
      is_platform_owner: false,
      platform_role: null,
      created_at: clock.now(),
    }
    if (!(await inside.addUser(row))) throw new PlatformError('identity.emailTaken')
    const membership = { workspace_id: workspaceId, user_id: row.id, role: 'member', custom_role: null } as const
    await inside.teams.addMember({ ...membership, joined_at: clock.now() })
    return row
  }

  return {
    /** The button that a sign-in page shows; undefined when there is no provider. */
    describe: (): { name: string } | undefined => sso && { name: sso.name },

    /** `binding` is for a cookie: the answer counts only in the browser that asked. */
    async start(
      input: { returnTo: string; isFresh: boolean },
      client: Client,
    ): Promise<{ url: string; binding: string }> {
      const { client: provider } = requireSso()
      await startsOfAddress.use(client.address)
      const started = await provider.start(ports.origin() + callbackPath, { isFresh: input.isFresh }).catch(unreachable)
      const now = clock.now()
      await codes.removeExpiredCodes(now)
      await codes.addCode({
        kind: 'sso',
        code_hash: hashSecret(started.state),
        subject: '',
        data: { nonce: started.nonce, verifier: started.verifier, returnTo: input.returnTo },
        created_at: now,
        expires_at: new Date(now.getTime() + minutes * 60_000),
      })
      return { url: started.url, binding: started.state }
    },

    async finish(
      callback: { search: string; binding: string | undefined },
      client: Client,
    ): Promise<{ session: OpenedSession; returnTo: string }> {
      const { client: provider } = requireSso()
      await startsOfAddress.use(client.address)
      const state = new URLSearchParams(callback.search).get('state')
      if (state === null || state !== callback.binding) throw new PlatformError('identity.ssoFailed')
      const code = await codes.takeCode('sso', hashSecret(state), clock.now())
      const { nonce, verifier, returnTo } = code?.data ?? {}
      if (nonce === undefined || verifier === undefined) throw new PlatformError('identity.ssoFailed')
      const url = new URL(ports.origin() + callbackPath + callback.search)
      const person = await provider.finish(url, { state, nonce, verifier }).catch((error: unknown) => {
        ports.log.warn({ err: error }, 'an answer of the OpenID provider was refused')
        throw new PlatformError('identity.ssoFailed', { cause: error })
      })
      const user = await findOrMake(person)
      const session = await ports.sessions.open(user, { method: 'sso', deviceName: client.userAgent })
      return { session, returnTo: returnTo ?? '/console' }
    },
  }

  function unreachable(error: unknown): never {
    ports.log.warn({ err: error }, 'the OpenID provider does not answer')
    throw new PlatformError('server.unavailable', { detail: 'the OpenID provider does not answer', cause: error })
  }
}
