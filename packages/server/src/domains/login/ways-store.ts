/** All SQL over the ways to sign in to mini-programs beside the code by mail. */
import type { Selectable, JSONColumnType } from 'kysely'
import type { Db } from '#infra/db/database.ts'

export type ChallengeKind = 'addPasskey' | 'passkey' | 'sso'

/** A type, not an interface: kysely asks for an index signature. */
type WayTables = {
  user_passkeys: {
    visitor_id: string
    id: string
    public_key: string
    counter: number
    name: string
    created_at: Date
    last_used_at: Date | null
  }
  user_sso_accounts: { issuer: string; subject: string; visitor_id: string; linked_at: Date }
  user_challenges: {
    kind: ChallengeKind
    code_hash: string
    subject: string
    data: JSONColumnType<Record<string, string>>
    expires_at: Date
  }
}
export type UserPasskeyRow = WayTables['user_passkeys']
export type Challenge = Selectable<WayTables['user_challenges']>

export function createWayStore(connection: Db) {
  const db = connection.withTables<WayTables>()
  return {
    passkeys: (visitorId: string) =>
      db
        .selectFrom('user_passkeys')
        .selectAll()
        .where('visitor_id', '=', visitorId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    passkey: (id: string) => db.selectFrom('user_passkeys').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Undefined when somebody has it already. */
    addPasskey: (row: UserPasskeyRow) =>
      db
        .insertInto('user_passkeys')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst(),
    usePasskey: (id: string, counter: number, now: Date) =>
      db.updateTable('user_passkeys').set({ counter, last_used_at: now }).where('id', '=', id).execute(),
    removePasskey: (visitorId: string, id: string) =>
      db
        .deleteFrom('user_passkeys')
        .where('visitor_id', '=', visitorId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),

    ssoAccount: (issuer: string, subject: string) =>
      db
        .selectFrom('user_sso_accounts')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst(),
    ssoAccounts: (visitorId: string) =>
      db
        .selectFrom('user_sso_accounts')
        .select(['issuer', 'linked_at'])
        .where('visitor_id', '=', visitorId)
        .orderBy('linked_at')
        .execute(),
    addSsoAccount: (row: WayTables['user_sso_accounts']) =>
      db
        .insertInto('user_sso_accounts')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),

    async addChallenge({ data, ...row }: Challenge, now: Date): Promise<void> {
      await db.deleteFrom('user_challenges').where('expires_at', '<=', now).execute()
      await db
        .insertInto('user_challenges')
        .values({ ...row, data: JSON.stringify(data) })
        .execute()
    },
    /** Of several that try at once, one gets it. */
    takeChallenge: (kind: ChallengeKind, codeHash: string, now: Date) =>
      db
        .deleteFrom('user_challenges')
        .where('kind', '=', kind)
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),
  }
}
