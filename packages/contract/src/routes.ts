/**
 * The open API's addresses. Authentication: `Authorization: Bearer byk_…`, or the session cookie of a person.
 * Errors are `Problem` with the media type `application/problem+json`.
 */
import { auditApiRoutes } from './audit-routes.ts'
import { settingApiRoutes } from './setting-routes.ts'
import { endUserRoutes } from './end-users.ts'
import { identityRoutes } from './identity-routes.ts'
import type { ApiRoute } from './api-route.ts'
import { pageCheckApiRoutes } from './page-check-routes.ts'
import { reviewApiRoutes } from './review-routes.ts'
import { appApiRoutes } from './app-routes.ts'
import { fileApiRoutes } from './file-routes.ts'
import { gatewayApiRoutes } from './gateway-routes.ts'
import { brandApiRoutes } from './brand-routes.ts'
import { categoryApiRoutes } from './categories.ts'
import { liveApiRoutes } from './live.ts'
import { openidRoutes } from './openid.ts'
import { operationApiRoutes } from './operation-routes.ts'
import { portalApiRoutes } from './portal.ts'
import { platformAppRoutes } from './platform-apps.ts'
import { platformUserRoutes } from './platform-users.ts'
import { rolloutApiRoutes } from './rollout-routes.ts'
import { releaseApiRoutes } from './release-routes.ts'

export const apiRoutes = {
  ...identityRoutes,
  ...endUserRoutes,
  ...liveApiRoutes,
  ...categoryApiRoutes,
  ...portalApiRoutes,
  /** -> { items: App[] } */
  listApps: { method: 'GET', path: '/api/v1/apps', access: 'caller' },
  /** CreateAppInput -> 201 App */
  createApp: { method: 'POST', path: '/api/v1/apps', access: { permission: 'app.create' } },
  /** -> App */
  readApp: { method: 'GET', path: '/api/v1/apps/{appId}', access: { permission: 'app.read', ofApp: true } },
  /** UpdateAppInput -> App */
  updateApp: { method: 'PATCH', path: '/api/v1/apps/{appId}', access: { permission: 'app.edit', ofApp: true } },
  /** image bytes -> App */
  setAppIcon: { method: 'PUT', path: '/api/v1/apps/{appId}/icon', access: { permission: 'app.edit', ofApp: true } },
  /** -> 201 AppSecret; the one before stops working */
  rotateAppSecret: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/secret',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** archive, with `UploadQuery` in the query -> 201 Version */
  uploadVersion: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/versions',
    access: { permission: 'version.upload', ofApp: true },
  },
  /** -> { items: Version[] } */
  listVersions: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/versions',
    access: { permission: 'app.read', ofApp: true },
  },
  /** PublishInput -> 201 Release */
  publishRelease: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/releases',
    access: { permission: 'version.publish', ofApp: true },
  },
  /** -> { items: Release[] } */
  listReleases: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/releases',
    access: { permission: 'app.read', ofApp: true },
  },
  /** -> Release, or 404 `release.none` */
  readCurrentRelease: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/releases/current',
    access: { permission: 'app.read', ofApp: true },
  },
  /** -> { items: Webhook[] } */
  listWebhooks: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/webhooks',
    access: { permission: 'app.edit', ofApp: true },
  },
  /** CreateWebhookInput -> 201 CreatedWebhook */
  createWebhook: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/webhooks',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** UpdateWebhookInput -> Webhook */
  updateWebhook: {
    method: 'PATCH',
    path: '/api/v1/apps/{appId}/webhooks/{webhookId}',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** -> 204 */
  deleteWebhook: {
    method: 'DELETE',
    path: '/api/v1/apps/{appId}/webhooks/{webhookId}',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** -> 202 { deliveryId } */
  pingWebhook: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/webhooks/{webhookId}/ping',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** `?cursor&limit`; `message-push` in place of an id -> { items: Delivery[], nextCursor } */
  listDeliveries: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/webhooks/{webhookId}/deliveries',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** -> 202 Delivery */
  resendDelivery: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/deliveries/{deliveryId}/resend',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** -> { items: MessageTemplate[] } */
  listMessageTemplates: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/message-templates',
    access: { permission: 'app.read', ofApp: true },
  },
  /** CreateMessageTemplateInput -> 201 MessageTemplate */
  createMessageTemplate: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/message-templates',
    access: { permission: 'push.send', ofApp: true },
  },
  /** -> 204 */
  deleteMessageTemplate: {
    method: 'DELETE',
    path: '/api/v1/apps/{appId}/message-templates/{templateId}',
    access: { permission: 'push.send', ofApp: true },
  },
  /** -> MessagePush */
  readMessagePush: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/message-push',
    access: { permission: 'app.edit', ofApp: true },
  },
  /** MessagePushInput -> MessagePush */
  setMessagePush: {
    method: 'PUT',
    path: '/api/v1/apps/{appId}/message-push',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** -> 204 */
  removeMessagePush: {
    method: 'DELETE',
    path: '/api/v1/apps/{appId}/message-push',
    access: { permission: 'secret.rotate', ofApp: true },
  },
  /** -> ContentWords */
  readContentWords: {
    method: 'GET',
    path: '/api/v1/platform/content-words',
    access: { permission: 'app.moderate' },
  },
  /** ContentWords -> ContentWords; in place of those that were there */
  setContentWords: {
    method: 'PUT',
    path: '/api/v1/platform/content-words',
    access: { permission: 'app.moderate' },
  },
  ...auditApiRoutes,
  ...settingApiRoutes,
  ...brandApiRoutes,
  ...releaseApiRoutes,
  ...rolloutApiRoutes,
  ...appApiRoutes,
  ...reviewApiRoutes,
  ...pageCheckApiRoutes,
  ...operationApiRoutes,
  ...openidRoutes,
  ...platformAppRoutes,
  ...platformUserRoutes,
  ...gatewayApiRoutes,
  ...fileApiRoutes,
} as const satisfies Readonly<Record<string, ApiRoute>>
export type ApiRouteName = keyof typeof apiRoutes
