/** Who may do what. A caller brings the permissions that he has; here they are only looked up. */
import { PlatformError } from '@banyan/contract/errors'
import { stepUpPermissions, type Permission, type PlatformPermission } from '@banyan/contract/permissions'
import type { Caller } from './caller.ts'

export type Holder = Pick<Caller, 'kind' | 'isConfirmed' | 'grants'>

/** In the caller's workspace, or for one app of it; without `appId` only what holds for all its apps counts. */
export function can(caller: Pick<Caller, 'grants'>, permission: Permission, target: { appId?: string } = {}): boolean {
  const { platform, workspace, apps } = caller.grants
  if (platform.has(permission) || workspace.has(permission)) return true
  return target.appId !== undefined && (apps.get(target.appId)?.has(permission) ?? false)
}

/** As `can`, but throws; `identity.stepUpRequired` when a person must first prove again that it is he. */
export function authorize(caller: Holder, permission: Permission, target: { appId?: string } = {}): void {
  if (!can(caller, permission, target)) {
    throw new PlatformError('identity.forbidden', { detail: `needs ${permission}` })
  }
  if (stepUpPermissions.has(permission)) requireConfirmed(caller)
}

/** For what is dangerous in the hands of whoever found an open browser. */
export function requireConfirmed(caller: Holder): void {
  if (caller.kind === 'person' && !caller.isConfirmed) throw new PlatformError('identity.stepUpRequired')
}

/** As staff of the installation, in whatever workspace the thing is. */
export function canOnPlatform(caller: Pick<Caller, 'grants'>, permission: Permission): boolean {
  return caller.grants.platform.has(permission)
}

export function authorizeOnPlatform(caller: Holder, permission: PlatformPermission): void {
  if (!canOnPlatform(caller, permission)) {
    throw new PlatformError('identity.forbidden', { detail: `needs ${permission}` })
  }
  if (stepUpPermissions.has(permission)) requireConfirmed(caller)
}

/** The apps of the workspace for which the caller has the permission. */
export function appsWith(caller: Pick<Caller, 'grants'>, permission: Permission): 'all' | ReadonlySet<string> {
  if (can(caller, permission)) return 'all'
  return new Set([...caller.grants.apps].filter(([, held]) => held.has(permission)).map(([appId]) => appId))
}

/** Nobody hands out more than he has. */
export function authorizeGrant(caller: Holder, granted: readonly Permission[], target: { appId?: string } = {}): void {
  const missing = granted.find((permission) => !can(caller, permission, target))
  if (missing === undefined) return
  throw new PlatformError('identity.forbidden', { detail: `what you give includes ${missing}, which you do not have` })
}
