import { statfs } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { HealthCheck, SystemHealth } from '@banyan/contract/operations'
import { authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Events } from '#infra/events/events.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import type { OperationStore } from './store.ts'

export interface HealthPorts {
  store: OperationStore
  jobs: Jobs
  events: Events
  clock: Clock
  dataDir: string
}

const slowDatabaseMs = 200
const lowSpaceBytes = 2 * 1024 ** 3
const noSpaceBytes = 200 * 1024 ** 2
const dayMs = 86_400_000
const oldBackupDays = 7

type Found = Omit<HealthCheck, 'check'>

export function createHealth({ store, jobs, events, clock, dataDir }: HealthPorts) {
  const startedAt = clock.now()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  async function checkDatabase(): Promise<Found> {
    const since = performance.now()
    await store.lastBackup()
    const value = Math.round(performance.now() - since)
    if (value < slowDatabaseMs) return ok(value, { zh: '数据库响应正常', en: 'The database answers' })
    return warning(value, { zh: '数据库响应缓慢', en: 'The database answers slowly' })
  }

  async function checkJobs(): Promise<Found> {
    const value = (await jobs.count()).get('failed') ?? 0
    if (value === 0) return ok(0, { zh: '没有失败的任务', en: 'No job has failed' })
    return warning(value, {
      zh: `${value} 个任务失败，可在“任务”中重试`,
      en: `${value} jobs have failed; try them again under Jobs`,
    })
  }

  async function checkEvents(): Promise<Found> {
    const value = await events.countDead()
    if (value === 0) return ok(0, { zh: '所有事件均已送达', en: 'All events were delivered' })
    return warning(value, { zh: `${value} 个事件多次投递失败`, en: `${value} events could not be delivered` })
  }

  async function checkFiles(): Promise<Found> {
    const { bavail, bsize } = await statfs(dataDir)
    const value = bavail * bsize
    if (value < noSpaceBytes) {
      return failed(value, { zh: '磁盘几乎已满，请立即清理', en: 'The disk is almost full; make room now' })
    }
    if (value < lowSpaceBytes) return warning(value, { zh: '磁盘剩余空间不足', en: 'The disk is getting full' })
    return ok(value, { zh: '磁盘空间充足', en: 'There is room on the disk' })
  }

  async function checkBackup(): Promise<Found> {
    const last = (await store.lastBackup())?.ended_at
    if (!last)
      return warning(null, { zh: '还没有在控制台做过备份', en: 'No backup has been made from the console yet' })
    const value = clock.now().getTime() - last.getTime()
    if (value < oldBackupDays * dayMs) return ok(value, { zh: '备份较新', en: 'The last backup is recent' })
    return warning(value, { zh: '上次备份已超过七天', en: 'The last backup is more than a week old' })
  }

  return {
    async read(caller: Caller): Promise<SystemHealth> {
      authorizeOnPlatform(caller, 'platform.read')
      const checks = await Promise.all([
        safely('database', checkDatabase),
        safely('jobs', checkJobs),
        safely('events', checkEvents),
        safely('files', checkFiles),
        safely('backup', checkBackup),
      ])
      const states = new Set(checks.map(({ state }) => state))
      const { rss: rssBytes, heapUsed: heapUsedBytes } = process.memoryUsage()
      return {
        state: states.has('failed') ? 'failed' : states.has('warning') ? 'warning' : 'ok',
        checkedAt: clock.now().toISOString(),
        process: {
          startedAt: startedAt.toISOString(),
          node: process.version,
          rssBytes,
          heapUsedBytes,
          eventLoopDelayMs: Math.round(delay.percentile(99) / 1e5) / 10,
        },
        database: await store.database(),
        checks,
      }
    },
    stop: () => void delay.disable(),
  }
}

export type Health = ReturnType<typeof createHealth>

const ok = (value: number | null, detail: HealthCheck['detail']): Found => ({ state: 'ok', value, detail })
const warning = (value: number | null, detail: HealthCheck['detail']): Found => ({ state: 'warning', value, detail })
const failed = (value: number | null, detail: HealthCheck['detail']): Found => ({ state: 'failed', value, detail })

/** One check that cannot be made says so, and the others are still there to be read. */
async function safely(check: HealthCheck['check'], look: () => Promise<Found>): Promise<HealthCheck> {
  try {
    return { check, ...(await look()) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { check, ...failed(null, { zh: `无法检查：${reason}`, en: `Could not be checked: ${reason}` }) }
  }
}
