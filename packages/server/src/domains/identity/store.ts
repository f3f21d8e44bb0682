/** All SQL over accounts, keys and links. */
import type { Insertable, Selectable } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import { createTeamStore } from './team-store.ts'
import type { IdentityTables } from './tables.ts'

export type ApiKeyRow = IdentityTables['api_keys']
export type UserRow = IdentityTables['users']
export type SessionRow = IdentityTables['sessions']
export type SetupLinkRow = Selectable<IdentityTables['setup_links']>
export type WorkspaceRow = Selectable<IdentityTables['workspaces']>

export interface IdentityStore extends ReturnType<typeof createIdentityStore> {}

export function createIdentityStore(connection: Db) {
  const db = connection.withTables<IdentityTables>()
  return {
    /** For what is written beside, in the same transaction. */
    connection,
    teams: createTeamStore(connection),
    inTransaction: <T>(work: (store: IdentityStore) => Promise<T>): Promise<T> =>
      connection.transaction().execute((transaction) => work(createIdentityStore(transaction))),

    firstWorkspace: () =>
      db.selectFrom('workspaces').selectAll().orderBy('created_at').orderBy('id').executeTakeFirst(),
    addWorkspace: (row: Insertable<IdentityTables['workspaces']>) => db.insertInto('workspaces').values(row).execute(),
    allWorkspaces: () => db.selectFrom('workspaces').selectAll().orderBy('created_at').execute(),
    workspacesOf: (userId: string) =>
      db
        .selectFrom('memberships')
        .innerJoin('workspaces', 'workspaces.id', 'memberships.workspace_id')
        .select(['workspaces.id', 'workspaces.name', 'memberships.role', 'memberships.custom_role'])
        .where('memberships.user_id', '=', userId)
        .orderBy('memberships.joined_at')
        .execute(),
    appRolesOf: (workspaceId: string, userId: string) =>
      db
        .selectFrom('app_members')
        .select(['app_id as appId', 'role'])
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .execute(),
    customRolesIn: (workspaceId: string) =>
      db.selectFrom('custom_roles').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at').execute(),
    workspace: (id: string) => db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst(),

    hasPlatformOwner: async () =>
      (await db.selectFrom('users').select('id').where('is_platform_owner', '=', true).limit(1).execute()).length > 0,
    userByEmail: (email: string) => db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst(),
    userById: (id: string) => db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst(),
    setPassword: (id: string, passwordHash: string) =>
      db.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', id).execute(),
    addUser: (row: UserRow) =>
      db
        .insertInto('users')
        .values(row)
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst(),

    addSession: (row: IdentityTables['sessions']) => db.insertInto('sessions').values(row).execute(),
    touchSession: (tokenHash: string, now: Date) =>
      db.updateTable('sessions').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).execute(),
    removeSession: (tokenHash: string) => db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute(),
    removeSessionsOf: (userId: string, keptHash: string | null) =>
      db
        .deleteFrom('sessions')
        .where('user_id', '=', userId)
        .where('token_hash', '<>', keptHash ?? '')
        .execute(),
    /** Past their end, or not seen since the moment. */
    removeExpiredSessions: (now: Date, lastSeenBefore: Date) =>
      db
        .deleteFrom('sessions')
        .where((eb) => eb.or([eb('expires_at', '<', now), eb('last_seen_at', '<', lastSeenBefore)]))
        .execute(),
    sessionsOf: (userId: string, now: Date) =>
      db
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_at', '>', now)
        .orderBy('created_at', 'desc')
        .execute(),
    nameSession: (tokenHash: string, name: string) =>
      db.updateTable('sessions').set({ device_name: name }).where('token_hash', '=', tokenHash).execute(),
    confirmSession: (tokenHash: string, now: Date) =>
      db.updateTable('sessions').set({ confirmed_at: now }).where('token_hash', '=', tokenHash).execute(),
    userOfSession: (tokenHash: string, now: Date) =>
      db
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.user_id')
        .selectAll('users')
        .select(['sessions.confirmed_at', 'sessions.last_seen_at'])
        .where('sessions.token_hash', '=', tokenHash)
        .where('sessions.expires_at', '>', now)
        .executeTakeFirst(),

    addApiKey: (row: ApiKeyRow) => db.insertInto('api_keys').values(row).execute(),
    apiKeysIn: (workspaceId: string) =>
      db
        .selectFrom('api_keys')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('purpose', '=', 'general')
        .orderBy('created_at', 'desc')
        .execute(),
    apiKeyBySecret: (secretHash: string) =>
      db
        .selectFrom('api_keys')
        .innerJoin('workspaces', 'workspaces.id', 'api_keys.workspace_id')
        .selectAll('api_keys')
        .select('workspaces.name as workspace_name')
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst(),
    touchApiKey: (workspaceId: string, id: string, now: Date) =>
      db
        .updateTable('api_keys')
        .set({ last_used_at: now })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .execute(),
    removeApiKey: (workspaceId: string, id: string) =>
      db
        .deleteFrom('api_keys')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),
    removeSeedKeys: () => db.deleteFrom('api_keys').where('purpose', '=', 'seed').execute(),

    addSetupLink: (row: Insertable<IdentityTables['setup_links']>) =>
      db.insertInto('setup_links').values(row).execute(),
    removeOwnerLinks: () => db.deleteFrom('setup_links').where('role', '=', 'platformOwner').execute(),
    setupLink: (tokenHash: string, now: Date) =>
      db
        .selectFrom('setup_links')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst(),
    /** Deleting is what makes a link single-use: of two people who try, one gets the row. */
    takeSetupLink: (tokenHash: string, now: Date) =>
      db
        .deleteFrom('setup_links')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),

    hasFact: async (name: string) =>
      (await db.selectFrom('platform_facts').select('name').where('name', '=', name).execute()).length > 0,
    recordFact: (name: string, now: Date) =>
      db
        .insertInto('platform_facts')
        .values({ name, recorded_at: now })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute(),
  }
}
