import { apiKeyListSchema, createdApiKeySchema, meSchema } from '@banyan/contract/identity'
import type { ApiKey, CreateApiKeyInput, CreatedApiKey, Me, SetupInput, SignInInput } from '@banyan/contract/identity'
import { invitationSchema } from '@banyan/contract/teams'
import type { Invitation, InviteMemberInput } from '@banyan/contract/teams'
import { deviceCodeSchema, deviceTokenSchema } from '@banyan/contract/sign-in'
import type { ApproveDeviceInput, DeviceCode, DeviceToken } from '@banyan/contract/sign-in'
import { nothing } from './http.ts'
import type { Http } from './http.ts'

export interface IdentityClient {
  /**
   * Who the caller is: the owner of the API key or of the session.
   *
   * @example
   * const { name, role } = await client.identity.me()
   */
  me(): Promise<Me>
  /**
   * Uses up a one-time link and opens a session, which a browser keeps in its cookie.
   *
   * @example
   * await client.identity.setUp({ token, name: 'Lin', email: 'lin@example.com', password })
   */
  setUp(input: SetupInput): Promise<Me>
  /**
   * Opens a session. Fails with `identity.signInFailed`, whatever was wrong.
   *
   * @example
   * await client.identity.signIn({ email: 'lin@example.com', password })
   */
  signIn(input: SignInInput): Promise<Me>
  /**
   * Ends the session.
   *
   * @example
   * await client.identity.signOut()
   */
  signOut(): Promise<void>
  /**
   * The API keys of the workspace, without their secrets.
   *
   * @example
   * const keys = await client.identity.listApiKeys()
   */
  listApiKeys(): Promise<readonly ApiKey[]>
  /**
   * Creates an API key. Its `secret` is in this answer and nowhere else.
   *
   * @example
   * const { secret } = await client.identity.createApiKey({ name: 'build server' })
   */
  createApiKey(input: CreateApiKeyInput): Promise<CreatedApiKey>
  /**
   * Revokes an API key at once.
   *
   * @example
   * await client.identity.revokeApiKey(key.id)
   */
  revokeApiKey(keyId: string): Promise<void>
  /**
   * Makes a one-time link with which somebody joins the workspace.
   *
   * @example
   * const { url } = await client.identity.inviteMember({ role: 'developer' })
   */
  inviteMember(input: InviteMemberInput): Promise<Invitation>
  /**
   * Begins the sign-in of a program without a browser: a person types `userCode` at `verificationUrl`.
   *
   * @example
   * const { userCode, verificationUrl, deviceCode } = await client.identity.startDevice('banyan on my laptop')
   */
  startDevice(name: string): Promise<DeviceCode>
  /**
   * Says yes to a program that shows this code; it gets a key in the caller's workspace, of a developer unless another role is named.
   *
   * @example
   * await client.identity.approveDevice({ userCode: 'BCDF-GHJK', role: 'admin' })
   */
  approveDevice(input: ApproveDeviceInput): Promise<void>
  /**
   * Collects the key, once. Fails with `identity.devicePending` until somebody has approved.
   *
   * @example
   * const { apiKey } = await client.identity.collectDevice(deviceCode)
   */
  collectDevice(deviceCode: string): Promise<DeviceToken>
}

export function createIdentityClient(http: Http): IdentityClient {
  return {
    me: () => http.call('me', { answer: meSchema }),
    setUp: (input) => http.call('setUp', { answer: meSchema, json: input }),
    signIn: (input) => http.call('signIn', { answer: meSchema, json: input }),
    signOut: () => http.call('signOut', { answer: nothing }),
    async listApiKeys() {
      const { items } = await http.call('listApiKeys', { answer: apiKeyListSchema })
      return items
    },
    createApiKey: (input) => http.call('createApiKey', { answer: createdApiKeySchema, json: input }),
    revokeApiKey: (keyId) => http.call('revokeApiKey', { answer: nothing, params: { keyId } }),
    inviteMember: (input) => http.call('inviteMember', { answer: invitationSchema, json: input }),
    startDevice: (name) => http.call('startDevice', { answer: deviceCodeSchema, json: { name } }),
    approveDevice: (input) => http.call('approveDevice', { answer: nothing, json: input }),
    collectDevice: (deviceCode) => http.call('collectDevice', { answer: deviceTokenSchema, json: { deviceCode } }),
  }
}
