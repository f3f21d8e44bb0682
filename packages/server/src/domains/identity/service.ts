/** Decisions about accounts, sessions, links and keys. */
import { PlatformError } from '@banyan/contract/errors'
import type {
  ApiKey,
  CreatedApiKey,
  Invitation,
  Me,
  Role,
  SetupInput,
  SignInInput,
  Workspace,
} from '@banyan/contract/identity'
import { teamRoleSchema, type Permission } from '@banyan/contract/permissions'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Caller } from './caller.ts'
import { grantsOfKey } from './grants.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { authorize, authorizeGrant, authorizeOnPlatform, requireConfirmed } from './policy.ts'
import { hashSecret, newApiKeySecret, newToken } from './secrets.ts'
import type { ApiKeyRow, IdentityStore, UserRow } from './store.ts'

export interface IdentityPorts {
  store: IdentityStore
  clock: Clock
  ids: Ids
  limits: Limits
}

const sessionDays = 30
const invitationDays = 7
const ownerLinkDays = 365
const dayMs = 86_400_000
const hintLength = 10

/** Of a key that nothing restricts below its role. */
const everything = { scopes: null, app_ids: null, allowed_ips: null, expires_at: null }

export interface OpenedSession {
  token: string
  user: UserRow
  maxAgeSeconds: number
}

export function createIdentityService(ports: IdentityPorts) {
  const { store, clock, ids } = ports
  const signInsOfAddress = ports.limits.rate('sign-in-address', { uses: 30, perSeconds: 300 })
  const signInsOfEmail = ports.limits.rate('sign-in-email', { uses: 10, perSeconds: 900 })
  const inDays = (days: number): Date => new Date(clock.now().getTime() + days * dayMs)

  async function openSession(user: UserRow): Promise<OpenedSession> {
    const token = newToken(ids)
    await store.removeExpiredSessions(clock.now())
    await store.addSession({
      token_hash: hashSecret(token),
      user_id: user.id,
      created_at: clock.now(),
      expires_at: inDays(sessionDays),
      confirmed_at: clock.now(),
      last_seen_at: clock.now(),
      device_name: null,
      method: null,
    })
    return { token, user, maxAgeSeconds: sessionDays * 86_400 }
  }

  async function addKey(
    row: Pick<
      ApiKeyRow,
      'workspace_id' | 'name' | 'role' | 'purpose' | 'created_by' | 'scopes' | 'app_ids' | 'allowed_ips' | 'expires_at'
    >,
  ): Promise<CreatedApiKey> {
    const secret = newApiKeySecret(ids)
    const key: ApiKeyRow = {
      ...row,
      id: newId(ids, 'key'),
      hint: secret.slice(0, hintLength),
      secret_hash: hashSecret(secret),
      created_at: clock.now(),
      last_used_at: null,
    }
    await store.addApiKey(key)
    return { ...presentKey(key), secret }
  }

  async function addLink(workspaceId: string, role: Role, days: number): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken(ids)
    const expiresAt = inDays(days)
    await store.addSetupLink({
      token_hash: hashSecret(token),
      workspace_id: workspaceId,
      role,
      created_at: clock.now(),
      expires_at: expiresAt,
    })
    return { token, expiresAt }
  }

  return {
    /** The first workspace; every installation has it from its first start. */
    async ensureFirstWorkspace(name: string): Promise<string> {
      const first = await store.firstWorkspace()
      if (first) return first.id
      const id = newId(ids, 'ws')
      await store.addWorkspace({ id, name, created_at: clock.now() })
      return id
    },

    /** A fresh token at each start until somebody has become the owner; an older one stops working. */
    async renewOwnerLink(workspaceId: string): Promise<string | undefined> {
      if (await store.hasPlatformOwner()) return undefined
      await store.removeOwnerLinks()
      return (await addLink(workspaceId, 'platformOwner', ownerLinkDays)).token
    },

    async invite(caller: Caller, role: Role, origin: string): Promise<Invitation> {
      authorize(caller, 'member.manage')
      authorizeGrant(caller, permissionsOfRole(role))
      const { token, expiresAt } = await addLink(caller.workspaceId, role, invitationDays)
      return { url: `${origin}/setup?token=${token}`, expiresAt: expiresAt.toISOString() }
    },

    isLinkValid: async (token: string): Promise<boolean> =>
      (await store.setupLink(hashSecret(token), clock.now())) !== undefined,

    async setUp(input: SetupInput): Promise<OpenedSession> {
      const passwordHash = await hashPassword(input.password)
      const user = await store.inTransaction(async (inside) => {
        const link = await inside.takeSetupLink(hashSecret(input.token), clock.now())
        if (!link) throw new PlatformError('identity.linkInvalid')
        const row: UserRow = {
          id: newId(ids, 'user'),
          email: input.email,
          name: input.name,
          password_hash: passwordHash,
          is_platform_owner: link.role === 'platformOwner',
          platform_role: link.role === 'platformOwner' ? 'platformOwner' : null,
          created_at: clock.now(),
        }
        if (!(await inside.addUser(row))) throw new PlatformError('identity.emailTaken')
        await inside.addMembership({
          workspace_id: link.workspace_id,
          user_id: row.id,
          role: teamRoleSchema.safeParse(link.role).data ?? 'owner',
          custom_role: link.custom_role,
          joined_at: clock.now(),
        })
        return row
      })
      return openSession(user)
    },

    async signIn(input: SignInInput, clientAddress: string): Promise<OpenedSession> {
      await signInsOfAddress.use(clientAddress)
      await signInsOfEmail.use(input.email)
      const user = await store.userByEmail(input.email)
      const isRight = await verifyPassword(user?.password_hash ?? undefined, input.password)
      if (!user || !isRight) throw new PlatformError('identity.signInFailed')
      await signInsOfEmail.forgive(input.email)
      return openSession(user)
    },

    async signOut(token: string): Promise<void> {
      await store.removeSession(hashSecret(token))
    },

    async describe(caller: Caller): Promise<Me> {
      const { kind, name, email, role, workspaceId } = caller
      return {
        kind,
        name,
        email,
        role,
        platformRole: caller.platformRole,
        permissions: [...new Set([...caller.grants.platform, ...caller.grants.workspace])],
        isConfirmed: caller.isConfirmed,
        workspaceId,
        workspaces: await listWorkspaces(caller, store),
      }
    },

    async createWorkspace(caller: Caller, name: string): Promise<Workspace> {
      authorizeOnPlatform(caller, 'workspace.create')
      const id = newId(ids, 'ws')
      await store.inTransaction(async (inside) => {
        await inside.addWorkspace({ id, name, created_at: clock.now() })
        if (caller.kind !== 'person') return
        const membership = { workspace_id: id, user_id: caller.id, role: 'owner', custom_role: null } as const
        await inside.addMembership({ ...membership, joined_at: clock.now() })
      })
      return { id, name, role: caller.role }
    },

    async listApiKeys(caller: Caller): Promise<ApiKey[]> {
      authorize(caller, 'key.manage')
      return (await store.apiKeysIn(caller.workspaceId)).map(presentKey)
    },

    async createApiKey(caller: Caller, input: { name: string; role: Role }): Promise<CreatedApiKey> {
      authorize(caller, 'key.manage')
      requireConfirmed(caller)
      authorizeGrant(caller, permissionsOfRole(input.role))
      return addKey({
        workspace_id: caller.workspaceId,
        purpose: 'general',
        created_by: caller.id,
        ...everything,
        ...input,
      })
    },

    async revokeApiKey(caller: Caller, keyId: string): Promise<void> {
      authorize(caller, 'key.manage')
      if (!(await store.removeApiKey(caller.workspaceId, keyId))) throw new PlatformError('identity.keyNotFound')
    },

    /** A key for the launcher that publishes the first mini-programs; each start replaces the one of the start before. */
    async renewSeedKey(workspaceId: string): Promise<string | undefined> {
      if (await store.hasFact('seeded')) return undefined
      await store.removeSeedKeys()
      const row = {
        workspace_id: workspaceId,
        name: 'Banyan',
        purpose: 'seed',
        created_by: null,
        ...everything,
      } as const
      return (await addKey({ ...row, role: 'platformOwner' })).secret
    },

    async recordSeeded(): Promise<void> {
      await store.inTransaction(async (inside) => {
        await inside.recordFact('seeded', clock.now())
        await inside.removeSeedKeys()
      })
    },
  }
}

export type IdentityService = ReturnType<typeof createIdentityService>

async function listWorkspaces(caller: Caller, store: IdentityStore): Promise<Me['workspaces']> {
  if (caller.kind === 'apiKey') {
    const row = await store.workspace(caller.workspaceId)
    return row ? [{ id: row.id, name: row.name, role: caller.role }] : []
  }
  const own = (await store.workspacesOf(caller.id)).map(({ id, name, role }) => ({ id, name, role }))
  if (caller.platformRole === null) return own
  const role = caller.platformRole
  return (await store.allWorkspaces()).map(({ id, name }) => own.find((each) => each.id === id) ?? { id, name, role })
}

function permissionsOfRole(role: Role): readonly Permission[] {
  const { platform, workspace } = grantsOfKey({ role, scopes: null, appIds: null })
  return [...platform, ...workspace]
}

function presentKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
