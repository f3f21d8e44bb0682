import { firstPreviousHash, type AuditEntry, type AuditList, type AuditQuery } from '@banyan/contract/audit'
import type { Change } from '@banyan/contract/live'
import { z } from 'zod'
import { canonicalJson } from '#infra/canonical-json.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import { textWithoutSecrets, withoutSecrets } from '#infra/log/redact.ts'
import { chained } from './chain.ts'
import type { Sealing } from './sealing.ts'
import { createAuditStore, type AuditRow, type AuditStore } from './store.ts'

export interface AuditRecord {
  /** Left out for what concerns the whole installation. */
  workspaceId?: string
  appId?: string
  /** A caller will do. */
  actor: { kind: AuditEntry['actor']['kind']; id: string; name: string }
  /** `releases.publish` */
  action: `${string}.${string}`
  /** The id of what it was done to. */
  subject: string
  details?: Readonly<Record<string, unknown>>
}

/** What the platform does by itself. */
export const systemActor = { kind: 'system', id: 'system', name: 'Banyan' } as const

const detailsMaxBytes = 16 * 1024
const exportBatch = 500
const detailsSchema = z.record(z.string(), z.unknown())

export interface AuditServiceOptions {
  store: AuditStore
  sealing: Sealing
  clock: Clock
  ids: Ids
}

export type AuditService = ReturnType<typeof createAuditService>

export function createAuditService({ store, sealing, clock, ids }: AuditServiceOptions) {
  return {
    /** In the transaction of the change itself, so that neither happens without the other. Secrets and phone numbers are left out. */
    async record(connection: Db, entry: AuditRecord): Promise<void> {
      const at = clock.now()
      const details = canonicalJson(withoutSecrets(entry.details ?? {}))
      const inside = createAuditStore(connection)
      const id = `${idBegin(at.getTime())}${randomText(ids, 12)}`
      const workspaceId = entry.workspaceId ?? ''
      const subject = textWithoutSecrets(entry.subject)
      await inside.add({
        workspace_id: workspaceId,
        id,
        position: null,
        app_id: entry.appId ?? null,
        at,
        actor_kind: entry.actor.kind,
        actor_id: entry.actor.id,
        actor_name: textWithoutSecrets(entry.actor.name),
        action: entry.action,
        subject,
        details: Buffer.byteLength(details) > detailsMaxBytes ? '{"tooLong":true}' : details,
        previous_hash: null,
        hash: null,
      })
      const { action, appId = null } = entry
      await inside.announce({ id, workspaceId, appId, action, subject: subject.slice(0, 200) })
      sealing.wake()
    },

    /** Stands for this moment among the ids of entries. */
    idOfNow: (): string => `${idBegin(clock.now().getTime())}0`,

    /** What came after an entry, oldest first, and what came shortly before it once more; undefined when the id is none. */
    async since(id: string, { slackMs, limit }: { slackMs: number; limit: number }): Promise<Change[] | undefined> {
      const time = idShape.exec(id)?.[1]
      if (time === undefined) return undefined
      const rows = await store.since(idBegin(Number.parseInt(time, 36) - slackMs), limit)
      return rows.map((row) => ({
        id: row.id,
        workspaceId: row.workspace_id,
        appId: row.app_id,
        action: row.action,
        subject: row.subject.slice(0, 200),
      }))
    },

    /** Of one workspace, or of the whole installation when none is named. */
    async list(query: AuditQuery, workspaceId?: string): Promise<AuditList> {
      const rows = await store.list(query, workspaceId)
      const page = rows.slice(0, query.limit)
      return { items: page.map(present), nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null }
    },

    /** Lines of JSON, oldest first, sealed to the last entry. */
    async *exportLines(workspaceId?: string): AsyncGenerator<string> {
      await sealing.sealForReading()
      for (let position = 0; ;) {
        const rows = await store.chainAfter(position, exportBatch, workspaceId)
        for (const row of rows) {
          position = Number(row.position)
          const line = chained(row, position, row.previous_hash ?? firstPreviousHash)
          yield `${canonicalJson({ ...line, hash: row.hash })}\n`
        }
        if (rows.length < exportBatch) return
      }
    },
  }
}

/** Ids sort by time, so that lists need no other order. */
function idBegin(time: number): string {
  return `a${time.toString(36).padStart(9, '0')}`
}

const idShape = /^a([0-9a-z]{9})\w{1,40}$/

function present(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    position: row.position === null ? null : Number(row.position),
    at: row.at.toISOString(),
    workspaceId: row.workspace_id === '' ? null : row.workspace_id,
    appId: row.app_id,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: row.subject,
    details: readDetails(row.details),
    hash: row.hash,
  }
}

/** The log may have been tampered with; it can be looked at all the same. */
function readDetails(text: string): Record<string, unknown> {
  try {
    return detailsSchema.parse(JSON.parse(text))
  } catch {
    return { unreadable: text }
  }
}
