/**
 * The platform as an OpenID provider: programs of others let people in who have an account here. Its addresses are standard ones and stand in
 * `/.well-known/openid-configuration`; here is how staff registers programs, and how a person takes back what he allowed.
 */
import { z } from 'zod'
import { personNameSchema } from './identity.ts'
import type { ApiRoute } from './api-route.ts'

/** What a program may ask for; `offline_access` is a token that works on while the person is away. */
export const openidScopes = ['openid', 'profile', 'email', 'offline_access'] as const
export const openidScopeSchema = z.enum(openidScopes)
export type OpenidScope = z.infer<typeof openidScopeSchema>

export const openidClientIdSchema = z.string().regex(/^client_[0-9a-z]{20}$/)
/** Starts every secret of a program, so that scanners can find leaked ones. */
export const openidSecretPrefix = 'byo_'

/** Compared letter by letter. Plain http only on the person's own machine; no user, no fragment. */
const redirectUriSchema = z
  .url()
  .max(500)
  .regex(/^(https:\/\/[^\s/?#@]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)([/?][^\s#]*)?$/)

export const openidClientSchema = z.object({
  clientId: z.string(),
  name: z.string(),
  redirectUris: z.array(z.string()),
  /** Runs where everybody can read it, and so has no secret. */
  isPublic: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type OpenidClient = z.infer<typeof openidClientSchema>
export const openidClientListSchema = z.object({ items: z.array(openidClientSchema) })

/** POST /api/v1/platform/openid-clients */
export const createOpenidClientInputSchema = z.strictObject({
  name: personNameSchema,
  redirectUris: z.array(redirectUriSchema).min(1).max(20),
  isPublic: z.boolean().default(false),
})
export type CreateOpenidClientInput = z.input<typeof createOpenidClientInputSchema>
/** `clientSecret` is shown this once; null for a public program. */
export const createdOpenidClientSchema = openidClientSchema.extend({ clientSecret: z.string().nullable() })
export type CreatedOpenidClient = z.infer<typeof createdOpenidClientSchema>
/** PATCH /api/v1/platform/openid-clients/{clientId} */
export const updateOpenidClientInputSchema = z.strictObject({
  name: personNameSchema.optional(),
  redirectUris: z.array(redirectUriSchema).min(1).max(20).optional(),
})
export type UpdateOpenidClientInput = z.infer<typeof updateOpenidClientInputSchema>

/** GET /api/v1/me/openid-grants: which programs the person has let know who he is. */
export const openidGrantSchema = z.object({
  clientId: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  grantedAt: z.iso.datetime(),
})
export type OpenidGrant = z.infer<typeof openidGrantSchema>
export const openidGrantListSchema = z.object({ items: z.array(openidGrantSchema) })

/** POST /openid/authorize, by the page that asks the person: the query that the program sent, and what he says to it. */
export const openidDecisionSchema = z.strictObject({ query: z.string().max(8000), isAllowed: z.boolean() })

const clients = '/api/v1/platform/openid-clients'

export const openidRoutes = {
  /** -> { items: OpenidClient[] } */
  listOpenidClients: { method: 'GET', path: clients, access: { permission: 'platform.read' } },
  /** CreateOpenidClientInput -> 201 CreatedOpenidClient */
  createOpenidClient: { method: 'POST', path: clients, access: { permission: 'platform.edit', isConfirmed: true } },
  /** UpdateOpenidClientInput -> OpenidClient */
  updateOpenidClient: {
    method: 'PATCH',
    path: `${clients}/{clientId}`,
    access: { permission: 'platform.edit', isConfirmed: true },
  },
  /** -> CreatedOpenidClient; the secret before stops working */
  rotateOpenidSecret: {
    method: 'POST',
    path: `${clients}/{clientId}/secret`,
    access: { permission: 'platform.edit', isConfirmed: true },
  },
  /** -> 204; its tokens end */
  deleteOpenidClient: {
    method: 'DELETE',
    path: `${clients}/{clientId}`,
    access: { permission: 'platform.edit', isConfirmed: true },
  },
  /** -> { items: OpenidGrant[] } */
  listOpenidGrants: { method: 'GET', path: '/api/v1/me/openid-grants', access: 'person' },
  /** -> 204; its tokens end */
  revokeOpenidGrant: { method: 'DELETE', path: '/api/v1/me/openid-grants/{clientId}', access: 'person' },
} as const satisfies Readonly<Record<string, ApiRoute>>
