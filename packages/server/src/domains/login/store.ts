import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type LoginTables = {
  visitors: { id: string; token_hash: string; created_at: Date }
  app_users: {
    app_id: string
    open_id: string
    visitor_id: string
    session_key: string | null
    session_expires_at: Date | null
    created_at: Date
  }
  login_codes: { app_id: string; code_hash: string; open_id: string; expires_at: Date; used_at: Date | null }
  access_tokens: { app_id: string; token_hash: string; expires_at: Date }
  phone_codes: { app_id: string; code_hash: string; open_id: string; phone_number: string; expires_at: Date }
  app_secrets: { app_id: string; secret_hash: string; created_at: Date }
}

export type LoginStore = ReturnType<typeof createLoginStore>

export function createLoginStore(connection: Db) {
  const db = connection.withTables<LoginTables>()
  return {
    visitorByToken: (tokenHash: string) =>
      db.selectFrom('visitors').select('id').where('token_hash', '=', tokenHash).executeTakeFirst(),
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
    /** Two tabs may meet a new user at the same time; the one that comes first names him. */
    addUser: (row: LoginTables['app_users']) =>
      db
        .insertInto('app_users')
        .values(row)
        .onConflict((conflict) => conflict.columns(['app_id', 'visitor_id']).doNothing())
        .execute(),
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
    appOfToken: (tokenHash: string, now: Date) =>
      db
        .selectFrom('access_tokens')
        .select('app_id')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst(),

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

    secretHash: (appId: string) =>
      db.selectFrom('app_secrets').select('secret_hash').where('app_id', '=', appId).executeTakeFirst(),
    setSecret: (row: LoginTables['app_secrets']) =>
      db
        .insertInto('app_secrets')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('app_id').doUpdateSet({ secret_hash: row.secret_hash, created_at: row.created_at }),
        )
        .execute(),
  }
}
