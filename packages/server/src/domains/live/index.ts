/**
 * Tells open pages of the console what has changed, in whichever process it happened.
 * Owns nothing: the audit log says it, in the transaction of the change. Emits nothing.
 * Tells a member of a team of that team only, and of the apps that are his; staff who may read the whole log hear all.
 */
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Notifications } from '#infra/db/notifications.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { liveRoutes } from './routes.ts'
import { createStreams } from './streams.ts'

export interface LiveOptions {
  identity: Identity
  audit: Audit
  notifications: Notifications
}

export interface Live {
  routes: HttpApp
  /** Ends all streams; the pages ask another process. */
  stop(): void
}

export function createLive({ identity, audit, notifications }: LiveOptions): Live {
  const streams = createStreams({ audit, notifications })
  return { routes: liveRoutes({ identity, streams }), stop: () => streams.endAll() }
}
