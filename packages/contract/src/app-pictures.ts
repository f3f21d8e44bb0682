/** Pictures of a mini-program at work, for portals and reviewers. */
import { z } from 'zod'

export const screenshotLimits = { count: 10, bytes: 4 * 1024 * 1024 } as const

/** GET, POST and PUT /api/v1/apps/:appId/screenshots answer with all, in their order. */
export const screenshotListSchema = z.object({
  items: z.array(z.object({ id: z.string(), /** Public, beside the platform's own address. */ url: z.string() })),
})
export type ScreenshotList = z.infer<typeof screenshotListSchema>

/** PUT: the order; a picture that is left out is gone. */
export const arrangeScreenshotsInputSchema = z.strictObject({
  ids: z.array(z.string().max(40)).max(screenshotLimits.count),
})
export type ArrangeScreenshotsInput = z.infer<typeof arrangeScreenshotsInputSchema>
