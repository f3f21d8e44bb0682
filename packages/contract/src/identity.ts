/** Who calls: people with a session cookie, machines with an API key. Both act inside one workspace. */
import { z } from 'zod'
import { permissionSchema, platformRoleSchema, platformRoles, teamRoleSchema, teamRoles } from './permissions.ts'

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
export const signInInputSchema = z.object({ email: emailSchema, password: z.string().min(1).max(128) })
export type SignInInput = z.infer<typeof signInInputSchema>

/** Starts every API key, so that scanners can find leaked ones. `byk_` + 32 random characters + 6 of checksum. */
export const apiKeyPrefix = 'byk_'

/** GET /api/v1/api-keys */
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to recognise it by. */
  hint: z.string(),
  role: roleSchema,
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>
export const apiKeyListSchema = z.object({ items: z.array(apiKeySchema) })

/** POST /api/v1/api-keys; the role is never above the caller's own. */
export const createApiKeyInputSchema = z.object({ name: personNameSchema, role: roleSchema.default('developer') })
export type CreateApiKeyInput = z.input<typeof createApiKeyInputSchema>
/** `secret` is shown this once. */
export const createdApiKeySchema = apiKeySchema.extend({ secret: z.string() })
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>

/** POST /api/v1/members: answers with a one-time link. */
export const inviteMemberInputSchema = z.object({ role: teamRoleSchema })
export type InviteMemberInput = z.infer<typeof inviteMemberInputSchema>
export const invitationSchema = z.object({ url: z.string(), expiresAt: z.iso.datetime() })
export type Invitation = z.infer<typeof invitationSchema>

/** Chooses the workspace of a person who is in several; an API key has exactly one. */
export const workspaceHeader = 'banyan-workspace'
