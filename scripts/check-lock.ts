/**
 * Checks `package-lock.json`: no download addresses, and an entry for every optional dependency. npm leaves out the platform packages
 * that the registry of the moment does not carry, and `npm ci` then refuses the file. `--fix` adds them from what their names say.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockEntry {
  readonly version?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly peer?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface LockFile {
  packages: Record<string, LockEntry | PlatformEntry>
}

interface PlatformEntry {
  readonly version: string
  readonly optional: true
  readonly os: readonly string[]
  readonly cpu: readonly string[]
  readonly libc?: readonly string[]
  readonly dev?: boolean
  readonly peer?: boolean
}

const file = join(import.meta.dirname, '..', 'package-lock.json')
const lock: LockFile = JSON.parse(readFileSync(file, 'utf8'))
const problems: string[] = []
const missing: Record<string, PlatformEntry> = {}

for (const [path, entry] of Object.entries(lock.packages)) {
  if ('resolved' in entry && entry.link !== true) problems.push(`${path}: holds a download address`)
  if (!('optionalDependencies' in entry)) continue
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name, range)) continue
    const platform = platformOf(name)
    if (platform === undefined) {
      problems.push(`${path}: its optional dependency ${name} is missing`)
      continue
    }
    const place = [placeBeside(path, name), `${path}/node_modules/${name}`].find(
      (key) => missing[key] === undefined && lock.packages[key] === undefined,
    )
    if (place === undefined) continue
    const inherited = { ...(entry.dev === true && { dev: true }), ...(entry.peer === true && { peer: true }) }
    missing[place] = { version: range.replace(/^[\^~]/, ''), optional: true, ...inherited, ...platform }
  }
}

const count = Object.keys(missing).length
if (count > 0 && process.argv.includes('--fix')) {
  const entries = Object.entries({ ...lock.packages, ...missing })
  lock.packages = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`added ${count} platform packages`)
} else if (count > 0) {
  problems.push(
    `${count} platform packages are missing, ${Object.keys(missing)[0]} first: node scripts/check-lock.ts --fix`,
  )
}
for (const problem of problems) console.log(problem)
if (problems.length > 0) process.exitCode = 1

/** Whether the copy of `name` that Node finds from `path` on is a locked one, and of the exact version where one is asked for. */
function isLocked(path: string, name: string, range: string): boolean {
  let folder = path
  for (;;) {
    const entry = lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]
    if (entry !== undefined) return !/^\d/.test(range) || entry.version === range
    if (folder === '') return false
    const end = folder.lastIndexOf('/node_modules/')
    folder = end === -1 ? '' : folder.slice(0, end)
  }
}

/** Next to the package that asks for it, as npm does when there is no conflict. */
function placeBeside(path: string, name: string): string {
  const end = path.lastIndexOf('node_modules/')
  return `${path.slice(0, end)}node_modules/${name}`
}

function platformOf(name: string): Pick<PlatformEntry, 'os' | 'cpu' | 'libc'> | undefined {
  const found =
    /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(gnu|musl))?/.exec(
      name,
    )
  const [, os, cpu, libc] = found ?? []
  if (os === undefined || cpu === undefined) return undefined
  if (libc === undefined) return { os: [os], cpu: [cpu] }
  return { os: [os], cpu: [cpu], libc: [libc === 'gnu' ? 'glibc' : 'musl'] }
}
