/** The console's build folder: files named by their hash, and which of them come first. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { hasCode } from '#infra/files.ts'
import type { ImmutableFile } from '#infra/http/immutable-files.ts'

/** Paths below `/console/`. */
export interface ConsoleEntry {
  script: string
  styles: readonly string[]
  /** Fetched together with the script, which imports them. */
  imports: readonly string[]
}

export interface ConsoleBuild {
  /** Undefined until the console has been built. */
  entry(): Promise<ConsoleEntry | undefined>
  read(name: string): Promise<ImmutableFile | undefined>
}

const assetName = /^[\w.-]+\.(?:js|css|svg|woff2)$/
const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)

export function openConsoleBuild(folder: string): ConsoleBuild {
  const path = join(folder, 'manifest.json')
  let loaded: { changedAt: number; entry: ConsoleEntry } | undefined
  return {
    async entry() {
      try {
        const changedAt = (await stat(path)).mtimeMs
        if (loaded?.changedAt !== changedAt) {
          loaded = { changedAt, entry: readEntry(JSON.parse(await readFile(path, 'utf8'))) }
        }
        return loaded.entry
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined
        throw error
      }
    },
    async read(name) {
      if (!assetName.test(name)) return undefined
      try {
        const bytes = await readFile(join(folder, 'assets', name))
        const mediaType = mediaTypes[extname(name)] ?? 'application/octet-stream'
        return { bytes, mediaType, hash: createHash('sha256').update(bytes).digest('hex') }
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined
        throw error
      }
    },
  }
}

function readEntry(value: unknown): ConsoleEntry {
  const manifest = manifestSchema.parse(value)
  const found = Object.values(manifest).find(({ isEntry }) => isEntry === true)
  if (!found) throw new Error("The console's build has no entry")
  const parts = new Set<string>()
  const collect = (names: readonly string[]): void => {
    for (const name of names) {
      if (parts.has(name)) continue
      parts.add(name)
      collect(manifest[name]?.imports ?? [])
    }
  }
  collect(found.imports)
  const imported = [...parts].flatMap((name) => manifest[name] ?? [])
  return {
    script: found.file,
    styles: [...found.css, ...imported.flatMap(({ css }) => css)],
    imports: imported.map(({ file }) => file),
  }
}

/** In the repository and in the image the console's package lies beside the server's. */
export function workspaceConsoleDir(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (dirname(folder) !== folder) {
    if (existsSync(join(folder, 'packages', 'console'))) return join(folder, 'packages', 'console', 'dist')
    folder = dirname(folder)
  }
  return join(dirname(fileURLToPath(import.meta.url)), 'dist')
}
