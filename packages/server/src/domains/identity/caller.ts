/** Turns the credentials of a request into somebody with one role in one workspace. */
import { PlatformError } from '@banyan/contract/errors'
import { apiKeyPrefix, workspaceHeader, type Role } from '@banyan/contract/identity'
import { getCookie } from 'hono/cookie'
import type { HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { hashSecret, isApiKeySecret } from './secrets.ts'
import type { IdentityStore, UserRow } from './store.ts'

export interface Caller {
  kind: 'person' | 'apiKey'
  id: string
  name: string
  email: string | null
  role: Role
  workspaceId: string
}

export const sessionCookie = 'banyan_session'
const lastUsedPrecisionMs = 60_000

export async function findCaller(
  c: HttpContext,
  ports: { store: IdentityStore; clock: Clock },
): Promise<Caller | undefined> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return callerOfKey(authorization, ports)
  const token = getCookie(c, sessionCookie)
  if (token === undefined) return undefined
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') requireSameOrigin(c)
  const user = await ports.store.userOfSession(hashSecret(token), ports.clock.now())
  return user && (await callerOfUser(user, c.req.header(workspaceHeader), ports.store))
}

export async function callerOfUser(user: UserRow, wanted: string | undefined, store: IdentityStore): Promise<Caller> {
  const { workspaceId, role } = await chooseWorkspace(user, wanted, store)
  return {
    kind: 'person',
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.is_platform_owner ? 'platformOwner' : role,
    workspaceId,
  }
}

async function callerOfKey(
  authorization: string,
  { store, clock }: { store: IdentityStore; clock: Clock },
): Promise<Caller> {
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  if (secret === undefined || !isApiKeySecret(secret)) {
    throw new PlatformError('identity.keyInvalid', { detail: `expected "Authorization: Bearer ${apiKeyPrefix}…"` })
  }
  const key = await store.apiKeyBySecret(hashSecret(secret))
  if (!key) throw new PlatformError('identity.keyInvalid')
  const now = clock.now()
  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() > lastUsedPrecisionMs) {
    await store.touchApiKey(key.workspace_id, key.id, now)
  }
  return { kind: 'apiKey', id: key.id, name: key.name, email: null, role: key.role, workspaceId: key.workspace_id }
}

async function chooseWorkspace(
  user: UserRow,
  wanted: string | undefined,
  store: IdentityStore,
): Promise<{ workspaceId: string; role: Role }> {
  const memberships = await store.workspacesOf(user.id)
  const chosen = wanted === undefined ? memberships[0] : memberships.find(({ id }) => id === wanted)
  if (chosen) return { workspaceId: chosen.id, role: chosen.role }
  const workspace = user.is_platform_owner && wanted !== undefined ? await store.workspace(wanted) : undefined
  if (!workspace) throw new PlatformError('identity.workspaceNotFound')
  return { workspaceId: workspace.id, role: 'platformOwner' }
}
