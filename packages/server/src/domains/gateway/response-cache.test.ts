import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createResponseCache, type ResponseCache } from './response-cache.ts'
import type { HeaderRecord } from './headers.ts'
import type { GatewayAnswer } from './service.ts'

const url = new URL('https://api.example.com/list?page=1')
const get = (headers: HeaderRecord = {}, appId = 'app') =>
  ({ appId, method: 'GET', url, address: url, headers }) as const
const answered = (headers: GatewayAnswer['headers'], given: Partial<GatewayAnswer> = {}): GatewayAnswer => ({
  ...{ status: 200, headers, body: Readable.from([Buffer.from('the list')]), isRedirected: false },
  ...given,
})

/** What a second call with these headers gets after this answer; undefined: it goes to the server. */
async function secondCall(
  cache: ResponseCache,
  answer: GatewayAnswer,
  { first = {}, second = first }: { first?: HeaderRecord; second?: HeaderRecord } = {},
): Promise<string | undefined> {
  const key = cache.keyOf(get(first))
  const given = key === undefined ? answer : cache.keep(key, answer)
  await buffer(given.body).catch(() => undefined)
  const next = cache.keyOf(get(second))
  const found = next === undefined ? undefined : cache.find(next)
  return found && (await buffer(found.body)).toString()
}

describe('an answer of a server', () => {
  it('is kept as long as its headers say, less the age that it came with', async () => {
    let now = 0
    const cache = createResponseCache(() => now)
    expect(await secondCall(cache, answered({ 'cache-control': 'public, max-age=60', age: '20' }))).toBe('the list')
    const key = cache.keyOf(get()) ?? ''
    now = 39_000
    expect(cache.find(key)?.headers['age']).toBe('59')
    now = 40_000
    expect(cache.find(key)).toBeUndefined()
  })

  it('is kept an hour at most', async () => {
    let now = 0
    const cache = createResponseCache(() => now)
    await secondCall(cache, answered({ 'cache-control': 'max-age=999999' }))
    now = 3_600_000
    expect(cache.find(cache.keyOf(get()) ?? '')).toBeUndefined()
  })

  it.each([
    ['nothing about caching', {}, {}],
    ['no-store', { 'cache-control': 'max-age=60, no-store' }, {}],
    ['no-cache', { 'cache-control': 'max-age=60, no-cache' }, {}],
    ['private', { 'cache-control': 'private, max-age=60' }, {}],
    ['that caches of many may not', { 'cache-control': 'max-age=60, s-maxage=0' }, {}],
    ['a cookie', { 'cache-control': 'max-age=60', 'set-cookie': ['a=1'] }, {}],
    ['that everything changes it', { 'cache-control': 'max-age=60', vary: '*' }, {}],
    ['an age beyond its freshness', { 'cache-control': 'max-age=60', age: '60' }, {}],
    ['an error', { 'cache-control': 'max-age=60' }, { status: 500 }],
    ['after a redirect', { 'cache-control': 'max-age=60' }, { isRedirected: true }],
  ] as const)('is not kept when it says %s', async (_what, headers, given) => {
    const answer = answered(JSON.parse(JSON.stringify(headers)), given)
    expect(await secondCall(createResponseCache(), answer)).toBeUndefined()
  })

  it('that is large, or that broke off, is not kept', async () => {
    const fresh = { 'cache-control': 'max-age=60' }
    const large = answered(fresh, { body: Readable.from([Buffer.alloc(300 * 1024)]) })
    expect(await secondCall(createResponseCache(), large)).toBeUndefined()
    const broken = new Readable({
      read() {
        this.push('the')
        this.destroy(new Error('broke off'))
      },
    })
    expect(await secondCall(createResponseCache(), answered(fresh, { body: broken }))).toBeUndefined()
  })
})

describe('a request', () => {
  const fresh = (): GatewayAnswer => answered({ 'cache-control': 'max-age=60' })

  it('with other headers, or of another app, does not get it', async () => {
    const cache = createResponseCache()
    expect(
      await secondCall(cache, fresh(), { first: { 'x-token': 'li' }, second: { 'x-token': 'wang' } }),
    ).toBeUndefined()
    expect(cache.find(cache.keyOf(get({ 'x-token': 'li' })) ?? '')).toBeDefined()
    expect(cache.find(cache.keyOf(get({ 'x-token': 'li' }, 'other')) ?? '')).toBeUndefined()
  })

  it.each(['Authorization', 'Cookie', 'Range', 'Cache-Control', 'If-None-Match'])(
    'with %s always reaches its server',
    async (name) => {
      expect(await secondCall(createResponseCache(), fresh(), { first: { [name]: 'x' } })).toBeUndefined()
    },
  )

  it('that is no GET always reaches its server', () => {
    expect(createResponseCache().keyOf({ ...get(), method: 'POST' })).toBeUndefined()
  })
})

describe('the memory', () => {
  it('has a bound: what was kept first goes first', async () => {
    const cache = createResponseCache()
    const keyAt = (page: number): string =>
      cache.keyOf({ ...get(), url: new URL(`https://api.example.com/${page}`) }) ?? ''
    for (let page = 0; page < 140; page++) {
      const body = Readable.from([Buffer.alloc(250 * 1024)])
      await buffer(cache.keep(keyAt(page), answered({ 'cache-control': 'max-age=60' }, { body })).body)
    }
    expect(cache.find(keyAt(0))).toBeUndefined()
    expect(cache.find(keyAt(139))).toBeDefined()
  })
})
