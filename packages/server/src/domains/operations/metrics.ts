import { createHash, timingSafeEqual } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlatformError } from '@banyan/contract/errors'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { readIfThere } from '#infra/files.ts'
import type { HttpEnv } from '#infra/http/http-env.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'

export interface MetricPorts {
  jobs: Jobs
  ids: Ids
  dataDir: string
}

const tokenFile = 'metrics-token'
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface Metrics {
  measure: MiddlewareHandler<HttpEnv>
  readonly mediaType: string
  /** In Prometheus' text format. */
  text(): Promise<string>
  /** Whether this is the token that lies in the data folder; the file is made when there is none. */
  isToken(text: string): Promise<boolean>
}

export function createMetrics({ jobs, ids, dataDir }: MetricPorts): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'banyan_' })
  const duration = new Histogram({
    name: 'banyan_http_request_duration_seconds',
    help: 'Time until the answer begins, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  })
  const jobCount = new Gauge({
    name: 'banyan_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of await jobs.count()) this.set({ state }, count)
    },
  })
  let token: Promise<string> | undefined

  async function readToken(): Promise<string> {
    const path = join(dataDir, tokenFile)
    const kept = (await readIfThere(path))?.trim()
    if (kept !== undefined && kept !== '') return kept
    const made = randomText(ids, 40)
    await writeFile(path, `${made}\n`, { mode: 0o600 })
    return made
  }

  return {
    async measure(c, next) {
      const end = duration.startTimer()
      await next()
      // Only addresses of the table: whatever else people ask for would become a series each.
      const route = c.res.status === 404 ? 'none' : routePath(c, -1)
      end({ method: c.req.method, route, status: c.res.status })
    },
    mediaType: registry.contentType,
    async text() {
      jobCount.reset()
      return registry.metrics()
    },
    async isToken(text) {
      token ??= readToken()
      return isSame(text, await token)
    },
  }
}

/** `Bearer …` of a monitoring system. */
export function bearerOf(header: string | undefined): string {
  const [scheme, token] = (header ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined) throw new PlatformError('identity.signInRequired')
  return token
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
