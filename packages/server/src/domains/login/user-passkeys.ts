/** Passkeys of end users: a guest who makes one has an account by it, and each browser that has the passkey knows him. */
import { PlatformError } from '@banyan/contract/errors'
import type { AddPasskeyInput, Passkey, PasskeyOptions, PasskeySignInInput } from '@banyan/contract/sign-in'
import { hashSecret } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { createWebauthn } from '#infra/webauthn/webauthn.ts'
import type { AccountStore } from './account-store.ts'
import { enterAccount } from './entrance.ts'
import type { OpenWays } from './open-ways.ts'
import { createWayStore, type ChallengeKind, type UserPasskeyRow } from './ways-store.ts'

const challengeMinutes = 5
const passkeysPerPerson = 20
/** Who has an account must have signed in so lately to change how one gets in. */
const freshMinutes = 30

export interface UserPasskeyPorts {
  store: AccountStore
  clock: Clock
  ids: Ids
  limits: Limits
  origin: () => string
  openWays: OpenWays
}

/** Who sits at the browser, and by which cookie. */
export interface AtBrowser {
  visitorId: string
  token: string | undefined
}

export type UserPasskeys = ReturnType<typeof createUserPasskeys>

export function createUserPasskeys({ store, clock, ids, limits, origin, openWays }: UserPasskeyPorts) {
  const webauthn = createWebauthn(origin)
  const ways = createWayStore(store.connection)
  const starts = limits.rate('user-passkey-address', { uses: 60, perSeconds: 300 })

  async function remember(kind: ChallengeKind, challenge: string, subject: string): Promise<void> {
    const now = clock.now()
    const expires_at = new Date(now.getTime() + challengeMinutes * 60_000)
    await ways.addChallenge({ kind, code_hash: hashSecret(challenge), subject, data: {}, expires_at }, now)
  }

  const takeChallenge = (kind: ChallengeKind, subject: string) => async (challenge: string) =>
    (await ways.takeChallenge(kind, hashSecret(challenge), clock.now()))?.subject === subject

  async function requireFresh({ visitorId, token }: AtBrowser): Promise<void> {
    if (!(await store.account(visitorId))) return
    const made = token === undefined ? undefined : await store.tokenMadeAt(hashSecret(token))
    if (!made || clock.now().getTime() - made.getTime() >= freshMinutes * 60_000) {
      throw new PlatformError('identity.stepUpRequired')
    }
  }

  return {
    list: async (visitorId: string): Promise<Passkey[]> => (await ways.passkeys(visitorId)).map(present),

    async startAdding(who: AtBrowser, clientAddress: string): Promise<PasskeyOptions> {
      openWays.require('passkey')
      await starts.use(clientAddress)
      await requireFresh(who)
      const [known, account] = await Promise.all([ways.passkeys(who.visitorId), store.account(who.visitorId)])
      if (known.length >= passkeysPerPerson) throw new PlatformError('identity.tooManyPasskeys')
      const name = account?.email ?? `Banyan ${who.visitorId.slice(-4)}`
      const asked = await webauthn.registrationOptions(
        { id: who.visitorId, name, displayName: name },
        known.map(({ id }) => id),
      )
      await remember('addPasskey', asked.options.challenge, who.visitorId)
      return asked
    },

    /** A token for the browser of who was a guest until now. */
    async add(who: AtBrowser, { name, response }: AddPasskeyInput): Promise<string | undefined> {
      openWays.require('passkey')
      await requireFresh(who)
      const key = await webauthn.verifyRegistration(response, takeChallenge('addPasskey', who.visitorId))
      return store.inTransaction(async (inside) => {
        const isGuest = (await inside.account(who.visitorId)) === undefined
        const proof = { browser: who.visitorId, known: undefined, email: null }
        const entered = isGuest ? await enterAccount(inside, proof, { clock, ids }) : undefined
        const row: UserPasskeyRow = {
          visitor_id: who.visitorId,
          id: key.id,
          public_key: key.publicKey,
          counter: key.counter,
          name,
          created_at: clock.now(),
          last_used_at: null,
        }
        if (!(await createWayStore(inside.connection).addPasskey(row))) {
          throw new PlatformError('identity.passkeyInvalid')
        }
        return entered?.token
      })
    },

    async remove(who: AtBrowser, id: string): Promise<void> {
      await requireFresh(who)
      if (!(await ways.removePasskey(who.visitorId, id))) throw new PlatformError('identity.passkeyNotFound')
    },

    async startSignIn(clientAddress: string): Promise<PasskeyOptions> {
      openWays.require('passkey')
      await starts.use(clientAddress)
      const asked = await webauthn.signInOptions()
      await remember('passkey', asked.options.challenge, '')
      return asked
    },

    async signIn(
      input: PasskeySignInInput,
      browser: string | undefined,
    ): Promise<{ visitorId: string; token: string }> {
      openWays.require('passkey')
      const row = await ways.passkey(input.response.id)
      if (!row) throw new PlatformError('identity.passkeyInvalid')
      const key = { id: row.id, publicKey: row.public_key, counter: Number(row.counter) }
      const counter = await webauthn.verifySignIn(input, key, takeChallenge('passkey', ''))
      return store.inTransaction(async (inside) => {
        await createWayStore(inside.connection).usePasskey(row.id, counter, clock.now())
        return enterAccount(inside, { browser, known: row.visitor_id, email: null }, { clock, ids })
      })
    },
  }
}

function present(row: UserPasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
