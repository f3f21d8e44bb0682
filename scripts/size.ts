/** The weight of the runtime as a browser receives it, compressed with brotli at its best. What a launch needs has a budget. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildRuntime } from '@banyan/runtime/build'

const budgetBytes = 90 * 1024
const folder = mkdtempSync(join(tmpdir(), 'banyan-size-'))
const { files, runtime } = await buildRuntime({ outdir: folder })
rmSync(folder, { recursive: true })

const launchFiles = new Set([runtime.host, runtime.logic, runtime.view])
const sizes = files.map(({ part, file, bytes }) => ({
  part,
  bytes: brotliCompressSync(bytes).length,
  isForLaunch: launchFiles.has(file),
  isExtra: runtime.parts[part] === file,
}))
const launch = sizes.filter(({ isForLaunch }) => isForLaunch)
const later = sizes.filter(({ isForLaunch, isExtra }) => !isForLaunch && !isExtra)
const extra = sizes.filter(({ isExtra }) => isExtra)
const totalBytes = launch.reduce((sum, { bytes }) => sum + bytes, 0)

const list = (parts: typeof sizes) => parts.map(({ part, bytes }) => `${part} ${kilobytes(bytes)}`).join(' + ')
console.log(
  `${list(launch)} = ${kilobytes(totalBytes)} KB of ${kilobytes(budgetBytes)} KB (brotli); when needed: ${list(later)}`,
)
if (extra.length > 0) console.log(`extra parts, each on first use: ${list(extra)}`)
if (totalBytes > budgetBytes) process.exitCode = 1

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
