/**
 * The audit log: who changed what, in one chain of hashes over the whole installation.
 * The hash of an entry is SHA-256, in hex, over the canonical JSON (keys sorted, no spaces) of
 * `{ action, actor, appId, at, details, id, position, previousHash, subject, workspaceId }`; the first `previousHash` is 64 zeros.
 * `details` stands in it as the text that the log holds.
 */
import { z } from 'zod'

export const firstPreviousHash = '0'.repeat(64)

export const auditActorKinds = ['person', 'apiKey', 'system'] as const

export const auditEntrySchema = z.object({
  id: z.string(),
  /** Place in the chain; null for the moment between the change and its sealing. */
  position: z.int().nullable(),
  at: z.iso.datetime(),
  workspaceId: z.string().nullable(),
  appId: z.string().nullable(),
  actor: z.object({ kind: z.enum(auditActorKinds), id: z.string(), name: z.string() }),
  /** `releases.publish`: the domain and what was done. */
  action: z.string(),
  /** The id of what it was done to. */
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** GET /api/v1/audit and /api/v1/platform/audit: newest first */
export const auditQuerySchema = z.strictObject({
  action: z.string().max(80).optional(),
  actorId: z.string().max(80).optional(),
  appId: z.string().max(80).optional(),
  subject: z.string().max(200).optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>
export const auditListSchema = z.object({ items: z.array(auditEntrySchema), nextCursor: z.string().nullable() })
export type AuditList = z.infer<typeof auditListSchema>

/** A line of the export: what its hash needs, exactly as it was hashed. */
export const auditExportLineSchema = z.object({
  action: z.string(),
  actor: z.object({ kind: z.enum(auditActorKinds), id: z.string(), name: z.string() }),
  appId: z.string().nullable(),
  at: z.string(),
  details: z.string(),
  hash: z.string(),
  id: z.string(),
  position: z.int(),
  previousHash: z.string(),
  subject: z.string(),
  workspaceId: z.string().nullable(),
})
export type AuditExportLine = z.infer<typeof auditExportLineSchema>

export const auditFaultSchema = z.object({
  position: z.int(),
  fault: z.enum(['changed', 'missing', 'chainBroken', 'cutOff', 'anchorMissing']),
})
export type AuditFault = z.infer<typeof auditFaultSchema>

export const auditVerificationSchema = z.object({
  isIntact: z.boolean(),
  /** Sealed entries that were read. */
  entries: z.int(),
  /** Entries of the last moments that no hash protects yet. */
  waiting: z.int(),
  head: z.object({ position: z.int(), hash: z.string() }),
  /** The first hundred. */
  faults: z.array(auditFaultSchema),
})
export type AuditVerification = z.infer<typeof auditVerificationSchema>
