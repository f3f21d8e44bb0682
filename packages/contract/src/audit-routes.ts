/** Addresses of the audit log. */
export const auditApiRoutes = {
  /** AuditQuery -> AuditList of the team */
  listAudit: { method: 'GET', path: '/api/v1/audit', access: { permission: 'audit.read' } },
  /** -> NDJSON of AuditExportLine, oldest first */
  exportAudit: { method: 'GET', path: '/api/v1/audit/export', access: { permission: 'audit.read' } },
  /** AuditQuery -> AuditList of the whole installation */
  listPlatformAudit: { method: 'GET', path: '/api/v1/platform/audit', access: { permission: 'audit.readAll' } },
  /** -> NDJSON of AuditExportLine of the whole installation, oldest first: the chain */
  exportPlatformAudit: {
    method: 'GET',
    path: '/api/v1/platform/audit/export',
    access: { permission: 'audit.readAll' },
  },
  /** -> AuditVerification */
  verifyAudit: {
    method: 'POST',
    path: '/api/v1/platform/audit/verification',
    access: { permission: 'audit.readAll' },
  },
} as const
