import { consentListSchema, endUserSchema, userDataSchema } from '@banyan/contract/end-users'
import type { Consent, ConsentInput, EndUser, UserSignInInput } from '@banyan/contract/end-users'
import {
  passkeyListSchema,
  passkeyOptionsSchema,
  ssoSchema,
  type AddPasskeyInput,
  type Passkey,
  type PasskeyOptions,
  type PasskeySignInInput,
  type Sso,
} from '@banyan/contract/sign-in'
import { nothing, type Http } from './http.ts'

/** The person who uses mini-programs at this browser: a guest, or an account. For pages of the platform: its cookie says who it is. */
export interface UsersClient {
  /**
   * Who is at the browser.
   *
   * @example
   * const { kind } = await client.users.read()
   */
  read(): Promise<EndUser>
  /**
   * Has a code sent; the answer is the same whether there is an account.
   *
   * @example
   * await client.users.sendCode('lin@example.com')
   */
  sendCode(email: string): Promise<void>
  /**
   * Signs in with the code; a guest brings what he has.
   *
   * @example
   * await client.users.signIn({ email: 'lin@example.com', code: '123456' })
   */
  signIn(input: UserSignInInput): Promise<EndUser>
  /**
   * What the browser's authenticator is asked for a sign-in.
   *
   * @example
   * const { options } = await client.users.startPasskeySignIn()
   */
  startPasskeySignIn(): Promise<PasskeyOptions>
  /**
   * Signs in with what the authenticator answered. Fails with `identity.passkeyInvalid`.
   *
   * @example
   * await client.users.signInByPasskey({ response: credential.toJSON() })
   */
  signInByPasskey(input: PasskeySignInInput): Promise<EndUser>
  /**
   * The provider that users may sign in through, if there is one: the browser goes to `startPath`.
   *
   * @example
   * const { startPath } = await client.users.sso()
   */
  sso(): Promise<Sso>
  /**
   * The person's passkeys.
   *
   * @example
   * const [first] = await client.users.passkeys()
   */
  passkeys(): Promise<readonly Passkey[]>
  /**
   * What the browser's authenticator is asked for a new passkey. Fails with `identity.stepUpRequired` for an account that has not signed in lately.
   *
   * @example
   * const { options } = await client.users.startPasskey()
   */
  startPasskey(): Promise<PasskeyOptions>
  /**
   * Keeps the passkey; a guest has an account by it.
   *
   * @example
   * await client.users.addPasskey({ name: 'phone', response: credential.toJSON() })
   */
  addPasskey(input: AddPasskeyInput): Promise<EndUser>
  /**
   * Forgets a passkey.
   *
   * @example
   * await client.users.removePasskey(passkey.id)
   */
  removePasskey(passkeyId: string): Promise<void>
  /**
   * Makes the browser a stranger's.
   *
   * @example
   * await client.users.signOut()
   */
  signOut(): Promise<void>
  /**
   * Writes down a decision, beside those before.
   *
   * @example
   * await client.users.recordConsent({ appId, kind: 'scope.userLocation', isGranted: true })
   */
  recordConsent(input: ConsentInput): Promise<void>
  /**
   * All decisions, the newest first.
   *
   * @example
   * const [latest] = await client.users.consents()
   */
  consents(): Promise<readonly Consent[]>
  /**
   * Everything that the platform keeps about the person, each part under its name.
   *
   * @example
   * const { users, messages } = await client.users.exportData()
   */
  exportData(): Promise<Record<string, unknown>>
  /**
   * Forgets the person and all of it.
   *
   * @example
   * await client.users.eraseData()
   */
  eraseData(): Promise<void>
}

export function createUsersClient(http: Http): UsersClient {
  const user = { answer: endUserSchema }
  return {
    read: () => http.call('readUser', user),
    sendCode: (email) => http.call('sendUserCode', { answer: nothing, json: { email } }),
    signIn: (json) => http.call('signInUser', { ...user, json }),
    startPasskeySignIn: () => http.call('startUserPasskeySignIn', { answer: passkeyOptionsSchema }),
    signInByPasskey: (json) => http.call('signInUserByPasskey', { ...user, json }),
    sso: () => http.call('readUserSso', { answer: ssoSchema }),
    passkeys: async () => (await http.call('listUserPasskeys', { answer: passkeyListSchema })).items,
    startPasskey: () => http.call('startUserPasskey', { answer: passkeyOptionsSchema }),
    addPasskey: (json) => http.call('addUserPasskey', { ...user, json }),
    removePasskey: (passkeyId) => http.call('removeUserPasskey', { answer: nothing, params: { passkeyId } }),
    signOut: () => http.call('signOutUser', { answer: nothing }),
    recordConsent: (json) => http.call('recordConsent', { answer: nothing, json }),
    consents: async () => (await http.call('listConsents', { answer: consentListSchema })).items,
    exportData: () => http.call('exportUserData', { answer: userDataSchema }),
    eraseData: () => http.call('eraseUserData', { answer: nothing }),
  }
}
