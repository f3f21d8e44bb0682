/** Passkeys: WebAuthn by a library that is loaded when somebody first uses one. */
import { PlatformError } from '@banyan/contract/errors'
import type { AddPasskeyInput, Passkey, PasskeyOptions, PasskeySignInInput } from '@banyan/contract/sign-in'
import type { Audit } from '#domains/audit'
import type { Clock } from '#infra/clock/clock.ts'
import type { Mail } from '#infra/mail/mail.ts'
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
  const load = () => import('@simplewebauthn/server')
  const rpId = (): string => new URL(origin()).hostname

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
      const { generateRegistrationOptions } = await load()
      const known = await keys.passkeysOf(caller.id)
      if (known.length >= passkeysPerPerson) throw new PlatformError('identity.tooManyPasskeys')
      const options = await generateRegistrationOptions({
        rpName: 'Banyan',
        rpID: rpId(),
        userName: caller.email ?? caller.name,
        userID: new Uint8Array(Buffer.from(caller.id)),
        userDisplayName: caller.name,
        attestationType: 'none',
        excludeCredentials: known.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await remember(options.challenge, caller.id)
      return { options: { ...options } }
    },

    async add(caller: Caller, { name, response }: AddPasskeyInput): Promise<Passkey> {
      requireConfirmed(caller)
      const { verifyRegistrationResponse } = await load()
      const { transports: _named, ...attestation } = response.response
      const checked = await verifyRegistrationResponse({
        response: { ...credentialOf(response), response: attestation },
        expectedChallenge: takeChallenge(caller.id),
        expectedOrigin: origin(),
        expectedRPID: rpId(),
        requireUserVerification: true,
      }).catch(refuse)
      if (!checked.verified) throw new PlatformError('identity.passkeyInvalid')
      const { credential } = checked.registrationInfo
      const row: PasskeyRow = {
        user_id: caller.id,
        id: credential.id,
        public_key: Buffer.from(credential.publicKey).toString('base64'),
        counter: credential.counter,
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
      const { generateAuthenticationOptions } = await load()
      const options = await generateAuthenticationOptions({ rpID: rpId(), userVerification: 'required' })
      await remember(options.challenge, 'signIn')
      return { options: { ...options } }
    },

    /** What the person has and what he is or knows: no second factor is asked on top. */
    async signIn({ response }: PasskeySignInInput, client: Client): Promise<OpenedSession> {
      const { verifyAuthenticationResponse } = await load()
      const row = await keys.passkey(response.id)
      const user = row && (await store.userById(row.user_id))
      if (!row || !user) throw new PlatformError('identity.passkeyInvalid')
      const { userHandle, ...assertion } = response.response
      const checked = await verifyAuthenticationResponse({
        response: {
          ...credentialOf(response),
          response: userHandle === undefined ? assertion : { ...assertion, userHandle },
        },
        expectedChallenge: takeChallenge('signIn'),
        expectedOrigin: origin(),
        expectedRPID: rpId(),
        credential: {
          id: row.id,
          publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64')),
          counter: Number(row.counter),
        },
        requireUserVerification: true,
      }).catch(refuse)
      if (!checked.verified) throw new PlatformError('identity.passkeyInvalid')
      await keys.usePasskey(row.id, checked.authenticationInfo.newCounter, clock.now())
      return sessions.open(user, { method: 'passkey', deviceName: client.userAgent })
    },
  }
}

function credentialOf({ id, rawId }: { id: string; rawId: string }) {
  return { id, rawId, type: 'public-key', clientExtensionResults: {} } as const
}

/** The library says by an error what was wrong with what the client sent. */
function refuse(cause: unknown): never {
  throw new PlatformError('identity.passkeyInvalid', {
    cause,
    ...(cause instanceof Error && { detail: cause.message.slice(0, 200) }),
  })
}

function present(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
