/** Immutable files to browsers. Runs outside the frame of the other routes: it is what most requests ask for. */
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import { createImmutableFiles } from '#infra/http/immutable-files.ts'
import type { RuntimeFiles } from '#infra/runtime-build.ts'
import type { Previews } from './previews.ts'
import type { ReleaseStore } from './store.ts'

/** Undefined when the request asks for something else, or for a file that does not exist. */
export type Delivery = (request: Request, path: string) => Promise<Response | undefined>

const packageFile = /^\/p\/(by[0-9a-f]{16})\/([0-9a-f]{64})$/
const previewFile = /^\/-\/preview\/([0-9a-z]{32})\/([0-9a-f]{64})$/
const runtimeFile = /^\/-\/runtime\/([\w.-]{1,120})$/
const cacheLimitBytes = 256 * 1024 * 1024

export function createDelivery(ports: {
  store: ReleaseStore
  blobs: Blobs
  runtime: RuntimeFiles
  previews: Previews
  /** Of an app that was stopped, no file leaves that is not in memory already. */
  isServing: (appId: string) => Promise<boolean>
}): Delivery {
  const files = createImmutableFiles(cacheLimitBytes)
  return async (request, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const [, appId, hash] = packageFile.exec(path) ?? []
    if (appId !== undefined && hash !== undefined) {
      return files.respond(request, path, async () => {
        const row = (await ports.isServing(appId)) ? await ports.store.publishedFile(appId, hash) : undefined
        const bytes = row && (await ports.blobs.read(hash))
        return bytes && { bytes, mediaType: row.media_type, hash }
      })
    }
    const [, token, previewHash] = previewFile.exec(path) ?? []
    if (token !== undefined && previewHash !== undefined) {
      // Asked for anew each time: a revoked link must not live on in a cache of ours.
      const mediaType = (await ports.previews.file(token, previewHash))?.mediaType
      if (mediaType === undefined) return undefined
      return files.respond(request, `preview ${previewHash} ${mediaType}`, async () => {
        const bytes = await ports.blobs.read(previewHash)
        return bytes && { bytes, mediaType, hash: previewHash }
      })
    }
    const name = runtimeFile.exec(path)?.[1]
    if (name === undefined) return undefined
    return files.respond(request, path, () => ports.runtime.read(name))
  }
}
