/**
 * GET /api/v1/events: what changes, as server-sent events, so that an open page can ask again for what it shows. Each event is of type
 * `change`, with a `Change` as its data and the change's id as its own; `reset` says that some may have been missed, `open` comes first and
 * carries an id to go on from. After a lost connection `Last-Event-ID` brings what was missed. A change may come twice. The server ends the stream after some minutes: ask again.
 */
import { z } from 'zod'

export const changeSchema = z.object({
  /** The id of the entry in the audit log. */
  id: z.string(),
  /** Empty for what concerns the whole installation. */
  workspaceId: z.string(),
  appId: z.string().nullable(),
  /** `releases.publish`: the domain and what was done. */
  action: z.string(),
  /** The id of what it was done to. */
  subject: z.string(),
})
export type Change = z.infer<typeof changeSchema>

export const liveApiRoutes = {
  /** -> text/event-stream */
  watchChanges: { method: 'GET', path: '/api/v1/events', access: 'caller' },
} as const
