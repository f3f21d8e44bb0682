/** Every page of a version, opened in a browser before people decide about it. */
import { z } from 'zod'

export const pageReportStates = ['waiting', 'running', 'finished', 'skipped', 'failed'] as const
export const pageReportStateSchema = z.enum(pageReportStates)
export type PageReportState = z.infer<typeof pageReportStateSchema>

export const pageFiguresSchema = z.object({
  /** From the address to the first content of the page, in milliseconds. */
  shownMs: z.number(),
  /** Beyond 50 ms of each task that kept the screen from answering, in sum. */
  blockedMs: z.number(),
  transferredBytes: z.int(),
  /** Elements in the page's document. */
  nodeCount: z.int(),
})
export type PageFigures = z.infer<typeof pageFiguresSchema>

export const accessibilityFindingSchema = z.object({
  /** A rule of axe-core, such as `color-contrast`. */
  rule: z.string(),
  impact: z.enum(['minor', 'moderate', 'serious', 'critical']),
  help: z.string(),
  count: z.int(),
  /** Selectors of the first elements. */
  targets: z.array(z.string()),
})
export type AccessibilityFinding = z.infer<typeof accessibilityFindingSchema>

export const pageLookSchema = z.object({
  /** As in `app.json`. */
  path: z.string(),
  /** `failed`: it did not open, stayed blank, or its script threw. */
  outcome: z.enum(['passed', 'warning', 'failed']),
  /** Name of the picture under `…/images/`; null when there was nothing to take. */
  screenshot: z.string().nullable(),
  faults: z.array(z.string()),
  accessibility: z.array(accessibilityFindingSchema),
  figures: pageFiguresSchema.nullable(),
  /** Against the same page of the version that users have; null when there is none. */
  difference: z
    .object({
      /** Of the points, 0 to 1. */
      share: z.number(),
      /** What differs, marked; null when nothing does. */
      image: z.string().nullable(),
      /** The page as users have it. */
      before: z.string(),
    })
    .nullable(),
})
export type PageLook = z.infer<typeof pageLookSchema>

/** GET /api/v1/apps/:appId/versions/:version/page-report, and the same under /api/v1/review/:appId */
export const pageReportSchema = z.object({
  appId: z.string(),
  version: z.string(),
  state: pageReportStateSchema,
  /** Why there is nothing: no browser on the server, or what went wrong. */
  reason: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** The version that pictures were compared with. */
  comparedWith: z.string().nullable(),
  pages: z.array(pageLookSchema),
})
export type PageReport = z.infer<typeof pageReportSchema>

/** Name of a picture: the SHA-256 of its bytes. */
export const pageImageNameSchema = z.string().regex(/^[0-9a-f]{64}$/)
