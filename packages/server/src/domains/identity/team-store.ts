/** All SQL over teams: members, their roles, staff, verification. */
import type { PlatformRole } from '@banyan/contract/permissions'
import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import { containing } from '#infra/db/containing.ts'
import type { IdentityTables } from './tables.ts'

/** A type, not an interface: kysely asks for an index signature. */
type TeamTables = IdentityTables & {
  team_documents: { workspace_id: string; hash: string; media_type: string; size_bytes: number; created_at: Date }
  team_verifications: {
    workspace_id: string
    kind: 'individual' | 'organisation'
    legal_name: string
    registration_number: string | null
    documents: string[]
    state: 'submitted' | 'verified' | 'rejected'
    reason: string | null
    submitted_at: Date
    decided_at: Date | null
    decided_by: string | null
  }
}

export type CustomRoleRow = IdentityTables['custom_roles']
export type AppMemberRow = IdentityTables['app_members']
export type VerificationRow = TeamTables['team_verifications']
export type DocumentRow = TeamTables['team_documents']

export interface TeamStore extends ReturnType<typeof createTeamStore> {}

export function createTeamStore(connection: Db) {
  const db = connection.withTables<TeamTables>()
  return {
    /** For what is written beside, in the same transaction. */
    connection,
    inTransaction: <T>(work: (store: TeamStore) => Promise<T>): Promise<T> =>
      connection.transaction().execute((transaction) => work(createTeamStore(transaction))),

    team: (id: string) => db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst(),
    teams: (ids: readonly string[]) =>
      ids.length === 0
        ? Promise.resolve([])
        : db.selectFrom('workspaces').select(['id', 'name']).where('id', 'in', ids).execute(),
    /** By a part of the name. */
    teamsNamed: (part: string, limit: number) =>
      db
        .selectFrom('workspaces')
        .select('id')
        .where('name', 'ilike', containing(part))
        .orderBy('id')
        .limit(limit)
        .execute(),
    /** So that of two owners who leave at once one stays. */
    lockTeam: (id: string) => db.selectFrom('workspaces').select('id').where('id', '=', id).forUpdate().execute(),
    updateTeam: (
      id: string,
      change: Partial<Pick<IdentityTables['workspaces'], 'name'>> & {
        four_eyes?: boolean
        kind?: 'individual' | 'organisation'
        verification?: 'none' | 'submitted' | 'verified' | 'rejected'
      },
    ) => db.updateTable('workspaces').set(change).where('id', '=', id).execute(),

    members: (workspaceId: string) =>
      db
        .selectFrom('memberships')
        .innerJoin('users', 'users.id', 'memberships.user_id')
        .selectAll('memberships')
        .select(['users.name', 'users.email'])
        .where('memberships.workspace_id', '=', workspaceId)
        .orderBy('memberships.joined_at')
        .orderBy('users.id')
        .execute(),
    member: (workspaceId: string, userId: string) =>
      db
        .selectFrom('memberships')
        .innerJoin('users', 'users.id', 'memberships.user_id')
        .selectAll('memberships')
        .select(['users.name', 'users.email'])
        .where('memberships.workspace_id', '=', workspaceId)
        .where('memberships.user_id', '=', userId)
        .executeTakeFirst(),
    hasOtherOwner: async (workspaceId: string, userId: string) =>
      (
        await db
          .selectFrom('memberships')
          .select('user_id')
          .where('workspace_id', '=', workspaceId)
          .where('role', '=', 'owner')
          .where('user_id', '<>', userId)
          .limit(1)
          .execute()
      ).length > 0,
    addMember: (row: IdentityTables['memberships']) =>
      db
        .insertInto('memberships')
        .values(row)
        .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doNothing())
        .returning('user_id')
        .executeTakeFirst(),
    updateMember: (
      workspaceId: string,
      userId: string,
      change: Partial<Pick<IdentityTables['memberships'], 'role' | 'custom_role'>>,
    ) =>
      db
        .updateTable('memberships')
        .set(change)
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .execute(),
    removeMember: (workspaceId: string, userId: string) =>
      db
        .deleteFrom('memberships')
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .returning('user_id')
        .executeTakeFirst(),

    appMembers: (workspaceId: string) =>
      db.selectFrom('app_members').selectAll().where('workspace_id', '=', workspaceId).orderBy('joined_at').execute(),
    addAppMembers: (rows: readonly AppMemberRow[]) =>
      rows.length === 0
        ? Promise.resolve([])
        : db
            .insertInto('app_members')
            .values([...rows])
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
    removeAppMember: (workspaceId: string, appId: string, userId: string) =>
      db
        .deleteFrom('app_members')
        .where('workspace_id', '=', workspaceId)
        .where('app_id', '=', appId)
        .where('user_id', '=', userId)
        .execute(),

    customRoles: (workspaceId: string) =>
      db.selectFrom('custom_roles').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at').execute(),
    customRole: (workspaceId: string, id: string) =>
      db
        .selectFrom('custom_roles')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirst(),
    addCustomRole: (row: CustomRoleRow) => db.insertInto('custom_roles').values(row).execute(),
    updateCustomRole: (row: Pick<CustomRoleRow, 'workspace_id' | 'id' | 'name' | 'permissions'>) =>
      db
        .updateTable('custom_roles')
        .set({ name: row.name, permissions: row.permissions })
        .where('workspace_id', '=', row.workspace_id)
        .where('id', '=', row.id)
        .execute(),
    removeCustomRole: async (workspaceId: string, id: string) => {
      await db.deleteFrom('app_members').where('workspace_id', '=', workspaceId).where('role', '=', id).execute()
      return db
        .deleteFrom('custom_roles')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
    },

    invitations: (workspaceId: string, now: Date) =>
      db
        .selectFrom('setup_links')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('role', '<>', 'platformOwner')
        .where('expires_at', '>', now)
        .orderBy('created_at')
        .execute(),
    removeInvitation: (workspaceId: string, hashStart: string) =>
      db
        .deleteFrom('setup_links')
        .where('workspace_id', '=', workspaceId)
        .where('role', '<>', 'platformOwner')
        .where(sql`left(token_hash, 20)`, '=', hashStart)
        .returning('token_hash')
        .executeTakeFirst(),

    staff: () =>
      db
        .selectFrom('users')
        .select(['id', 'name', 'email', 'platform_role'])
        .where('platform_role', 'is not', null)
        .orderBy('created_at')
        .execute(),
    lockStaff: () =>
      db
        .selectFrom('users')
        .select('id')
        .where('platform_role', '=', 'platformOwner')
        .orderBy('id')
        .forUpdate()
        .execute(),
    setPlatformRole: (email: string, role: PlatformRole | null) =>
      db
        .updateTable('users')
        .set({ platform_role: role, is_platform_owner: role === 'platformOwner' })
        .where('email', '=', email)
        .returning('id')
        .executeTakeFirst(),

    addDocument: (row: DocumentRow) =>
      db
        .insertInto('team_documents')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    documents: (workspaceId: string) =>
      db.selectFrom('team_documents').selectAll().where('workspace_id', '=', workspaceId).execute(),
    verification: (workspaceId: string) =>
      db.selectFrom('team_verifications').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst(),
    verifications: (state: VerificationRow['state'], limit: number) =>
      db
        .selectFrom('team_verifications')
        .selectAll()
        .where('state', '=', state)
        .orderBy('submitted_at')
        .limit(limit)
        .execute(),
    putVerification: ({ workspace_id, ...row }: VerificationRow) =>
      db
        .insertInto('team_verifications')
        .values({ workspace_id, ...row })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
        .execute(),
    /** Of two who decide at once, one does. */
    decide: (workspaceId: string, decision: Pick<VerificationRow, 'state' | 'reason' | 'decided_at' | 'decided_by'>) =>
      db
        .updateTable('team_verifications')
        .set(decision)
        .where('workspace_id', '=', workspaceId)
        .where('state', '=', 'submitted')
        .returning('workspace_id')
        .executeTakeFirst(),
  }
}
