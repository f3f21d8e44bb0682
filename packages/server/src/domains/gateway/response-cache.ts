/**
 * Answers that servers allow everybody's cache to keep (RFC 9111), for as long as they say and no longer than an hour.
 * What an app sends with a request is part of the key, header by header: users with other tokens never get each other's answers.
 */
import { Readable, Transform } from 'node:stream'
import type { HeaderRecord } from './headers.ts'
import type { GatewayAnswer, GatewayMethod } from './service.ts'

export interface CacheableCall {
  appId: string
  method: GatewayMethod
  url: URL
  /** What is connected to: another server of the owner's is another answer. */
  address: URL
  headers: HeaderRecord
}

export interface ResponseCache {
  /** Undefined for a call that must reach its server. */
  keyOf(call: CacheableCall): string | undefined
  find(key: string): GatewayAnswer | undefined
  /** The answer to give on; it is kept once it has come whole. */
  keep(key: string, answer: GatewayAnswer): GatewayAnswer
}

interface Entry {
  status: number
  headers: GatewayAnswer['headers']
  bytes: Buffer
  storedAt: number
  ageMs: number
  freshUntil: number
}

const entryMost = 256 * 1024
const totalMost = 32 * 1024 * 1024
const keyMost = 8192
const longestMs = 3_600_000
/** With one of these the app asks for an answer of its own. */
const personal = ['authorization', 'cookie', 'range', 'cache-control', 'pragma'] as const

export function createResponseCache(now: () => number = () => performance.now()): ResponseCache {
  const entries = new Map<string, Entry>()
  let total = 0

  function remove(key: string): void {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    total -= entry.bytes.length + key.length
  }

  function store(key: string, entry: Entry): void {
    remove(key)
    entries.set(key, entry)
    total += entry.bytes.length + key.length
    for (const oldest of entries.keys()) {
      if (total <= totalMost) break
      remove(oldest)
    }
  }

  return {
    keyOf({ appId, method, url, address, headers }) {
      if (method !== 'GET') return undefined
      const names = Object.keys(headers).map((name) => name.toLowerCase())
      if (names.some((name) => name.startsWith('if-') || personal.some((each) => each === name))) return undefined
      const sent = Object.entries(headers).toSorted(([one], [other]) => (one < other ? -1 : 1))
      const key = JSON.stringify([appId, url.href, address.origin, sent])
      return key.length > keyMost ? undefined : key
    },
    find(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      if (now() >= entry.freshUntil) {
        remove(key)
        return undefined
      }
      const age = Math.floor((entry.ageMs + now() - entry.storedAt) / 1000)
      const { status, headers, bytes } = entry
      return { status, headers: { ...headers, age: String(age) }, body: Readable.from([bytes]), isRedirected: false }
    },
    keep(key, answer) {
      const { freshMs, ageMs } = freshnessOf(answer)
      if (freshMs <= 0) return answer
      const chunks: Buffer[] = []
      let count = 0
      const collector = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          count += chunk.length
          if (count <= entryMost) chunks.push(chunk)
          else chunks.length = 0
          done(null, chunk)
        },
        flush(done) {
          if (count <= entryMost) {
            const storedAt = now()
            const { status, headers } = answer
            const bytes = Buffer.concat(chunks)
            store(key, { status, headers, bytes, storedAt, ageMs, freshUntil: storedAt + freshMs })
          }
          done()
        },
      })
      answer.body.once('error', (error) => collector.destroy(error))
      collector.once('close', () => answer.body.destroy())
      return { ...answer, body: answer.body.pipe(collector) }
    },
  }
}

/** Only what an answer says in so many words counts; nothing is guessed from its date. */
function freshnessOf({ status, headers, isRedirected }: GatewayAnswer): { freshMs: number; ageMs: number } {
  const never = { freshMs: 0, ageMs: 0 }
  const control = directivesOf(headers['cache-control'])
  // Where a redirect led may leave the app's list before the answer is old.
  if (status !== 200 || isRedirected || headers['set-cookie'] !== undefined) return never
  if (String(headers['vary'] ?? '').includes('*')) return never
  if (['private', 'no-store', 'no-cache'].some((name) => control.has(name))) return never
  const seconds = control.get('s-maxage') ?? control.get('max-age')
  if (seconds === undefined || !/^\d{1,9}$/.test(seconds)) return never
  const ageMs = Math.max(0, Number(headers['age'] ?? 0) || 0) * 1000
  return { freshMs: Math.min(Number(seconds) * 1000, longestMs) - ageMs, ageMs }
}

function directivesOf(header: string | string[] | undefined): ReadonlyMap<string, string> {
  const parts = [header ?? []].flat().join(',').split(',')
  return new Map(
    parts.map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=', 2)
      return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')]
    }),
  )
}
