/** The arithmetic of the chain; it reads and writes nothing. */
import { createHash } from 'node:crypto'
import type { AuditExportLine } from '@banyan/contract/audit'
import { canonicalJson } from '#infra/canonical-json.ts'
import type { AuditRow } from './store.ts'

export function hashOf(line: Omit<AuditExportLine, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(line)).digest('hex')
}

/** The entry as it is hashed, at a place in the chain. */
export function chained(row: AuditRow, position: number, previousHash: string): Omit<AuditExportLine, 'hash'> {
  return {
    action: row.action,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    appId: row.app_id,
    at: row.at.toISOString(),
    details: row.details,
    id: row.id,
    position,
    previousHash,
    subject: row.subject,
    workspaceId: row.workspace_id === '' ? null : row.workspace_id,
  }
}
