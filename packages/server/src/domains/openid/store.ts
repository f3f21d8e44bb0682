import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'

interface Claims {
  client_id: string
  user_id: string
  scopes: string[]
  family: string
  signed_in_at: Date
  used_at: Date | null
  expires_at: Date
}

/** A type, not an interface: kysely asks for an index signature. */
type OpenidTables = {
  openid_clients: {
    id: string
    name: string
    secret_hash: string | null
    redirect_uris: string[]
    created_at: Date
  }
  openid_grants: { user_id: string; client_id: string; scopes: string[]; granted_at: Date }
  openid_codes: Claims & { code_hash: string; redirect_uri: string; nonce: string | null; challenge: string }
  openid_tokens: Claims & { token_hash: string; kind: 'access' | 'refresh' }
  openid_keys: { id: string; public_key: string; sealed_key: string; created_at: Date }
}
export type ClientRow = OpenidTables['openid_clients']
export type CodeRow = OpenidTables['openid_codes']
export type TokenRow = OpenidTables['openid_tokens']
export type KeyRow = OpenidTables['openid_keys']

export interface OpenidStore extends ReturnType<typeof createOpenidStore> {}

/** Any number, the same in all processes: who holds it makes the next key. */
const keyLock = 0x6f706964

export function createOpenidStore(connection: Db) {
  const db = connection.withTables<OpenidTables>()
  return {
    /** For what is written beside, in the same transaction. */
    connection,
    inTransaction: <T>(work: (store: OpenidStore) => Promise<T>): Promise<T> =>
      connection.transaction().execute((transaction) => work(createOpenidStore(transaction))),

    clients: () => db.selectFrom('openid_clients').selectAll().orderBy('created_at').orderBy('id').limit(500).execute(),
    client: (id: string) => db.selectFrom('openid_clients').selectAll().where('id', '=', id).executeTakeFirst(),
    addClient: (row: ClientRow) => db.insertInto('openid_clients').values(row).execute(),
    updateClient: (id: string, change: Partial<Omit<ClientRow, 'id' | 'created_at'>>) =>
      db.updateTable('openid_clients').set(change).where('id', '=', id).returningAll().executeTakeFirst(),
    removeClient: (id: string) =>
      db.deleteFrom('openid_clients').where('id', '=', id).returning('name').executeTakeFirst(),

    grant: (userId: string, clientId: string) =>
      db
        .selectFrom('openid_grants')
        .selectAll()
        .where('user_id', '=', userId)
        .where('client_id', '=', clientId)
        .executeTakeFirst(),
    grants: (userId: string) =>
      db
        .selectFrom('openid_grants')
        .innerJoin('openid_clients', 'openid_clients.id', 'openid_grants.client_id')
        .selectAll('openid_grants')
        .select('openid_clients.name')
        .where('user_id', '=', userId)
        .orderBy('granted_at', 'desc')
        .execute(),
    putGrant: ({ user_id, client_id, ...row }: OpenidTables['openid_grants']) =>
      db
        .insertInto('openid_grants')
        .values({ user_id, client_id, ...row })
        .onConflict((conflict) => conflict.columns(['user_id', 'client_id']).doUpdateSet(row))
        .execute(),
    removeGrant: (userId: string, clientId: string) =>
      db
        .deleteFrom('openid_grants')
        .where('user_id', '=', userId)
        .where('client_id', '=', clientId)
        .returning('client_id')
        .executeTakeFirst(),

    async addCode(row: CodeRow, now: Date): Promise<void> {
      await db
        .deleteFrom('openid_codes')
        .where('expires_at', '<', new Date(now.getTime() - 3_600_000))
        .execute()
      await db.insertInto('openid_codes').values(row).execute()
    },
    /** Of several that try at once, one gets it. */
    takeCode: (codeHash: string, clientId: string, now: Date) =>
      db
        .updateTable('openid_codes')
        .set({ used_at: now })
        .where('code_hash', '=', codeHash)
        .where('client_id', '=', clientId)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),
    usedCode: (codeHash: string) =>
      db
        .selectFrom('openid_codes')
        .select('family')
        .where('code_hash', '=', codeHash)
        .where('used_at', 'is not', null)
        .executeTakeFirst(),

    async addTokens(rows: readonly TokenRow[], now: Date): Promise<void> {
      await db.deleteFrom('openid_tokens').where('expires_at', '<', now).execute()
      await db.insertInto('openid_tokens').values(rows).execute()
    },
    token: (tokenHash: string, now: Date) =>
      db
        .selectFrom('openid_tokens')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst(),
    takeRefreshToken: (tokenHash: string, clientId: string, now: Date) =>
      db
        .updateTable('openid_tokens')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('kind', '=', 'refresh')
        .where('client_id', '=', clientId)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),
    removeFamily: (family: string) => db.deleteFrom('openid_tokens').where('family', '=', family).execute(),
    async removeTokensOf(userId: string, clientId: string): Promise<void> {
      await db.deleteFrom('openid_tokens').where('user_id', '=', userId).where('client_id', '=', clientId).execute()
      await db.deleteFrom('openid_codes').where('user_id', '=', userId).where('client_id', '=', clientId).execute()
    },

    /** The newest first. */
    keysSince: (moment: Date) =>
      db
        .selectFrom('openid_keys')
        .selectAll()
        .where('created_at', '>', moment)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute(),
    addKey: (row: KeyRow) => db.insertInto('openid_keys').values(row).execute(),
    /** Until the transaction ends. */
    lockKeys: () => sql`select pg_advisory_xact_lock(${keyLock})`.execute(db),
  }
}
