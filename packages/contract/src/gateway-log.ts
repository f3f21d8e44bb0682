/** What the gateway did for an app, for its developers: where requests went and how they ended, never what was in them. */
import { z } from 'zod'

/** How much of the past is kept for each app, whichever ends first. */
export const gatewayLogLimits = { entries: 1000, days: 7 } as const

export const gatewayLogEntrySchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  purpose: z.enum(['request', 'upload', 'download']),
  method: z.string(),
  /** Origin and path; values of the query, long numbers and what looks like a token stand as `…`. */
  url: z.string(),
  /** What the server answered; null when it did not. */
  status: z.int().nullable(),
  /** The error code of the gateway's refusal or failure; null when the server answered. */
  failure: z.string().nullable(),
  /** Until the head of the answer was there. */
  durationMs: z.int(),
  /** The answer came from the gateway's memory, as the server's own headers allow. */
  isCached: z.boolean(),
})
export type GatewayLogEntry = z.infer<typeof gatewayLogEntrySchema>

/** GET /api/v1/apps/:appId/gateway-log, newest first. */
export const gatewayLogQuerySchema = z.strictObject({
  /** `failed`: no answer, or a status of 400 and more. */
  outcome: z.enum(['all', 'failed']).default('all'),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type GatewayLogQuery = z.infer<typeof gatewayLogQuerySchema>
export const gatewayLogSchema = z.object({ items: z.array(gatewayLogEntrySchema), nextCursor: z.string().nullable() })
export type GatewayLog = z.infer<typeof gatewayLogSchema>
