/**
 * A server that does not answer is left alone for a while: apps hear so at once, instead of each request holding a connection until its
 * time is over.
 */
import { PlatformError } from '@banyan/contract/errors'
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel'

const failuresInARow = 10
const restMs = 10_000
const rememberedServers = 2000

/** Its own errors are answers. What the user's side gave up says nothing of the server, or one user could cut it off for all. */
const isAway = handleWhen(
  (error) => error instanceof PlatformError && error.code === 'gateway.unreachable' && !isGivenUp(error.cause),
)

function isGivenUp(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'AbortError' || cause.name === 'TimeoutError')
}

export type Breakers = <T>(appId: string, origin: string, work: () => Promise<T>) => Promise<T>

/** Each app has its own, so that none can cut a server off from the others. */
export function createBreakers(): Breakers {
  const known = new Map<string, CircuitBreakerPolicy>()

  function breakerOf(key: string): CircuitBreakerPolicy {
    const found = known.get(key)
    const breaker =
      found ?? circuitBreaker(isAway, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresInARow) })
    // Used last, forgotten last.
    known.delete(key)
    known.set(key, breaker)
    const [oldest] = known.keys()
    if (known.size > rememberedServers && oldest !== undefined) known.delete(oldest)
    return breaker
  }

  return async function throughBreaker(appId, origin, work) {
    try {
      return await breakerOf(`${appId} ${origin}`).execute(work)
    } catch (cause) {
      if (!(cause instanceof BrokenCircuitError)) throw cause
      throw new PlatformError('gateway.unreachable', { detail: 'the server has not answered for a while', cause })
    }
  }
}
