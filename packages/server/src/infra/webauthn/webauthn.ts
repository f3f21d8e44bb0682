/** WebAuthn by a library that is loaded when somebody first uses a passkey. Whoever calls keeps challenges and keys. */
import { PlatformError } from '@banyan/contract/errors'
import type { AddPasskeyInput, PasskeyOptions, PasskeySignInInput } from '@banyan/contract/sign-in'

export interface PasskeyOwner {
  id: string
  /** What the authenticator lists. */
  name: string
  displayName: string
}

export interface VerifiedPasskey {
  id: string
  /** Base64. */
  publicKey: string
  counter: number
}

/** Whether the challenge is ours, for this use, and was not used before. */
export type TakeChallenge = (challenge: string) => Promise<boolean>

export function createWebauthn(origin: () => string) {
  const load = () => import('@simplewebauthn/server')
  const rpId = (): string => new URL(origin()).hostname

  return {
    async registrationOptions(owner: PasskeyOwner, known: readonly string[]): Promise<PasskeyOptions> {
      const { generateRegistrationOptions } = await load()
      const options = await generateRegistrationOptions({
        rpName: 'Banyan',
        rpID: rpId(),
        userName: owner.name,
        userID: new Uint8Array(Buffer.from(owner.id)),
        userDisplayName: owner.displayName,
        attestationType: 'none',
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { options: { ...options } }
    },

    /** Throws `identity.passkeyInvalid`. */
    async verifyRegistration(
      response: AddPasskeyInput['response'],
      takeChallenge: TakeChallenge,
    ): Promise<VerifiedPasskey> {
      const { verifyRegistrationResponse } = await load()
      const { transports: _named, ...attestation } = response.response
      const checked = await verifyRegistrationResponse({
        response: { ...credentialOf(response), response: attestation },
        expectedChallenge: takeChallenge,
        expectedOrigin: origin(),
        expectedRPID: rpId(),
        requireUserVerification: true,
      }).catch(refuse)
      if (!checked.verified) throw new PlatformError('identity.passkeyInvalid')
      const { id, publicKey, counter } = checked.registrationInfo.credential
      return { id, publicKey: Buffer.from(publicKey).toString('base64'), counter }
    },

    async signInOptions(): Promise<PasskeyOptions> {
      const { generateAuthenticationOptions } = await load()
      const options = await generateAuthenticationOptions({ rpID: rpId(), userVerification: 'required' })
      return { options: { ...options } }
    },

    /** The counter that the key now has. Throws `identity.passkeyInvalid`. */
    async verifySignIn(
      { response }: PasskeySignInInput,
      key: VerifiedPasskey,
      takeChallenge: TakeChallenge,
    ): Promise<number> {
      const { verifyAuthenticationResponse } = await load()
      const { userHandle, ...assertion } = response.response
      const checked = await verifyAuthenticationResponse({
        response: {
          ...credentialOf(response),
          response: userHandle === undefined ? assertion : { ...assertion, userHandle },
        },
        expectedChallenge: takeChallenge,
        expectedOrigin: origin(),
        expectedRPID: rpId(),
        credential: {
          id: key.id,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')),
          counter: key.counter,
        },
        requireUserVerification: true,
      }).catch(refuse)
      if (!checked.verified) throw new PlatformError('identity.passkeyInvalid')
      return checked.authenticationInfo.newCounter
    },
  }
}

function credentialOf({ id, rawId }: { id: string; rawId: string }) {
  return { id, rawId, type: 'public-key', clientExtensionResults: {} } as const
}

/** The library says by an error what was wrong with what the client sent. */
function refuse(cause: unknown): never {
  throw new PlatformError('identity.passkeyInvalid', {
    cause,
    ...(cause instanceof Error && { detail: cause.message.slice(0, 200) }),
  })
}
