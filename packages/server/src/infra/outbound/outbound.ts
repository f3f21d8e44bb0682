/**
 * Calls to servers of the outside world. The address is checked at the moment of connecting, on what the name really resolved to, so
 * that neither a clever spelling nor a name that changes its mind reaches a machine of ours.
 */
import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { isPublicAddress } from './public-address.ts'

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

export type ResolveHost = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void

export interface Outbound {
  /** Reaches public addresses only. */
  guarded: Dispatcher
  /** For addresses that the platform's owner has written down. */
  unguarded: Dispatcher
  close(): Promise<void>
}

const connectTimeoutMs = 10_000

const resolveBySystem: ResolveHost = (hostname, done) =>
  systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) => done(error, addresses))

export function createOutbound(options: { resolve?: ResolveHost } = {}): Outbound {
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    lookup: guardedLookup(options.resolve ?? resolveBySystem),
    autoSelectFamily: true,
  })
  // A literal address is never looked up, so it is checked here.
  const guardedConnect: buildConnector.connector = (target, done) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) return done(new AddressRefused(hostname), null)
    return connect(target, done)
  }
  const limits = { headersTimeout: 60_000, bodyTimeout: 60_000, maxHeaderSize: 32 * 1024, keepAliveTimeout: 10_000 }
  const guarded = new Agent({ ...limits, connect: guardedConnect })
  const unguarded = new Agent({ ...limits, connect: { timeout: connectTimeoutMs } })
  return {
    guarded,
    unguarded,
    async close() {
      await Promise.all([guarded.destroy(), unguarded.destroy()])
    },
  }
}

/** One private address among several refuses the name as a whole: it could be the one that is tried next time. */
function guardedLookup(resolve: ResolveHost): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, '')
      const refused = addresses.find(({ address }) => !isPublicAddress(address))
      if (refused) return done(new AddressRefused(`${hostname} is ${refused.address}`), '')
      const first = addresses[0]
      if (!first) return done(new Error(`${hostname} has no address`), '')
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
}
