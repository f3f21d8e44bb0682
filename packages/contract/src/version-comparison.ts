/** What is different between two versions of an app: of what they are made, what they use, and whom they call. */
import { z } from 'zod'
import { versionNumberSchema } from './releases.ts'

/** GET /api/v1/apps/:appId/versions/:version/comparison?with=1.0.0 */
export const comparisonQuerySchema = z.strictObject({
  /** The version before; changes are told from it to the one in the path. */
  with: versionNumberSchema,
})
export type ComparisonQuery = z.infer<typeof comparisonQuerySchema>

const setChangeSchema = z.object({ added: z.array(z.string()), removed: z.array(z.string()) })
const numberChangeSchema = z.object({ before: z.int(), after: z.int() })

export const fileChangeSchema = z.object({
  /** As in the app's folder, with `/` between and none in front; `.wxml`, `.wxss` and `.js` are named by what they became of. */
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** As built; null where there is none. */
  bytesBefore: z.int().nullable(),
  bytesAfter: z.int().nullable(),
})
export type FileChange = z.infer<typeof fileChangeSchema>

export const versionComparisonSchema = z.object({
  appId: z.string(),
  version: z.string(),
  with: z.string(),
  sizeBytes: numberChangeSchema,
  minRuntime: numberChangeSchema,
  /** By path; files that are the same are left out. */
  files: z.array(fileChangeSchema),
  /** All pages of both; their pictures are in the page report of each version. */
  pages: z.array(z.object({ path: z.string(), change: z.enum(['added', 'removed', 'changed', 'same']) })),
  /** Names in `wx` that the code writes. */
  functions: setChangeSchema,
  /** Built-in tags in templates. */
  components: setChangeSchema,
  /** Origins of `https:` and `wss:` that the code writes. */
  domains: setChangeSchema,
})
export type VersionComparison = z.infer<typeof versionComparisonSchema>
