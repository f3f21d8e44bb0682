/** Signing in by password or by a code that came by mail, and setting a new password when the old one is forgotten. */
import { PlatformError } from '@banyan/contract/errors'
import type { SignInInput } from '@banyan/contract/identity'
import type { CompleteRecoveryInput, EmailCodeInput } from '@banyan/contract/sign-in'
import type { Audit } from '#domains/audit'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { Letter, Mail } from '#infra/mail/mail.ts'
import { noteIn } from './audit-note.ts'
import { changedMail, recoveryMail, signInCodeMail } from './mails.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { hashSecret, newToken } from './secrets.ts'
import type { SecondFactorService } from './second-factor.ts'
import type { OpenedSession, SessionService } from './sessions.ts'
import type { SignInStore } from './sign-in-store.ts'
import type { IdentityStore, UserRow } from './store.ts'

const emailCodeMinutes = 10
const recoveryMinutes = 30
const triesPerCode = 5

export interface SignInPorts {
  store: IdentityStore
  codes: SignInStore
  clock: Clock
  ids: Ids
  limits: Limits
  log: Log
  mail: Mail
  sessions: SessionService
  secondFactor: SecondFactorService
  origin: () => string
  audit: Audit
}

/** Where somebody signs in from. */
export interface Client {
  address: string
  userAgent: string | undefined
}

export type SignInService = ReturnType<typeof createSignInService>

export function createSignInService(ports: SignInPorts) {
  const { store, codes, clock, ids, mail, sessions, secondFactor } = ports
  const note = noteIn(ports.audit)
  const signInsOfAddress = ports.limits.rate('sign-in-address', { uses: 30, perSeconds: 300 })
  const signInsOfEmail = ports.limits.rate('sign-in-email', { uses: 10, perSeconds: 900 })
  const lettersOfEmail = ports.limits.rate('sign-in-letters', { uses: 5, perSeconds: 900 })
  const inMinutes = (minutes: number): Date => new Date(clock.now().getTime() + minutes * 60_000)

  async function passSecondFactor(user: UserRow, code: string | undefined): Promise<void> {
    if (!(await secondFactor.isOn(user.id))) return
    if (code === undefined) throw new PlatformError('identity.secondFactorRequired')
    if (!(await secondFactor.check(user.id, code))) throw new PlatformError('identity.codeInvalid')
  }

  /** Nobody waits for it: how long a letter takes would tell who has an account. */
  function sendLater(letter: Letter): void {
    mail.send(letter).catch((error: unknown) => ports.log.error({ error }, 'a letter could not be sent'))
  }

  return {
    async byPassword(input: SignInInput, client: Client): Promise<OpenedSession> {
      await signInsOfAddress.use(client.address)
      await signInsOfEmail.use(input.email)
      const user = await store.userByEmail(input.email)
      const isRight = await verifyPassword(user?.password_hash ?? undefined, input.password)
      if (!user || !isRight) throw new PlatformError('identity.signInFailed')
      await passSecondFactor(user, input.code)
      await signInsOfEmail.forgive(input.email)
      return sessions.open(user, { method: 'password', deviceName: client.userAgent })
    },

    async sendEmailCode(email: string, client: Client): Promise<void> {
      await signInsOfAddress.use(client.address)
      await lettersOfEmail.use(email)
      const user = await store.userByEmail(email)
      if (!user) return
      const code = String(ids.bytes(6).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')
      await codes.removeExpiredCodes(clock.now())
      await codes.removeCodes('emailCode', email)
      await codes.addCode({
        kind: 'emailCode',
        code_hash: hashSecret(`${email} ${code}`),
        subject: email,
        data: {},
        created_at: clock.now(),
        expires_at: inMinutes(emailCodeMinutes),
      })
      sendLater(signInCodeMail(email, code))
    },

    async byEmailCode({ email, emailCode, code }: EmailCodeInput, client: Client): Promise<OpenedSession> {
      await signInsOfAddress.use(client.address)
      const codeHash = hashSecret(`${email} ${emailCode}`)
      const user = await store.userByEmail(email)
      const mayTry = await codes.countTry('emailCode', email, triesPerCode)
      if (!user || !mayTry || !(await codes.code('emailCode', codeHash, clock.now()))) {
        throw new PlatformError('identity.codeInvalid')
      }
      await passSecondFactor(user, code)
      if (!(await codes.takeCode('emailCode', codeHash, clock.now()))) throw new PlatformError('identity.codeInvalid')
      return sessions.open(user, { method: 'emailCode', deviceName: client.userAgent })
    },

    async startRecovery(email: string, client: Client): Promise<void> {
      await signInsOfAddress.use(client.address)
      await lettersOfEmail.use(email)
      const user = await store.userByEmail(email)
      if (!user) return
      const token = newToken(ids)
      await codes.removeCodes('recovery', user.id)
      await codes.addCode({
        kind: 'recovery',
        code_hash: hashSecret(token),
        subject: user.id,
        data: {},
        created_at: clock.now(),
        expires_at: inMinutes(recoveryMinutes),
      })
      sendLater(recoveryMail(email, `${ports.origin()}/recover?token=${token}`))
    },

    isRecoveryValid: async (token: string): Promise<boolean> =>
      (await codes.code('recovery', hashSecret(token), clock.now())) !== undefined,

    /** The second factor stays: whoever reads the mail alone does not get in. */
    async completeRecovery({ token, password }: CompleteRecoveryInput, client: Client): Promise<void> {
      await signInsOfAddress.use(client.address)
      const passwordHash = await hashPassword(password)
      const code = await codes.takeCode('recovery', hashSecret(token), clock.now())
      const user = code && (await store.userById(code.subject))
      if (!user) throw new PlatformError('identity.linkInvalid')
      await store.inTransaction(async (inside) => {
        await inside.setPassword(user.id, passwordHash)
        await inside.removeSessionsOf(user.id, null)
        const person = { kind: 'person', id: user.id, name: user.name, workspaceId: '' } as const
        await note(inside.connection, person, { action: 'account.recover', subject: user.id })
      })
      sendLater(changedMail(user.email, 'password'))
    },
  }
}
