/** All SQL over what makes a visitor more than a guest. */
import type { PlatformUserQuery } from '@banyan/contract/platform-users'
import { sql, type Generated, type Insertable } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import { readPlace } from '#infra/db/keyset.ts'
import type { LoginTables } from './store.ts'

/** A type, not an interface: kysely asks for an index signature. */
type AccountTables = LoginTables & {
  user_accounts: { visitor_id: string; email: string | null; created_at: Date }
  user_email_codes: { email: string; code_hash: string; tries: number; expires_at: Date }
  user_consents: {
    visitor_id: string
    number: Generated<number>
    app_id: string
    kind: string
    is_granted: boolean
    decided_at: Date
  }
}

export interface AccountStore extends ReturnType<typeof createAccountStore> {}

export function createAccountStore(connection: Db) {
  const db = connection.withTables<AccountTables>()
  return {
    /** For what is written beside, in the same transaction. */
    connection,
    inTransaction: <T>(work: (store: AccountStore) => Promise<T>): Promise<T> =>
      connection.transaction().execute((transaction) => work(createAccountStore(transaction))),

    account: (visitorId: string) =>
      db.selectFrom('user_accounts').selectAll().where('visitor_id', '=', visitorId).executeTakeFirst(),
    accountByEmail: (email: string) =>
      db.selectFrom('user_accounts').selectAll().where('email', '=', email).executeTakeFirst(),
    /** Of two browsers that sign up with one address at once, one names the account. */
    addAccount: (row: AccountTables['user_accounts']) =>
      db
        .insertInto('user_accounts')
        .values(row)
        .onConflict((conflict) => conflict.column('email').doNothing())
        .execute(),
    giveEmail: (visitorId: string, email: string) =>
      db
        .updateTable('user_accounts')
        .set({ email })
        .where('visitor_id', '=', visitorId)
        .where('email', 'is', null)
        .execute(),
    /** When the browser came by its cookie: with an account, when its person proved who he is. */
    tokenMadeAt: async (tokenHash: string) =>
      (
        await db
          .selectFrom('visitor_tokens')
          .select('created_at')
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst()
      )?.created_at,
    addVisitor: (row: LoginTables['visitors']) => db.insertInto('visitors').values(row).execute(),
    addToken: (row: LoginTables['visitor_tokens']) => db.insertInto('visitor_tokens').values(row).execute(),
    removeToken: (tokenHash: string) => db.deleteFrom('visitor_tokens').where('token_hash', '=', tokenHash).execute(),
    /** A token that everybody may have seen stops leading to the visitor. */
    replaceFirstToken: (visitorId: string, tokenHash: string) =>
      db.updateTable('visitors').set({ token_hash: tokenHash }).where('id', '=', visitorId).execute(),

    putCode: ({ email, ...row }: AccountTables['user_email_codes']) =>
      db
        .insertInto('user_email_codes')
        .values({ email, ...row })
        .onConflict((conflict) => conflict.column('email').doUpdateSet(row))
        .execute(),
    countTry: (email: string, mostTries: number) =>
      db
        .updateTable('user_email_codes')
        .set({ tries: sql`tries + 1` })
        .where('email', '=', email)
        .where('tries', '<', mostTries)
        .returning('email')
        .executeTakeFirst(),
    takeCode: (email: string, codeHash: string, now: Date) =>
      db
        .deleteFrom('user_email_codes')
        .where('email', '=', email)
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .returning('email')
        .executeTakeFirst(),

    /** What the guest has and the account has not goes over; where both have something, the account's stays. */
    merge: async (guestId: string, accountId: string) => {
      await db
        .updateTable('app_users')
        .set({ visitor_id: accountId })
        .where('visitor_id', '=', guestId)
        .where('app_id', 'not in', db.selectFrom('app_users').select('app_id').where('visitor_id', '=', accountId))
        .execute()
      await db
        .updateTable('union_ids')
        .set({ visitor_id: accountId })
        .where('visitor_id', '=', guestId)
        .where(
          'workspace_id',
          'not in',
          db.selectFrom('union_ids').select('workspace_id').where('visitor_id', '=', accountId),
        )
        .execute()
      await db.updateTable('user_consents').set({ visitor_id: accountId }).where('visitor_id', '=', guestId).execute()
    },

    addConsent: (row: Insertable<AccountTables['user_consents']>) =>
      db.insertInto('user_consents').values(row).execute(),
    consents: (visitorId: string) =>
      db
        .selectFrom('user_consents')
        .select(['app_id', 'kind', 'is_granted', 'decided_at'])
        .where('visitor_id', '=', visitorId)
        .orderBy('number', 'desc')
        .limit(1000)
        .execute(),

    visitor: (id: string) => db.selectFrom('visitors').selectAll().where('id', '=', id).executeTakeFirst(),
    users: (visitorId: string) =>
      db
        .selectFrom('app_users')
        .select(['app_id', 'open_id', 'created_at', 'active_at'])
        .where('visitor_id', '=', visitorId)
        .orderBy('created_at')
        .execute(),
    /** One more than asked for. */
    async visitorsEverywhere({ search = '', kind, appId, cursor, limit }: PlatformUserQuery) {
      const place = readPlace(cursor)
      let select = db
        .selectFrom('visitors')
        .leftJoin('user_accounts', 'user_accounts.visitor_id', 'visitors.id')
        .select(['visitors.id', 'visitors.created_at', 'user_accounts.email', 'user_accounts.visitor_id as account_id'])
      const users = db.selectFrom('app_users').select('app_users.visitor_id')
      if (search !== '') {
        select = select.where((where) =>
          where.or([
            where('visitors.id', '=', search),
            where('user_accounts.email', '=', search.toLowerCase()),
            where('visitors.id', 'in', users.where('open_id', '=', search)),
          ]),
        )
      }
      if (kind !== undefined)
        select = select.where('user_accounts.visitor_id', kind === 'guest' ? 'is' : 'is not', null)
      if (appId !== undefined) select = select.where('visitors.id', 'in', users.where('app_id', '=', appId))
      if (place) {
        select = select.where(sql`(visitors.created_at, visitors.id)`, '<', sql`(${place.at}, ${place.id})`)
      }
      return select
        .orderBy('visitors.created_at', 'desc')
        .orderBy('visitors.id', 'desc')
        .limit(limit + 1)
        .execute()
    },
    /** Of all of them, the latest first. */
    usesOf: (visitorIds: readonly string[]) =>
      visitorIds.length === 0
        ? Promise.resolve([])
        : db
            .selectFrom('app_users')
            .select(['visitor_id', 'app_id', 'open_id', 'active_at'])
            .where('visitor_id', 'in', visitorIds)
            .orderBy(sql`active_at desc nulls last`)
            .execute(),
    erase: async (visitorId: string) => {
      const openIds = db.selectFrom('app_users').select('open_id').where('visitor_id', '=', visitorId)
      await db.deleteFrom('login_codes').where('open_id', 'in', openIds).execute()
      await db.deleteFrom('phone_codes').where('open_id', 'in', openIds).execute()
      await db.deleteFrom('app_users').where('visitor_id', '=', visitorId).execute()
      await db.deleteFrom('union_ids').where('visitor_id', '=', visitorId).execute()
      await db.deleteFrom('visitors').where('id', '=', visitorId).execute()
    },
  }
}
