/**
 * Versions are uploaded and never change; a release makes one of them what users get.
 *
 * The archive of an upload is a zip of regular files: `manifest.json` (`PackageManifest`), `files/<sha256>` for every file that the
 * manifest and its asset table name and no others, and `maps/<path>` for source maps, which are kept but never delivered.
 */
import { z } from 'zod'

/** WeChat allows any text; ours can be ordered. */
export const versionNumberSchema = z
  .string()
  .max(64)
  .regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z][0-9A-Za-z.-]{0,40})?$/)

export const archiveMediaType = 'application/zip'

/** Limits of one upload; bytes are counted unpacked, except `archiveBytes`. */
export const uploadLimits = {
  archiveBytes: 32 * 1024 * 1024,
  totalBytes: 30 * 1024 * 1024,
  /** Script and style of one package together. */
  packageBytes: 2 * 1024 * 1024,
  mapBytes: 30 * 1024 * 1024,
  fileCount: 2000,
  ratio: 100,
  nameBytes: 255,
  nameDepth: 16,
  jsonDepth: 32,
} as const

/** POST /api/v1/apps/:appId/versions?version=1.0.0&description=…, body: the archive. */
export const uploadQuerySchema = z.object({
  version: versionNumberSchema,
  description: z.string().trim().max(500).optional(),
})
export type UploadQuery = z.infer<typeof uploadQuerySchema>

/**
 * draft → submitted → inReview → approved | rejected | deferred, or withdrawn; approved → gray → online → superseded or rolledBack.
 * `blocked`: taken down by the platform; lifted, the version is what it was before.
 */
export const versionStates = [
  'draft',
  'submitted',
  'inReview',
  'approved',
  'rejected',
  'deferred',
  'withdrawn',
  'gray',
  'online',
  'superseded',
  'rolledBack',
  'blocked',
] as const
export const versionStateSchema = z.enum(versionStates)
export type VersionState = z.infer<typeof versionStateSchema>

export const versionSchema = z.object({
  appId: z.string(),
  version: z.string(),
  state: versionStateSchema,
  /** Why it was rejected, deferred or blocked. */
  stateReason: z.string().nullable(),
  stateChangedAt: z.iso.datetime(),
  /** What testers open. */
  isTrial: z.boolean(),
  /** The contract of host and worker that it needs. */
  minRuntime: z.int().positive(),
  description: z.string(),
  sizeBytes: z.int(),
  fileCount: z.int(),
  /** SHA-256 of the manifest as stored. */
  manifestHash: z.string(),
  createdAt: z.iso.datetime(),
  /** Name of the person or key that uploaded it. */
  createdBy: z.string(),
  isCurrent: z.boolean(),
})
export type Version = z.infer<typeof versionSchema>

/** GET /api/v1/apps/:appId/versions?state=&createdBy=, newest first. */
export const versionQuerySchema = z.object({
  state: versionStateSchema.optional(),
  /** Versions of one developer. */
  createdBy: z.string().max(60).optional(),
})
export type VersionQuery = z.infer<typeof versionQuerySchema>

export const versionListSchema = z.object({ items: z.array(versionSchema) })

/** POST /api/v1/apps/:appId/releases */
export const publishInputSchema = z.object({
  version: versionNumberSchema,
  /** Ends a gray release that runs, in the same step. Without it publishing is refused with `release.grayRuns`. */
  revokeGray: z.boolean().optional(),
  /** It closes a hole: pages that are open start anew with it within a minute, instead of when their users come back. */
  isUrgent: z.boolean().optional(),
  note: z.string().trim().max(500).optional(),
})
export type PublishInput = z.infer<typeof publishInputSchema>

/** POST /api/v1/apps/:appId/rollback; without `version`: to the full release before the current one. */
export const rollbackInputSchema = z.object({
  version: versionNumberSchema.optional(),
  revokeGray: z.boolean().optional(),
  note: z.string().trim().max(500).optional(),
})
export type RollbackInput = z.infer<typeof rollbackInputSchema>

/** PUT /api/v1/apps/:appId/trial; null takes the trial version away. */
export const setTrialInputSchema = z.object({ version: versionNumberSchema.nullable() })
export type SetTrialInput = z.infer<typeof setTrialInputSchema>

/** POST /api/v1/apps/:appId/versions/:version/block, by the platform's staff. Users go on with `fallbackVersion`, or see why. */
export const blockVersionInputSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  fallbackVersion: versionNumberSchema.optional(),
})
export type BlockVersionInput = z.infer<typeof blockVersionInputSchema>

export const previewLinkLimits = { minutes: 60 * 24 * 30, perApp: 200 } as const

/** POST /api/v1/apps/:appId/preview-links: an address that opens one version, for whoever has it, until it expires. */
export const createPreviewLinkInputSchema = z.object({
  /** Default: the trial version, whichever that is when the link is opened. */
  version: versionNumberSchema.optional(),
  /** For whom: a name to recognise the link by. */
  label: z.string().trim().min(1).max(60),
  expiresInMinutes: z
    .int()
    .min(1)
    .max(previewLinkLimits.minutes)
    .default(60 * 24),
  maxOpens: z.int().min(1).max(100_000).optional(),
  /** Page to open, with its query: `pages/detail/detail?id=7`. */
  path: z.string().max(1000).optional(),
})
export type CreatePreviewLinkInput = z.input<typeof createPreviewLinkInputSchema>

export const previewLinkSchema = z.object({
  id: z.string(),
  version: z.string().nullable(),
  label: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  openCount: z.int(),
  maxOpens: z.int().nullable(),
})
export type PreviewLink = z.infer<typeof previewLinkSchema>
export const previewLinkListSchema = z.object({ items: z.array(previewLinkSchema) })
/** `url` is shown this once; `qrCode` is the same as an SVG picture. */
export const createdPreviewLinkSchema = previewLinkSchema.extend({ url: z.string(), qrCode: z.string() })
export type CreatedPreviewLink = z.infer<typeof createdPreviewLinkSchema>

/** How a version became what users get; `gray`: what some of them get beside the full release before it. */
export const releaseKindSchema = z.enum(['publish', 'rollback', 'gray', 'grayRevoke', 'grayComplete', 'takeDown'])
export type ReleaseKind = z.infer<typeof releaseKindSchema>

export const releaseSchema = z.object({
  appId: z.string(),
  kind: releaseKindSchema,
  note: z.string(),
  /** Whoever runs an older one starts anew with it at once. */
  isUrgent: z.boolean().default(false),
  /** Grows by one with each release of the app; a client never goes back to a lower one. */
  sequence: z.int().positive(),
  version: z.string(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  /** Path of the mini-program on the platform: `/a/<appId>/`. */
  path: z.string(),
})
export type Release = z.infer<typeof releaseSchema>

/**
 * GET /api/v1/apps/:appId/releases/current?runtime=1: for a host that cannot run the newest, the newest full release that it can run:
 * the one whose `minRuntime` is not above its own.
 */
export const currentReleaseQuerySchema = z.object({ runtime: z.coerce.number().int().positive().optional() })
export type CurrentReleaseQuery = z.infer<typeof currentReleaseQuerySchema>

/** GET /api/v1/apps/:appId/releases, newest first; GET …/releases/current answers with one. */
export const releaseListSchema = z.object({ items: z.array(releaseSchema) })
