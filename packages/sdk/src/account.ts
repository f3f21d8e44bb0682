import {
  meSchema,
  sessionListSchema,
  type ChangePasswordInput,
  type ConfirmInput,
  type Me,
  type Session,
} from '@banyan/contract/identity'
import {
  passkeyListSchema,
  passkeyOptionsSchema,
  passkeySchema,
  recoveryCodesSchema,
  secondFactorSetupSchema,
  secondFactorStateSchema,
  ssoSchema,
  type AddPasskeyInput,
  type CompleteRecoveryInput,
  type EmailCodeInput,
  type Passkey,
  type PasskeyOptions,
  type PasskeySignInInput,
  type RecoveryCodes,
  type SecondFactorSetup,
  type SecondFactorState,
  type Sso,
} from '@banyan/contract/sign-in'
import { nothing, type Http } from './http.ts'

/** A person's own account, and the ways to sign in beside the password. For browsers: the session is in a cookie. */
export interface AccountClient {
  /**
   * Sends a code to the address, if it has an account; the answer is the same if not.
   *
   * @example
   * await client.account.sendEmailCode('lin@example.com')
   */
  sendEmailCode(email: string): Promise<void>
  /**
   * Opens a session with the code that came by mail.
   *
   * @example
   * await client.account.signInByEmail({ email: 'lin@example.com', emailCode: '12345678' })
   */
  signInByEmail(input: EmailCodeInput): Promise<Me>
  /**
   * The owner's OpenID provider, if there is one.
   *
   * @example
   * const { startPath } = await client.account.sso()
   */
  sso(): Promise<Sso>
  /**
   * What the browser's authenticator is asked for a sign-in.
   *
   * @example
   * const { options } = await client.account.startPasskeySignIn()
   */
  startPasskeySignIn(): Promise<PasskeyOptions>
  /**
   * Opens a session with what the authenticator answered.
   *
   * @example
   * await client.account.signInByPasskey({ response: credential.toJSON() })
   */
  signInByPasskey(input: PasskeySignInInput): Promise<Me>
  /**
   * Proves again that it is he, for the operations that ask for it; it holds for 30 minutes.
   *
   * @example
   * await client.account.confirm({ password })
   */
  confirm(input: ConfirmInput): Promise<void>
  /**
   * Where the person is signed in.
   *
   * @example
   * const others = (await client.account.sessions()).filter(({ isCurrent }) => !isCurrent)
   */
  sessions(): Promise<readonly Session[]>
  /**
   * Ends a session; without an id, all but this one.
   *
   * @example
   * await client.account.revokeSession()
   */
  revokeSession(sessionId?: string): Promise<void>
  /**
   * Calls a session by a name that its person knows the device by.
   *
   * @example
   * await client.account.nameSession(session.id, 'Laptop')
   */
  nameSession(sessionId: string, deviceName: string): Promise<void>
  /**
   * Has a link for a new password sent to the address; the answer is the same if nobody has it.
   *
   * @example
   * await client.account.startRecovery('lin@example.com')
   */
  startRecovery(email: string): Promise<void>
  /**
   * Sets the password by the link that came, and ends all sessions.
   *
   * @example
   * await client.account.completeRecovery({ token, password })
   */
  completeRecovery(input: CompleteRecoveryInput): Promise<void>
  /**
   * Sets another password and ends all other sessions.
   *
   * @example
   * await client.account.changePassword({ password })
   */
  changePassword(input: ChangePasswordInput): Promise<void>
  /**
   * Whether a second factor is on.
   *
   * @example
   * const { isOn } = await client.account.secondFactor()
   */
  secondFactor(): Promise<SecondFactorState>
  /**
   * A new secret for an authenticator app; it counts after `confirmSecondFactor`.
   *
   * @example
   * const { uri } = await client.account.startSecondFactor()
   */
  startSecondFactor(): Promise<SecondFactorSetup>
  /**
   * Turns the second factor on, with a code that proves that the app has the secret. The recovery codes are shown this once.
   *
   * @example
   * const { recoveryCodes } = await client.account.confirmSecondFactor('123456')
   */
  confirmSecondFactor(code: string): Promise<RecoveryCodes>
  /**
   * Turns the second factor off.
   *
   * @example
   * await client.account.removeSecondFactor()
   */
  removeSecondFactor(): Promise<void>
  /**
   * New recovery codes; those before are void.
   *
   * @example
   * const { recoveryCodes } = await client.account.renewRecoveryCodes()
   */
  renewRecoveryCodes(): Promise<RecoveryCodes>
  /**
   * The passkeys of the account.
   *
   * @example
   * const [first] = await client.account.passkeys()
   */
  passkeys(): Promise<readonly Passkey[]>
  /**
   * What the browser's authenticator is asked for a new passkey.
   *
   * @example
   * const { options } = await client.account.startPasskey()
   */
  startPasskey(): Promise<PasskeyOptions>
  /**
   * Keeps the passkey that the authenticator made.
   *
   * @example
   * await client.account.addPasskey({ name: 'laptop', response: credential.toJSON() })
   */
  addPasskey(input: AddPasskeyInput): Promise<Passkey>
  /**
   * Forgets a passkey.
   *
   * @example
   * await client.account.removePasskey(passkey.id)
   */
  removePasskey(passkeyId: string): Promise<void>
}

export function createAccountClient(http: Http): AccountClient {
  const me = { answer: meSchema }
  return {
    sendEmailCode: (email) => http.call('sendEmailCode', { answer: nothing, json: { email } }),
    signInByEmail: (input) => http.call('signInByEmail', { ...me, json: input }),
    sso: () => http.call('readSso', { answer: ssoSchema }),
    startPasskeySignIn: () => http.call('startPasskeySignIn', { answer: passkeyOptionsSchema }),
    signInByPasskey: (input) => http.call('signInByPasskey', { ...me, json: input }),
    confirm: (input) => http.call('confirmSession', { answer: nothing, json: input }),
    sessions: async () => (await http.call('listSessions', { answer: sessionListSchema })).items,
    revokeSession: (sessionId) =>
      sessionId === undefined
        ? http.call('revokeOtherSessions', { answer: nothing })
        : http.call('revokeSession', { answer: nothing, params: { sessionId } }),
    nameSession: (sessionId, deviceName) =>
      http.call('nameSession', { answer: nothing, params: { sessionId }, json: { deviceName } }),
    startRecovery: (email) => http.call('startRecovery', { answer: nothing, json: { email } }),
    completeRecovery: (input) => http.call('completeRecovery', { answer: nothing, json: input }),
    changePassword: (input) => http.call('changePassword', { answer: nothing, json: input }),
    secondFactor: () => http.call('readSecondFactor', { answer: secondFactorStateSchema }),
    startSecondFactor: () => http.call('startSecondFactor', { answer: secondFactorSetupSchema }),
    confirmSecondFactor: (code) => http.call('confirmSecondFactor', { answer: recoveryCodesSchema, json: { code } }),
    removeSecondFactor: () => http.call('removeSecondFactor', { answer: nothing }),
    renewRecoveryCodes: () => http.call('renewRecoveryCodes', { answer: recoveryCodesSchema }),
    passkeys: async () => (await http.call('listPasskeys', { answer: passkeyListSchema })).items,
    startPasskey: () => http.call('startPasskey', { answer: passkeyOptionsSchema }),
    addPasskey: (input) => http.call('addPasskey', { answer: passkeySchema, json: input }),
    removePasskey: (passkeyId) => http.call('removePasskey', { answer: nothing, params: { passkeyId } }),
  }
}
