import { auditListSchema } from '@banyan/contract/audit'
import type { AuditList } from '@banyan/contract/audit'
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
}

export function createAuditClient(http: Http): AuditClient {
  return {
    list: ({ limit, ...filter } = {}) =>
      http.call('listAudit', {
        answer: auditListSchema,
        query: { ...filter, limit: limit === undefined ? undefined : String(limit) },
      }),
  }
}
