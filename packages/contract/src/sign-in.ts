/** Ways to sign in beside the password: second factor, code by mail, passkey; recovery; and a device that shows a code. */
import { z } from 'zod'
import { emailSchema, passwordSchema, personNameSchema } from './identity.ts'

const secondFactorCode = z.string().min(6).max(32)

/** GET /api/v1/me/second-factor */
export const secondFactorStateSchema = z.object({ isOn: z.boolean(), recoveryCodesLeft: z.int() })
export type SecondFactorState = z.infer<typeof secondFactorStateSchema>
/** POST /api/v1/me/second-factor: the secret for the authenticator app, as text and as the address of a QR code. */
export const secondFactorSetupSchema = z.object({ secret: z.string(), uri: z.string() })
export type SecondFactorSetup = z.infer<typeof secondFactorSetupSchema>
/** POST /api/v1/me/second-factor/confirm */
export const secondFactorCodeInputSchema = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>

/** POST /api/v1/session/email-code, and POST /api/v1/recovery: the answer is the same for an address that nobody has. */
export const emailOnlyInputSchema = z.strictObject({ email: emailSchema })
/** POST /api/v1/session/email */
export const emailCodeInputSchema = z.strictObject({
  email: emailSchema,
  emailCode: z.string().regex(/^\d{8}$/),
  code: secondFactorCode.optional(),
})
export type EmailCodeInput = z.infer<typeof emailCodeInputSchema>
/** POST /api/v1/recovery/complete: sets a new password and ends all sessions; it opens none. */
export const completeRecoveryInputSchema = z.strictObject({
  token: z.string().min(1).max(128),
  password: passwordSchema,
})
export type CompleteRecoveryInput = z.infer<typeof completeRecoveryInputSchema>

/** GET /api/v1/me/passkeys */
export const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type Passkey = z.infer<typeof passkeySchema>
export const passkeyListSchema = z.object({ items: z.array(passkeySchema) })
/** What `navigator.credentials` is given, in the JSON form of WebAuthn level 3. */
export const passkeyOptionsSchema = z.object({ options: z.looseObject({ challenge: z.string() }) })
export type PasskeyOptions = z.infer<typeof passkeyOptionsSchema>

const base64url = z.string().regex(/^[\w-]*$/)
const credential = {
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).optional(),
  authenticatorAttachment: z.string().max(40).optional(),
}
/** POST /api/v1/me/passkeys: what the authenticator answered. */
export const addPasskeyInputSchema = z.strictObject({
  name: personNameSchema,
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url.max(4096),
      attestationObject: base64url.max(16_384),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  }),
})
export type AddPasskeyInput = z.infer<typeof addPasskeyInputSchema>
/** POST /api/v1/session/passkey */
export const passkeySignInInputSchema = z.strictObject({
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url.max(4096),
      authenticatorData: base64url.max(4096),
      signature: base64url.max(4096),
      userHandle: base64url.max(200).optional(),
    }),
  }),
})
export type PasskeySignInInput = z.infer<typeof passkeySignInInputSchema>

/** POST /api/v1/device/code: for a program without a browser, as RFC 8628. */
export const deviceCodeInputSchema = z.strictObject({ name: personNameSchema })
export const deviceCodeSchema = z.object({
  deviceCode: z.string(),
  /** What the person types at `verificationUrl`. */
  userCode: z.string(),
  verificationUrl: z.string(),
  intervalSeconds: z.int(),
  expiresInSeconds: z.int(),
})
export type DeviceCode = z.infer<typeof deviceCodeSchema>
/** POST /api/v1/device/approve, by a person who may make keys */
export const approveDeviceInputSchema = z.strictObject({
  userCode: z.string().min(8).max(12),
  /** A developer uploads and submits; an admin also publishes. Never more than the person may. */
  role: z.enum(['developer', 'admin']).default('developer'),
})
export type ApproveDeviceInput = z.input<typeof approveDeviceInputSchema>
/** POST /api/v1/device/token: `identity.devicePending` until somebody has approved. */
export const deviceTokenInputSchema = z.strictObject({ deviceCode: z.string().min(1).max(128) })
export const deviceTokenSchema = z.object({ apiKey: z.string() })
export type DeviceToken = z.infer<typeof deviceTokenSchema>

/** GET /api/v1/session/sso: the owner's OpenID provider. A browser that opens `startPath` with `?returnTo=/path` comes back signed in. */
export const ssoSchema = z.object({ name: z.string().nullable(), startPath: z.string().nullable() })
export type Sso = z.infer<typeof ssoSchema>
