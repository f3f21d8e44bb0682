import type { Audit } from '#domains/audit'
import type { Db } from '#infra/db/database.ts'
import type { Caller } from './caller.ts'

export interface Note {
  action: `${string}.${string}`
  subject: string
  appId?: string
  details?: Readonly<Record<string, unknown>>
}

/** Writes what the caller did in his workspace, in the transaction of the change. */
export function noteIn(audit: Audit) {
  return (connection: Db, caller: Pick<Caller, 'kind' | 'id' | 'name' | 'workspaceId'>, note: Note): Promise<void> =>
    audit.record(connection, {
      ...(caller.workspaceId !== '' && { workspaceId: caller.workspaceId }),
      actor: { kind: caller.kind, id: caller.id, name: caller.name },
      ...note,
    })
}
