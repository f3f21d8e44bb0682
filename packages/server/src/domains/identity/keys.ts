/** API keys: made by people and machines that may, never with more than they have. */
import { PlatformError } from '@banyan/contract/errors'
import type { ApiKey, CreateApiKeyInput, CreatedApiKey, Role } from '@banyan/contract/identity'
import { permissionSchema } from '@banyan/contract/permissions'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { grantsOfKey } from './grants.ts'
import { authorize, authorizeGrant, requireConfirmed } from './policy.ts'
import { hashSecret, newApiKeySecret } from './secrets.ts'
import type { ApiKeyRow, IdentityStore } from './store.ts'

const hintLength = 10
const keysPerWorkspace = 200

export type KeyService = ReturnType<typeof createKeyService>

export interface KeyPorts {
  store: IdentityStore
  clock: Clock
  ids: Ids
  audit: Audit
}

export function createKeyService({ store, clock, ids, audit }: KeyPorts) {
  const note = noteIn(audit)

  async function add(
    row: Omit<ApiKeyRow, 'id' | 'hint' | 'secret_hash' | 'created_at' | 'last_used_at'>,
    caller?: Caller,
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
    await store.inTransaction(async (inside) => {
      await inside.addApiKey(key)
      if (!caller) return
      const details = { name: key.name, role: key.role, scopes: key.scopes, apps: key.app_ids }
      await note(inside.connection, caller, { action: 'apiKey.create', subject: key.id, details })
    })
    return { ...present(key), secret }
  }

  return {
    async list(caller: Caller): Promise<ApiKey[]> {
      authorize(caller, 'key.manage')
      return (await store.apiKeysIn(caller.workspaceId)).map(present)
    },

    async create(caller: Caller, input: CreateApiKeyInput): Promise<CreatedApiKey> {
      authorize(caller, 'key.manage')
      requireConfirmed(caller)
      const role: Role = input.role ?? 'developer'
      const scopes = input.scopes ?? null
      const { platform, workspace } = grantsOfKey({ role, scopes, appIds: null })
      authorizeGrant(caller, [...platform, ...workspace])
      const expiresAt = input.expiresAt == null ? null : new Date(input.expiresAt)
      if (expiresAt && expiresAt <= clock.now()) {
        throw new PlatformError('request.invalid', { issues: [{ path: 'expiresAt', message: 'lies in the past' }] })
      }
      if ((await store.apiKeysIn(caller.workspaceId)).length >= keysPerWorkspace) {
        throw new PlatformError('identity.tooManyKeys')
      }
      const row = {
        workspace_id: caller.workspaceId,
        name: input.name,
        role,
        purpose: 'general' as const,
        created_by: caller.id,
        scopes,
        app_ids: input.appIds ?? null,
        allowed_ips: input.allowedIps ?? null,
        expires_at: expiresAt,
      }
      return add(row, caller)
    },

    async revoke(caller: Caller, keyId: string): Promise<void> {
      authorize(caller, 'key.manage')
      await store.inTransaction(async (inside) => {
        const removed = await inside.removeApiKey(caller.workspaceId, keyId)
        if (!removed) throw new PlatformError('identity.keyNotFound')
        await note(inside.connection, caller, { action: 'apiKey.revoke', subject: keyId })
      })
    },

    /** A key for the launcher that publishes the first mini-programs; each start replaces the one of the start before. */
    async renewSeedKey(workspaceId: string): Promise<string | undefined> {
      if (await store.hasFact('seeded')) return undefined
      await store.removeSeedKeys()
      const { secret } = await add({
        workspace_id: workspaceId,
        name: 'Banyan',
        purpose: 'seed',
        role: 'platformOwner',
        created_by: null,
        scopes: null,
        app_ids: null,
        allowed_ips: null,
        expires_at: null,
      })
      return secret
    },

    async recordSeeded(): Promise<void> {
      await store.inTransaction(async (inside) => {
        await inside.recordFact('seeded', clock.now())
        await inside.removeSeedKeys()
      })
    },
  }
}

function present(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: row.role,
    scopes: row.scopes?.flatMap((scope) => permissionSchema.safeParse(scope).data ?? []) ?? null,
    appIds: row.app_ids,
    allowedIps: row.allowed_ips,
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
