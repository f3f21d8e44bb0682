/**
 * The open API's addresses. Authentication: `Authorization: Bearer byk_…`, or the session cookie of a person.
 * Errors are `Problem` with the media type `application/problem+json`.
 */
export const apiRoutes = {
  /** -> Me */
  me: { method: 'GET', path: '/api/v1/me' },
  /** SetupInput -> Me, and the session cookie */
  setUp: { method: 'POST', path: '/api/v1/setup' },
  /** SignInInput -> Me, and the session cookie */
  signIn: { method: 'POST', path: '/api/v1/session' },
  /** -> 204 */
  signOut: { method: 'DELETE', path: '/api/v1/session' },
  /** -> { items: ApiKey[] } */
  listApiKeys: { method: 'GET', path: '/api/v1/api-keys' },
  /** CreateApiKeyInput -> 201 CreatedApiKey */
  createApiKey: { method: 'POST', path: '/api/v1/api-keys' },
  /** -> 204 */
  revokeApiKey: { method: 'DELETE', path: '/api/v1/api-keys/{keyId}' },
  /** InviteMemberInput -> 201 Invitation */
  inviteMember: { method: 'POST', path: '/api/v1/members' },
  /** { name } -> 201 Workspace */
  createWorkspace: { method: 'POST', path: '/api/v1/workspaces' },
  /** -> { items: App[] } */
  listApps: { method: 'GET', path: '/api/v1/apps' },
  /** CreateAppInput -> 201 App */
  createApp: { method: 'POST', path: '/api/v1/apps' },
  /** -> App */
  readApp: { method: 'GET', path: '/api/v1/apps/{appId}' },
  /** UpdateAppInput -> App */
  updateApp: { method: 'PATCH', path: '/api/v1/apps/{appId}' },
  /** image bytes -> App */
  setAppIcon: { method: 'PUT', path: '/api/v1/apps/{appId}/icon' },
  /** -> 201 AppSecret; the one before stops working */
  rotateAppSecret: { method: 'POST', path: '/api/v1/apps/{appId}/secret' },
  /** archive, with `UploadQuery` in the query -> 201 Version */
  uploadVersion: { method: 'POST', path: '/api/v1/apps/{appId}/versions' },
  /** -> { items: Version[] } */
  listVersions: { method: 'GET', path: '/api/v1/apps/{appId}/versions' },
  /** PublishInput -> 201 Release */
  publishRelease: { method: 'POST', path: '/api/v1/apps/{appId}/releases' },
  /** -> { items: Release[] } */
  listReleases: { method: 'GET', path: '/api/v1/apps/{appId}/releases' },
  /** -> Release, or 404 `release.none` */
  readCurrentRelease: { method: 'GET', path: '/api/v1/apps/{appId}/releases/current' },
  /** -> { items: Webhook[] } */
  listWebhooks: { method: 'GET', path: '/api/v1/apps/{appId}/webhooks' },
  /** CreateWebhookInput -> 201 CreatedWebhook */
  createWebhook: { method: 'POST', path: '/api/v1/apps/{appId}/webhooks' },
  /** UpdateWebhookInput -> Webhook */
  updateWebhook: { method: 'PATCH', path: '/api/v1/apps/{appId}/webhooks/{webhookId}' },
  /** -> 204 */
  deleteWebhook: { method: 'DELETE', path: '/api/v1/apps/{appId}/webhooks/{webhookId}' },
  /** -> 202 { deliveryId } */
  pingWebhook: { method: 'POST', path: '/api/v1/apps/{appId}/webhooks/{webhookId}/ping' },
  /** `?cursor&limit`; `message-push` in place of an id -> { items: Delivery[], nextCursor } */
  listDeliveries: { method: 'GET', path: '/api/v1/apps/{appId}/webhooks/{webhookId}/deliveries' },
  /** -> 202 Delivery */
  resendDelivery: { method: 'POST', path: '/api/v1/apps/{appId}/deliveries/{deliveryId}/resend' },
  /** -> MessagePush */
  readMessagePush: { method: 'GET', path: '/api/v1/apps/{appId}/message-push' },
  /** MessagePushInput -> MessagePush */
  setMessagePush: { method: 'PUT', path: '/api/v1/apps/{appId}/message-push' },
  /** -> 204 */
  removeMessagePush: { method: 'DELETE', path: '/api/v1/apps/{appId}/message-push' },
} as const
export type ApiRouteName = keyof typeof apiRoutes
