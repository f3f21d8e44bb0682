/** The runtime's build folder. It is read as files; none of its code ever runs here. */
import { readFile, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { z } from 'zod'
import { hasCode } from './files.ts'
import type { ImmutableFile } from './http/immutable-files.ts'

export interface RuntimeFiles {
  /** Undefined until the runtime has been built. */
  current(): Promise<RuntimeBuild | undefined>
  read(name: string): Promise<ImmutableFile | undefined>
}

const fileName = z.string().regex(/^[\w.-]+\.js$|^[\w-]+-[\da-f]{12}\.json$/)
const buildSchema = z.object({
  version: z.int(),
  host: fileName,
  logic: fileName,
  logicLater: fileName,
  view: fileName,
  later: fileName,
  parts: z.record(z.string(), fileName),
  files: z.array(fileName),
  page: z.string(),
  firstFrame: z.string(),
  policy: z.string(),
})

export function openRuntimeFiles(folder: string): RuntimeFiles {
  const path = join(folder, 'runtime.json')
  let loaded: { changedAt: number; build: RuntimeBuild } | undefined
  return {
    async current() {
      try {
        const changedAt = (await stat(path)).mtimeMs
        if (loaded?.changedAt !== changedAt) {
          loaded = { changedAt, build: buildSchema.parse(JSON.parse(await readFile(path, 'utf8'))) }
        }
        return loaded.build
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined
        throw error
      }
    },
    async read(name) {
      if (!fileName.safeParse(name).success) return undefined
      try {
        const bytes = await readFile(join(folder, name))
        const mediaType = name.endsWith('.json') ? 'application/json' : 'text/javascript'
        return { bytes, mediaType, hash: createHash('sha256').update(bytes).digest('hex') }
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined
        throw error
      }
    },
  }
}
