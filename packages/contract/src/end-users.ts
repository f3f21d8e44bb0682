/** Who uses mini-programs: a guest, known by a cookie alone, or somebody with an account that other browsers know too. */
import { z } from 'zod'
import { appIdSchema } from './apps.ts'
import { emailSchema } from './identity.ts'
import type { ApiRoute } from './api-route.ts'

/** GET /api/v1/user */
export const endUserSchema = z.object({ kind: z.enum(['guest', 'account']), email: z.string().nullable() })
export type EndUser = z.infer<typeof endUserSchema>

/** How an end user may get an account and come back to it; the owner chooses among them. */
export const userWays = ['email', 'passkey', 'sso'] as const
export const userWaySchema = z.enum(userWays)
export type UserWay = z.infer<typeof userWaySchema>
export const userWaysSchema = z
  .array(userWaySchema)
  .refine((ways) => new Set(ways).size === ways.length, 'a way stands twice')

/** POST /api/v1/user/sign-in-code */
export const userCodeInputSchema = z.strictObject({ email: emailSchema })
/** POST /api/v1/user/sign-in: a guest keeps what he has; a first sign-in makes the account. */
export const userSignInInputSchema = z.strictObject({ email: emailSchema, code: z.string().regex(/^\d{6}$/) })
export type UserSignInInput = z.infer<typeof userSignInInputSchema>

/** POST /api/v1/user/consents: every decision is kept, with its time. */
export const consentInputSchema = z.strictObject({
  appId: appIdSchema,
  /** `privacy`, `scope.userLocation` */
  kind: z.string().regex(/^[\w.]{1,60}$/),
  isGranted: z.boolean(),
})
export type ConsentInput = z.infer<typeof consentInputSchema>
export const consentSchema = z.object({
  appId: z.string(),
  kind: z.string(),
  isGranted: z.boolean(),
  decidedAt: z.iso.datetime(),
})
export type Consent = z.infer<typeof consentSchema>
export const consentListSchema = z.object({ items: z.array(consentSchema) })

/** GET /api/v1/user/data: everything that the platform holds about the person; the keys are the parts of the platform. */
export const userDataSchema = z.record(z.string(), z.unknown())

/** Rows of `apiRoutes`. The browser's own cookie says whose data it is; there is no other way to name somebody. */
export const endUserRoutes = {
  /** -> EndUser */
  readUser: { method: 'GET', path: '/api/v1/user', access: 'public' },
  /** { email } -> 202, whoever has the address */
  sendUserCode: { method: 'POST', path: '/api/v1/user/sign-in-code', access: 'public' },
  /** UserSignInInput -> EndUser, and the cookie */
  signInUser: { method: 'POST', path: '/api/v1/user/sign-in', access: 'public' },
  /** -> PasskeyOptions, for the passkey that is in the browser */
  startUserPasskeySignIn: { method: 'POST', path: '/api/v1/user/sign-in/passkey/options', access: 'public' },
  /** PasskeySignInInput -> EndUser, and the cookie */
  signInUserByPasskey: { method: 'POST', path: '/api/v1/user/sign-in/passkey', access: 'public' },
  /** -> Sso: a browser that opens `startPath` with `?returnTo=/path` comes back signed in */
  readUserSso: { method: 'GET', path: '/api/v1/user/sign-in/sso', access: 'public' },
  /** -> { items: Passkey[] } */
  listUserPasskeys: { method: 'GET', path: '/api/v1/user/passkeys', access: 'public' },
  /** -> PasskeyOptions; an account must have signed in lately */
  startUserPasskey: { method: 'POST', path: '/api/v1/user/passkeys/options', access: 'public' },
  /** AddPasskeyInput -> 201 EndUser; a guest becomes an account by it, with a new cookie */
  addUserPasskey: { method: 'POST', path: '/api/v1/user/passkeys', access: 'public' },
  /** -> 204 */
  removeUserPasskey: { method: 'DELETE', path: '/api/v1/user/passkeys/{passkeyId}', access: 'public' },
  /** -> 204 */
  signOutUser: { method: 'POST', path: '/api/v1/user/sign-out', access: 'public' },
  /** ConsentInput -> 204 */
  recordConsent: { method: 'POST', path: '/api/v1/user/consents', access: 'public' },
  /** -> { items: Consent[] }, the newest first */
  listConsents: { method: 'GET', path: '/api/v1/user/consents', access: 'public' },
  /** -> UserData */
  exportUserData: { method: 'GET', path: '/api/v1/user/data', access: 'public' },
  /** -> 204; nothing is left */
  eraseUserData: { method: 'DELETE', path: '/api/v1/user/data', access: 'public' },
} as const satisfies Readonly<Record<string, ApiRoute>>
