/** Review: a version is looked at, by checks and by people, before users get it. */
import { z } from 'zod'
import { versionNumberSchema } from './releases.ts'

/** `none`: teams publish themselves. `automatic`: the checks alone decide. One or two people look at it after the checks. */
export const reviewFlows = ['none', 'automatic', 'oneStep', 'twoSteps'] as const
export const reviewFlowSchema = z.enum(reviewFlows)
export type ReviewFlow = z.infer<typeof reviewFlowSchema>

/** `default`, `team:<workspace id>` or `category:<main category>`; the most particular one counts, a category before a team. */
export const reviewScopeSchema = z.string().regex(/^(?:default|team:[\w-]{1,64}|category:[a-z]{1,40})$/i)

/** PUT /api/v1/platform/review-policies/:scope */
export const reviewPolicySchema = z.object({
  flow: reviewFlowSchema,
  /** Whoever submitted a version does not decide about it. */
  fourEyes: z.boolean().default(true),
  /** Null: as often as they like. */
  withdrawalsPerDay: z.int().min(0).max(1000).nullable().default(null),
  withdrawalsPerMonth: z.int().min(0).max(10_000).nullable().default(null),
  /** Until when a submission should be decided. */
  slaHours: z
    .int()
    .min(1)
    .max(24 * 90)
    .default(48),
  /** Words that no text of a mini-program may hold. */
  refusedWords: z.array(z.string().trim().min(1).max(60)).max(5000).default([]),
})
export type ReviewPolicy = z.infer<typeof reviewPolicySchema>
export type ReviewPolicyInput = z.input<typeof reviewPolicySchema>
export const reviewPolicyListSchema = z.object({
  items: z.array(reviewPolicySchema.extend({ scope: reviewScopeSchema })),
})
export type ReviewPolicyList = z.infer<typeof reviewPolicyListSchema>

/** Rules that a reviewer quotes; the numbers are for ever. */
export const reviewRules = {
  '1.1': { zh: '页面打不开、白屏或报错', en: 'A page does not open, stays blank or fails' },
  '1.2': { zh: '功能与描述不符或内容不完整', en: 'It does not do what it says, or is not complete' },
  '2.1': { zh: '名称、图标或简介误导用户', en: 'Name, icon or description mislead' },
  '2.2': { zh: '冒充他人或侵犯权利', en: 'It pretends to be another, or infringes rights' },
  '3.1': { zh: '收集的信息未声明或超出所需', en: 'It collects data that is not declared or not needed' },
  '3.2': { zh: '强制授权', en: 'It forces users to grant permissions' },
  '4.1': { zh: '含违法或有害内容', en: 'It shows illegal or harmful content' },
  '4.2': { zh: '诱导分享或欺诈', en: 'It lures users into sharing, or deceives them' },
  '5.1': { zh: '类目或资质不符', en: 'The category or the licences do not fit' },
  '6.1': { zh: '代码含密钥等机密', en: 'The code holds secrets' },
} as const
export const reviewRuleSchema = z.enum(Object.keys(reviewRules))

export const checkResultSchema = z.object({
  /** `size`, `secrets`, `domains`, `functions`, `privacy`, `words`, `similarity`, `pages` */
  check: z.string(),
  /** `failed` stands in the way of an automatic approval; `warning` is for the reviewer's eye; `pending` has not ended. */
  outcome: z.enum(['passed', 'warning', 'failed', 'skipped', 'pending']),
  summary: z.string(),
  evidence: z.array(z.object({ where: z.string(), what: z.string() })),
})
export type CheckResult = z.infer<typeof checkResultSchema>

/** When an approved version goes out: by hand, at once, or at a time. */
export const publishModeSchema = z.union([
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('auto') }),
  z.object({ kind: z.literal('at'), at: z.iso.datetime({ offset: true }) }),
])
export type PublishMode = z.infer<typeof publishModeSchema>

/** POST /api/v1/apps/:appId/submissions */
export const submitInputSchema = z.object({
  version: versionNumberSchema,
  /** For the reviewer: what is new, how to sign in. */
  note: z.string().trim().max(2000).default(''),
  publish: publishModeSchema.default({ kind: 'manual' }),
})
export type SubmitInput = z.input<typeof submitInputSchema>

export const submissionStates = ['waiting', 'approved', 'rejected', 'deferred', 'withdrawn'] as const
export const submissionStateSchema = z.enum(submissionStates)
export type SubmissionState = z.infer<typeof submissionStateSchema>

export const submissionMessageSchema = z.object({
  side: z.enum(['developer', 'reviewer', 'system']),
  author: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
})
export type SubmissionMessage = z.infer<typeof submissionMessageSchema>

export const submissionSchema = z.object({
  appId: z.string(),
  id: z.string(),
  version: z.string(),
  state: submissionStateSchema,
  flow: reviewFlowSchema,
  /** Approvals that there are, and that it takes. */
  approvals: z.int(),
  approvalsNeeded: z.int(),
  note: z.string(),
  submittedBy: z.string(),
  submittedAt: z.iso.datetime(),
  /** The clock of the promise to the developer. */
  dueAt: z.iso.datetime(),
  isLate: z.boolean(),
  assignedTo: z.string().nullable(),
  ruleIds: z.array(z.string()),
  reason: z.string().nullable(),
  isAppealed: z.boolean(),
  publish: publishModeSchema,
  decidedAt: z.iso.datetime().nullable(),
  checks: z.array(checkResultSchema),
  messages: z.array(submissionMessageSchema),
})
export type Submission = z.infer<typeof submissionSchema>
export const submissionListSchema = z.object({ items: z.array(submissionSchema) })
export const reviewQueueQuerySchema = z.object({ state: submissionStateSchema.default('waiting') })

export const submissionTextInputSchema = z.object({ text: z.string().trim().min(1).max(5000) })

/** POST /api/v1/review/:appId/submissions/:submissionId/preview */
export const submissionPreviewSchema = z.object({ url: z.string(), expiresAt: z.iso.datetime() })
export type SubmissionPreview = z.infer<typeof submissionPreviewSchema>

/** POST /api/v1/review/:appId/submissions/:submissionId/decision */
export const decideInputSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), reason: z.string().trim().max(2000).optional() }),
  z.object({
    decision: z.literal('reject'),
    ruleIds: z.array(reviewRuleSchema).min(1).max(10),
    reason: z.string().trim().min(1).max(2000),
  }),
  z.object({ decision: z.literal('defer'), reason: z.string().trim().min(1).max(2000) }),
])
export type DecideInput = z.infer<typeof decideInputSchema>
