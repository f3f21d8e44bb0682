/** Open files: `open`, `read`, `write`, `fstat`, `ftruncate`, `close`. */
import { checkEncoding, encodeText } from './encoding.ts'
import { fileErrors } from './file-error.ts'
import { maxFileBytes, type FileOperations } from './file-operations.ts'
import { statsOf } from './stats.ts'

const maxOpen = 1024
const flags = /^(r|r\+|w|wx|w\+|wx\+|a|ax|a\+|ax\+|as|as\+)$/

interface OpenFile {
  path: string
  position: number
  canRead: boolean
  canWrite: boolean
  isAppending: boolean
}

type Options = Readonly<Record<string, unknown>>

export class Descriptors {
  readonly #files: FileOperations
  readonly #open = new Map<string, OpenFile>()
  #next = 3

  constructor(files: FileOperations) {
    this.#files = files
  }

  open(path: string, given: unknown): string {
    const flag = given === undefined || given === null ? 'r' : given
    if (typeof flag !== 'string' || !flags.test(flag)) throw fileErrors.badFlag()
    if (this.#open.size >= maxOpen) throw fileErrors.tooManyDescriptors()
    const what = `open ${path}`
    const { tree, platform } = this.#files
    const found = tree.find(path)
    const canWrite = flag !== 'r'
    let place = found?.path ?? ''
    if (canWrite) place = this.#files.mustBeWritable(path, what).path
    else if (found === undefined) throw fileErrors.notFound(what)
    if (found?.isDirectory === true) throw fileErrors.isDirectory(what)
    if (flag.includes('x') && found !== undefined) throw fileErrors.exists(path)
    if (flag.startsWith('r') && found === undefined) throw fileErrors.notFound(what)
    if (canWrite && (flag.startsWith('w') || found === undefined)) tree.put(place, platform.createBlob([]))
    const fd = String(this.#next)
    this.#next += 1
    this.#open.set(fd, {
      path: place,
      position: 0,
      canRead: flag.startsWith('r') || flag.endsWith('+'),
      canWrite,
      isAppending: flag.startsWith('a'),
    })
    return fd
  }

  close(fd: unknown): void {
    if (!this.#open.delete(this.#fd(fd))) throw fileErrors.badDescriptor()
  }

  read(options: Options): { bytesRead: number; arrayBuffer: ArrayBuffer } {
    const file = this.#find(options.fd)
    if (!file.canRead) throw fileErrors.deniedByFlag()
    const { arrayBuffer } = options
    if (!(arrayBuffer instanceof ArrayBuffer)) throw fileErrors.invalid('arrayBuffer')
    const offset = countOf(options.offset, 0)
    const length = countOf(options.length, 0)
    if (offset === undefined || offset > arrayBuffer.byteLength) throw fileErrors.badOffset()
    if (length === undefined || offset + length > arrayBuffer.byteLength) throw fileErrors.badLength()
    const isPlaced = typeof options.position === 'number' && options.position >= 0
    const start = isPlaced ? Number(options.position) : file.position
    const body = this.#body(file)
    const bytes = new Uint8Array(this.#files.platform.readBlob(body.slice(start, start + length)))
    new Uint8Array(arrayBuffer).set(bytes, offset)
    if (!isPlaced) file.position += bytes.length
    return { bytesRead: bytes.length, arrayBuffer }
  }

  write(options: Options): { bytesWritten: number } {
    const file = this.#find(options.fd)
    if (!file.canWrite) throw fileErrors.deniedByFlag()
    checkEncoding(options.encoding)
    const data = this.#dataOf(options)
    const body = this.#body(file)
    const isPlaced = typeof options.position === 'number' && options.position >= 0 && !file.isAppending
    const start = file.isAppending ? body.size : isPlaced ? Number(options.position) : file.position
    if (start + data.byteLength > maxFileBytes) throw fileErrors.full()
    const { platform } = this.#files
    const gap = new Uint8Array(Math.max(0, start - body.size))
    this.#files.tree.put(
      file.path,
      platform.createBlob([body.slice(0, Math.min(start, body.size)), gap, data, body.slice(start + data.byteLength)]),
    )
    if (!isPlaced) file.position = start + data.byteLength
    return { bytesWritten: data.byteLength }
  }

  stat(fd: unknown): object {
    const file = this.#find(fd)
    const found = this.#files.tree.find(file.path)
    if (found === undefined) throw fileErrors.badDescriptor()
    return statsOf(found)
  }

  truncate(fd: unknown, length: unknown): void {
    const file = this.#find(fd)
    if (!file.canWrite) throw fileErrors.deniedByFlag()
    this.#files.resize(file.path, this.#body(file), length)
  }

  /** The path behind a descriptor, for whoever must load it first. */
  pathOf(fd: unknown): string | undefined {
    return this.#open.get(String(fd))?.path
  }

  #dataOf({ data, encoding, offset, length }: Options): ArrayBuffer {
    if (!(data instanceof ArrayBuffer)) return encodeText(data, encoding)
    const start = countOf(offset, 0)
    if (start === undefined || start > data.byteLength) throw fileErrors.badOffset()
    const count = countOf(length, data.byteLength - start)
    if (count === undefined || start + count > data.byteLength) throw fileErrors.badLength()
    return data.slice(start, start + count)
  }

  #body(file: OpenFile): Blob {
    const body = this.#files.tree.find(file.path)?.body
    if (body === undefined) throw fileErrors.badDescriptor()
    return body
  }

  #find(fd: unknown): OpenFile {
    const file = this.#open.get(this.#fd(fd))
    if (file === undefined) throw fileErrors.badDescriptor()
    return file
  }

  #fd(fd: unknown): string {
    if (typeof fd !== 'string') throw fileErrors.badDescriptor()
    return fd
  }
}

function countOf(value: unknown, fallback: number): number | undefined {
  if (value === undefined || value === null) return fallback
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}
