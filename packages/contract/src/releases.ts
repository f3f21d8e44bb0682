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

export const versionSchema = z.object({
  appId: z.string(),
  version: z.string(),
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

/** GET /api/v1/apps/:appId/versions, newest first. */
export const versionListSchema = z.object({ items: z.array(versionSchema) })

/** POST /api/v1/apps/:appId/releases */
export const publishInputSchema = z.object({ version: versionNumberSchema })
export type PublishInput = z.infer<typeof publishInputSchema>

export const releaseSchema = z.object({
  appId: z.string(),
  /** Grows by one with each release of the app; a client never goes back to a lower one. */
  sequence: z.int().positive(),
  version: z.string(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  /** Path of the mini-program on the platform: `/a/<appId>/`. */
  path: z.string(),
})
export type Release = z.infer<typeof releaseSchema>

/** GET /api/v1/apps/:appId/releases, newest first; GET …/releases/current answers with one. */
export const releaseListSchema = z.object({ items: z.array(releaseSchema) })
