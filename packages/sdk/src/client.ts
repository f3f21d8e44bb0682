import { createAccountClient } from './account.ts'
import type { AccountClient } from './account.ts'
import { createAppsClient } from './apps.ts'
import type { AppsClient } from './apps.ts'
import { createAuditClient } from './audit.ts'
import type { AuditClient } from './audit.ts'
import { createFilesClient } from './files.ts'
import type { FilesClient } from './files.ts'
import { createGatewayClient } from './gateway.ts'
import type { GatewayClient } from './gateway.ts'
import { createHttp } from './http.ts'
import { createIdentityClient } from './identity.ts'
import type { IdentityClient } from './identity.ts'
import { createLiveClient } from './live.ts'
import type { LiveClient } from './live.ts'
import { createMessagesClient } from './messages.ts'
import type { MessagesClient } from './messages.ts'
import { createOpenidProviderClient } from './openid.ts'
import type { OpenidProviderClient } from './openid.ts'
import { createOperationsClient } from './operations.ts'
import type { OperationsClient } from './operations.ts'
import { createPlatformClient } from './platform.ts'
import type { PlatformClient } from './platform.ts'
import { createReleasesClient } from './releases.ts'
import type { ReleasesClient } from './releases.ts'
import { createReviewClient } from './review.ts'
import type { ReviewClient } from './review.ts'
import { createRolloutClient } from './rollout.ts'
import type { RolloutClient } from './rollout.ts'
import { createSettingsClient } from './settings.ts'
import type { SettingsClient } from './settings.ts'
import { createTeamsClient } from './teams.ts'
import type { TeamsClient } from './teams.ts'
import { createUsersClient } from './users.ts'
import type { UsersClient } from './users.ts'
import { createWebhooksClient } from './webhooks.ts'
import type { WebhooksClient } from './webhooks.ts'

export interface ClientOptions {
  /** Where the platform is: `https://mini.example.com`. */
  baseUrl: string
  /** `byk_…`; without it the browser's session is used. */
  apiKey?: string | undefined
  /** Chooses among several workspaces of a signed-in person; an API key has exactly one. */
  workspaceId?: string | undefined
  /** Language of error messages; default English. */
  locale?: 'zh_CN' | 'en'
  /** For one call, uploads excepted; default 30 seconds. */
  timeoutMs?: number
  /** Replaces the global `fetch`, for a proxy or a test. */
  fetch?: typeof fetch
}

export interface Client {
  readonly apps: AppsClient
  readonly releases: ReleasesClient
  readonly review: ReviewClient
  readonly rollout: RolloutClient
  readonly identity: IdentityClient
  readonly account: AccountClient
  readonly teams: TeamsClient
  readonly audit: AuditClient
  readonly settings: SettingsClient
  readonly openid: OpenidProviderClient
  readonly operations: OperationsClient
  readonly files: FilesClient
  readonly gateway: GatewayClient
  readonly live: LiveClient
  readonly messages: MessagesClient
  readonly platform: PlatformClient
  readonly users: UsersClient
  readonly webhooks: WebhooksClient
}

const defaultTimeoutMs = 30_000

/**
 * A client of one platform. Creating it does no network access; every call is checked against the contract and fails with `ApiError`.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://mini.example.com', apiKey: process.env.BANYAN_API_KEY })
 * const [app] = await client.apps.list()
 */
export function createClient(options: ClientOptions): Client {
  const http = createHttp({
    baseUrl: options.baseUrl,
    apiKey: options.apiKey,
    workspaceId: options.workspaceId,
    locale: options.locale ?? 'en',
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    // Called later by its name, so that it keeps the global object as `this` in browsers.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  })
  return {
    apps: createAppsClient(http),
    releases: createReleasesClient(http),
    review: createReviewClient(http),
    rollout: createRolloutClient(http),
    identity: createIdentityClient(http),
    account: createAccountClient(http),
    teams: createTeamsClient(http),
    audit: createAuditClient(http),
    settings: createSettingsClient(http),
    openid: createOpenidProviderClient(http),
    operations: createOperationsClient(http),
    files: createFilesClient(http),
    gateway: createGatewayClient(http),
    live: createLiveClient(http),
    messages: createMessagesClient(http),
    platform: createPlatformClient(http),
    users: createUsersClient(http),
    webhooks: createWebhooksClient(http),
  }
}
