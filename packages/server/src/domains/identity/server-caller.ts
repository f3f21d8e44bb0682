import type { Permission } from '@banyan/contract/permissions'
import type { Caller } from './caller.ts'

/** An app's own server, which has shown the app's secret: it may do these things with this app, and nothing else anywhere. */
export function callerOfServer(
  app: { id: string; workspaceId: string; name: string },
  permissions: readonly Permission[],
): Caller {
  return {
    kind: 'apiKey',
    id: app.id,
    name: `${app.name} (server)`,
    email: null,
    role: 'developer',
    platformRole: null,
    workspaceId: app.workspaceId,
    grants: { platform: new Set(), workspace: new Set(), apps: new Map([[app.id, new Set(permissions)]]) },
    isConfirmed: true,
    confirmedAt: null,
    sessionHash: null,
  }
}
