/** The weight of the console's first load as a browser receives it, compressed with gzip; each page comes when it is opened. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const budgetBytes = 500 * 1024
const folder = join(import.meta.dirname, '..', 'packages', 'console', 'dist')
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
const first = new Set<string>()
const waiting = Object.entries(manifest).flatMap(([name, { isEntry }]) => (isEntry === true ? [name] : []))
for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
  const part = manifest[name]
  if (!part || first.has(part.file)) continue
  for (const file of [part.file, ...part.css]) first.add(file)
  waiting.push(...part.imports)
}
const totalBytes = [...first].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
console.log(`the console's first load is ${kilobytes(totalBytes)} KB of ${kilobytes(budgetBytes)} KB (gzip)`)
if (first.size === 0 || totalBytes > budgetBytes) process.exitCode = 1
