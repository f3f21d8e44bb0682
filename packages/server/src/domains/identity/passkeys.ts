/** Passkeys of people who have an account on the platform. */
import { PlatformError } from '@banyan/contract/errors'
import type { AddPasskeyInput, Passkey, PasskeyOptions, PasskeySignInInput } from '@banyan/contract/sign-in'
import type { Audit } from '#domains/audit'
import type { Clock } from '#infra/clock/clock.ts'
import type { Mail } from '#infra/mail/mail.ts'
import { createWebauthn } from '#infra/webauthn/webauthn.ts'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { changedMail } from './mails.ts'
import { requireConfirmed } from './policy.ts'
import { hashSecret } from './secrets.ts'
import type { OpenedSession, SessionService } from './sessions.ts'
import type { PasskeyRow, SignInStore } from './sign-in-store.ts'
import type { Client } from './sign-in.ts'
import type { IdentityStore } from './store.ts'

const challengeMinutes = 5
const passkeysPerPerson = 20

export interface PasskeyPorts {
  store: IdentityStore
  keys: SignInStore
  clock: Clock
  mail: Mail
  sessions: SessionService
  origin: () => string
  audit: Audit
}

export type PasskeyService = ReturnType<typeof createPasskeyService>

export function createPasskeyService({ store, keys, clock, mail, sessions, origin, audit }: PasskeyPorts) {
  const note = noteIn(audit)
  const webauthn = createWebauthn(origin)

  async function remember(challenge: string, subject: string): Promise<void> {
    const now = clock.now()
    await keys.removeExpiredCodes(now)
    await keys.addCode({
      kind: 'passkeyChallenge',
      code_hash: hashSecret(challenge),
      subject,
      data: {},
      created_at: now,
      expires_at: new Date(now.getTime() + challengeMinutes * 60_000),
    })
  }

  /** Ours, for this use, and not used before. */
  const takeChallenge =
    (subject: string) =>
    async (challenge: string): Promise<boolean> =>
      (await keys.takeCode('passkeyChallenge', hashSecret(challenge), clock.now()))?.subject === subject

  return {
    async list(caller: Caller): Promise<Passkey[]> {
      return (await keys.passkeysOf(caller.id)).map(present)
    },

    async startAdding(caller: Caller): Promise<PasskeyOptions> {
      requireConfirmed(caller)
      const known = await keys.passkeysOf(caller.id)
      if (known.length >= passkeysPerPerson) throw new PlatformError('identity.tooManyPasskeys')
      const owner = { id: caller.id, name: caller.email ?? caller.name, displayName: caller.name }
      const asked = await webauthn.registrationOptions(
        owner,
        known.map(({ id }) => id),
      )
      await remember(asked.options.challenge, caller.id)
      return asked
    },

    async add(caller: Caller, { name, response }: AddPasskeyInput): Promise<Passkey> {
      requireConfirmed(caller)
      const key = await webauthn.verifyRegistration(response, takeChallenge(caller.id))
      const row: PasskeyRow = {
        user_id: caller.id,
        id: key.id,
        public_key: key.publicKey,
        counter: key.counter,
        transports: response.response.transports ?? [],
        name,
        created_at: clock.now(),
        last_used_at: null,
      }
      await keys.inTransaction(async (inside) => {
        if (!(await inside.addPasskey(row))) throw new PlatformError('identity.passkeyInvalid')
        await note(inside.connection, caller, { action: 'account.addPasskey', subject: caller.id, details: { name } })
      })
      if (caller.email !== null) await mail.send(changedMail(caller.email, 'passkey'))
      return present(row)
    },

    async remove(caller: Caller, id: string): Promise<void> {
      requireConfirmed(caller)
      await keys.inTransaction(async (inside) => {
        if (!(await inside.removePasskey(caller.id, id))) throw new PlatformError('identity.passkeyNotFound')
        await note(inside.connection, caller, { action: 'account.removePasskey', subject: caller.id })
      })
      if (caller.email !== null) await mail.send(changedMail(caller.email, 'passkey'))
    },

    async startSignIn(): Promise<PasskeyOptions> {
      const asked = await webauthn.signInOptions()
      await remember(asked.options.challenge, 'signIn')
      return asked
    },

    /** What the person has and what he is or knows: no second factor is asked on top. */
    async signIn(input: PasskeySignInInput, client: Client): Promise<OpenedSession> {
      const row = await keys.passkey(input.response.id)
      const user = row && (await store.userById(row.user_id))
      if (!row || !user) throw new PlatformError('identity.passkeyInvalid')
      const key = { id: row.id, publicKey: row.public_key, counter: Number(row.counter) }
      const counter = await webauthn.verifySignIn(input, key, takeChallenge('signIn'))
      await keys.usePasskey(row.id, counter, clock.now())
      return sessions.open(user, { method: 'passkey', deviceName: client.userAgent })
    },
  }
}

function present(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
