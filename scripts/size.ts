/** The weight of the runtime as a browser receives it: every file of its build, compressed with brotli at its best. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { buildRuntime } from '@banyan/runtime/build'

const budgetBytes = 90 * 1024
const folder = mkdtempSync(join(tmpdir(), 'banyan-size-'))
const { files } = await buildRuntime({ outdir: folder })
rmSync(folder, { recursive: true })

const sizes = files.map(({ part, bytes }) => ({ part, bytes: compressedBytes(bytes) }))
const totalBytes = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
const list = sizes.map(({ part, bytes }) => `${part} ${kilobytes(bytes)}`).join(' + ')
console.log(`runtime ${list} = ${kilobytes(totalBytes)} KB of ${kilobytes(budgetBytes)} KB (brotli)`)
if (totalBytes > budgetBytes) process.exitCode = 1

function compressedBytes(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
