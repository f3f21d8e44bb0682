import { PlatformError } from '@banyan/contract/errors'
import type { Job, JobList, JobQuery } from '@banyan/contract/operations'
import { z } from 'zod'
import type { Audit } from '#domains/audit'
import { authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Db } from '#infra/db/database.ts'
import type { JobRow } from '#infra/jobs/job-list.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'

export interface JobDeskPorts {
  db: Db
  jobs: Jobs
  audit: Audit
}

export type JobDesk = ReturnType<typeof createJobDesk>

/** What pg-boss keeps of an error. */
const failure = z.object({ message: z.string() })
const errorMaxLength = 1000

/** Data of jobs are never shown: they may name people. */
export function createJobDesk({ db, jobs, audit }: JobDeskPorts) {
  return {
    async list(caller: Caller, query: JobQuery): Promise<JobList> {
      authorizeOnPlatform(caller, 'platform.read')
      const rows = await jobs.list(query)
      const page = rows.slice(0, query.limit)
      return {
        items: page.map(present),
        nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
        names: [...jobs.names()],
      }
    },

    async retry(caller: Caller, { jobName, jobId }: { jobName: string; jobId: string }): Promise<void> {
      authorizeOnPlatform(caller, 'platform.edit')
      if (!z.uuid().safeParse(jobId).success) throw new PlatformError('job.notFailed')
      await db.transaction().execute(async (transaction) => {
        if (!(await jobs.retry(transaction, jobName, jobId))) throw new PlatformError('job.notFailed')
        await audit.record(transaction, {
          actor: caller,
          action: 'jobs.retry',
          subject: jobId,
          details: { name: jobName },
        })
      })
    },
  }
}

function present(row: JobRow): Job {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    retries: row.retry_count,
    retryLimit: row.retry_limit,
    createdAt: row.created_on.toISOString(),
    dueAt: row.start_after.toISOString(),
    startedAt: row.started_on?.toISOString() ?? null,
    endedAt: row.completed_on?.toISOString() ?? null,
    error: failure.safeParse(row.output).data?.message.slice(0, errorMaxLength) ?? null,
  }
}
