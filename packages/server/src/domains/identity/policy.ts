/** Who may do what: roles are sets of the fixed permissions. */
import { PlatformError } from '@banyan/contract/errors'
import { permissions, type Permission, type Role } from '@banyan/contract/identity'

const ownerPermissions: readonly Permission[] = permissions.filter(
  (name) => name !== 'domain.bindUpstream' && name !== 'workspace.create',
)

const permissionsOf: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  platformOwner: new Set(permissions),
  owner: new Set(ownerPermissions),
  developer: new Set(['app.read', 'app.create', 'app.edit', 'version.upload']),
}

const rank: Readonly<Record<Role, number>> = { developer: 0, owner: 1, platformOwner: 2 }

export function can(caller: { role: Role }, permission: Permission): boolean {
  return permissionsOf[caller.role].has(permission)
}

export function authorize(caller: { role: Role }, permission: Permission): void {
  if (!can(caller, permission)) throw new PlatformError('identity.forbidden', { detail: `needs ${permission}` })
}

/** Nobody hands out more than they have. */
export function authorizeRole(caller: { role: Role }, granted: Role): void {
  if (rank[granted] > rank[caller.role]) {
    throw new PlatformError('identity.forbidden', { detail: `the role ${granted} is above your own` })
  }
}
