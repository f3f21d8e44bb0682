/** The tree of files and its link to the host: what the host has comes in, what the app changes goes out. */
import type { FileChange, FileRecord } from '../../../bridge/local-files.ts'
import { isApiError, type LogicContext } from '../../../logic/context.ts'
import { isRecord } from '../../../logic/values.ts'
import { encodeText } from './encoding.ts'
import { fileErrors } from './file-error.ts'
import { FileTree } from './file-tree.ts'

export class WorkerFiles {
  readonly tree: FileTree
  readonly #context: LogicContext
  #opening: Promise<void> | undefined
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(context: LogicContext) {
    this.#context = context
    this.tree = new FileTree((changes) => this.#tell(changes))
    context.onHostEvent('localFiles', (value) => {
      this.#opening = Promise.resolve()
      this.#adopt(value)
    })
    context.onHostEvent('localFile', (value) => {
      if (!isRecord(value)) return
      if (typeof value.remove === 'string') this.tree.forget(value.remove)
      else this.#adoptRecord(value.put)
    })
    context.onHostEvent('packagedFile', (value) => this.#adoptPackaged(value))
  }

  /** Resolves when everything that the host keeps is known here. */
  open(): Promise<void> {
    this.#opening ??= this.#context
      .call('getFileSystemManager', { operation: 'open' })
      .then((value) => this.#adopt(value))
      .catch((error: unknown) => {
        this.#opening = undefined
        throw error
      })
    return this.#opening
  }

  /** Resolves when the bytes of a packaged file are here. */
  async load(path: string): Promise<void> {
    const awaited = this.tree.isAwaited(path)
    if (awaited === undefined) return
    this.#adoptPackaged(await this.#context.call('getFileSystemManager', { operation: 'load', path: awaited }))
  }

  /** Resolves when the host has kept all that was changed so far. */
  async written(): Promise<void> {
    await this.#lastWrite
  }

  /** Bytes as a file that lives as long as the app; its path can be shown by an image at once. */
  addTemporary(buffer: unknown): string {
    if (!(buffer instanceof ArrayBuffer) && !ArrayBuffer.isView(buffer)) return ''
    const { platform } = this.#context
    const name = new Uint8Array(16)
    platform.fillRandom(name)
    const path = `wxfile://tmp_${Array.from(name, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
    this.tree.put(path, platform.createBlob([encodeText(buffer, undefined)]))
    return path
  }

  removeTemporary(path: string): void {
    if (this.tree.find(path)?.place === 'temporary') this.tree.change([], [path])
  }

  #tell(changes: readonly FileChange[]): void {
    if (changes.length === 0) return
    const write = this.#context
      .call('getFileSystemManager', { operation: 'change', changes })
      .catch((error: unknown) => {
        throw isApiError(error) && error.errno === 1300202 ? fileErrors.full() : error
      })
    // Whoever waits hears of a failure; a sync function cannot.
    write.catch(() => undefined)
    this.#lastWrite = Promise.all([this.#lastWrite.catch(() => undefined), write])
    this.#lastWrite.catch(() => undefined)
  }

  #adopt(value: unknown): void {
    if (!isRecord(value)) return
    for (const record of listOf(value.records)) this.#adoptRecord(record)
    for (const file of listOf(value.packaged)) this.#adoptPackaged(file)
  }

  #adoptRecord(value: unknown): void {
    const record = recordOf(value)
    if (record !== undefined && this.#isNews(record)) this.tree.adopt(record)
  }

  /** What the app has written since is newer than what the host had when it answered. */
  #isNews({ path, modifiedMs }: FileRecord): boolean {
    const known = this.tree.find(path)
    return known === undefined || known.isDirectory || known.modifiedMs <= modifiedMs
  }

  #adoptPackaged(value: unknown): void {
    if (!isRecord(value) || typeof value.path !== 'string') return
    const { path, sizeBytes, body } = value
    const blob = this.#context.platform.isBlob(body) ? body : undefined
    this.tree.adoptPackaged(path, typeof sizeBytes === 'number' ? sizeBytes : (blob?.size ?? 0), blob)
  }
}

function recordOf(value: unknown): FileRecord | undefined {
  if (!isRecord(value) || typeof value.path !== 'string') return undefined
  const { path, createdMs, modifiedMs, body } = value
  return {
    path,
    createdMs: Number(createdMs) || 0,
    modifiedMs: Number(modifiedMs) || 0,
    ...(isBlobLike(body) ? { body } : {}),
  }
}

/** The worker's own `Blob` is out of sight of app code and of this file. */
function isBlobLike(value: unknown): value is Blob {
  return isRecord(value) && /^\[object (Blob|File)\]$/.test(Object.prototype.toString.call(value))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
