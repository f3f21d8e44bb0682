/** What the worker must know of the app's files: those on this device, and the list of the packaged ones. */
import type { HostContext } from '../../../host/context.ts'

/** Together they may be this large; what is beyond comes when it is asked for. */
const maxEarlyBytes = 8 * 1024 * 1024
/** A packaged file read by one of these cannot be waited for. */
const readsAtOnce = /\b(readFileSync|copyFileSync|openSync|readCompressedFileSync)\b/

export interface CollectedFiles {
  records: readonly unknown[]
  packaged: readonly { path: string; sizeBytes: number; body?: Blob }[]
}

export async function collectFiles(host: HostContext, script?: Blob): Promise<CollectedFiles> {
  const [records, assets, isEager] = await Promise.all([
    host.files.records(),
    host.assets(),
    script?.text().then((text) => readsAtOnce.test(text)),
  ])
  const rows = Object.entries(assets).sort(([, left], [, right]) => left.sizeBytes - right.sizeBytes)
  let bytes = 0
  const packaged = rows.map(async ([path, { sizeBytes }]) => {
    bytes += sizeBytes
    const body = isEager === true && bytes <= maxEarlyBytes ? await host.loadResource(`/${path}`) : undefined
    return { path, sizeBytes, ...(body === undefined ? {} : { body }) }
  })
  return { records, packaged: await Promise.all(packaged) }
}
