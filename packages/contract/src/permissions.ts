/** What a caller may do: a fixed list of permissions, and the roles that are ready-made sets of them. */
import { z } from 'zod'

/** Held for all apps of a team through a role there, or for one app through a role in it. */
export const appPermissions = [
  'app.read',
  'app.edit',
  'app.delete',
  'app.transfer',
  'version.upload',
  'version.submit',
  'version.publish',
  'version.rollback',
  'gray.manage',
  'domain.edit',
  'secret.rotate',
  'api.apply',
  'data.read',
  'data.export',
  'logs.read',
  'push.send',
  'pay.config',
  'pay.refund',
  'ad.manage',
  'webhook.manage',
  'file.manage',
  'appMember.manage',
] as const

/** Held in one team. */
export const teamPermissions = [
  'app.create',
  'team.read',
  'team.edit',
  'team.transfer',
  'member.manage',
  'role.manage',
  'key.manage',
  'audit.read',
  'settings.edit',
] as const

/** Held over the whole installation, by its staff. */
export const platformPermissions = [
  'platform.read',
  'platform.edit',
  'staff.manage',
  'workspace.create',
  'team.verify',
  'team.export',
  'review.decide',
  'api.approve',
  'app.moderate',
  'domain.bindUpstream',
  'pay.settle',
  'audit.readAll',
] as const

export const permissions = [...appPermissions, ...teamPermissions, ...platformPermissions] as const
export type Permission = (typeof permissions)[number]
export type PlatformPermission = (typeof platformPermissions)[number]

export const permissionSchema = z.enum(permissions)
/** What a team may put into roles of its own. */
export const grantablePermissionSchema = z.enum([...appPermissions, ...teamPermissions])
export type GrantablePermission = z.infer<typeof grantablePermissionSchema>

export const platformRoles = [
  'platformOwner',
  'platformOperator',
  'platformReviewer',
  'platformFinance',
  'platformAuditor',
] as const
export const platformRoleSchema = z.enum(platformRoles)
export type PlatformRole = z.infer<typeof platformRoleSchema>

/** `developer` is a member who develops all apps of the team; `member` sees only the apps that he has a role in. */
export const teamRoles = ['owner', 'admin', 'developer', 'member'] as const
export const teamRoleSchema = z.enum(teamRoles)
export type TeamRole = z.infer<typeof teamRoleSchema>

export const appRoles = ['admin', 'developer', 'operator', 'analyst', 'tester'] as const
export const appRoleSchema = z.enum(appRoles)
export type AppRole = z.infer<typeof appRoleSchema>

/** What staff sees of every team, and never changes there. */
const staffReads: readonly Permission[] = ['app.read', 'team.read']

export const platformRolePermissions: Readonly<Record<PlatformRole, readonly Permission[]>> = {
  platformOwner: [...platformPermissions, ...staffReads, 'data.read', 'logs.read', 'audit.read'],
  platformOperator: [
    ...staffReads,
    'platform.read',
    'platform.edit',
    'workspace.create',
    'team.verify',
    'api.approve',
    'app.moderate',
    'logs.read',
  ],
  platformReviewer: [...staffReads, 'platform.read', 'review.decide'],
  platformFinance: [...staffReads, 'platform.read', 'pay.settle', 'data.read'],
  platformAuditor: [...staffReads, 'platform.read', 'audit.readAll', 'audit.read', 'data.read', 'logs.read'],
}

const developerOfApp: readonly GrantablePermission[] = [
  'app.read',
  'app.edit',
  'version.upload',
  'version.submit',
  'logs.read',
]

export const appRolePermissions: Readonly<Record<AppRole, readonly GrantablePermission[]>> = {
  admin: appPermissions.filter((name) => name !== 'app.transfer'),
  developer: developerOfApp,
  operator: [
    'app.read',
    'app.edit',
    'version.publish',
    'version.rollback',
    'gray.manage',
    'data.read',
    'push.send',
    'ad.manage',
  ],
  analyst: ['app.read', 'data.read', 'data.export'],
  tester: ['app.read'],
}

export const teamRolePermissions: Readonly<Record<TeamRole, readonly GrantablePermission[]>> = {
  owner: [...appPermissions, ...teamPermissions],
  admin: [
    ...appPermissions.filter((name) => name !== 'app.transfer'),
    ...teamPermissions.filter((name) => name !== 'team.transfer'),
  ],
  developer: [...developerOfApp, 'app.create', 'team.read'],
  member: ['team.read'],
}

/**
 * Of these a person must have proved lately that it is really him, by password, second factor or passkey;
 * else `identity.stepUpRequired`. A key needs no proof: it has its scopes.
 */
export const stepUpPermissions: ReadonlySet<Permission> = new Set([
  'app.delete',
  'app.transfer',
  'version.publish',
  'secret.rotate',
  'data.export',
  'pay.config',
  'pay.refund',
  'pay.settle',
  'team.transfer',
  'team.export',
  'staff.manage',
])
export const stepUpMinutes = 30

/** Who may call an operation of the API; the documentation and the test of all operations read it. */
export type Access =
  /** Anybody at all. */
  | 'public'
  /** Whoever is signed in or has a key; what he sees is his own. */
  | 'caller'
  /** A person about his own account; never a key. */
  | 'person'
  /** As `person`, and he must have proved lately that it is he. */
  | 'confirmedPerson'
  | {
      permission: Permission
      /** Roles that have the permission for one app are enough, when the address names it. */
      ofApp?: true
      /** A person must have proved lately that it is he, though the permission alone does not ask for it. */
      isConfirmed?: true
    }
