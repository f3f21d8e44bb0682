/** Decisions about accounts and workspaces that are none of the other files'. */
import { PlatformError } from '@banyan/contract/errors'
import type { Me, SetupInput, Workspace } from '@banyan/contract/identity'
import type { Audit } from '#domains/audit'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { join } from './invitations.ts'
import { hashPassword } from './passwords.ts'
import { authorizeOnPlatform } from './policy.ts'
import { hashSecret, newToken } from './secrets.ts'
import type { OpenedSession, SessionService } from './sessions.ts'
import type { IdentityStore, UserRow } from './store.ts'

export interface AccountPorts {
  store: IdentityStore
  clock: Clock
  ids: Ids
  sessions: SessionService
  audit: Audit
}

const ownerLinkDays = 365

export type AccountService = ReturnType<typeof createAccountService>

export function createAccountService({ store, clock, ids, sessions, audit }: AccountPorts) {
  const note = noteIn(audit)

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
      const token = newToken(ids)
      await store.addSetupLink({
        token_hash: hashSecret(token),
        workspace_id: workspaceId,
        role: 'platformOwner',
        created_at: clock.now(),
        expires_at: new Date(clock.now().getTime() + ownerLinkDays * 86_400_000),
        email: null,
        custom_role: null,
        app_roles: null,
        invited_by: null,
      })
      return token
    },

    isLinkValid: async (token: string): Promise<boolean> =>
      (await store.setupLink(hashSecret(token), clock.now())) !== undefined,

    async setUp(input: SetupInput, deviceName?: string): Promise<OpenedSession> {
      const passwordHash = await hashPassword(input.password)
      const user = await store.inTransaction(async (inside) => {
        const link = await inside.takeSetupLink(hashSecret(input.token), clock.now())
        if (!link) throw new PlatformError('identity.linkInvalid')
        if (link.email !== null && link.email !== input.email) throw new PlatformError('identity.linkForOther')
        const isOwner = link.role === 'platformOwner'
        const row: UserRow = {
          id: newId(ids, 'user'),
          email: input.email,
          name: input.name,
          password_hash: passwordHash,
          is_platform_owner: isOwner,
          platform_role: isOwner ? 'platformOwner' : null,
          created_at: clock.now(),
        }
        if (!(await inside.addUser(row))) throw new PlatformError('identity.emailTaken')
        await join(inside, link, { userId: row.id, now: clock.now() })
        return row
      })
      return sessions.open(user, { method: 'link', deviceName })
    },

    async describe(caller: Caller): Promise<Me> {
      const { kind, name, email, role, platformRole, workspaceId, isConfirmed, grants } = caller
      return {
        kind,
        name,
        email,
        role,
        platformRole,
        permissions: [...new Set([...grants.platform, ...grants.workspace])],
        isConfirmed,
        workspaceId,
        workspaces: await listWorkspaces(caller, store),
      }
    },

    /** Whoever makes a workspace is its first owner. */
    async createWorkspace(caller: Caller, name: string): Promise<Workspace> {
      authorizeOnPlatform(caller, 'workspace.create')
      const id = newId(ids, 'ws')
      await store.inTransaction(async (inside) => {
        await inside.addWorkspace({ id, name, created_at: clock.now() })
        const maker = { ...caller, workspaceId: id }
        await note(inside.connection, maker, { action: 'team.create', subject: id, details: { name } })
        if (caller.kind !== 'person') return
        const membership = { workspace_id: id, user_id: caller.id, role: 'owner', custom_role: null } as const
        await inside.teams.addMember({ ...membership, joined_at: clock.now() })
      })
      return { id, name, role: caller.role }
    },
  }
}

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
