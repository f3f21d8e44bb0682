/** Who calls: people with a session cookie, machines with an API key. Both act inside one workspace. */
import { z } from 'zod'
import { appIdSchema } from './apps.ts'
import { permissionSchema, platformRoleSchema, platformRoles, teamRoles } from './permissions.ts'

/** How somebody stands to the workspace that he acts in; what it allows is in `permissions`, and only that is ever asked. */
export const roleSchema = z.enum([...platformRoles, ...teamRoles])
export type Role = z.infer<typeof roleSchema>

export const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase())
/** Length is the only rule: NIST SP 800-63B and ASVS 6.2 advise against rules of composition. */
export const passwordSchema = z.string().min(10).max(128)
export const personNameSchema = z.string().trim().min(1).max(60)

export const workspaceSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema })
export type Workspace = z.infer<typeof workspaceSchema>

/** POST /api/v1/workspaces, for the platform's owner. */
export const createWorkspaceInputSchema = z.object({ name: personNameSchema })

/** GET /api/v1/me */
export const meSchema = z.object({
  kind: z.enum(['person', 'apiKey']),
  /** Of the person, or of the key. */
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  platformRole: platformRoleSchema.nullable(),
  /** In this workspace, for all its apps, and as staff. */
  permissions: z.array(permissionSchema),
  /** Whether a person has proved lately that it is he, as dangerous operations ask. */
  isConfirmed: z.boolean(),
  /** Empty for a person who is in no team. */
  workspaceId: z.string(),
  workspaces: z.array(workspaceSchema),
})
export type Me = z.infer<typeof meSchema>

/** POST /api/v1/setup: the one-time link of the owner, or of an invited member. */
export const setupInputSchema = z.object({
  token: z.string().min(1).max(128),
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
})
export type SetupInput = z.infer<typeof setupInputSchema>

/** POST /api/v1/session sets the cookie; DELETE /api/v1/session removes it. */
export const signInInputSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(128),
  /** Of the second factor, where there is one. */
  code: z.string().min(6).max(32).optional(),
})
export type SignInInput = z.infer<typeof signInInputSchema>

/** Starts every API key, so that scanners can find leaked ones. `byk_` + 32 random characters + 6 of checksum. */
export const apiKeyPrefix = 'byk_'

const keyLimits = {
  /** Null for everything that the role has. */
  scopes: z.array(permissionSchema).max(64).nullable(),
  /** Null for all apps of the workspace; else the key does nothing outside of these. */
  appIds: z.array(appIdSchema).min(1).max(100).nullable(),
  /** Addresses and networks: `203.0.113.7`, `10.0.0.0/8`. Null for anywhere. */
  allowedIps: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
    .min(1)
    .max(50)
    .nullable(),
  expiresAt: z.iso.datetime().nullable(),
}

/** GET /api/v1/api-keys */
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to recognise it by. */
  hint: z.string(),
  role: roleSchema,
  ...keyLimits,
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>
export const apiKeyListSchema = z.object({ items: z.array(apiKeySchema) })

/** POST /api/v1/api-keys; it never may more than the caller. */
export const createApiKeyInputSchema = z.object({
  name: personNameSchema,
  role: roleSchema.default('developer'),
  scopes: keyLimits.scopes.optional(),
  appIds: keyLimits.appIds.optional(),
  allowedIps: keyLimits.allowedIps.optional(),
  expiresAt: keyLimits.expiresAt.optional(),
})
export type CreateApiKeyInput = z.input<typeof createApiKeyInputSchema>
/** `secret` is shown this once. */
export const createdApiKeySchema = apiKeySchema.extend({ secret: z.string() })
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>

/** Chooses the workspace of a person who is in several; an API key has exactly one. */
export const workspaceHeader = 'banyan-workspace'

/** POST /api/v1/session/confirm: a password, or a code of the authenticator or of the recovery sheet. */
export const confirmInputSchema = z.union([
  z.strictObject({ password: z.string().min(1).max(128) }),
  z.strictObject({ code: z.string().min(6).max(32) }),
])
export type ConfirmInput = z.infer<typeof confirmInputSchema>

/** GET /api/v1/sessions */
export const sessionSchema = z.object({
  id: z.string(),
  deviceName: z.string(),
  /** How it was opened: `password`, `emailCode`, `passkey`, `sso` or `link`. */
  method: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  isCurrent: z.boolean(),
})
export type Session = z.infer<typeof sessionSchema>
export const sessionListSchema = z.object({ items: z.array(sessionSchema) })
/** PATCH /api/v1/sessions/{sessionId} */
export const nameSessionInputSchema = z.strictObject({ deviceName: personNameSchema })

/** PUT /api/v1/me/password: ends all other sessions. */
export const changePasswordInputSchema = z.strictObject({ password: passwordSchema })
export type ChangePasswordInput = z.infer<typeof changePasswordInputSchema>
