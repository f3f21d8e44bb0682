/** What an app keeps for its users: pictures, documents, recordings. Its server decides who sends a file and who sees it, by tickets that end. */
import { z } from 'zod'
import { fileTicketLimits, fileVariantLimits } from './file-limits.ts'

/** `avatars/u7.png`: parts between slashes, none of them `.` or `..`. */
export const filePathSchema = z
  .string()
  .max(256)
  .regex(/^(?!\.{1,2}(?:\/|$))[^\p{Cc}\\/]+(?:\/(?!\.{1,2}(?:\/|$))[^\p{Cc}\\/]+)*$/u)

export const fileIdSchema = z.string().regex(/^[0-9a-z_]{1,40}$/)

export const storedFileSchema = z.object({
  id: fileIdSchema,
  path: z.string(),
  sizeBytes: z.int(),
  mediaType: z.string(),
  sha256: z.string(),
  /** Of the user whose data it is, when the app's server said so. */
  openId: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type StoredFile = z.infer<typeof storedFileSchema>

/** GET /api/v1/apps/:appId/files */
export const fileListQuerySchema = z.strictObject({
  prefix: z.string().max(256).default(''),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(256).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type FileListQuery = z.infer<typeof fileListQuerySchema>

/** In the order of their paths. */
export const fileListSchema = z.object({
  items: z.array(storedFileSchema),
  nextCursor: z.string().nullable(),
  usedBytes: z.int(),
  limitBytes: z.int(),
})
export type FileList = z.infer<typeof fileListSchema>

const expiresInSeconds = z.int().min(1).max(fileTicketLimits.maxSeconds).default(fileTicketLimits.defaultSeconds)
const side = z.int().min(1).max(fileVariantLimits.side)

/** A smaller picture of a picture: within the box, or filling it. It is never made larger. */
export const fileVariantSchema = z.strictObject({
  width: side.optional(),
  height: side.optional(),
  fit: z.enum(['inside', 'cover']).default('inside'),
  format: z.enum(['webp', 'jpeg', 'png']).default('webp'),
  quality: z.int().min(1).max(100).default(80),
})
export type FileVariant = z.infer<typeof fileVariantSchema>

/** POST /api/v1/apps/:appId/files/:fileId/links */
export const createFileLinkInputSchema = z.strictObject({ expiresInSeconds, variant: fileVariantSchema.optional() })
export type CreateFileLinkInput = z.input<typeof createFileLinkInputSchema>

/** POST /api/v1/apps/:appId/file-uploads */
export const createFileUploadInputSchema = z.strictObject({
  /** What lies there already is replaced. */
  path: filePathSchema,
  /** Smaller than what the platform allows anyway. */
  maxBytes: z.int().min(1).optional(),
  /** `image/png`, or `image/*`; by the first bytes where they tell. Empty for any. */
  mediaTypes: z
    .array(z.string().regex(/^[a-z]+\/(?:\*|[\w.+-]+)$/))
    .max(20)
    .default([]),
  openId: z.string().min(1).max(64).optional(),
  expiresInSeconds,
})
export type CreateFileUploadInput = z.input<typeof createFileUploadInputSchema>

/** An address that works until then, for whoever has it. */
export const fileTicketSchema = z.object({ url: z.string(), expiresAt: z.iso.datetime() })
export type FileTicket = z.infer<typeof fileTicketSchema>
