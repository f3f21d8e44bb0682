/** Who may change whose roles: nobody hands out, or takes away, more than he has himself. */
import { PlatformError } from '@banyan/contract/errors'
import { teamRolePermissions, type Permission, type TeamRole } from '@banyan/contract/permissions'
import type { Caller } from './caller.ts'
import { permissionsOfAppRole, type CustomRoles } from './grants.ts'
import { authorizeGrant } from './policy.ts'
import type { CustomRoleRow, TeamStore } from './team-store.ts'

/** Apps are another domain's; it answers whether one belongs to the workspace. */
export type IsAppOf = (workspaceId: string, appId: string) => Promise<boolean>

export async function requireApps(workspaceId: string, appIds: readonly string[], isAppOf: IsAppOf): Promise<void> {
  const known = await Promise.all(appIds.map((appId) => isAppOf(workspaceId, appId)))
  if (known.includes(false)) throw new PlatformError('app.notFound')
}

export interface RolesOfMember {
  role: TeamRole
  customRole?: string | null | undefined
  apps?: readonly { appId: string; role: string }[] | undefined
}

/** Throws unless the caller has all of it; `role.notFound` for a custom role of another team. */
export async function authorizeRoles(caller: Caller, roles: RolesOfMember, store: TeamStore): Promise<void> {
  const customRoles = await customRolesOf(caller.workspaceId, store)
  const ofTeam: Permission[] = [...teamRolePermissions[roles.role]]
  if (roles.customRole != null) ofTeam.push(...requireRole(customRoles, roles.customRole))
  authorizeGrant(caller, ofTeam)
  for (const { appId, role } of roles.apps ?? []) authorizeAppRole(caller, { appId, role, customRoles })
}

export function authorizeAppRole(
  caller: Caller,
  { appId, role, customRoles }: { appId: string; role: string; customRoles: CustomRoles },
): void {
  if (role.startsWith('role_')) requireRole(customRoles, role)
  authorizeGrant(caller, permissionsOfAppRole(role, customRoles), { appId })
}

export async function customRolesOf(workspaceId: string, store: TeamStore): Promise<CustomRoles> {
  const rows: readonly CustomRoleRow[] = await store.customRoles(workspaceId)
  return new Map(rows.map(({ id, permissions }) => [id, permissions]))
}

function requireRole(customRoles: CustomRoles, id: string): readonly Permission[] {
  const permissions = customRoles.get(id)
  if (!permissions) throw new PlatformError('role.notFound')
  return permissions
}
