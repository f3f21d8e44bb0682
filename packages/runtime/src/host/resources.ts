/** Pictures, fonts and media for the frames and the host's own chrome. Bytes are fetched here and handed over as Blobs. */
import { isLocalFile } from '../bridge/local-paths.ts'
import type { BuildFiles } from './files.ts'
import type { LocalFiles } from './local-files.ts'
import type { Network } from './network.ts'

export interface Resources {
  /** A path of the package, a local file, or an http(s) or data address. Undefined when there is none. */
  load(url: string): Promise<Blob | undefined>
  /** An address of the same thing for the host's own `<img>`. */
  addressOf(url: string): Promise<string | undefined>
}

const cacheEntries = 120
const cacheBytes = 64 * 1024 * 1024
const timeoutMs = 30_000

export function createResources(build: BuildFiles, local: LocalFiles, network: Network): Resources {
  const cache = new Map<string, { body: Promise<Blob | undefined>; sizeBytes: number }>()
  const addresses = new Map<string, string>()
  let total = 0

  const evict = () => {
    for (const [url, { sizeBytes }] of cache) {
      if (cache.size <= cacheEntries && total <= cacheBytes) return
      cache.delete(url)
      total -= sizeBytes
    }
  }

  const load = (url: string): Promise<Blob | undefined> => {
    if (isLocalFile(url)) return local.load(url)
    const known = cache.get(url)
    if (known !== undefined) {
      cache.delete(url)
      cache.set(url, known)
      return known.body
    }
    const entry = { body: fetchResource(url, build, network).catch(() => undefined), sizeBytes: 0 }
    cache.set(url, entry)
    void entry.body.then((body) => {
      if (cache.get(url) !== entry) return
      if (body === undefined) cache.delete(url)
      else total += entry.sizeBytes = body.size
      evict()
    })
    return entry.body
  }

  return {
    load,
    async addressOf(url) {
      if (url.startsWith('data:image/')) return url
      const known = addresses.get(url)
      if (known !== undefined) return known
      const body = await load(url)
      if (body === undefined) return undefined
      const address = URL.createObjectURL(body)
      addresses.set(url, address)
      return address
    },
  }
}

async function fetchResource(url: string, build: BuildFiles, network: Network): Promise<Blob | undefined> {
  if (/^data:/i.test(url)) return (await fetch(url)).blob()
  if (/^https?:/i.test(url)) return fetchRemote(url, network)
  const path = decodePath(url.replace(/^\/+/, '').replace(/[?#].*$/, ''))
  const assets = await build.assets()
  const ref = Object.hasOwn(assets, path) ? assets[path] : undefined
  return ref === undefined ? undefined : build.asset(ref, ref.mediaType)
}

/** First straight from where it lies, which most picture servers allow; then through the gateway. */
async function fetchRemote(url: string, network: Network): Promise<Blob | undefined> {
  const signal = AbortSignal.timeout?.(timeoutMs) ?? new AbortController().signal
  if (/^https:/i.test(url)) {
    try {
      const answer = await fetch(url, { mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal })
      if (answer.ok) return await answer.blob()
    } catch {
      // No CORS there; the gateway may still fetch it.
    }
  }
  const answer = await network.send({ url, method: 'GET', headers: [], timeoutMs, signal })
  if (answer.statusCode < 200 || answer.statusCode > 299) return undefined
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return new Blob([await answer.blob()], { type })
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
