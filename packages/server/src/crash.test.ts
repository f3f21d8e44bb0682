import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { startServerProcess, type ServerProcess } from './testing/server-process.ts'
import { testPackage } from './testing/package-archive.ts'
import { writeZip } from './testing/zip-writer.ts'

const rounds = 20
const writers = 4
const releaseList = z.object({ items: z.array(z.object({ sequence: z.int(), version: z.string() })) })
const versionList = z.object({ items: z.array(z.object({ version: z.string(), isCurrent: z.boolean() })) })
const appSchema = z.object({ id: z.string(), currentVersion: z.string().nullable() })

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-crash-'))
  await chmod(dataDir, 0o755)
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** What the server has acknowledged so far. */
interface Acknowledged {
  appId: string
  scripts: Map<string, string>
  releases: Map<number, string>
}

it(
  'keeps every acknowledged upload and release through 20 kills, and shows no half-made one',
  { timeout: 300_000 },
  async () => {
    const random = seededRandom(20)
    let server = await startServerProcess({ BANYAN_DATA: dataDir })
    const created = appSchema.parse(await call(server, 'POST', '/api/v1/apps', { name: 'Crash' }))
    const known: Acknowledged = { appId: created.id, scripts: new Map(), releases: new Map() }
    let nextVersion = 1
    for (let round = 0; round < rounds; round++) {
      const target = server
      let acksUntilKill = 1 + Math.floor(random() * 12)
      const acknowledge = (): void => {
        if (--acksUntilKill === 0) target.child.kill('SIGKILL')
      }
      const write = async (): Promise<void> => {
        for (;;) await uploadAndPublish(target, known, { version: `1.0.${nextVersion++}`, acknowledge })
      }
      // Every writer ends by the failure of a call to the server that was killed under it.
      await Promise.allSettled(Array.from({ length: writers }, write))
      await target.exited
      server = await startServerProcess({ BANYAN_DATA: dataDir })
      await expectAllThere(server, known)
    }
    expect(known.scripts.size).toBeGreaterThan(rounds)
    expect(known.releases.size).toBeGreaterThan(rounds / 2)
    await expectDeliverable(server, known)
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(0)
  },
)

async function uploadAndPublish(
  server: ServerProcess,
  known: Acknowledged,
  { version, acknowledge }: { version: string; acknowledge: () => void },
): Promise<void> {
  const { entries, scriptHash } = testPackage({ label: version })
  await call(server, 'POST', `/api/v1/apps/${known.appId}/versions?version=${version}`, writeZip(entries))
  known.scripts.set(version, scriptHash)
  acknowledge()
  const release = await call(server, 'POST', `/api/v1/apps/${known.appId}/releases`, { version })
  known.releases.set(z.object({ sequence: z.int() }).parse(release).sequence, version)
  acknowledge()
}

async function expectAllThere(server: ServerProcess, known: Acknowledged): Promise<void> {
  const path = `/api/v1/apps/${known.appId}`
  const versions = versionList.parse(await call(server, 'GET', `${path}/versions`)).items
  const releases = releaseList.parse(await call(server, 'GET', `${path}/releases`)).items
  const uploaded = new Set(versions.map(({ version }) => version))
  expect([...known.scripts.keys()].filter((version) => !uploaded.has(version))).toEqual([])
  const published = new Map(releases.map(({ sequence, version }) => [sequence, version]))
  expect([...known.releases].filter(([sequence, version]) => published.get(sequence) !== version)).toEqual([])
  expect(releases.map(({ sequence }) => sequence)).toEqual(releases.map((_, index) => releases.length - index))
  expect(releases.filter(({ version }) => !uploaded.has(version))).toEqual([])
  const app = appSchema.parse(await call(server, 'GET', path))
  expect(app.currentVersion).toBe(releases[0]?.version ?? null)
  expect(versions.filter(({ isCurrent }) => isCurrent).map(({ version }) => version)).toEqual(
    releases[0] ? [releases[0].version] : [],
  )
}

/** Every byte of every acknowledged release reaches a browser. */
async function expectDeliverable(server: ServerProcess, known: Acknowledged): Promise<void> {
  for (const version of new Set(known.releases.values())) {
    const response = await fetch(`${server.ready.localUrl}/p/${known.appId}/${known.scripts.get(version)}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(JSON.stringify(version))
  }
}

async function call(server: ServerProcess, method: string, path: string, body?: unknown): Promise<unknown> {
  const isArchive = body instanceof Uint8Array
  const response = await fetch(server.ready.localUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${server.ready.seed.apiKey}`,
      'content-type': isArchive ? 'application/zip' : 'application/json',
    },
    ...(body === undefined ? {} : { body: isArchive ? new Uint8Array(body) : JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 0x7fffffff
    return state / 0x7fffffff
  }
}
