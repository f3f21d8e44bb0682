/** End users of mini-programs, as the platform's staff sees them: to find somebody who asks for help, never to read who he is. */
import { z } from 'zod'
import { appIdSchema } from './apps.ts'
import { cursorSchema } from './cursor.ts'
import type { ApiRoute } from './api-route.ts'

export const platformUserSchema = z.object({
  id: z.string(),
  kind: z.enum(['guest', 'account']),
  /** `l***@example.com` */
  email: z.string().nullable(),
  /** Mini-programs that he has used. */
  apps: z.array(z.object({ appId: z.string(), openId: z.string(), lastSeenAt: z.iso.datetime().nullable() })),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
})
export type PlatformUser = z.infer<typeof platformUserSchema>

/** GET /api/v1/platform/users: the newest first. */
export const platformUserQuerySchema = z.strictObject({
  /** All of an e-mail address, of an `openid`, or of an id: with parts, what is masked could be guessed bit by bit. */
  search: z.string().trim().max(254).optional(),
  kind: z.enum(['guest', 'account']).optional(),
  appId: appIdSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PlatformUserQuery = z.infer<typeof platformUserQuerySchema>
export const platformUserListSchema = z.object({
  items: z.array(platformUserSchema),
  nextCursor: z.string().nullable(),
})
export type PlatformUserList = z.infer<typeof platformUserListSchema>

export const platformUserRoutes = {
  /** PlatformUserQuery -> PlatformUserList */
  listPlatformUsers: { method: 'GET', path: '/api/v1/platform/users', access: { permission: 'platform.read' } },
} as const satisfies Readonly<Record<string, ApiRoute>>
