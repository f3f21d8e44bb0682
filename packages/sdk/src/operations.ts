import {
  backupListSchema,
  backupRecordSchema,
  jobListSchema,
  systemHealthSchema,
  type BackupRecord,
  type JobList,
  type JobState,
  type SystemHealth,
} from '@banyan/contract/operations'
import { mailTestSchema, readinessSchema, type MailTest, type Readiness } from '@banyan/contract/readiness'
import { nothing, type Http } from './http.ts'

export interface JobFilter {
  state?: JobState
  name?: string
  cursor?: string
  /** 1 to 100; default 50. */
  limit?: number
}

export interface OperationsClient {
  /**
   * Work in the background of the installation, newest first.
   *
   * @example
   * const { items } = await client.operations.jobs({ state: 'failed' })
   */
  jobs(filter?: JobFilter): Promise<JobList>
  /**
   * Tries a job that has failed for good once more.
   *
   * @example
   * await client.operations.retryJob(job.name, job.id)
   */
  retryJob(name: string, id: string): Promise<void>
  /**
   * How the installation is, part by part.
   *
   * @example
   * const { state, checks } = await client.operations.health()
   */
  health(): Promise<SystemHealth>
  /**
   * What is left before the installation is shown to the public.
   *
   * @example
   * const open = (await client.operations.readiness()).items.filter(({ isDone }) => !isDone)
   */
  readiness(): Promise<Readiness>
  /**
   * Sends a letter to whoever is signed in, to see whether mail arrives.
   *
   * @example
   * const { to, by } = await client.operations.testMail()
   */
  testMail(): Promise<MailTest>
  /**
   * Backups that were started by the API, newest first.
   *
   * @example
   * const [last] = await client.operations.backups()
   */
  backups(): Promise<readonly BackupRecord[]>
  /**
   * Begins a backup; one at a time.
   *
   * @example
   * const { folder } = await client.operations.startBackup()
   */
  startBackup(): Promise<BackupRecord>
}

export function createOperationsClient(http: Http): OperationsClient {
  return {
    jobs: ({ limit, ...filter } = {}) =>
      http.call('listJobs', {
        answer: jobListSchema,
        query: { ...filter, limit: limit === undefined ? undefined : String(limit) },
      }),
    retryJob: (jobName, jobId) => http.call('retryJob', { answer: nothing, params: { jobName, jobId } }),
    health: () => http.call('readSystemHealth', { answer: systemHealthSchema }),
    readiness: () => http.call('readReadiness', { answer: readinessSchema }),
    testMail: () => http.call('testMail', { answer: mailTestSchema }),
    backups: async () => (await http.call('listBackups', { answer: backupListSchema })).items,
    startBackup: () => http.call('startBackup', { answer: backupRecordSchema }),
  }
}
