/** The second factor of a person: an authenticator app, and a sheet of recovery codes for when it is lost. */
import { PlatformError } from '@banyan/contract/errors'
import type { RecoveryCodes, SecondFactorSetup, SecondFactorState } from '@banyan/contract/sign-in'
import type { Audit } from '#domains/audit'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Mail } from '#infra/mail/mail.ts'
import { isSealed, type Sealing } from '#infra/sealing/sealing.ts'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { changedMail } from './mails.ts'
import { requireConfirmed } from './policy.ts'
import { hashSecret } from './secrets.ts'
import type { SignInStore } from './sign-in-store.ts'
import { base32, totpStep, totpUri } from './totp.ts'

const recoveryCodeCount = 10
const recoveryCodeLength = 16

export interface SecondFactorPorts {
  store: SignInStore
  clock: Clock
  ids: Ids
  mail: Mail
  sealing: Sealing
  audit: Audit
}

export type SecondFactorService = ReturnType<typeof createSecondFactorService>

export function createSecondFactorService({ store, clock, ids, mail, sealing, audit }: SecondFactorPorts) {
  const note = noteIn(audit)

  async function newRecoveryCodes(inside: SignInStore, userId: string): Promise<RecoveryCodes> {
    const codes = Array.from({ length: recoveryCodeCount }, () => randomText(ids, recoveryCodeLength))
    await inside.replaceRecoveryCodes(userId, codes.map(hashSecret))
    return { recoveryCodes: codes }
  }

  async function takeTotp(inside: SignInStore, userId: string, code: string): Promise<boolean> {
    const factor = await inside.secondFactor(userId)
    const step = factor && totpStep(await readSecret(userId, factor.secret), code, clock.now())
    return step !== undefined && (await inside.spendStep(userId, step)) !== undefined
  }

  /** Those of before secrets were sealed lie open until the night. */
  const readSecret = async (userId: string, stored: string): Promise<Buffer> =>
    isSealed(stored) ? sealing.open(stored, userId) : Buffer.from(stored, 'base64')

  async function tell(caller: Caller): Promise<void> {
    if (caller.email !== null) await mail.send(changedMail(caller.email, 'secondFactor'))
  }

  return {
    isOn: async (userId: string): Promise<boolean> => (await store.secondFactor(userId))?.confirmed_at != null,

    /** A code of the authenticator, or one of the sheet; each is good once. */
    async check(userId: string, code: string): Promise<boolean> {
      const plain = code.replace(/[\s-]/g, '').toLowerCase()
      const factor = await store.secondFactor(userId)
      if (factor?.confirmed_at == null) return false
      if (/^\d{6}$/.test(plain)) return takeTotp(store, userId, plain)
      return (await store.takeRecoveryCode(userId, hashSecret(plain))) !== undefined
    },

    async describe(caller: Caller): Promise<SecondFactorState> {
      const factor = await store.secondFactor(caller.id)
      return { isOn: factor?.confirmed_at != null, recoveryCodesLeft: await store.recoveryCodesLeft(caller.id) }
    },

    async start(caller: Caller): Promise<SecondFactorSetup> {
      requireConfirmed(caller)
      const secret = ids.bytes(20)
      const isNew = await store.putSecondFactor(caller.id, await sealing.seal(secret, caller.id))
      if (!isNew) throw new PlatformError('identity.secondFactorOn')
      return {
        secret: base32(secret),
        uri: totpUri(secret, { issuer: 'Banyan', account: caller.email ?? caller.name }),
      }
    },

    /** The first code turns it on; the sheet is shown this once. */
    async confirm(caller: Caller, code: string): Promise<RecoveryCodes> {
      requireConfirmed(caller)
      const codes = await store.inTransaction(async (inside) => {
        const factor = await inside.secondFactor(caller.id)
        if (factor?.confirmed_at != null) throw new PlatformError('identity.secondFactorOn')
        if (!(await takeTotp(inside, caller.id, code))) throw new PlatformError('identity.codeInvalid')
        await inside.confirmSecondFactor(caller.id, clock.now())
        await note(inside.connection, caller, { action: 'account.turnOnSecondFactor', subject: caller.id })
        return newRecoveryCodes(inside, caller.id)
      })
      await tell(caller)
      return codes
    },

    async renewRecoveryCodes(caller: Caller): Promise<RecoveryCodes> {
      requireConfirmed(caller)
      if ((await store.secondFactor(caller.id))?.confirmed_at == null)
        throw new PlatformError('identity.secondFactorOff')
      return store.inTransaction(async (inside) => {
        await note(inside.connection, caller, { action: 'account.renewRecoveryCodes', subject: caller.id })
        return newRecoveryCodes(inside, caller.id)
      })
    },

    /** A job: what an older version of the platform has stored in the open. */
    async sealAll(): Promise<void> {
      for (const { user_id: userId, secret } of await store.openSecrets()) {
        await store.replaceSecret(userId, secret, await sealing.seal(Buffer.from(secret, 'base64'), userId))
      }
    },

    async remove(caller: Caller): Promise<void> {
      requireConfirmed(caller)
      await store.inTransaction(async (inside) => {
        await inside.removeSecondFactor(caller.id)
        await note(inside.connection, caller, { action: 'account.turnOffSecondFactor', subject: caller.id })
      })
      await tell(caller)
    },
  }
}
