import { PlatformError } from '@banyan/contract/errors'
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'

export interface RateLimit {
  /** Counts one use for `key`; throws `request.rateLimited` once there were too many. */
  use(key: string): Promise<void>
  forgive(key: string): Promise<void>
}

export interface Limits {
  rate(name: string, rule: { uses: number; perSeconds: number }): RateLimit
}

export function memoryLimits(): Limits {
  return {
    rate(name, rule) {
      return presentLimit(new RateLimiterMemory({ keyPrefix: name, points: rule.uses, duration: rule.perSeconds }))
    },
  }
}

export function presentLimit(limiter: Pick<RateLimiterAbstract, 'consume' | 'delete'>): RateLimit {
  return {
    async use(key) {
      try {
        await limiter.consume(key)
      } catch (cause) {
        if (!(cause instanceof RateLimiterRes)) throw cause
        throw new PlatformError('request.rateLimited', {
          detail: `try again in ${Math.ceil(cause.msBeforeNext / 1000)} s`,
        })
      }
    },
    async forgive(key) {
      await limiter.delete(key)
    },
  }
}

/** At most `limit` at a time for each key; `undefined` when there is no room. Call the result once to leave. */
export function createConcurrencyGate(limit: number): (key: string) => (() => void) | undefined {
  const counts = new Map<string, number>()
  return (key) => {
    const count = counts.get(key) ?? 0
    if (count >= limit) return undefined
    counts.set(key, count + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      const remaining = (counts.get(key) ?? 1) - 1
      if (remaining === 0) counts.delete(key)
      else counts.set(key, remaining)
    }
  }
}
