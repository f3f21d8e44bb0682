import { sql, type SelectQueryBuilder } from 'kysely'
import type { AuditEntry, AuditQuery } from '@banyan/contract/audit'
import type { Change } from '@banyan/contract/live'
import type { Db } from '#infra/db/database.ts'

/** Of the database's notifications: a `Change` for each entry. */
export const auditChannel = 'audit'

/** A type, not an interface: kysely asks for an index signature. */
export type AuditTables = {
  audit_entries: {
    /** Empty for what concerns the whole installation. */
    workspace_id: string
    id: string
    /** The driver gives 64 bits as text. */
    position: string | null
    app_id: string | null
    at: Date
    actor_kind: AuditEntry['actor']['kind']
    actor_id: string
    actor_name: string
    action: string
    subject: string
    details: string
    previous_hash: string | null
    hash: string | null
  }
}
export type AuditRow = AuditTables['audit_entries']

export interface Seal {
  id: string
  position: number
  previousHash: string
  hash: string
}

export type AuditStore = ReturnType<typeof createAuditStore>

/** Any number, the same in all processes: who holds it seals. */
const sealingLock = 0x6175646974

export function createAuditStore(connection: Db) {
  const db = connection.withTables<AuditTables>()
  const entries = db.selectFrom('audit_entries')
  return {
    add: (row: AuditRow) => db.insertInto('audit_entries').values(row).execute(),
    /** Heard by all processes when the transaction commits. */
    announce: (change: Change) => sql`select pg_notify(${auditChannel}, ${JSON.stringify(change)})`.execute(db),
    /** Oldest first. */
    since: (id: string, limit: number) =>
      entries
        .select(['id', 'workspace_id', 'app_id', 'action', 'subject'])
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .execute(),

    /** Runs `work` unless another process does the same just now; or after that one. */
    whileSealing: (work: (inside: Db) => Promise<number>, { waits }: { waits: boolean }): Promise<number> =>
      connection.transaction().execute(async (transaction) => {
        if (waits) {
          await sql`select pg_advisory_xact_lock(${sealingLock})`.execute(transaction)
          return work(transaction)
        }
        const { rows } = await sql<{ is_mine: boolean }>`
          select pg_try_advisory_xact_lock(${sealingLock}) as is_mine`.execute(transaction)
        return rows[0]?.is_mine === true ? work(transaction) : 0
      }),

    head: () =>
      entries.selectAll().where('position', 'is not', null).orderBy('position', 'desc').limit(1).executeTakeFirst(),
    waiting: (limit: number) => entries.selectAll().where('position', 'is', null).orderBy('id').limit(limit).execute(),
    countWaiting: async () =>
      Number(
        (
          await entries
            .select(({ fn }) => fn.countAll().as('count'))
            .where('position', 'is', null)
            .executeTakeFirst()
        )?.count ?? 0,
      ),
    seal: (seals: readonly Seal[]) =>
      sql`
      update audit_entries set position = seal.position, previous_hash = seal.previous_hash, hash = seal.hash
      from unnest(
        ${seals.map(({ id }) => id)}::text[], ${seals.map(({ position }) => position)}::bigint[],
        ${seals.map(({ previousHash }) => previousHash)}::text[], ${seals.map(({ hash }) => hash)}::text[]
      ) as seal (id, position, previous_hash, hash)
      where audit_entries.id = seal.id`.execute(db),

    at: (position: number) => entries.selectAll().where('position', '=', String(position)).executeTakeFirst(),
    chainAfter: (position: number, limit: number, workspaceId?: string) =>
      entries
        .selectAll()
        .where('position', '>', String(position))
        .$if(workspaceId !== undefined, (query) => query.where('workspace_id', '=', workspaceId ?? ''))
        .orderBy('position')
        .limit(limit)
        .execute(),

    /** Newest first. */
    list: (query: AuditQuery, workspaceId?: string) =>
      filtered(entries.selectAll(), query)
        .$if(workspaceId !== undefined, (select) => select.where('workspace_id', '=', workspaceId ?? ''))
        .orderBy('id', 'desc')
        .limit(query.limit + 1)
        .execute(),
  }
}

function filtered<Result>(
  select: SelectQueryBuilder<AuditTables, 'audit_entries', Result>,
  { action, actorId, appId, subject, since, until, cursor }: AuditQuery,
) {
  let query = select
  if (action !== undefined) query = query.where('action', '=', action)
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId)
  if (appId !== undefined) query = query.where('app_id', '=', appId)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (since !== undefined) query = query.where('at', '>=', new Date(since))
  if (until !== undefined) query = query.where('at', '<', new Date(until))
  if (cursor !== undefined) query = query.where('id', '<', cursor)
  return query
}
