/** What one app may use of the platform. The limits are settings of the platform's owner, by the same names. */
import { z } from 'zod'

export const quotaKeys = ['quotas.versions', 'quotas.storageBytes', 'quotas.packageBytes'] as const

export const quotaSchema = z.object({
  key: z.enum(quotaKeys),
  unit: z.enum(['count', 'bytes']),
  limit: z.int(),
  /** Null for what is measured at each upload anew. */
  used: z.int().nullable(),
})
export type Quota = z.infer<typeof quotaSchema>

/** GET /api/v1/apps/:appId/quotas */
export const quotaListSchema = z.object({ items: z.array(quotaSchema) })
