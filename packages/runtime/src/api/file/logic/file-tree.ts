/**
 * The app's files as the worker knows them. Bodies are Blobs, so that the worker holds handles and not bytes; a change is made here at once
 * and told to the host, which keeps it.
 */
import type { FileChange, FileRecord } from '../../../bridge/local-files.ts'
import { maxKeptBytes } from '../../../bridge/local-files.ts'
import { parseLocalPath, userRoot, type LocalPath } from '../../../bridge/local-paths.ts'
import { fileErrors } from './file-error.ts'

interface FileNode {
  /** Directories have none. */
  body: Blob | undefined
  createdMs: number
  modifiedMs: number
  accessedMs: number
}

export interface FoundFile extends LocalPath, FileNode {
  isDirectory: boolean
  /** A packaged file's size is known before its bytes have come. */
  sizeBytes: number
}

export class FileTree {
  readonly #nodes = new Map<string, FileNode>()
  /** Bodies that are not there yet are undefined here, while the path itself is known. */
  readonly #packaged = new Map<string, { sizeBytes: number; body: Blob | undefined }>()
  readonly #directories = new Set<string>([''])
  readonly #tell: (changes: readonly FileChange[]) => void
  #keptBytes = 0

  constructor(tell: (changes: readonly FileChange[]) => void) {
    this.#tell = tell
    this.#nodes.set(userRoot, nodeOf(undefined, Date.now()))
  }

  /** Takes over what the host has; it is not told back. */
  adopt(record: FileRecord): void {
    this.#place(record.path, {
      body: record.body,
      createdMs: record.createdMs,
      modifiedMs: record.modifiedMs,
      accessedMs: record.modifiedMs,
    })
  }

  adoptPackaged(path: string, sizeBytes: number, body: Blob | undefined): void {
    this.#packaged.set(path, { sizeBytes, body: body ?? this.#packaged.get(path)?.body })
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) this.#directories.add(path.slice(0, at))
  }

  forget(path: string): void {
    this.#keptBytes -= keptSize(path, this.#nodes.get(path))
    this.#nodes.delete(path)
  }

  /** Undefined when there is nothing at that path, or the text is no path. */
  find(text: string): FoundFile | undefined {
    const local = parseLocalPath(text)
    if (local === undefined) return undefined
    if (local.place !== 'package') {
      const node = this.#nodes.get(local.path)
      return node === undefined ? undefined : foundFile(local, node)
    }
    const packaged = this.#packaged.get(local.path)
    if (packaged !== undefined) {
      return { ...foundFile(local, nodeOf(packaged.body, 0)), isDirectory: false, sizeBytes: packaged.sizeBytes }
    }
    return this.#directories.has(local.path) ? foundFile(local, nodeOf(undefined, 0)) : undefined
  }

  touch(path: string): void {
    const node = this.#nodes.get(path)
    if (node !== undefined) node.accessedMs = Date.now()
  }

  /** A packaged file that exists and whose bytes have not come. */
  isAwaited(text: string): string | undefined {
    const local = parseLocalPath(text)
    if (local?.place !== 'package') return undefined
    const packaged = this.#packaged.get(local.path)
    return packaged !== undefined && packaged.body === undefined ? local.path : undefined
  }

  /** Names in a directory, in the order of their names; with `isDeep` the paths of everything below it. */
  list({ place, path }: LocalPath, isDeep = false): string[] {
    const prefix = path === '' ? '' : `${path}/`
    const paths = place === 'package' ? [...this.#packaged.keys(), ...this.#directories] : this.#nodes.keys()
    const names = new Set<string>()
    for (const each of paths) {
      if (!each.startsWith(prefix) || each === path) continue
      const inner = each.slice(prefix.length)
      if (isDeep || !inner.includes('/')) names.add(inner)
    }
    return [...names].sort()
  }

  saved(): FoundFile[] {
    const found: FoundFile[] = []
    for (const [path, node] of this.#nodes) {
      if (path.startsWith('wxfile://store_')) found.push(foundFile({ place: 'saved', path }, node))
    }
    return found
  }

  /** Writes one file or makes one directory. */
  put(path: string, body: Blob | undefined): void {
    this.change([{ path, body }])
  }

  /** Several at once, all or nothing; the limit counts what is replaced only once. */
  change(puts: readonly { path: string; body: Blob | undefined }[], removes: readonly string[] = []): void {
    let bytes = this.#keptBytes
    for (const path of removes) bytes -= keptSize(path, this.#nodes.get(path))
    for (const { path, body } of puts) {
      bytes += (isKept(path) ? (body?.size ?? 0) : 0) - keptSize(path, this.#nodes.get(path))
      if (path.split('/').some((part) => part.length > maxNameLength)) throw fileErrors.nameTooLong()
    }
    if (bytes > maxKeptBytes) throw fileErrors.full()
    const now = Date.now()
    const changes: FileChange[] = []
    for (const path of removes) {
      this.forget(path)
      changes.push({ remove: path })
    }
    for (const { path, body } of puts) {
      const node = { ...nodeOf(body, now), createdMs: this.#nodes.get(path)?.createdMs ?? now }
      this.#place(path, node)
      const { createdMs, modifiedMs } = node
      changes.push({ put: { path, createdMs, modifiedMs, ...(body === undefined ? {} : { body }) } })
    }
    this.#tell(changes)
  }

  #place(path: string, node: FileNode): void {
    this.#keptBytes += keptSize(path, node) - keptSize(path, this.#nodes.get(path))
    this.#nodes.set(path, node)
  }
}

const maxNameLength = 255

function nodeOf(body: Blob | undefined, time: number): FileNode {
  return { body, createdMs: time, modifiedMs: time, accessedMs: time }
}

function foundFile(local: LocalPath, node: FileNode): FoundFile {
  return { ...local, ...node, isDirectory: node.body === undefined, sizeBytes: node.body?.size ?? 0 }
}

function isKept(path: string): boolean {
  return !path.startsWith('wxfile://tmp_')
}

function keptSize(path: string, node: FileNode | undefined): number {
  return node === undefined || !isKept(path) ? 0 : (node.body?.size ?? 0)
}
