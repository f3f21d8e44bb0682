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
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Caller } from './caller.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { authorize, authorizeRole } from './policy.ts'
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
    })
    return { token, user, maxAgeSeconds: sessionDays * 86_400 }
  }

  async function addKey(
    row: Pick<ApiKeyRow, 'workspace_id' | 'name' | 'role' | 'purpose' | 'created_by'>,
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
      authorizeRole(caller, role)
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
          created_at: clock.now(),
        }
        if (!(await inside.addUser(row))) throw new PlatformError('identity.emailTaken')
        await inside.addMembership({
          workspace_id: link.workspace_id,
          user_id: row.id,
          role: link.role === 'developer' ? 'developer' : 'owner',
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
      const isRight = await verifyPassword(user?.password_hash, input.password)
      if (!user || !isRight) throw new PlatformError('identity.signInFailed')
      await signInsOfEmail.forgive(input.email)
      return openSession(user)
    },

    async signOut(token: string): Promise<void> {
      await store.removeSession(hashSecret(token))
    },

    async describe(caller: Caller): Promise<Me> {
      const { kind, name, email, role, workspaceId } = caller
      return { kind, name, email, role, workspaceId, workspaces: await listWorkspaces(caller, store) }
    },

    async createWorkspace(caller: Caller, name: string): Promise<Workspace> {
      authorize(caller, 'workspace.create')
      const id = newId(ids, 'ws')
      await store.addWorkspace({ id, name, created_at: clock.now() })
      return { id, name, role: caller.role }
    },

    async listApiKeys(caller: Caller): Promise<ApiKey[]> {
      authorize(caller, 'key.manage')
      return (await store.apiKeysIn(caller.workspaceId)).map(presentKey)
    },

    async createApiKey(caller: Caller, input: { name: string; role: Role }): Promise<CreatedApiKey> {
      authorize(caller, 'key.manage')
      authorizeRole(caller, input.role)
      return addKey({ workspace_id: caller.workspaceId, purpose: 'general', created_by: caller.id, ...input })
    },

    async revokeApiKey(caller: Caller, keyId: string): Promise<void> {
      authorize(caller, 'key.manage')
      if (!(await store.removeApiKey(caller.workspaceId, keyId))) throw new PlatformError('identity.keyNotFound')
    },

    /** A key for the launcher that publishes the first mini-programs; each start replaces the one of the start before. */
    async renewSeedKey(workspaceId: string): Promise<string | undefined> {
      if (await store.hasFact('seeded')) return undefined
      await store.removeSeedKeys()
      const row = { workspace_id: workspaceId, name: 'Banyan', purpose: 'seed', created_by: null } as const
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
  if (caller.kind === 'person' && caller.role !== 'platformOwner') return store.workspacesOf(caller.id)
  const rows = await store.allWorkspaces()
  const visible = caller.kind === 'apiKey' ? rows.filter(({ id }) => id === caller.workspaceId) : rows
  return visible.map(({ id, name }) => ({ id, name, role: caller.role }))
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
