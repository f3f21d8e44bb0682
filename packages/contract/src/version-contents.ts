/** What an uploaded version is made of: to compare two, and to see which personal data its code asks for. */
import { z } from 'zod'

export const versionFileKinds = ['script', 'style', 'resource', 'configuration'] as const

export const versionFileSchema = z.object({
  /** A resource's path in the mini-program; for code the package's root, where the main package's is `/`. */
  path: z.string(),
  kind: z.enum(versionFileKinds),
  sizeBytes: z.int(),
  /** SHA-256: the same bytes have the same. */
  hash: z.string(),
})
export type VersionFile = z.infer<typeof versionFileSchema>

/** GET /api/v1/apps/:appId/versions/:version/contents */
export const versionContentsSchema = z.object({
  appId: z.string(),
  version: z.string(),
  sizeBytes: z.int(),
  /** Ordered by kind and path. */
  files: z.array(versionFileSchema),
  /** Routes, in the order of the configuration. */
  pages: z.array(z.string()),
  /** Functions of `wx` and open types of buttons that its code names, sorted. */
  functions: z.array(z.string()),
})
export type VersionContents = z.infer<typeof versionContentsSchema>
