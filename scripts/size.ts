/** The weight of the runtime as a browser receives it: host, logic and view, each compressed with brotli at its best. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const budgetBytes = 90 * 1024
const folder = join(import.meta.dirname, '..', 'packages', 'runtime', 'dist')

interface RuntimeFiles {
  readonly host: string
  readonly logic: string
  readonly view: string
}

const build: RuntimeFiles = JSON.parse(readFileSync(join(folder, 'runtime.json'), 'utf8'))
const sizes = (['host', 'logic', 'view'] as const).map((part) => ({
  part,
  bytes: compressedBytes(join(folder, build[part])),
}))
const totalBytes = sizes.reduce((sum, { bytes }) => sum + bytes, 0)

const list = sizes.map(({ part, bytes }) => `${part} ${kilobytes(bytes)}`).join(' + ')
console.log(`runtime ${list} = ${kilobytes(totalBytes)} KB of ${kilobytes(budgetBytes)} KB (brotli)`)
if (totalBytes > budgetBytes) process.exitCode = 1

function compressedBytes(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
