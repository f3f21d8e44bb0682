/** What a phone downloads of the runtime: every file of its build, compressed with brotli at its best. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildRuntime } from '@banyan/runtime/build'

export interface PartSize {
  readonly part: string
  readonly plainBytes: number
  readonly brotliBytes: number
}

export async function measureSizes(): Promise<readonly PartSize[]> {
  const outdir = await mkdtemp(join(tmpdir(), 'banyan-bench-size-'))
  const { files } = await buildRuntime({ outdir })
  await rm(outdir, { recursive: true })
  return files.map(({ part, bytes }) => ({
    part,
    plainBytes: bytes.length,
    brotliBytes: brotliCompressSync(bytes).length,
  }))
}
