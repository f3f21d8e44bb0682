/** Gray releases: a new version for some users first, while all others keep the full release. */
import { z } from 'zod'
import { conditionSchema } from './conditions.ts'
import { versionNumberSchema } from './releases.ts'

/** Ten thousandths of all users. */
export const basisPointsSchema = z.int().min(0).max(10_000)

export const grayLimits = { listedUsers: 200_000, listBytes: 8 * 1024 * 1024, stages: 20, segments: 200 } as const

const listedIdSchema = z.string().min(1).max(128)

/** The share grows to `basisPoints`, stays for `dwellMinutes`, then the next stage begins by itself, unless a guard says no. */
export const grayStageSchema = z.object({
  basisPoints: basisPointsSchema.min(1),
  dwellMinutes: z
    .int()
    .min(1)
    .max(60 * 24 * 30),
})
export type GrayStage = z.infer<typeof grayStageSchema>

/** What is compared between those in the gray release and those outside it, at the same time. */
export const guardMetrics = ['errorRate', 'crashFree', 'launchP95Ms'] as const
export const grayGuardSchema = z.object({
  metric: z.enum(guardMetrics),
  /** Worse than the others by more than this share is a breach: 0.2 is 20 percent worse. */
  worseBy: z.number().min(0).max(100),
  /** Fewer samples than this on either side decide nothing. */
  minimumSamples: z.int().min(1).max(1_000_000).default(200),
})
export type GrayGuard = z.infer<typeof grayGuardSchema>

export const grayDeadlineActions = ['release', 'revoke', 'nothing'] as const

/** POST /api/v1/apps/:appId/gray */
export const startGrayInputSchema = z.object({
  version: versionNumberSchema,
  basisPoints: basisPointsSchema.default(0),
  /** Only users for whom it holds take part in the share. */
  condition: conditionSchema.optional(),
  /** Users and devices that get the version whatever the share; longer lists are uploaded. */
  users: z.array(listedIdSchema).max(1000).optional(),
  stages: z.array(grayStageSchema).max(grayLimits.stages).optional(),
  guards: z.array(grayGuardSchema).max(10).optional(),
  /** Before this nobody is in, after `endsAt` nobody is any more. */
  startsAt: z.iso.datetime({ offset: true }).optional(),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  /** What happens by itself this long after the start; default 15 days and nothing. */
  deadlineDays: z.int().min(1).max(365).default(15),
  deadlineAction: z.enum(grayDeadlineActions).default('nothing'),
})
export type StartGrayInput = z.input<typeof startGrayInputSchema>
/** With what was left out filled in. */
export type StartGray = z.output<typeof startGrayInputSchema>

/** PATCH /api/v1/apps/:appId/gray: the share only grows, because whoever has the new version keeps it; `revoke` is the way to 0. */
export const changeGrayInputSchema = z
  .object({
    basisPoints: basisPointsSchema.min(1).optional(),
    condition: conditionSchema.nullable().optional(),
    guards: z.array(grayGuardSchema).max(10).optional(),
    endsAt: z.iso.datetime({ offset: true }).nullable().optional(),
    deadlineDays: z.int().min(1).max(365).optional(),
    deadlineAction: z.enum(grayDeadlineActions).optional(),
  })
  .strict()
export type ChangeGrayInput = z.input<typeof changeGrayInputSchema>
export type ChangeGray = z.output<typeof changeGrayInputSchema>

/** PUT /api/v1/apps/:appId/gray/users: text/csv, an id in the first column of each line; replaces the list. */
export const grayUsersMediaType = 'text/csv'

/** POST /api/v1/apps/:appId/gray/pause | resume | revoke | complete */
export const grayNoteInputSchema = z.object({ note: z.string().trim().max(500).optional() })

/**
 * `paused`: the share stays as it is. `frozen`: a guard was broken, and everybody is back until somebody resumes.
 * `revoked`: everybody is back for good. `completed`: everybody has the version.
 */
export const grayStates = ['running', 'paused', 'frozen', 'revoked', 'completed'] as const
export const grayStateSchema = z.enum(grayStates)
export type GrayState = z.infer<typeof grayStateSchema>

export const grayPlanSchema = z.object({
  appId: z.string(),
  id: z.string(),
  version: z.string(),
  state: grayStateSchema,
  /** Why it is frozen or was revoked. */
  stateReason: z.string().nullable(),
  basisPoints: z.int(),
  condition: conditionSchema.nullable(),
  listedUsers: z.int(),
  stages: z.array(grayStageSchema),
  /** Index in `stages`, or null when there are none. */
  stage: z.int().nullable(),
  nextStageAt: z.iso.datetime().nullable(),
  guards: z.array(grayGuardSchema),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  deadlineAt: z.iso.datetime(),
  deadlineAction: z.enum(grayDeadlineActions),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
})
export type GrayPlan = z.infer<typeof grayPlanSchema>
export const grayPlanListSchema = z.object({ items: z.array(grayPlanSchema) })

/** PUT /api/v1/apps/:appId/segments/:name: conditions that others refer to by `$segment`. */
export const segmentNameSchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/)
export const segmentInputSchema = z.object({
  condition: conditionSchema,
  description: z.string().trim().max(200).default(''),
})
export type SegmentInput = z.input<typeof segmentInputSchema>
export const segmentSchema = segmentInputSchema.extend({ name: segmentNameSchema, description: z.string() })
export type Segment = z.infer<typeof segmentSchema>
export const segmentListSchema = z.object({ items: z.array(segmentSchema) })

/** POST /api/v1/apps/:appId/gray/test: which side a user with these attributes would be on. */
export const testGrayInputSchema = z.object({
  userId: listedIdSchema,
  attributes: z.record(z.string().max(100), z.unknown()).default({}),
})
export type TestGrayInput = z.input<typeof testGrayInputSchema>
export const testedGraySchema = z.object({
  version: z.string().nullable(),
  isGray: z.boolean(),
  reason: z.enum(['noPlan', 'listed', 'share', 'outsideShare', 'outsideCondition', 'outsideWindow', 'frozen']),
})
export type TestedGray = z.infer<typeof testedGraySchema>
