/** Between the API's JSON and the browser's `navigator.credentials`. */
import { addPasskeyInputSchema, passkeySignInInputSchema } from '@banyan/contract/sign-in'
import type { AddPasskeyInput, PasskeyOptions, PasskeySignInInput } from '@banyan/contract/sign-in'

type Options = PasskeyOptions['options']

export async function askPasskey(options: Options): Promise<PasskeySignInInput['response']> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const credential = await navigator.credentials.get({ publicKey })
  return passkeySignInInputSchema.shape.response.parse(jsonOf(credential))
}

export async function makePasskey(options: Options): Promise<AddPasskeyInput['response']> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(creationOf(options))
  const credential = await navigator.credentials.create({ publicKey })
  return addPasskeyInputSchema.shape.response.parse(jsonOf(credential))
}

function jsonOf(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The authenticator gave no passkey')
  return credential.toJSON()
}

/** The server made them for exactly this call; the contract only says that they are an object with a challenge. */
function creationOf(options: Options): PublicKeyCredentialCreationOptionsJSON {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return options as unknown as PublicKeyCredentialCreationOptionsJSON
}
