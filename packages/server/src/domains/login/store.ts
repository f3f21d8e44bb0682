import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type LoginTables = {
  visitors: { id: string; token_hash: string; created_at: Date }
  visitor_tokens: { token_hash: string; visitor_id: string; created_at: Date }
  app_users: {
    app_id: string
    open_id: string
    visitor_id: string
    session_key: string | null
    session_expires_at: Date | null
    created_at: Date
    active_at: Date | null
  }
  union_ids: { workspace_id: string; visitor_id: string; union_id: string }
  login_codes: { app_id: string; code_hash: string; open_id: string; expires_at: Date; used_at: Date | null }
  access_tokens: {
    app_id: string
    token_hash: string
    expires_at: Date
    kind: 'plain' | 'stable'
    nonce: string | null
    secret_hash: string | null
  }
  phone_codes: { app_id: string; code_hash: string; open_id: string; phone_number: string; expires_at: Date }
  app_secrets: {
    app_id: string
    secret_hash: string
    created_at: Date
    previous_hash: string | null
    previous_expires_at: Date | null
  }
}

export type LoginStore = ReturnType<typeof createLoginStore>

export function createLoginStore(connection: Db) {
  const db = connection.withTables<LoginTables>()
  return {
    inTransaction: <T>(work: (transaction: Db) => Promise<T>) => connection.transaction().execute(work),
    visitorByToken: async (tokenHash: string) =>
      (await db.selectFrom('visitors').select('id').where('token_hash', '=', tokenHash).executeTakeFirst()) ??
      (await db
        .selectFrom('visitor_tokens')
        .select('visitor_id as id')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()),
    addVisitor: (row: LoginTables['visitors']) => db.insertInto('visitors').values(row).execute(),

    user: (appId: string, visitorId: string) =>
      db
        .selectFrom('app_users')
        .selectAll()
        .where('app_id', '=', appId)
        .where('visitor_id', '=', visitorId)
        .executeTakeFirst(),
    userByOpenId: (appId: string, openId: string) =>
      db
        .selectFrom('app_users')
        .selectAll()
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .executeTakeFirst(),
    usersOf: (visitorId: string) =>
      db.selectFrom('app_users').select(['app_id', 'open_id']).where('visitor_id', '=', visitorId).execute(),
    /** Two tabs may meet a new user at the same time; the one that comes first names him. */
    addUser: (row: LoginTables['app_users']) =>
      db
        .insertInto('app_users')
        .values(row)
        .onConflict((conflict) => conflict.columns(['app_id', 'visitor_id']).doNothing())
        .execute(),
    touchUser: (appId: string, openId: string, now: Date) =>
      db
        .updateTable('app_users')
        .set({ active_at: now })
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .execute(),
    addUnionId: (row: LoginTables['union_ids']) =>
      db
        .insertInto('union_ids')
        .values(row)
        .onConflict((conflict) => conflict.columns(['workspace_id', 'visitor_id']).doNothing())
        .execute(),
    unionId: (workspaceId: string, visitorId: string) =>
      db
        .selectFrom('union_ids')
        .select('union_id')
        .where('workspace_id', '=', workspaceId)
        .where('visitor_id', '=', visitorId)
        .executeTakeFirst(),
    setSession: (appId: string, openId: string, session: { key: string; expiresAt: Date } | null) =>
      db
        .updateTable('app_users')
        .set({ session_key: session?.key ?? null, session_expires_at: session?.expiresAt ?? null })
        .where('app_id', '=', appId)
        .where('open_id', '=', openId)
        .execute(),

    addCode: (row: LoginTables['login_codes']) => db.insertInto('login_codes').values(row).execute(),
    removeCodesBefore: (moment: Date) => db.deleteFrom('login_codes').where('expires_at', '<', moment).execute(),
    /** Of several that try at once, one gets the row. */
    takeCode: (appId: string, codeHash: string, now: Date) =>
      db
        .updateTable('login_codes')
        .set({ used_at: now })
        .where('app_id', '=', appId)
        .where('code_hash', '=', codeHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('open_id')
        .executeTakeFirst(),
    usedCode: (appId: string, codeHash: string) =>
      db
        .selectFrom('login_codes')
        .select('open_id')
        .where('app_id', '=', appId)
        .where('code_hash', '=', codeHash)
        .where('used_at', 'is not', null)
        .executeTakeFirst(),

    addAccessToken: (row: LoginTables['access_tokens']) => db.insertInto('access_tokens').values(row).execute(),
    removeAccessTokensBefore: (moment: Date) =>
      db.deleteFrom('access_tokens').where('expires_at', '<', moment).execute(),
    accessToken: (tokenHash: string) =>
      db
        .selectFrom('access_tokens')
        .select(['app_id', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst(),
    /** The newest of those that are good beyond the moment. */
    stableToken: (appId: string, secretHash: string, moment: Date) =>
      db
        .selectFrom('access_tokens')
        .selectAll()
        .where('app_id', '=', appId)
        .where('kind', '=', 'stable')
        .where('secret_hash', '=', secretHash)
        .where('expires_at', '>', moment)
        .orderBy('expires_at', 'desc')
        .executeTakeFirst(),
    shortenPlainTokens: (appId: string, moment: Date) =>
      db
        .updateTable('access_tokens')
        .set({ expires_at: moment })
        .where('app_id', '=', appId)
        .where('kind', '=', 'plain')
        .where('expires_at', '>', moment)
        .execute(),
    removeStableTokens: (appId: string) =>
      db.deleteFrom('access_tokens').where('app_id', '=', appId).where('kind', '=', 'stable').execute(),

    addPhoneCode: (row: LoginTables['phone_codes']) => db.insertInto('phone_codes').values(row).execute(),
    removePhoneCodesBefore: (moment: Date) => db.deleteFrom('phone_codes').where('expires_at', '<', moment).execute(),
    /** A code is good once; the number goes with it. */
    takePhoneCode: (appId: string, codeHash: string, now: Date) =>
      db
        .deleteFrom('phone_codes')
        .where('app_id', '=', appId)
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .returning('phone_number')
        .executeTakeFirst(),

    secret: (appId: string) => db.selectFrom('app_secrets').selectAll().where('app_id', '=', appId).executeTakeFirst(),
    /** The one that stood goes on beside the new one until the moment, when there is one. */
    setSecret: (row: Pick<LoginTables['app_secrets'], 'app_id' | 'secret_hash' | 'created_at'>, until: Date | null) =>
      db
        .insertInto('app_secrets')
        .values({ ...row, previous_hash: null, previous_expires_at: null })
        .onConflict((conflict) =>
          conflict.column('app_id').doUpdateSet({
            secret_hash: row.secret_hash,
            created_at: row.created_at,
            previous_hash: until && ((eb) => eb.ref('app_secrets.secret_hash')),
            previous_expires_at: until,
          }),
        )
        .execute(),
  }
}
