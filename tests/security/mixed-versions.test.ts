/**
 * Two hundred clients open an app and load its second package later, through a cache that holds pages back, while twenty releases and
 * roll-backs happen. A session may be old; it is never of two versions, and no client goes back behind what it has seen.
 */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { BootData } from '@banyan/contract/boot'
import { checkRelease, type Memory } from '@banyan/runtime/release-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Platform, startPlatform } from '../support/platform.ts'

const clientCount = 200
const sessionsPerClient = 3
const releaseCount = 20
const versions = ['1.0.0', '1.1.0', '1.2.0'] as const

const appOf = (version: string) => ({
  'app.json': JSON.stringify({ pages: ['first/first'], subPackages: [{ root: 'extra', pages: ['second/second'] }] }),
  'app.js': `App({ label: 'main of ${version}' })`,
  'first/first.wxml': '<view>first</view>',
  'first/first.js': 'Page({})',
  'extra/second/second.wxml': '<view>second</view>',
  'extra/second/second.js': `Page({ data: { label: 'extra of ${version}' } })`,
})

let platform: Platform
let appId: string

beforeAll(async () => {
  platform = await startPlatform()
  appId = await platform.createApp('Mixed')
  for (const version of versions) await platform.publish(appId, version, appOf(version))
})
afterAll(() => platform.stop())

/** Keeps each page, and gives out any of those it has ever seen: the worst that a cache without mercy can do. */
async function startStaleCache(
  origin: string,
): Promise<{ origin: string; server: Server; staleAnswers: () => number }> {
  const pages: string[] = []
  let turn = 0
  let staleAnswers = 0
  const server = createServer((request, response) => {
    const answer = async () => {
      turn += 1
      const isPage = request.url?.startsWith('/a/') === true
      const isForced = request.headers['cache-control'] === 'no-cache'
      if (isPage && !isForced && pages.length > 0 && turn % 4 !== 0) {
        staleAnswers += 1
        response.end(pages[(turn * 7) % pages.length])
        return
      }
      const fetched = await fetch(`${origin}${request.url ?? '/'}`)
      const body = Buffer.from(await fetched.arrayBuffer())
      if (isPage) pages.push(body.toString())
      response.writeHead(fetched.status).end(body)
    }
    answer().catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, server, staleAnswers: () => staleAnswers }
}

interface Session {
  versions: ReadonlySet<string>
  sequence: number
  wasStale: boolean
}

/** As the host does it: check the page, ask past the cache when it is stale, pin the manifest, load the rest when it is needed. */
async function runSession(origin: string, memory: Memory): Promise<Session | undefined> {
  let boot = await readBoot(origin, {})
  let verdict = await checkRelease(boot, memory)
  const wasStale = verdict === 'stale'
  if (wasStale) {
    boot = await readBoot(origin, { 'cache-control': 'no-cache' })
    verdict = await checkRelease(boot, memory)
  }
  if (verdict !== 'good') return undefined
  const seen = new Set([boot.release.version])
  for (const { script } of boot.manifest.packages) {
    const bytes = Buffer.from(await (await fetch(`${origin}${boot.fileBase}${script.hash}`)).arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(script.hash)
    for (const [, version = ''] of bytes.toString().matchAll(/(?:main|extra) of (\d+\.\d+\.\d+)/g)) seen.add(version)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { versions: seen, sequence: boot.release.sequence, wasStale }
}

async function readBoot(origin: string, headers: Record<string, string>): Promise<BootData> {
  const html = await (await fetch(`${origin}/a/${appId}/`, { headers })).text()
  return JSON.parse(/id="banyan-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
}

test('no session mixes versions and none goes back, behind a cache that gives out old pages', async () => {
  const cache = await startStaleCache(platform.origin)
  try {
    const releases = (async () => {
      for (let count = 0; count < releaseCount; count += 1) {
        await platform.client.releases.publish(appId, versions[count % versions.length] ?? versions[0])
      }
    })()
    const clients = Array.from({ length: clientCount }, async () => {
      const items = new Map<string, string>()
      const memory: Memory = {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
      }
      const sessions: (Session | undefined)[] = []
      for (let count = 0; count < sessionsPerClient; count += 1) sessions.push(await runSession(cache.origin, memory))
      return sessions
    })
    const [all] = await Promise.all([Promise.all(clients), releases])
    const sessions = all.flat().filter((session) => session !== undefined)
    expect(sessions).toHaveLength(clientCount * sessionsPerClient)
    expect(sessions.filter((session) => session.versions.size !== 1)).toEqual([])
    for (const own of all) {
      const sequences = own.map((session) => session?.sequence ?? 0)
      expect(sequences).toEqual(sequences.toSorted((first, second) => first - second))
    }
    // Else the cache was no test.
    expect(cache.staleAnswers()).toBeGreaterThan(clientCount / 2)
    expect(sessions.some(({ wasStale }) => wasStale)).toBe(true)
  } finally {
    cache.server.closeAllConnections()
    await new Promise((resolve) => cache.server.close(resolve))
  }
}, 300_000)
