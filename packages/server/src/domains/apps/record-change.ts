import { z } from 'zod'
import type { Audit } from '#domains/audit'
import type { Caller } from '#domains/identity'
import type { Db } from '#infra/db/database.ts'
import type { Events, Topic } from '#infra/events/events.ts'

/** An app presents itself, stands or may call otherwise than before; its key is the app's id. */
export const appChangedTopic: Topic<{ action: string; by: string }> = {
  name: 'apps.changed',
  schema: z.object({ action: z.string(), by: z.string() }),
}

export interface AppChange {
  app: { id: string; workspace_id: string }
  action: `app.${string}`
  /** The app itself, unless a part of it was changed. */
  subject?: string
  details?: Record<string, unknown>
}

export type RecordChange = (transaction: Db, caller: Caller, change: AppChange) => Promise<void>

/** The entry in the log, and the news for the other domains: both come with the change, or neither. */
export function createRecordChange({ audit, events }: { audit: Audit; events: Pick<Events, 'publish'> }): RecordChange {
  return async (transaction, caller, { app, action, subject = app.id, details = {} }) => {
    const entry = { workspaceId: app.workspace_id, appId: app.id, actor: caller }
    await audit.record(transaction, { ...entry, action, subject, details })
    await events.publish(transaction, appChangedTopic, { key: app.id, payload: { action, by: caller.name } })
  }
}
