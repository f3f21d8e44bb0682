/** What keeps an installation running: jobs, health, backups. */
import { z } from 'zod'

/** `retry` waits for its next attempt; `failed` has none left. */
export const jobStates = ['created', 'retry', 'active', 'completed', 'cancelled', 'failed'] as const
export const jobStateSchema = z.enum(jobStates)
export type JobState = z.infer<typeof jobStateSchema>

export const jobSchema = z.object({
  id: z.string(),
  /** What kind of work it is. */
  name: z.string(),
  state: jobStateSchema,
  /** Attempts after the first. */
  retries: z.int(),
  retryLimit: z.int(),
  createdAt: z.iso.datetime(),
  /** Not before this. */
  dueAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Why the last attempt failed. */
  error: z.string().nullable(),
})
export type Job = z.infer<typeof jobSchema>

/** GET /api/v1/platform/jobs: newest first */
export const jobQuerySchema = z.strictObject({
  state: jobStateSchema.optional(),
  name: z.string().max(80).optional(),
  cursor: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type JobQuery = z.infer<typeof jobQuerySchema>
export const jobListSchema = z.object({
  items: z.array(jobSchema),
  nextCursor: z.string().nullable(),
  /** Every kind that there is, for a filter. */
  names: z.array(z.string()),
})
export type JobList = z.infer<typeof jobListSchema>

export const healthChecks = ['database', 'jobs', 'events', 'files', 'backup'] as const
export const healthCheckSchema = z.object({
  check: z.enum(healthChecks),
  /** `warning`: works, and somebody should look at it. */
  state: z.enum(['ok', 'warning', 'failed']),
  /** Milliseconds, bytes or a count, as the check has it; null when there is nothing to measure. */
  value: z.number().nullable(),
  detail: z.object({ zh: z.string(), en: z.string() }),
})
export type HealthCheck = z.infer<typeof healthCheckSchema>

/** GET /api/v1/platform/health */
export const systemHealthSchema = z.object({
  state: z.enum(['ok', 'warning', 'failed']),
  checkedAt: z.iso.datetime(),
  /** Of the process that answered. */
  process: z.object({
    startedAt: z.iso.datetime(),
    node: z.string(),
    rssBytes: z.number(),
    heapUsedBytes: z.number(),
    /** The 99th percentile of how late timers were, since the start. */
    eventLoopDelayMs: z.number(),
  }),
  database: z.object({ version: z.string(), sizeBytes: z.number(), connections: z.int() }),
  checks: z.array(healthCheckSchema),
})
export type SystemHealth = z.infer<typeof systemHealthSchema>

export const backupRecordSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  startedBy: z.string(),
  /** In the data folder of the server that made it. */
  folder: z.string(),
  rows: z.number().nullable(),
  files: z.number().nullable(),
  bytes: z.number().nullable(),
  error: z.string().nullable(),
})
export type BackupRecord = z.infer<typeof backupRecordSchema>
export const backupListSchema = z.object({ items: z.array(backupRecordSchema) })
