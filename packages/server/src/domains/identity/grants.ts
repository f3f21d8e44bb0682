/** Turns roles into the sets of permissions that a caller carries through a request. */
import {
  appRolePermissions,
  appRoleSchema,
  platformRolePermissions,
  teamPermissions,
  teamRolePermissions,
  teamRoleSchema,
  type Permission,
  type PlatformRole,
  type TeamRole,
} from '@banyan/contract/permissions'
import type { Role } from '@banyan/contract/identity'

export interface Grants {
  /** As staff, in every workspace. */
  platform: ReadonlySet<Permission>
  /** In the workspace of the caller, for all its apps. */
  workspace: ReadonlySet<Permission>
  /** For single apps of that workspace. */
  apps: ReadonlyMap<string, ReadonlySet<Permission>>
}

/** Permissions of the team's own roles by their id. */
export type CustomRoles = ReadonlyMap<string, readonly Permission[]>

export interface Standing {
  platformRole: PlatformRole | null
  team: { role: TeamRole; customRole: string | null } | null
  apps: readonly { appId: string; role: string }[]
}

export function grantsOfPerson({ platformRole, team, apps }: Standing, customRoles: CustomRoles): Grants {
  const byApp = new Map<string, Set<Permission>>()
  for (const { appId, role } of apps) {
    const held = byApp.get(appId) ?? new Set()
    for (const permission of permissionsOfAppRole(role, customRoles)) held.add(permission)
    byApp.set(appId, held)
  }
  return {
    platform: new Set(platformRole === null ? [] : platformRolePermissions[platformRole]),
    workspace: new Set([
      ...(team === null ? [] : teamRolePermissions[team.role]),
      ...(team?.customRole == null ? [] : (customRoles.get(team.customRole) ?? [])),
    ]),
    apps: byApp,
  }
}

export interface KeyReach {
  role: Role
  /** Null for everything that the role has. */
  scopes: readonly string[] | null
  /** Null for all apps of the workspace. */
  appIds: readonly string[] | null
}

export function grantsOfKey({ role, scopes, appIds }: KeyReach): Grants {
  const within = (permission: Permission): boolean => scopes === null || scopes.includes(permission)
  const teamRole = teamRoleSchema.safeParse(role).data
  // The key of the installation acts in its own workspace as that workspace's owner.
  const team = teamRolePermissions[teamRole ?? 'owner'].filter(within)
  if (appIds !== null) {
    const held = new Set<Permission>(team.filter((permission) => !isOfTeam(permission)))
    return { platform: new Set(), workspace: new Set(), apps: new Map(appIds.map((appId) => [appId, held])) }
  }
  const platform = role === 'platformOwner' ? platformRolePermissions[role].filter(within) : []
  return { platform: new Set(platform), workspace: new Set(team), apps: new Map() }
}

export function permissionsOfAppRole(role: string, customRoles: CustomRoles): readonly Permission[] {
  const preset = appRoleSchema.safeParse(role).data
  return preset === undefined ? (customRoles.get(role) ?? []) : appRolePermissions[preset]
}

function isOfTeam(permission: Permission): boolean {
  return teamPermissions.some((name) => name === permission)
}
