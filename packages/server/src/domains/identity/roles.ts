/** Decisions about a team's own roles, and about who is staff of the installation. */
import { PlatformError } from '@banyan/contract/errors'
import type { CustomRole, CustomRoleInput, SetStaffInput, StaffList } from '@banyan/contract/teams'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { authorize, authorizeGrant, authorizeOnPlatform } from './policy.ts'
import type { CustomRoleRow, TeamStore } from './team-store.ts'

const rolesPerTeam = 50

export type RoleService = ReturnType<typeof createRoleService>

export interface RolePorts {
  store: TeamStore
  clock: Clock
  ids: Ids
  audit: Audit
}

export function createRoleService({ store, clock, ids, audit }: RolePorts) {
  const note = noteIn(audit)

  async function listStaff(): Promise<StaffList> {
    const rows = await store.staff()
    return {
      items: rows.flatMap(({ id, name, email, platform_role: role }) =>
        role === null ? [] : [{ userId: id, name, email, role }],
      ),
    }
  }

  return {
    async list(caller: Caller): Promise<CustomRole[]> {
      authorize(caller, 'team.read')
      return (await store.customRoles(caller.workspaceId)).map(present)
    },

    async create(caller: Caller, { name, permissions }: CustomRoleInput): Promise<CustomRole> {
      authorize(caller, 'role.manage')
      authorizeGrant(caller, permissions)
      if ((await store.customRoles(caller.workspaceId)).length >= rolesPerTeam) throw new PlatformError('role.tooMany')
      const row: CustomRoleRow = {
        workspace_id: caller.workspaceId,
        id: newId(ids, 'role'),
        name,
        permissions: [...new Set(permissions)],
        created_at: clock.now(),
      }
      await store.inTransaction(async (inside) => {
        await inside.addCustomRole(row)
        await note(inside.connection, caller, {
          action: 'role.create',
          subject: row.id,
          details: { permissions: row.permissions },
        })
      })
      return present(row)
    },

    async update(caller: Caller, id: string, { name, permissions }: CustomRoleInput): Promise<CustomRole> {
      authorize(caller, 'role.manage')
      const row = await store.customRole(caller.workspaceId, id)
      if (!row) throw new PlatformError('role.notFound')
      authorizeGrant(caller, [...permissions, ...row.permissions])
      const changed = { ...row, name, permissions: [...new Set(permissions)] }
      await store.inTransaction(async (inside) => {
        await inside.updateCustomRole(changed)
        await note(inside.connection, caller, {
          action: 'role.update',
          subject: id,
          details: { permissions: changed.permissions },
        })
      })
      return present(changed)
    },

    async remove(caller: Caller, id: string): Promise<void> {
      authorize(caller, 'role.manage')
      await store.inTransaction(async (inside) => {
        if (!(await inside.removeCustomRole(caller.workspaceId, id))) throw new PlatformError('role.notFound')
        await note(inside.connection, caller, { action: 'role.remove', subject: id })
      })
    },

    async listStaff(caller: Caller): Promise<StaffList> {
      authorizeOnPlatform(caller, 'platform.read')
      return listStaff()
    },

    async setStaff(caller: Caller, { email, role }: SetStaffInput): Promise<StaffList> {
      authorizeOnPlatform(caller, 'staff.manage')
      await store.inTransaction(async (inside) => {
        await inside.lockStaff()
        const changed = await inside.setPlatformRole(email, role)
        if (!changed) throw new PlatformError('member.notFound')
        const owners = (await inside.staff()).filter((row) => row.platform_role === 'platformOwner')
        if (owners.length === 0) throw new PlatformError('team.lastOwner')
        await note(inside.connection, caller, { action: 'staff.set', subject: changed.id, details: { role } })
      })
      return listStaff()
    },
  }
}

function present(row: CustomRoleRow): CustomRole {
  return { id: row.id, name: row.name, permissions: row.permissions, createdAt: row.created_at.toISOString() }
}
