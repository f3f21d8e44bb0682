/** Writes down what the gateway did, a second later and many at once, so that no request waits for it. */
import { gatewayLogLimits, type GatewayLog, type GatewayLogQuery } from '@banyan/contract/gateway-log'
import type { GatewayPurpose } from '@banyan/contract/gateway'
import type { Clock } from '#infra/clock/clock.ts'
import type { Log } from '#infra/log/log.ts'
import { redactUrl } from './redact.ts'
import type { GatewayLogRow, GatewayStore, NewGatewayLogRow } from './store.ts'

export interface LoggedRequest {
  appId: string
  purpose: GatewayPurpose
  method: string
  url: string
}

export interface RequestOutcome {
  status?: number | null
  failure?: string | null
  isCached?: boolean
}

export interface RequestLog {
  /** Begins the clock; what it returns is called once, with how it ended. */
  begin(request: LoggedRequest): (outcome: RequestOutcome) => void
  list(appId: string, query: GatewayLogQuery): Promise<GatewayLog>
  /** Writes what waits. */
  stop(): Promise<void>
}

const writeAfterMs = 1000
/** While the database is slow, entries are lost and memory is not. */
const waitingMost = 5000
const dayMs = 86_400_000
const methodLength = 16

export function createRequestLog({ store, clock, log }: { store: GatewayStore; clock: Clock; log: Log }): RequestLog {
  let waiting: NewGatewayLogRow[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  async function write(rows: readonly NewGatewayLogRow[]): Promise<void> {
    if (rows.length === 0) return
    try {
      await store.add(rows)
      const since = new Date(clock.now().getTime() - gatewayLogLimits.days * dayMs)
      for (const appId of new Set(rows.map((row) => row.app_id))) {
        await store.trim(appId, { entries: gatewayLogLimits.entries, since })
      }
    } catch (error) {
      log.warn({ err: error, entries: rows.length }, 'the log of the gateway could not be written')
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const rows = waiting
    waiting = []
    writing = writing.then(() => write(rows))
    return writing
  }

  return {
    begin({ appId, purpose, method, url }) {
      const startedAt = performance.now()
      return ({ status = null, failure = null, isCached = false }) => {
        if (waiting.length >= waitingMost) return
        waiting.push({
          ...{ app_id: appId, at: clock.now(), purpose, url: redactUrl(url) },
          method: method.slice(0, methodLength).replace(/[^\w-]/g, ''),
          ...{ status, failure, is_cached: isCached },
          duration_ms: Math.round(performance.now() - startedAt),
        })
        timer ??= setTimeout(() => void flush(), writeAfterMs).unref()
      }
    },
    async list(appId, query) {
      await flush()
      const rows = await store.list(appId, query)
      const shown = rows.slice(0, query.limit)
      return {
        items: shown.map(present),
        nextCursor: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      }
    },
    stop: flush,
  }
}

function present(row: GatewayLogRow): GatewayLog['items'][number] {
  const { id, purpose, method, url, status, failure } = row
  const { at, duration_ms: durationMs, is_cached: isCached } = row
  return { id, at: at.toISOString(), purpose, method, url, status, failure, durationMs, isCached }
}
