import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './command.mjs'
import { root, tool } from './tools.mjs'
import { SetupError, say } from './voice.mjs'

const sources = ['package-lock.json', 'packages/contract/src', 'packages/runtime/src']
const folder = join(root, 'packages', 'runtime', 'dist')
const stamp = join(folder, 'sources.sha256')

/**
 * Builds the browser files of the runtime unless those there were made from these very sources.
 *
 * @returns {Promise<void>}
 */
export async function ensureRuntimeBuild() {
  const hash = hashSources()
  if (existsSync(join(folder, 'runtime.json')) && readStamp() === hash) return
  say('building the runtime ...')
  const { exitCode, output } = await capture([tool('node'), 'packages/runtime/build.ts'])
  if (exitCode !== 0) throw new SetupError(`the runtime could not be built:\n${output.trimEnd()}`)
  writeFileSync(stamp, hash)
}

function hashSources() {
  const hash = createHash('sha256')
  const builders = readdirSync(join(root, 'packages/runtime')).filter((name) => /^build.*\.ts$/.test(name))
  for (const source of [...sources, ...builders.map((name) => `packages/runtime/${name}`)]) {
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

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}
