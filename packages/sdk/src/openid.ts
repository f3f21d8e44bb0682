import {
  createdOpenidClientSchema,
  openidClientListSchema,
  openidClientSchema,
  openidGrantListSchema,
  type CreatedOpenidClient,
  type CreateOpenidClientInput,
  type OpenidClient,
  type OpenidGrant,
  type UpdateOpenidClientInput,
} from '@banyan/contract/openid'
import { nothing, type Http } from './http.ts'

/** Programs of others that people sign in to with their account here. */
export interface OpenidProviderClient {
  /**
   * Registered programs, for staff.
   *
   * @example
   * const [first] = await client.openid.list()
   */
  list(): Promise<readonly OpenidClient[]>
  /**
   * Registers a program; its secret is in this answer and nowhere else.
   *
   * @example
   * const { clientId, clientSecret } = await client.openid.create({ name: 'Wiki', redirectUris: ['https://wiki.example.com/back'] })
   */
  create(input: CreateOpenidClientInput): Promise<CreatedOpenidClient>
  /**
   * Changes name or addresses; the list of addresses is replaced.
   *
   * @example
   * await client.openid.update(clientId, { name: 'Handbook' })
   */
  update(clientId: string, input: UpdateOpenidClientInput): Promise<OpenidClient>
  /**
   * A new secret; the one before stops working at once.
   *
   * @example
   * const { clientSecret } = await client.openid.rotateSecret(clientId)
   */
  rotateSecret(clientId: string): Promise<CreatedOpenidClient>
  /**
   * Removes the program and ends all its tokens.
   *
   * @example
   * await client.openid.remove(clientId)
   */
  remove(clientId: string): Promise<void>
  /**
   * Which programs the caller has let know who he is.
   *
   * @example
   * for (const { name, scopes } of await client.openid.grants()) console.log(name, scopes)
   */
  grants(): Promise<readonly OpenidGrant[]>
  /**
   * Takes it back, and ends the program's tokens.
   *
   * @example
   * await client.openid.revokeGrant(clientId)
   */
  revokeGrant(clientId: string): Promise<void>
}

export function createOpenidProviderClient(http: Http): OpenidProviderClient {
  const created = { answer: createdOpenidClientSchema }
  return {
    list: async () => (await http.call('listOpenidClients', { answer: openidClientListSchema })).items,
    create: (json) => http.call('createOpenidClient', { ...created, json }),
    update: (clientId, json) =>
      http.call('updateOpenidClient', { answer: openidClientSchema, params: { clientId }, json }),
    rotateSecret: (clientId) => http.call('rotateOpenidSecret', { ...created, params: { clientId } }),
    remove: (clientId) => http.call('deleteOpenidClient', { answer: nothing, params: { clientId } }),
    grants: async () => (await http.call('listOpenidGrants', { answer: openidGrantListSchema })).items,
    revokeGrant: (clientId) => http.call('revokeOpenidGrant', { answer: nothing, params: { clientId } }),
  }
}
