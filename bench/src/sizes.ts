/** What a phone downloads of the runtime, compressed with brotli at its best: for a launch, and later when it is needed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildRuntime } from '@banyan/runtime/build'

export interface PartSize {
  readonly part: string
  readonly plainBytes: number
  readonly brotliBytes: number
  readonly isForLaunch: boolean
}

export async function measureSizes(): Promise<readonly PartSize[]> {
  const outdir = await mkdtemp(join(tmpdir(), 'banyan-bench-size-'))
  const { files, runtime } = await buildRuntime({ outdir })
  await rm(outdir, { recursive: true })
  const launchFiles = new Set([runtime.host, runtime.logic, runtime.view])
  return files.map(({ part, file, bytes }) => ({
    part,
    plainBytes: bytes.length,
    brotliBytes: brotliCompressSync(bytes).length,
    isForLaunch: launchFiles.has(file),
  }))
}
