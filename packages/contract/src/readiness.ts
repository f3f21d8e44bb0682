/** What is left before an installation is shown to the public, and a letter that shows whether mail arrives. */
import { z } from 'zod'

/** In the order in which an owner would see to them. */
export const readinessItems = ['name', 'address', 'mail', 'secondStep', 'backup'] as const
export const readinessItemSchema = z.object({
  item: z.enum(readinessItems),
  isDone: z.boolean(),
  /** What holds now, or what to do. */
  detail: z.object({ zh: z.string(), en: z.string() }),
})
export type ReadinessItem = z.infer<typeof readinessItemSchema>

/** GET /api/v1/platform/readiness */
export const readinessSchema = z.object({
  items: z.array(readinessItemSchema),
  /** Where people reach the platform, as the server has been told. */
  publicUrl: z.string(),
})
export type Readiness = z.infer<typeof readinessSchema>

/** POST /api/v1/platform/mail-test: a letter to whoever asks. */
export const mailTestSchema = z.object({
  to: z.string(),
  /** `folder`: no mail server is set up, and letters lie in a folder of the server. */
  by: z.enum(['smtp', 'folder']),
  folder: z.string().nullable(),
})
export type MailTest = z.infer<typeof mailTestSchema>
