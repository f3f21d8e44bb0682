/**
 * Guests of mini-programs who make themselves an account, so that other browsers know them too; and what they are owed of their data.
 * An account is a visitor with an address that was proved. A guest who signs in becomes that visitor, with all that he had.
 */
import { PlatformError } from '@banyan/contract/errors'
import type { Consent, ConsentInput, EndUser, UserSignInInput } from '@banyan/contract/end-users'
import { hashSecret } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { Mail } from '#infra/mail/mail.ts'
import type { AccountStore } from './account-store.ts'
import { enterAccount } from './entrance.ts'
import type { OpenWays } from './open-ways.ts'
import { createWayStore } from './ways-store.ts'

const codeMinutes = 10
const triesPerCode = 5

/** The person, as the domains know him that hold something of his. */
export interface DataSubject {
  visitorId: string
  users: readonly { appId: string; openId: string }[]
}

/** How a domain gives out, and forgets, what it holds about a person. */
export interface PersonalData {
  /** A key of the export: `messages`. */
  name: string
  export(subject: DataSubject): Promise<unknown>
  /** In the transaction that forgets everything else. */
  erase(connection: Db, subject: DataSubject): Promise<void>
}

export interface UserAccountPorts {
  store: AccountStore
  clock: Clock
  ids: Ids
  limits: Limits
  log: Log
  mail: Mail
  openWays: OpenWays
}

export type UserAccounts = ReturnType<typeof createUserAccounts>

export function createUserAccounts({ store, clock, ids, limits, log, mail, openWays }: UserAccountPorts) {
  const letters = limits.rate('user-sign-in-letters', { uses: 5, perSeconds: 900 })
  const requests = limits.rate('user-sign-in-address', { uses: 30, perSeconds: 300 })
  const contributors: PersonalData[] = []

  async function subjectOf(inside: AccountStore, visitorId: string): Promise<DataSubject> {
    const users = (await inside.users(visitorId)).map((row) => ({ appId: row.app_id, openId: row.open_id }))
    return { visitorId, users }
  }

  async function waysOf(visitorId: string): Promise<Record<string, unknown>> {
    const ways = createWayStore(store.connection)
    const [passkeys, providers] = await Promise.all([ways.passkeys(visitorId), ways.ssoAccounts(visitorId)])
    return {
      passkeys: passkeys.map(({ name, created_at }) => ({ name, createdAt: created_at.toISOString() })),
      providers: providers.map(({ issuer, linked_at }) => ({ issuer, linkedAt: linked_at.toISOString() })),
    }
  }

  return {
    /** For each domain that holds something about end users. */
    registerPersonalData: (data: PersonalData): void => void contributors.push(data),

    async describe(visitorId: string | undefined): Promise<EndUser> {
      const account = visitorId === undefined ? undefined : await store.account(visitorId)
      return account ? { kind: 'account', email: account.email } : { kind: 'guest', email: null }
    },

    /** The answer is the same whether there is an account already. */
    async sendCode(email: string, clientAddress: string): Promise<void> {
      openWays.require('email')
      await requests.use(clientAddress)
      await letters.use(email)
      const code = String(ids.bytes(6).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
      const expiresAt = new Date(clock.now().getTime() + codeMinutes * 60_000)
      await store.putCode({ email, code_hash: hashSecret(`${email} ${code}`), tries: 0, expires_at: expiresAt })
      const letter = {
        to: email,
        subject: `${code} 是你的验证码 · ${code} is your code`,
        text: `验证码 ${code}，10 分钟内有效。\n\nYour code is ${code}, good for ten minutes.`,
      }
      mail.send(letter).catch((error: unknown) => log.error({ error }, 'a letter could not be sent'))
    },

    /** Answers with a new token for the browser; the one it had as a guest leads nowhere any more. */
    async signIn({ email, code }: UserSignInInput, browser: string | undefined): Promise<string> {
      openWays.require('email')
      const mayTry = await store.countTry(email, triesPerCode)
      if (!mayTry || !(await store.takeCode(email, hashSecret(`${email} ${code}`), clock.now()))) {
        throw new PlatformError('identity.codeInvalid')
      }
      return store.inTransaction(async (inside) => {
        const known = (await inside.accountByEmail(email))?.visitor_id
        return (await enterAccount(inside, { browser, known, email }, { clock, ids })).token
      })
    },

    async signOut(token: string): Promise<void> {
      await store.removeToken(hashSecret(token))
    },

    async consent(visitorId: string, { appId, kind, isGranted }: ConsentInput): Promise<void> {
      const row = { visitor_id: visitorId, app_id: appId, kind, is_granted: isGranted }
      await store.addConsent({ ...row, decided_at: clock.now() })
    },

    async consents(visitorId: string): Promise<Consent[]> {
      return (await store.consents(visitorId)).map((row) => ({
        appId: row.app_id,
        kind: row.kind,
        isGranted: row.is_granted,
        decidedAt: row.decided_at.toISOString(),
      }))
    },

    /** All that is known about the person, each domain's under its name. */
    async exportData(visitorId: string): Promise<Record<string, unknown>> {
      const subject = await subjectOf(store, visitorId)
      const parts = await Promise.all(
        contributors.map(async (each): Promise<[string, unknown]> => [each.name, await each.export(subject)]),
      )
      const users = (await store.users(visitorId)).map((row) => ({
        appId: row.app_id,
        openId: row.open_id,
        firstSeenAt: row.created_at.toISOString(),
        lastSeenAt: row.active_at?.toISOString() ?? null,
      }))
      return {
        account: await this.describe(visitorId),
        signIn: await waysOf(visitorId),
        users,
        consents: await this.consents(visitorId),
        ...Object.fromEntries(parts),
      }
    },

    /** All or nothing. */
    async eraseData(visitorId: string): Promise<void> {
      await store.inTransaction(async (inside) => {
        const subject = await subjectOf(inside, visitorId)
        for (const each of contributors) await each.erase(inside.connection, subject)
        await inside.erase(visitorId)
      })
    },
  }
}
