/**
 * The apps that start without a network: one cache an app, so that one goes as a whole. The index says what each weighs and when it was
 * used; the one that was used longest ago goes first.
 */
import { keepHeader, type KeepApp, shellPath } from '@banyan/contract/offline'

export interface KeptApps {
  /** A page of an app as it was last seen, or the app's shell. */
  findPage(appId: string, path: string): Promise<Response | undefined>
  findFile(path: string): Promise<Response | undefined>
  /** Remembers a page that came over the network; it counts once `keep` has its files. */
  see(appId: string, path: string, page: Response): Promise<void>
  /** Keeps a file for an app that is kept already. */
  addFile(appId: string, path: string, file: Response): Promise<void>
  keep(app: KeepApp): Promise<void>
  forget(appId: string): Promise<void>
}

export interface KeepLimits {
  apps: number
  totalBytes: number
  appBytes: number
  pagesPerApp: number
}

type Index = Record<string, { usedAt: number; sizeBytes: number; release: string }>

const prefix = 'banyan:app:'
const indexCache = 'banyan:index'
const indexKey = '/-/offline/index'
const seenSuffix = '?banyan-seen'

export function openKeptApps(limits: KeepLimits, now: () => number): KeptApps {
  let queue: Promise<unknown> = Promise.resolve()
  /** Changes come one after the other, or two would overwrite each other's index. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  const changeIndex = async (change: (index: Index) => void): Promise<Index> => {
    const cache = await caches.open(indexCache)
    const index = parseIndex(await (await cache.match(indexKey))?.text())
    change(index)
    await cache.put(indexKey, new Response(JSON.stringify(index)))
    return index
  }

  const forget = async (appId: string): Promise<void> => {
    await caches.delete(prefix + appId)
    await changeIndex((index) => delete index[appId])
  }

  const makeRoom = async (index: Index, spared: string): Promise<void> => {
    const oldest = Object.entries(index).toSorted(([, first], [, second]) => first.usedAt - second.usedAt)
    let count = oldest.length
    let bytes = oldest.reduce((sum, [, { sizeBytes }]) => sum + sizeBytes, 0)
    for (const [appId, { sizeBytes }] of oldest) {
      if (count <= limits.apps && bytes <= limits.totalBytes) return
      if (appId === spared) continue
      await forget(appId)
      count -= 1
      bytes -= sizeBytes
    }
  }

  const keep = async ({ appId, release, files }: KeepApp): Promise<void> => {
    const cache = await caches.open(prefix + appId)
    const before = (await changeIndex(() => undefined))[appId]
    let sizeBytes = 0
    const wanted = new Set<string>()
    for (const address of files) {
      const path = new URL(address, location.href).pathname
      const body = await bytesOf(cache, path, address)
      if (body === undefined) throw new Error(`cannot keep ${address}`)
      if (sizeBytes + body > limits.appBytes) break
      sizeBytes += body
      wanted.add(path)
    }
    const shell = shellPath(appId)
    if (releaseOf(await cache.match(shell)) !== release) {
      const answer = await fetch(shell)
      // Another release was published since the page came; the next visit keeps that one.
      if (!answer.ok || releaseOf(answer) !== release) return
      await cache.put(shell, answer)
    }
    // What was added since belongs to the release that it was added for.
    const isSame = before?.release === release
    await dropOthers(cache, { release, wanted, isSame })
    const weighs = isSame ? Math.max(before.sizeBytes, sizeBytes) : sizeBytes
    await makeRoom(await changeIndex((index) => (index[appId] = { usedAt: now(), sizeBytes: weighs, release })), appId)
  }

  /** Pages of another release, files that no page needs any more, and the pages seen longest ago; what was seen of this release counts from now on. */
  const dropOthers = async (
    cache: Cache,
    current: { release: string; wanted: ReadonlySet<string>; isSame: boolean },
  ): Promise<void> => {
    const pages: string[] = []
    for (const { url } of await cache.keys()) {
      const { pathname, search } = new URL(url)
      if (current.wanted.has(pathname)) continue
      const found = await cache.match(url)
      const release = releaseOf(found)
      if (release === undefined && current.isSame) continue
      if (release !== current.release) {
        await cache.delete(url)
        continue
      }
      if (search === seenSuffix && found !== undefined) {
        await cache.put(pathname, found)
        await cache.delete(url)
      }
      if (pathname.startsWith('/a/')) pages.push(pathname)
    }
    const distinct = [...new Set(pages)]
    for (const path of distinct.slice(0, Math.max(0, distinct.length - limits.pagesPerApp))) await cache.delete(path)
  }

  return {
    async findPage(appId, path) {
      const cache = await openIfThere(appId)
      const found = (await cache?.match(path)) ?? (await cache?.match(shellPath(appId)))
      if (found !== undefined) {
        void inTurn(() =>
          changeIndex((index) => {
            const entry = index[appId]
            if (entry !== undefined) entry.usedAt = now()
          }),
        )
      }
      return found
    },
    findFile: (path) => caches.match(path),
    see: (appId, path, page) => inTurn(async () => (await openIfThere(appId))?.put(path + seenSuffix, page)),
    addFile: (appId, path, file) =>
      inTurn(async () => {
        const cache = await openIfThere(appId)
        if (cache === undefined) return
        const { byteLength } = await file.clone().arrayBuffer()
        let fits = false
        await changeIndex((index) => {
          const entry = index[appId]
          if (entry === undefined || entry.sizeBytes + byteLength > limits.appBytes) return
          entry.sizeBytes += byteLength
          fits = true
        })
        if (fits) await cache.put(path, file)
      }),
    keep: (app) => inTurn(() => keep(app)),
    forget: (appId) => inTurn(() => forget(appId)),
  }
}

async function openIfThere(appId: string): Promise<Cache | undefined> {
  return (await caches.has(prefix + appId)) ? caches.open(prefix + appId) : undefined
}

/** Of a file that is kept, fetched when it is not; files never change, so another cache of this platform or the browser may answer. */
async function bytesOf(cache: Cache, path: string, address: string): Promise<number | undefined> {
  let found = await cache.match(path)
  if (found === undefined) {
    const answer = (await caches.match(path)) ?? (await fetch(address))
    if (!answer.ok) return undefined
    found = answer.clone()
    await cache.put(path, answer)
  }
  return (await found.arrayBuffer()).byteLength
}

function releaseOf(answer: Response | undefined): string | undefined {
  return answer?.headers.get(keepHeader) ?? undefined
}

function parseIndex(text: string | undefined): Index {
  const index: Index = Object.create(null)
  return Object.assign(index, JSON.parse(text ?? '{}'))
}
