import { auditListSchema, auditVerificationSchema } from '@banyan/contract/audit'
import type { AuditList, AuditVerification } from '@banyan/contract/audit'
import type { Http } from './http.ts'

export interface AuditFilter {
  action?: string
  actorId?: string
  appId?: string
  subject?: string
  /** ISO times. */
  since?: string
  until?: string
  cursor?: string
  /** 1 to 200; default 50. */
  limit?: number
}

export interface AuditClient {
  /**
   * Who changed what in the team, newest first, a page at a time.
   *
   * @example
   * const { items, nextCursor } = await client.audit.list({ appId, limit: 20 })
   */
  list(filter?: AuditFilter): Promise<AuditList>
  /**
   * As `list`, over the whole installation.
   *
   * @example
   * const { items } = await client.audit.listAll({ action: 'apps.suspend' })
   */
  listAll(filter?: AuditFilter): Promise<AuditList>
  /**
   * Recomputes the chain of the log: whether an entry was changed, removed or moved.
   *
   * @example
   * const { isIntact, faults } = await client.audit.verify()
   */
  verify(): Promise<AuditVerification>
}

export function createAuditClient(http: Http): AuditClient {
  const answer = auditListSchema
  const queryOf = ({ limit, ...filter }: AuditFilter = {}) => ({
    ...filter,
    limit: limit === undefined ? undefined : String(limit),
  })
  return {
    list: (filter) => http.call('listAudit', { answer, query: queryOf(filter) }),
    listAll: (filter) => http.call('listPlatformAudit', { answer, query: queryOf(filter) }),
    verify: () => http.call('verifyAudit', { answer: auditVerificationSchema }),
  }
}
