/** Addresses of what keeps an installation running; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

const platform = '/api/v1/platform'

export const operationApiRoutes = {
  /** JobQuery -> JobList */
  listJobs: { method: 'GET', path: `${platform}/jobs`, access: { permission: 'platform.read' } },
  /** -> 204; only what has failed for good */
  retryJob: {
    method: 'POST',
    path: `${platform}/jobs/{jobName}/{jobId}/retry`,
    access: { permission: 'platform.edit' },
  },
  /** -> SystemHealth */
  readSystemHealth: { method: 'GET', path: `${platform}/health`, access: { permission: 'platform.read' } },
  /** -> Readiness */
  readReadiness: { method: 'GET', path: `${platform}/readiness`, access: { permission: 'platform.read' } },
  /** -> MailTest */
  testMail: { method: 'POST', path: `${platform}/mail-test`, access: { permission: 'platform.edit' } },
  /** -> { items: BackupRecord[] }, newest first */
  listBackups: { method: 'GET', path: `${platform}/backups`, access: { permission: 'platform.read' } },
  /** -> 202 BackupRecord; one at a time */
  startBackup: { method: 'POST', path: `${platform}/backups`, access: { permission: 'platform.edit' } },
} as const satisfies Readonly<Record<string, ApiRoute>>
