/** The files of one project as they stand on disk: found once, re-read only when they change. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { join, relative, sep } from 'node:path'

export interface SourceFile {
  /** How diagnostics name it: relative to the project root. */
  readonly shownAs: string
  readonly absolute: string
  /** Grows when the content changes, never repeats within a process. */
  readonly version: number
  bytes(): Uint8Array
  text(): string
  sha256(): string
}

let lastVersion = 0

export class DiskFile implements SourceFile {
  version = ++lastVersion
  readonly absolute: string
  readonly shownAs: string
  #stats: Stats
  #bytes: Uint8Array | undefined
  #text: string | undefined
  #sha256: string | undefined

  constructor(absolute: string, shownAs: string, stats: Stats) {
    this.absolute = absolute
    this.shownAs = shownAs
    this.#stats = stats
  }

  /** Takes note of a new state on disk; `force` when the caller knows that the file was written. */
  refresh(stats: Stats, force: boolean): void {
    const isSame =
      stats.mtimeMs === this.#stats.mtimeMs && stats.size === this.#stats.size && stats.ino === this.#stats.ino
    this.#stats = stats
    if (isSame && !force) return
    const before = this.#bytes
    this.#bytes = undefined
    if (before && Buffer.compare(before, this.bytes()) === 0) return
    this.#text = undefined
    this.#sha256 = undefined
    this.version = ++lastVersion
  }

  bytes(): Uint8Array {
    return (this.#bytes ??= readFileSync(this.absolute))
  }

  text(): string {
    return (this.#text ??= new TextDecoder().decode(this.bytes()))
  }

  sha256(): string {
    return (this.#sha256 ??= createHash('sha256').update(this.bytes()).digest('hex'))
  }
}

/** A file that the compiler made, such as an npm package bundled for `miniprogram_npm`. */
export function virtualFile(shownAs: string, content: string): SourceFile {
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    shownAs,
    absolute: '',
    version: ++lastVersion,
    bytes: () => bytes,
    text: () => content,
    sha256: () => sha256,
  }
}

const maxFiles = 100_000
const maxDepth = 20

/** All files below one folder. Names starting with a dot and `node_modules` are never part of a mini-program. */
export class SourceTree {
  readonly files = new Map<string, DiskFile>()
  readonly #folder: string
  readonly #projectRoot: string

  constructor(folder: string, projectRoot: string) {
    this.#folder = folder
    this.#projectRoot = projectRoot
  }

  scan(): void {
    const seen = new Set<string>()
    if (existsSync(this.#folder)) this.#walk('', seen)
    for (const path of this.files.keys()) if (!seen.has(path)) this.files.delete(path)
  }

  /** Looks only at these absolute paths. Returns false when a folder is among them, which needs a scan. */
  refresh(absolutePaths: Iterable<string>): boolean {
    for (const absolute of absolutePaths) {
      const path = relative(this.#folder, absolute).split(sep).join('/')
      if (path === '' || path.startsWith('../') || path.split('/').some(isNeverPacked)) continue
      const stats = statSync(absolute, { throwIfNoEntry: false })
      if (stats?.isDirectory()) return false
      if (stats?.isFile()) this.#note(path, stats, true)
      else if (!this.files.delete(path)) return false
    }
    return true
  }

  #walk(prefix: string, seen: Set<string>): void {
    const entries = readdirSync(join(this.#folder, prefix), { withFileTypes: true })
    for (const entry of entries) {
      if (isNeverPacked(entry.name)) continue
      const path = prefix + entry.name
      if (entry.isDirectory()) this.#walk(`${path}/`, seen)
      else {
        const stats = statSync(join(this.#folder, path), { throwIfNoEntry: false })
        // A linked folder, as workspaces have them; one that leads back into itself ends here.
        if (stats?.isDirectory() && path.split('/').length < maxDepth) this.#walk(`${path}/`, seen)
        if (!stats?.isFile()) continue
        seen.add(path)
        if (seen.size > maxFiles) throw new Error(`more than ${maxFiles} files in ${this.#folder}`)
        this.#note(path, stats, false)
      }
    }
  }

  #note(path: string, stats: Stats, force: boolean): void {
    const known = this.files.get(path)
    if (known) return known.refresh(stats, force)
    const absolute = join(this.#folder, path)
    const shownAs = relative(this.#projectRoot, absolute).split(sep).join('/')
    this.files.set(path, new DiskFile(absolute, shownAs, stats))
  }
}

function isNeverPacked(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}
