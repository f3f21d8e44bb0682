/** Reading and writing whole files, by path. Every operation answers at once or throws a `FileError`. */
import type { LogicPlatform } from '../../../logic/platform.ts'
import { parseLocalPath, userRoot, type LocalPath } from '../../../bridge/local-paths.ts'
import { checkEncoding, decodeBytes, encodeText } from './encoding.ts'
import { fileErrors } from './file-error.ts'
import type { FileTree, FoundFile } from './file-tree.ts'

/** WeChat's limit for one file. */
export const maxFileBytes = 100 * 1024 * 1024

export class FileOperations {
  readonly tree: FileTree
  readonly platform: LogicPlatform

  constructor(tree: FileTree, platform: LogicPlatform) {
    this.tree = tree
    this.platform = platform
  }

  bytesOf(file: FoundFile, what: string): ArrayBuffer {
    if (file.isDirectory) throw fileErrors.isDirectory(what)
    if (file.body === undefined) throw fileErrors.notFound(what)
    this.tree.touch(file.path)
    return this.platform.readBlob(file.body)
  }

  readFile(path: string, options: { encoding?: unknown; position?: unknown; length?: unknown }): string | ArrayBuffer {
    const what = `open ${path}`
    checkEncoding(options.encoding)
    const file = this.mustFind(path, what)
    if (file.isDirectory) throw fileErrors.isDirectory(what)
    const { position, length } = options
    const size = file.sizeBytes
    const start = position === undefined || position === null ? 0 : position
    if (typeof start !== 'number' || start < 0 || !Number.isInteger(start) || (start > 0 && start >= size))
      throw fileErrors.badPosition()
    const count = length === undefined || length === null ? size - start : length
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || start + count > size)
      throw fileErrors.badLength()
    if (length === 0) throw fileErrors.badLength()
    if (file.body === undefined) throw fileErrors.notFound(what)
    this.tree.touch(file.path)
    return decodeBytes(this.platform.readBlob(file.body.slice(start, start + count)), options.encoding)
  }

  /** Writes a whole file; its directory must be there. */
  writeFile(path: string, data: unknown, encoding: unknown): void {
    checkEncoding(encoding)
    const what = `open ${path}`
    const target = this.mustBeWritable(path, what)
    const bytes = encodeText(data, encoding)
    if (bytes.byteLength > maxFileBytes) throw fileErrors.full()
    this.tree.put(target.path, this.platform.createBlob([bytes]))
  }

  appendFile(path: string, data: unknown, encoding: unknown): void {
    checkEncoding(encoding)
    const what = `open ${path}`
    const target = this.mustBeWritable(path, what)
    const old = this.mustFind(path, what).body
    const bytes = encodeText(data, encoding)
    if ((old?.size ?? 0) + bytes.byteLength > maxFileBytes) throw fileErrors.full()
    this.tree.put(target.path, this.platform.createBlob(old === undefined ? [bytes] : [old, bytes]))
  }

  truncate(path: string, length: unknown): void {
    const what = `open ${path}`
    const target = this.mustBeWritable(path, what)
    const { body } = this.mustFind(path, what)
    this.resize(target.path, body, length)
  }

  /** Cuts a file or fills it up with zeros. */
  resize(path: string, body: Blob | undefined, length: unknown): void {
    const size = length === undefined || length === null ? 0 : length
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 0) throw fileErrors.badLength()
    if (size > maxFileBytes) throw fileErrors.full()
    const old = body ?? this.platform.createBlob([])
    this.tree.put(
      path,
      size <= old.size
        ? this.platform.createBlob([old.slice(0, size)])
        : this.platform.createBlob([old, new Uint8Array(size - old.size)]),
    )
  }

  unlink(path: string): void {
    const local = parseLocalPath(path)
    if (local === undefined || local.place === 'package') throw fileErrors.denied(`open ${path}`)
    const file = this.mustFind(path, path)
    if (file.isDirectory) throw fileErrors.notPermitted(path)
    this.tree.change([], [file.path])
  }

  copyFile(from: string, to: string): void {
    const what = `copyFile ${from} -> ${to}`
    const { body, isDirectory } = this.mustFind(from, what)
    if (isDirectory) throw fileErrors.isDirectory(what)
    if (body === undefined) throw fileErrors.notFound(what)
    this.tree.put(this.mustBeWritable(to, what).path, body)
  }

  /** The path under which it stays: the given one in the user's directory, or one of the saved files. */
  saveFile(from: string, to: string | undefined): string {
    const file = this.tree.find(from)
    if (file === undefined || file.place !== 'temporary' || file.body === undefined) throw fileErrors.noTemporary()
    const saved =
      to === undefined || to === ''
        ? `wxfile://store_${file.path.slice('wxfile://tmp_'.length)}`
        : this.mustBeWritable(to, `open ${to}`, () => fileErrors.notFound(parentOf(to))).path
    this.tree.change([{ path: saved, body: file.body }], [file.path])
    return saved
  }

  mustFind(path: string, what: string): FoundFile {
    if (parseLocalPath(path) === undefined && /^(wxfile|http):\/\//.test(path)) throw fileErrors.denied(what)
    const file = this.tree.find(path)
    if (file === undefined) throw fileErrors.notFound(what)
    return file
  }

  /** A place in the user's directory whose parent is a directory and that is none itself. */
  mustBeWritable(path: string, what: string, missing = () => fileErrors.notFound(what)): LocalPath {
    const target = this.mustBeUserPath(path, what)
    if (this.tree.find(path)?.isDirectory === true) throw fileErrors.isDirectory(what)
    const parent = this.tree.find(parentOf(target.path))
    if (parent === undefined) throw missing()
    if (!parent.isDirectory) throw fileErrors.notDirectory(parentOf(path))
    return target
  }

  mustBeUserPath(path: string, what: string): LocalPath {
    const target = parseLocalPath(path)
    if (target?.place !== 'user' || target.path === userRoot) throw fileErrors.denied(what)
    return target
  }
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
