/** Turns the credentials of a request into somebody in one workspace, with all that he may do there. */
import { PlatformError } from '@banyan/contract/errors'
import { apiKeyPrefix, workspaceHeader, type Role } from '@banyan/contract/identity'
import { appRoleSchema, stepUpMinutes, type PlatformRole } from '@banyan/contract/permissions'
import { getCookie } from 'hono/cookie'
import type { HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { isAllowedAddress } from './address-list.ts'
import { grantsOfKey, grantsOfPerson, type Grants, type Standing } from './grants.ts'
import { hashSecret, isApiKeySecret } from './secrets.ts'
import type { IdentityStore, UserRow } from './store.ts'

export interface Caller {
  kind: 'person' | 'apiKey'
  id: string
  name: string
  email: string | null
  /** To show; never to decide by. */
  role: Role
  platformRole: PlatformRole | null
  /** Empty for a person who is in no team. */
  workspaceId: string
  grants: Grants
  /** The person has proved lately that it is he. */
  isConfirmed: boolean
  /** When a person last proved it in this session. */
  confirmedAt: Date | null
  /** Of the session's token, when there is a session. */
  sessionHash: string | null
}

export const sessionCookie = 'banyan_session'
/** The workspace that a person last chose in this browser. */
export const workspaceCookie = 'banyan_workspace'
export const sessionIdleMs = 14 * 86_400_000
const lastUsedPrecisionMs = 60_000

export async function findCaller(
  c: HttpContext,
  ports: { store: IdentityStore; clock: Clock },
): Promise<Caller | undefined> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return callerOfKey(c, authorization, ports)
  const token = getCookie(c, sessionCookie)
  if (token === undefined) return undefined
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') requireSameOrigin(c)
  const sessionHash = hashSecret(token)
  const now = ports.clock.now()
  const user = await ports.store.userOfSession(sessionHash, now)
  if (!user || isIdle(user, now)) return undefined
  if (!user.last_seen_at || now.getTime() - user.last_seen_at.getTime() > lastUsedPrecisionMs) {
    await ports.store.touchSession(sessionHash, now)
  }
  const isConfirmed = user.confirmed_at !== null && now.getTime() - user.confirmed_at.getTime() < stepUpMinutes * 60_000
  const choice = { wanted: c.req.header(workspaceHeader), preferred: getCookie(c, workspaceCookie) }
  return {
    ...(await callerOfUser(user, choice, ports.store)),
    isConfirmed,
    confirmedAt: user.confirmed_at,
    sessionHash,
  }
}

/** Nobody has used it for so long that whoever comes may be another. */
function isIdle({ last_seen_at }: { last_seen_at: Date | null }, now: Date): boolean {
  return last_seen_at !== null && now.getTime() - last_seen_at.getTime() > sessionIdleMs
}

/** Of a person who is in several workspaces; what is wanted must be there, what is preferred may be gone. */
export interface WorkspaceChoice {
  wanted?: string | undefined
  preferred?: string | undefined
}

export async function callerOfUser(user: UserRow, choice: WorkspaceChoice, store: IdentityStore): Promise<Caller> {
  const platformRole = user.platform_role ?? (user.is_platform_owner ? 'platformOwner' : null)
  const { workspaceId, team } = await chooseWorkspace({ user, platformRole, choice }, store)
  const apps = workspaceId === '' ? [] : await store.appRolesOf(workspaceId, user.id)
  const isCustom = team?.customRole != null || apps.some(({ role }) => !appRoleSchema.safeParse(role).success)
  const customRoles = isCustom ? await store.customRolesIn(workspaceId) : []
  const grants = grantsOfPerson(
    { platformRole, team, apps },
    new Map(customRoles.map(({ id, permissions }) => [id, permissions])),
  )
  return {
    kind: 'person',
    id: user.id,
    name: user.name,
    email: user.email,
    role: platformRole === 'platformOwner' ? platformRole : (team?.role ?? platformRole ?? 'member'),
    platformRole,
    workspaceId,
    grants,
    isConfirmed: false,
    confirmedAt: null,
    sessionHash: null,
  }
}

async function callerOfKey(
  c: HttpContext,
  authorization: string,
  { store, clock }: { store: IdentityStore; clock: Clock },
): Promise<Caller> {
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  if (secret === undefined || !isApiKeySecret(secret)) {
    throw new PlatformError('identity.keyInvalid', { detail: `expected "Authorization: Bearer ${apiKeyPrefix}…"` })
  }
  const key = await store.apiKeyBySecret(hashSecret(secret))
  const now = clock.now()
  if (!key || (key.expires_at && key.expires_at <= now)) throw new PlatformError('identity.keyInvalid')
  if (key.allowed_ips && !isAllowedAddress(key.allowed_ips, c.get('clientAddress'))) {
    throw new PlatformError('identity.keyAddressRefused', { detail: c.get('clientAddress') })
  }
  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() > lastUsedPrecisionMs) {
    await store.touchApiKey(key.workspace_id, key.id, now)
  }
  return {
    kind: 'apiKey',
    id: key.id,
    name: key.name,
    email: null,
    role: key.role,
    platformRole: key.role === 'platformOwner' ? key.role : null,
    workspaceId: key.workspace_id,
    grants: grantsOfKey({ role: key.role, scopes: key.scopes, appIds: key.app_ids }),
    isConfirmed: true,
    confirmedAt: null,
    sessionHash: null,
  }
}

async function chooseWorkspace(
  { user, platformRole, choice }: { user: UserRow; platformRole: PlatformRole | null; choice: WorkspaceChoice },
  store: IdentityStore,
): Promise<{ workspaceId: string; team: Standing['team'] }> {
  const { wanted, preferred } = choice
  const memberships = await store.workspacesOf(user.id)
  const chosen =
    memberships.find(({ id }) => id === (wanted ?? preferred)) ?? (wanted === undefined ? memberships[0] : undefined)
  if (chosen) return { workspaceId: chosen.id, team: { role: chosen.role, customRole: chosen.custom_role } }
  if (wanted === undefined) return { workspaceId: '', team: null }
  if (platformRole === null || !(await store.workspace(wanted))) throw new PlatformError('identity.workspaceNotFound')
  return { workspaceId: wanted, team: null }
}
