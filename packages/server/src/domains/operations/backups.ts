import { join } from 'node:path'
import type { BackupRecord } from '@banyan/contract/operations'
import { PlatformError } from '@banyan/contract/errors'
import { z } from 'zod'
import { systemActor, type Audit } from '#domains/audit'
import { authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Backup } from '#infra/backup/format.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import { createOperationStore, type BackupRow, type OperationStore } from './store.ts'

export interface BackupPorts {
  db: Db
  store: OperationStore
  jobs: Jobs
  audit: Audit
  clock: Clock
  ids: Ids
  dataDir: string
  /** Makes a backup of everything in a folder that does not exist yet. */
  backUp: (target: string) => Promise<Backup>
}

const kind = { name: 'backup', schema: z.object({ id: z.string() }) }
const timeoutSeconds = 6 * 3600

export type BackupService = ReturnType<typeof createBackupService>

export function createBackupService({ db, store, jobs, audit, clock, ids, dataDir, backUp }: BackupPorts) {
  async function make(id: string): Promise<void> {
    const row = await store.backup(id)
    if (row?.state !== 'running') return
    const result = await attempt(() => backUp(row.folder))
    await db.transaction().execute(async (transaction) => {
      await createOperationStore(transaction).endBackup(id, { ...result, ended_at: clock.now() })
      await audit.record(transaction, {
        actor: systemActor,
        action: result.state === 'done' ? 'backups.finish' : 'backups.fail',
        subject: id,
        details: { folder: row.folder, rows: result.row_count, error: result.error },
      })
    })
  }

  // Not tried again: it would find the folder of the attempt before, and the next one is a click away.
  jobs.define(kind, ({ id }) => make(id), { retries: 0, timeoutSeconds })

  return {
    async list(caller: Caller): Promise<BackupRecord[]> {
      authorizeOnPlatform(caller, 'platform.read')
      return (await store.backups()).map(present)
    },

    async start(caller: Caller): Promise<BackupRecord> {
      authorizeOnPlatform(caller, 'platform.edit')
      const now = clock.now()
      await store.abandonBefore(new Date(now.getTime() - timeoutSeconds * 1000), now)
      const id = newId(ids, 'bk')
      const row: BackupRow = {
        id,
        state: 'running',
        started_at: now,
        ended_at: null,
        started_by: caller.name,
        folder: join(dataDir, 'backups', `${now.toISOString().replaceAll(':', '-').slice(0, 19)}-${id.slice(-4)}`),
        row_count: null,
        file_count: null,
        bytes: null,
        error: null,
      }
      await db.transaction().execute(async (transaction) => {
        if (!(await createOperationStore(transaction).addBackup(row))) throw new PlatformError('backup.running')
        await audit.record(transaction, { actor: caller, action: 'backups.start', subject: id })
        await jobs.send(transaction, kind, { id })
      })
      return present(row)
    },
  }
}

async function attempt(
  work: () => Promise<Backup>,
): Promise<Pick<BackupRow, 'state' | 'row_count' | 'file_count' | 'bytes' | 'error'>> {
  try {
    const { tables, blobs } = await work()
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      state: 'done',
      row_count: String(rows),
      file_count: String(blobs.count),
      bytes: String(blobs.bytes),
      error: null,
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { state: 'failed', row_count: null, file_count: null, bytes: null, error: reason.slice(0, 1000) }
  }
}

function present(row: BackupRow): BackupRecord {
  const number = (text: string | null): number | null => (text === null ? null : Number(text))
  return {
    id: row.id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    startedBy: row.started_by,
    folder: row.folder,
    rows: number(row.row_count),
    files: number(row.file_count),
    bytes: number(row.bytes),
    error: row.error,
  }
}
