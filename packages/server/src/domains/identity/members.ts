/** Decisions about who is in a team and with which roles. */
import { PlatformError } from '@banyan/contract/errors'
import type { AppMemberInput, Member, UpdateMemberInput } from '@banyan/contract/teams'
import type { Clock } from '#infra/clock/clock.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { authorize, requireConfirmed } from './policy.ts'
import { authorizeAppRole, authorizeRoles, customRolesOf, requireApps, type IsAppOf } from './team-policy.ts'
import type { AppMemberRow, TeamStore } from './team-store.ts'

export type MemberService = ReturnType<typeof createMemberService>

export interface MemberPorts {
  store: TeamStore
  clock: Clock
  isAppOf: IsAppOf
  audit: Audit
}

export function createMemberService({ store, clock, isAppOf, audit }: MemberPorts) {
  const note = noteIn(audit)

  type MemberRow = Awaited<ReturnType<TeamStore['members']>>[number]

  async function find(inside: TeamStore, workspaceId: string, userId: string): Promise<MemberRow> {
    const row = await inside.member(workspaceId, userId)
    if (!row) throw new PlatformError('member.notFound')
    return row
  }

  async function read(workspaceId: string, userId: string): Promise<Member> {
    return present(await find(store, workspaceId, userId), await store.appMembers(workspaceId))
  }

  async function keepAnOwner(inside: TeamStore, row: MemberRow): Promise<void> {
    if (row.role !== 'owner') return
    if (!(await inside.hasOtherOwner(row.workspace_id, row.user_id))) throw new PlatformError('team.lastOwner')
  }

  return {
    async list(caller: Caller): Promise<Member[]> {
      authorize(caller, 'team.read')
      const apps = await store.appMembers(caller.workspaceId)
      return (await store.members(caller.workspaceId)).map((row) => present(row, apps))
    },

    async update(caller: Caller, userId: string, input: UpdateMemberInput): Promise<Member> {
      authorize(caller, 'member.manage')
      const { workspaceId } = caller
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(workspaceId)
        const row = await find(inside, workspaceId, userId)
        await authorizeRoles(caller, { role: row.role, customRole: row.custom_role }, inside)
        const role = input.role ?? row.role
        await authorizeRoles(caller, { role, customRole: input.customRole }, inside)
        if (role !== 'owner') await keepAnOwner(inside, row)
        const customRole = input.customRole === undefined ? row.custom_role : input.customRole
        await inside.updateMember(workspaceId, userId, { role, custom_role: customRole })
        await note(inside.connection, caller, {
          action: 'member.update',
          subject: userId,
          details: { role, customRole },
        })
      })
      return read(workspaceId, userId)
    },

    async remove(caller: Caller, userId: string): Promise<void> {
      authorize(caller, 'member.manage')
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(caller.workspaceId)
        const row = await find(inside, caller.workspaceId, userId)
        await authorizeRoles(caller, { role: row.role, customRole: row.custom_role }, inside)
        await keepAnOwner(inside, row)
        await inside.removeMember(caller.workspaceId, userId)
        await note(inside.connection, caller, { action: 'member.remove', subject: userId })
      })
    },

    async leave(caller: Caller): Promise<void> {
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(caller.workspaceId)
        await keepAnOwner(inside, await find(inside, caller.workspaceId, caller.id))
        await inside.removeMember(caller.workspaceId, caller.id)
        await note(inside.connection, caller, { action: 'member.leave', subject: caller.id })
      })
    },

    /** The team gets a new owner; the old one stays as its admin. */
    async transfer(caller: Caller, userId: string): Promise<void> {
      authorize(caller, 'team.transfer')
      requireConfirmed(caller)
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(caller.workspaceId)
        await find(inside, caller.workspaceId, userId)
        await inside.updateMember(caller.workspaceId, userId, { role: 'owner' })
        if (caller.kind === 'person' && caller.id !== userId) {
          await inside.updateMember(caller.workspaceId, caller.id, { role: 'admin' })
        }
        await note(inside.connection, caller, { action: 'team.transfer', subject: userId })
      })
    },

    async listOfApp(caller: Caller, appId: string): Promise<Member[]> {
      authorize(caller, 'app.read', { appId })
      await requireApps(caller.workspaceId, [appId], isAppOf)
      const apps = (await store.appMembers(caller.workspaceId)).filter((row) => row.app_id === appId)
      const members = await store.members(caller.workspaceId)
      return members
        .filter(({ user_id }) => apps.some((row) => row.user_id === user_id))
        .map((row) => present(row, apps))
    },

    async setRolesInApp(
      caller: Caller,
      { appId, userId }: { appId: string; userId: string },
      { roles }: AppMemberInput,
    ): Promise<Member> {
      authorize(caller, 'appMember.manage', { appId })
      const { workspaceId } = caller
      await requireApps(workspaceId, [appId], isAppOf)
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(workspaceId)
        await find(inside, workspaceId, userId)
        const customRoles = await customRolesOf(workspaceId, inside)
        const standing = (await inside.appMembers(workspaceId)).filter(
          (row) => row.app_id === appId && row.user_id === userId,
        )
        for (const role of [...roles, ...standing.map((row) => row.role)]) {
          authorizeAppRole(caller, { appId, role, customRoles })
        }
        await inside.removeAppMember(workspaceId, appId, userId)
        const row = { workspace_id: workspaceId, app_id: appId, user_id: userId, joined_at: clock.now() }
        await inside.addAppMembers([...new Set(roles)].map((role) => ({ ...row, role })))
        await note(inside.connection, caller, {
          action: 'member.setRolesInApp',
          subject: userId,
          appId,
          details: { roles },
        })
      })
      return read(workspaceId, userId)
    },
  }

  function present(row: MemberRow, apps: readonly AppMemberRow[]): Member {
    return {
      userId: row.user_id,
      name: row.name,
      email: row.email,
      role: row.role,
      customRole: row.custom_role,
      apps: apps.filter(({ user_id }) => user_id === row.user_id).map(({ app_id, role }) => ({ appId: app_id, role })),
      joinedAt: row.joined_at.toISOString(),
    }
  }
}
