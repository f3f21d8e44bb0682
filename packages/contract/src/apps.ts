/** Mini-programs and their settings. */
import { z } from 'zod'
import { appStandingSchema } from './app-standing.ts'

/** `by` and 16 hex digits. */
export const appIdSchema = z.string().regex(/^by[0-9a-f]{16}$/)
export const appNameSchema = z.string().trim().min(1).max(40)

/**
 * An https origin that the app may call, exactly as `URL.origin` writes it. The platform's owner may bind it to another server,
 * for instance one on the same machine, which no app could reach otherwise.
 */
export const requestDomainSchema = z.object({
  origin: z.string().min(1).max(255),
  upstream: z.string().min(1).max(255).optional(),
})
export type RequestDomain = z.infer<typeof requestDomainSchema>

export const appSchema = z.object({
  id: appIdSchema,
  workspaceId: z.string(),
  name: z.string(),
  description: z.string(),
  /** Path on the platform, or null while there is no icon. */
  iconUrl: z.string().nullable(),
  requestDomains: z.array(requestDomainSchema),
  /** The version that users get, or null while there is none. */
  currentVersion: z.string().nullable(),
  /** Ended ones stay in the list. */
  standing: appStandingSchema,
  createdAt: z.iso.datetime(),
})
export type App = z.infer<typeof appSchema>

/** GET /api/v1/apps */
export const appListSchema = z.object({ items: z.array(appSchema) })

/** POST /api/v1/apps */
export const createAppInputSchema = z.object({
  name: appNameSchema,
  description: z.string().trim().max(200).optional(),
})
export type CreateAppInput = z.infer<typeof createAppInputSchema>

/** PATCH /api/v1/apps/:appId; `requestDomains` replaces the list. The icon goes to PUT /api/v1/apps/:appId/icon as image bytes. */
export const updateAppInputSchema = z.object({
  name: appNameSchema.optional(),
  description: z.string().trim().max(200).optional(),
  requestDomains: z.array(requestDomainSchema).max(200).optional(),
})
export type UpdateAppInput = z.infer<typeof updateAppInputSchema>

export const iconMaxBytes = 256 * 1024
