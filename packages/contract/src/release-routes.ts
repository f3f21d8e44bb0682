/** Addresses of versions, releases and their previews; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

const app = '/api/v1/apps/{appId}'
const version = `${app}/versions/{version}` as const

export const releaseApiRoutes = {
  /** -> Version */
  readVersion: { method: 'GET', path: version, access: { permission: 'app.read', ofApp: true } },
  /** -> VersionContents */
  readVersionContents: {
    method: 'GET',
    path: `${version}/contents`,
    access: { permission: 'app.read', ofApp: true },
  },
  /** ComparisonQuery -> VersionComparison */
  compareVersions: {
    method: 'GET',
    path: `${version}/comparison`,
    access: { permission: 'app.read', ofApp: true },
  },
  /** -> { items: Quota[] } */
  listQuotas: { method: 'GET', path: `${app}/quotas`, access: { permission: 'app.read', ofApp: true } },
  /** RollbackInput -> 201 Release */
  rollBack: { method: 'POST', path: `${app}/rollback`, access: { permission: 'version.rollback', ofApp: true } },
  /** SetTrialInput -> 204 */
  setTrialVersion: { method: 'PUT', path: `${app}/trial`, access: { permission: 'version.upload', ofApp: true } },
  /** BlockVersionInput -> Version */
  blockVersion: { method: 'POST', path: `${version}/block`, access: { permission: 'app.moderate' } },
  /** -> Version */
  unblockVersion: { method: 'DELETE', path: `${version}/block`, access: { permission: 'app.moderate' } },
  /** -> { items: PreviewLink[] } */
  listPreviewLinks: {
    method: 'GET',
    path: `${app}/preview-links`,
    access: { permission: 'version.upload', ofApp: true },
  },
  /** CreatePreviewLinkInput -> 201 CreatedPreviewLink */
  createPreviewLink: {
    method: 'POST',
    path: `${app}/preview-links`,
    access: { permission: 'version.upload', ofApp: true },
  },
  /** -> 204 */
  revokePreviewLink: {
    method: 'DELETE',
    path: `${app}/preview-links/{linkId}`,
    access: { permission: 'version.upload', ofApp: true },
  },
} as const satisfies Readonly<Record<string, ApiRoute>>
