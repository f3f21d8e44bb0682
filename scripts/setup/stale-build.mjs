import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './command.mjs'
import { root, tool } from './tools.mjs'
import { SetupError, say } from './voice.mjs'

/**
 * Runs a builder unless what it makes is there and was made from these very sources.
 *
 * @param {{ about: string, folder: string, proof: string, builder: string, sources: readonly string[] }} build
 *   `proof` is the file in `folder` that a whole build has; sources are files and folders, relative to the repository
 * @returns {Promise<void>}
 */
export async function ensureBuild({ about, folder, proof, builder, sources }) {
  const stamp = join(folder, 'sources.sha256')
  const hash = hashSources(sources)
  if (existsSync(join(folder, proof)) && readStamp(stamp) === hash) return
  say(`building ${about} ...`)
  const { exitCode, output } = await capture([tool('node'), builder])
  if (exitCode !== 0) throw new SetupError(`${about} could not be built:\n${output.trimEnd()}`)
  writeFileSync(stamp, hash)
}

/** @param {readonly string[]} sources */
function hashSources(sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of listFiles(source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path relative to the repository
 * @returns {readonly string[]}
 */
function listFiles(path) {
  if (/\.\w+$/.test(path)) return path.endsWith('.test.ts') ? [] : [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .map((entry) => ({ path: `${path}/${entry.name}`, isFolder: entry.isDirectory() }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((entry) => (entry.isFolder ? listFiles(entry.path) : entry.path.endsWith('.test.ts') ? [] : [entry.path]))
}

/** @param {string} stamp */
function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}
