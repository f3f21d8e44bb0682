/** Settings: typed keys with a default, changed while the platform runs. A team may have its own value, and an app its own again. */
import { z } from 'zod'

export const settingScopes = ['platform', 'workspace', 'app'] as const
export const settingScopeSchema = z.enum(settingScopes)
export type SettingScope = z.infer<typeof settingScopeSchema>

export const settingSchema = z.object({
  key: z.string(),
  /** What holds here: the value of this place, or of the place above, or the default. */
  value: z.unknown(),
  defaultValue: z.unknown(),
  /** Where the value comes from; null for the default. */
  source: settingScopeSchema.nullable(),
  /** The scopes in which it may have a value. */
  scopes: z.array(settingScopeSchema),
  description: z.object({ zh: z.string(), en: z.string() }),
  /** Page of the console that is made for it; null where the list of settings is the place. */
  editedAt: z.string().nullable(),
})
export type Setting = z.infer<typeof settingSchema>
export const settingListSchema = z.object({ items: z.array(settingSchema) })

/** PUT …/settings/:key; null returns to the value of the place above. */
export const setSettingInputSchema = z.strictObject({ value: z.unknown() })
export type SetSettingInput = z.infer<typeof setSettingInputSchema>

export const settingKeySchema = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/)
  .max(80)

export const settingChangeSchema = z.object({
  id: z.string(),
  key: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type SettingChange = z.infer<typeof settingChangeSchema>
export const settingHistorySchema = z.object({
  items: z.array(settingChangeSchema),
  nextCursor: z.string().nullable(),
})
export const settingHistoryQuerySchema = z.strictObject({
  key: settingKeySchema.optional(),
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type SettingHistoryQuery = z.infer<typeof settingHistoryQuerySchema>
