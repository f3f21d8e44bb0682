/** What waits, runs and has failed: the tables of pg-boss, read for people. */
import type { JobQuery, JobState } from '@banyan/contract/operations'
import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'

export interface JobRow {
  id: string
  name: string
  state: JobState
  retry_count: number
  retry_limit: number
  created_on: Date
  start_after: Date
  started_on: Date | null
  completed_on: Date | null
  output: unknown
}

/** One more than the limit, so that the reader knows whether there are more. */
export async function listJobs(db: Db, { state, name, cursor, limit }: JobQuery): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select id::text, name, state::text, retry_count, retry_limit, created_on, start_after, started_on, completed_on, output
    from jobs.job
    where (${state ?? null}::text is null or state::text = ${state ?? null})
      and (${name ?? null}::text is null or name = ${name ?? null})
      and (${cursor ?? null}::text is null
        or (created_on, id) < (select created_on, id from jobs.job where id::text = ${cursor ?? null} limit 1))
    order by created_on desc, id desc
    limit ${limit + 1}`.execute(db)
  return rows
}

export async function countJobs(db: Db): Promise<ReadonlyMap<JobState, number>> {
  const { rows } = await sql<{ state: JobState; count: string }>`
    select state::text, count(*) from jobs.job group by state`.execute(db)
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}
