/** Programs that may ask who a person is: staff registers them, and a person takes back what he allowed. */
import type {
  CreatedOpenidClient,
  CreateOpenidClientInput,
  OpenidClient,
  OpenidGrant,
  UpdateOpenidClientInput,
} from '@banyan/contract/openid'
import { openidSecretPrefix } from '@banyan/contract/openid'
import { PlatformError } from '@banyan/contract/errors'
import type { Audit } from '#domains/audit'
import { authorizeOnPlatform, hashSecret, newSecret, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { ClientRow, OpenidStore } from './store.ts'

export interface ClientPorts {
  store: OpenidStore
  audit: Audit
  clock: Clock
  ids: Ids
}

export type OpenidClients = ReturnType<typeof createOpenidClients>

export function createOpenidClients({ store, audit, clock, ids }: ClientPorts) {
  async function change<Result>(
    caller: Caller,
    step: { action: `openid.${string}`; subject: string; details?: Record<string, unknown> },
    work: (inside: OpenidStore) => Promise<Result>,
  ): Promise<Result> {
    return store.inTransaction(async (inside) => {
      const result = await work(inside)
      await audit.record(inside.connection, { actor: caller, details: {}, ...step })
      return result
    })
  }

  async function update(inside: OpenidStore, id: string, row: Partial<ClientRow>): Promise<ClientRow> {
    const saved = await inside.updateClient(id, row)
    if (!saved) throw new PlatformError('openid.clientNotFound')
    return saved
  }

  return {
    async list(caller: Caller): Promise<OpenidClient[]> {
      authorizeOnPlatform(caller, 'platform.read')
      return (await store.clients()).map(present)
    },

    async create(
      caller: Caller,
      { name, redirectUris, isPublic = false }: CreateOpenidClientInput,
    ): Promise<CreatedOpenidClient> {
      authorizeOnPlatform(caller, 'platform.edit')
      const secret = isPublic ? null : newSecret(ids, openidSecretPrefix)
      const row: ClientRow = {
        id: newId(ids, 'client'),
        name,
        secret_hash: secret === null ? null : hashSecret(secret),
        redirect_uris: [...redirectUris],
        created_at: clock.now(),
      }
      const step = { action: 'openid.createClient', subject: row.id, details: { name, redirectUris } } as const
      await change(caller, step, (inside) => inside.addClient(row))
      return { ...present(row), clientSecret: secret }
    },

    async update(caller: Caller, id: string, { name, redirectUris }: UpdateOpenidClientInput): Promise<OpenidClient> {
      authorizeOnPlatform(caller, 'platform.edit')
      const row = {
        ...(name !== undefined && { name }),
        ...(redirectUris !== undefined && { redirect_uris: redirectUris }),
      }
      if (Object.keys(row).length === 0) {
        const known = await store.client(id)
        if (!known) throw new PlatformError('openid.clientNotFound')
        return present(known)
      }
      const step = { action: 'openid.updateClient', subject: id, details: { name, redirectUris } } as const
      return present(await change(caller, step, (inside) => update(inside, id, row)))
    },

    /** A public program stays without one. */
    async rotateSecret(caller: Caller, id: string): Promise<CreatedOpenidClient> {
      authorizeOnPlatform(caller, 'platform.edit')
      const known = await store.client(id)
      if (!known || known.secret_hash === null) throw new PlatformError('openid.clientNotFound')
      const secret = newSecret(ids, openidSecretPrefix)
      const step = { action: 'openid.rotateSecret', subject: id } as const
      const row = await change(caller, step, (inside) => update(inside, id, { secret_hash: hashSecret(secret) }))
      return { ...present(row), clientSecret: secret }
    },

    async remove(caller: Caller, id: string): Promise<void> {
      authorizeOnPlatform(caller, 'platform.edit')
      await change(caller, { action: 'openid.deleteClient', subject: id }, async (inside) => {
        if (!(await inside.removeClient(id))) throw new PlatformError('openid.clientNotFound')
      })
    },

    async grants(caller: Caller): Promise<OpenidGrant[]> {
      return (await store.grants(caller.id)).map((row) => ({
        clientId: row.client_id,
        name: row.name,
        scopes: row.scopes,
        grantedAt: row.granted_at.toISOString(),
      }))
    },

    async revokeGrant(caller: Caller, id: string): Promise<void> {
      await change(caller, { action: 'openid.revokeGrant', subject: id }, async (inside) => {
        if (!(await inside.removeGrant(caller.id, id))) throw new PlatformError('openid.grantNotFound')
        await inside.removeTokensOf(caller.id, id)
      })
    },
  }
}

function present(row: ClientRow): OpenidClient {
  return {
    clientId: row.id,
    name: row.name,
    redirectUris: row.redirect_uris,
    isPublic: row.secret_hash === null,
    createdAt: row.created_at.toISOString(),
  }
}
