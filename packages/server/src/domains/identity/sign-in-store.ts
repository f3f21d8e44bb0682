/** All SQL over the ways to sign in: second factors, passkeys, one-time codes, accounts elsewhere. */
import { sql, type JSONColumnType } from 'kysely'
import type { Db } from '#infra/db/database.ts'

/** What a code stands for, as long as it is good. */
export type CodeKind = 'emailCode' | 'recovery' | 'passkeyChallenge' | 'device' | 'sso'

/** A type, not an interface: kysely asks for an index signature. */
type SignInTables = {
  second_factors: { user_id: string; secret: string; confirmed_at: Date | null; last_step: number }
  recovery_codes: { user_id: string; code_hash: string }
  passkeys: {
    user_id: string
    id: string
    public_key: string
    counter: number
    transports: string[]
    name: string
    created_at: Date
    last_used_at: Date | null
  }
  one_time_codes: {
    kind: CodeKind
    code_hash: string
    subject: string
    data: JSONColumnType<Record<string, string>>
    tries: number
    created_at: Date
    expires_at: Date
  }
  sso_accounts: { issuer: string; subject: string; user_id: string; linked_at: Date }
}

export type PasskeyRow = SignInTables['passkeys']

export interface SignInStore extends ReturnType<typeof createSignInStore> {}

export function createSignInStore(connection: Db) {
  const db = connection.withTables<SignInTables>()
  return {
    /** For what is written beside, in the same transaction. */
    connection,
    inTransaction: <T>(work: (store: SignInStore) => Promise<T>): Promise<T> =>
      connection.transaction().execute((transaction) => work(createSignInStore(transaction))),

    secondFactor: (userId: string) =>
      db.selectFrom('second_factors').selectAll().where('user_id', '=', userId).executeTakeFirst(),
    /** One that was confirmed stands until it is removed. */
    putSecondFactor: (userId: string, secret: string) =>
      db
        .insertInto('second_factors')
        .values({ user_id: userId, secret, confirmed_at: null, last_step: 0 })
        .onConflict((conflict) =>
          conflict
            .column('user_id')
            .doUpdateSet({ secret, last_step: 0 })
            .where('second_factors.confirmed_at', 'is', null),
        )
        .returning('user_id')
        .executeTakeFirst(),
    openSecrets: () =>
      db.selectFrom('second_factors').select(['user_id', 'secret']).where('secret', 'not like', 'v1.%').execute(),
    /** Unless it was changed meanwhile. */
    replaceSecret: (userId: string, before: string, secret: string) =>
      db
        .updateTable('second_factors')
        .set({ secret })
        .where('user_id', '=', userId)
        .where('secret', '=', before)
        .execute(),
    confirmSecondFactor: (userId: string, now: Date) =>
      db.updateTable('second_factors').set({ confirmed_at: now }).where('user_id', '=', userId).execute(),
    /** Of two who bring the same code at once, one gets in. */
    spendStep: (userId: string, step: number) =>
      db
        .updateTable('second_factors')
        .set({ last_step: step })
        .where('user_id', '=', userId)
        .where('last_step', '<', step)
        .returning('user_id')
        .executeTakeFirst(),
    removeSecondFactor: async (userId: string) => {
      await db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
      await db.deleteFrom('second_factors').where('user_id', '=', userId).execute()
    },
    replaceRecoveryCodes: async (userId: string, hashes: readonly string[]) => {
      await db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
      await db
        .insertInto('recovery_codes')
        .values(hashes.map((code_hash) => ({ user_id: userId, code_hash })))
        .execute()
    },
    takeRecoveryCode: (userId: string, codeHash: string) =>
      db
        .deleteFrom('recovery_codes')
        .where('user_id', '=', userId)
        .where('code_hash', '=', codeHash)
        .returning('user_id')
        .executeTakeFirst(),
    recoveryCodesLeft: async (userId: string) =>
      (await db.selectFrom('recovery_codes').select('code_hash').where('user_id', '=', userId).execute()).length,

    passkeysOf: (userId: string) =>
      db.selectFrom('passkeys').selectAll().where('user_id', '=', userId).orderBy('created_at').execute(),
    passkey: (id: string) => db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst(),
    addPasskey: (row: PasskeyRow) =>
      db
        .insertInto('passkeys')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst(),
    usePasskey: (id: string, counter: number, now: Date) =>
      db.updateTable('passkeys').set({ counter, last_used_at: now }).where('id', '=', id).execute(),
    removePasskey: (userId: string, id: string) =>
      db.deleteFrom('passkeys').where('user_id', '=', userId).where('id', '=', id).returning('id').executeTakeFirst(),

    addCode: (row: {
      kind: CodeKind
      code_hash: string
      subject: string
      data: Record<string, string>
      created_at: Date
      expires_at: Date
    }) =>
      db
        .insertInto('one_time_codes')
        .values({ ...row, data: JSON.stringify(row.data), tries: 0 })
        .execute(),
    removeCodes: (kind: CodeKind, subject: string) =>
      db.deleteFrom('one_time_codes').where('kind', '=', kind).where('subject', '=', subject).execute(),
    removeExpiredCodes: (now: Date) => db.deleteFrom('one_time_codes').where('expires_at', '<', now).execute(),
    /** Deleting is what makes a code single-use. */
    takeCode: (kind: CodeKind, codeHash: string, now: Date) =>
      db
        .deleteFrom('one_time_codes')
        .where('kind', '=', kind)
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),
    code: (kind: CodeKind, codeHash: string, now: Date) =>
      db
        .selectFrom('one_time_codes')
        .selectAll()
        .where('kind', '=', kind)
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .executeTakeFirst(),
    codeOfSubject: (kind: CodeKind, subject: string, now: Date) =>
      db
        .selectFrom('one_time_codes')
        .selectAll()
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .where('expires_at', '>', now)
        .orderBy('created_at', 'desc')
        .executeTakeFirst(),
    setCodeData: (kind: CodeKind, codeHash: string, data: Record<string, string>) =>
      db
        .updateTable('one_time_codes')
        .set({ data: JSON.stringify(data) })
        .where('kind', '=', kind)
        .where('code_hash', '=', codeHash)
        .execute(),
    /** Counts a try; undefined when there were as many as are allowed. */
    countTry: (kind: CodeKind, subject: string, mostTries: number) =>
      db
        .updateTable('one_time_codes')
        .set({ tries: sql`tries + 1` })
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .where('tries', '<', mostTries)
        .returning('code_hash')
        .executeTakeFirst(),

    ssoAccount: (issuer: string, subject: string) =>
      db
        .selectFrom('sso_accounts')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst(),
    addSsoAccount: (row: SignInTables['sso_accounts']) =>
      db
        .insertInto('sso_accounts')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
  }
}
