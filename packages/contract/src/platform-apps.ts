/** Mini-programs of all teams, as the platform's staff sees them. */
import { z } from 'zod'
import { appStandingSchema } from './app-standing.ts'
import { appIdSchema } from './apps.ts'
import { cursorSchema } from './cursor.ts'
import type { ApiRoute } from './api-route.ts'

export const platformAppSchema = z.object({
  id: appIdSchema,
  name: z.string(),
  description: z.string(),
  /** Path on the platform, or null while there is no icon. */
  iconUrl: z.string().nullable(),
  workspaceId: z.string(),
  /** Of the team. */
  workspaceName: z.string(),
  category: z.string().nullable(),
  standing: appStandingSchema,
  standingReason: z.string().nullable(),
  /** Until when a suspension may be appealed against. */
  appealUntil: z.iso.datetime().nullable(),
  /** What the team says against the suspension; null while it says nothing. */
  appeal: z.string().nullable(),
  currentVersion: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type PlatformApp = z.infer<typeof platformAppSchema>

/** GET /api/v1/platform/apps: the newest first. */
export const platformAppQuerySchema = z.strictObject({
  /** A part of the app's or the team's name, or the id of either. */
  search: z.string().trim().max(80).optional(),
  workspaceId: z.string().max(64).optional(),
  standing: appStandingSchema.optional(),
  /** `waiting`: suspended, and the team has appealed. */
  appeal: z.literal('waiting').optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PlatformAppQuery = z.infer<typeof platformAppQuerySchema>
export const platformAppListSchema = z.object({ items: z.array(platformAppSchema), nextCursor: z.string().nullable() })
export type PlatformAppList = z.infer<typeof platformAppListSchema>

export const platformAppRoutes = {
  /** PlatformAppQuery -> PlatformAppList */
  listPlatformApps: { method: 'GET', path: '/api/v1/platform/apps', access: { permission: 'platform.read' } },
} as const satisfies Readonly<Record<string, ApiRoute>>
