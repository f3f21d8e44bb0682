/** Sessions of people: opening, listing, naming, ending them, and proving again that it is he. */
import { PlatformError } from '@banyan/contract/errors'
import type { ConfirmInput, Session } from '@banyan/contract/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import { sessionIdleMs, type Caller } from './caller.ts'
import { changedMail } from './mails.ts'
import type { Mail } from '#infra/mail/mail.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { requireConfirmed } from './policy.ts'
import { hashSecret, newToken } from './secrets.ts'
import type { IdentityStore, SessionRow, UserRow } from './store.ts'

/** However lively, a session ends after so long; and sooner, after `sessionIdleMs`, when nobody uses it. */
const sessionDays = 30
const dayMs = 86_400_000

export type SignInMethod = 'password' | 'emailCode' | 'passkey' | 'sso' | 'link'

export interface OpenedSession {
  token: string
  user: UserRow
  maxAgeSeconds: number
}

export interface SessionPorts {
  store: IdentityStore
  clock: Clock
  ids: Ids
  limits: Limits
  mail: Mail
  audit: Audit
  /** Whether the code is right for the person; each is good once. */
  checkSecondFactor: (userId: string, code: string) => Promise<boolean>
}

export type SessionService = ReturnType<typeof createSessionService>

export function createSessionService({ store, clock, ids, limits, mail, audit, checkSecondFactor }: SessionPorts) {
  const note = noteIn(audit)

  const confirmations = limits.rate('confirm-session', { uses: 10, perSeconds: 900 })
  const after = (days: number): Date => new Date(clock.now().getTime() + days * dayMs)

  async function find(caller: Caller, id: string): Promise<SessionRow> {
    const row = (await store.sessionsOf(caller.id, clock.now())).find((each) => sessionId(each) === id)
    if (!row) throw new PlatformError('identity.sessionNotFound')
    return row
  }

  return {
    async open(user: UserRow, how: { method: SignInMethod; deviceName?: string | undefined }): Promise<OpenedSession> {
      const token = newToken(ids)
      const now = clock.now()
      await store.removeExpiredSessions(now, new Date(now.getTime() - sessionIdleMs))
      const row: SessionRow = {
        token_hash: hashSecret(token),
        user_id: user.id,
        created_at: now,
        expires_at: after(sessionDays),
        confirmed_at: now,
        last_seen_at: now,
        device_name: how.deviceName?.slice(0, 60) ?? null,
        method: how.method,
      }
      await store.inTransaction(async (inside) => {
        await inside.addSession(row)
        const person = { kind: 'person', id: user.id, name: user.name, workspaceId: '' } as const
        await note(inside.connection, person, {
          action: 'session.open',
          subject: sessionId(row),
          details: { method: how.method },
        })
      })
      return { token, user, maxAgeSeconds: sessionDays * 86_400 }
    },

    async list(caller: Caller): Promise<Session[]> {
      const rows = await store.sessionsOf(caller.id, clock.now())
      return rows.map((row) => ({
        id: sessionId(row),
        deviceName: row.device_name ?? '',
        method: row.method,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at?.toISOString() ?? null,
        isCurrent: row.token_hash === caller.sessionHash,
      }))
    },

    async name(caller: Caller, id: string, deviceName: string): Promise<void> {
      const row = await find(caller, id)
      await store.inTransaction(async (inside) => {
        await inside.nameSession(row.token_hash, deviceName)
        await note(inside.connection, caller, { action: 'session.name', subject: sessionId(row) })
      })
    },

    /** Signing out; a token that opens nothing any more is forgotten all the same. */
    async end(token: string): Promise<void> {
      const tokenHash = hashSecret(token)
      await store.inTransaction(async (inside) => {
        const user = await inside.userOfSession(tokenHash, clock.now())
        await inside.removeSession(tokenHash)
        if (user === undefined) return
        const person = { kind: 'person', id: user.id, name: user.name, workspaceId: '' } as const
        await note(inside.connection, person, { action: 'session.end', subject: sessionId({ token_hash: tokenHash }) })
      })
    },

    async revoke(caller: Caller, id: string): Promise<void> {
      const row = await find(caller, id)
      await store.inTransaction(async (inside) => {
        await inside.removeSession(row.token_hash)
        await note(inside.connection, caller, { action: 'session.end', subject: sessionId(row) })
      })
    },

    async revokeOthers(caller: Caller): Promise<void> {
      await store.inTransaction(async (inside) => {
        await inside.removeSessionsOf(caller.id, caller.sessionHash)
        await note(inside.connection, caller, { action: 'session.endOthers', subject: caller.id })
      })
    },

    async confirm(caller: Caller, input: ConfirmInput): Promise<void> {
      await confirmations.use(caller.id)
      const user = await store.userById(caller.id)
      const isRight =
        'password' in input
          ? await verifyPassword(user?.password_hash ?? undefined, input.password)
          : await checkSecondFactor(caller.id, input.code)
      if (!isRight || caller.sessionHash === null) throw new PlatformError('identity.confirmFailed')
      await confirmations.forgive(caller.id)
      await store.confirmSession(caller.sessionHash, clock.now())
    },

    async changePassword(caller: Caller, password: string): Promise<void> {
      requireConfirmed(caller)
      const passwordHash = await hashPassword(password)
      await store.inTransaction(async (inside) => {
        await inside.setPassword(caller.id, passwordHash)
        await inside.removeSessionsOf(caller.id, caller.sessionHash)
        await note(inside.connection, caller, { action: 'account.changePassword', subject: caller.id })
      })
      if (caller.email !== null) await mail.send(changedMail(caller.email, 'password'))
    },
  }
}

/** Names a session without giving away anything that opens it. */
function sessionId(row: Pick<SessionRow, 'token_hash'>): string {
  return `ses_${row.token_hash.slice(0, 20)}`
}
