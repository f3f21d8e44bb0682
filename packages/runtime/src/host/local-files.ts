/**
 * Local files of the app: `wxfile://tmp_…` of chosen pictures and downloads live as long as the page, those of the user's directory and saved
 * ones are kept by the store, which loads when it is first needed.
 */
import type { FileChange, FileRecord } from '../bridge/local-files.ts'
import { parseLocalPath } from '../bridge/local-paths.ts'
import type { FileStore } from './file-store.ts'

export interface LocalFiles {
  /** Adds a temporary file and returns its path. */
  add(file: Blob, extension?: string): string
  put(path: string, file: Blob): void
  /** A file of this session; one that an earlier session kept may need `load`. */
  get(path: string): Blob | undefined
  load(path: string): Promise<Blob | undefined>
  remove(path: string): boolean
  list(prefix: string): readonly string[]
  /** Everything there is, kept files included. */
  records(): Promise<readonly FileRecord[]>
  /** Changes made by the app in its worker; resolves when they are kept. */
  change(changes: readonly FileChange[]): Promise<void>
}

export interface LocalFilesOptions {
  readonly store: () => Promise<FileStore>
  /** A change that the worker has not made itself. */
  readonly onChange: (change: FileChange) => void
}

/** The oldest temporary files go first; WeChat, too, promises them only while the app runs. */
const maxTemporaryBytes = 256 * 1024 * 1024

export function createLocalFiles({ store, onChange }: LocalFilesOptions): LocalFiles {
  const files = new Map<string, FileRecord>()
  let temporaryBytes = 0
  let opening: Promise<FileStore> | undefined

  const forget = (path: string) => {
    if (isTemporary(path)) temporaryBytes -= files.get(path)?.body?.size ?? 0
    return files.delete(path)
  }
  const place = (record: FileRecord) => {
    const { path } = record
    forget(path)
    files.set(path, record)
    if (!isTemporary(path)) return
    temporaryBytes += record.body?.size ?? 0
    for (const old of files.keys()) {
      if (temporaryBytes <= maxTemporaryBytes || old === path) break
      if (isTemporary(old) && forget(old)) onChange({ remove: old })
    }
  }
  const find = (path: string) => {
    const name = nameOf(path)
    const record = files.get(name)
    if (record?.body === undefined) return undefined
    if (isTemporary(name)) {
      // What is used goes to the end of the queue.
      files.delete(name)
      files.set(name, record)
    }
    return record.body.type === '' ? new Blob([record.body], { type: mediaTypeOf(name) }) : record.body
  }
  const open = () => {
    opening ??= store().then(async (opened) => {
      for (const record of await opened.readAll()) if (!files.has(record.path)) files.set(record.path, record)
      return opened
    })
    opening.catch(() => (opening = undefined))
    return opening
  }
  const keep = async (changes: readonly FileChange[]) => {
    const kept = changes.filter((change) => !isTemporary('remove' in change ? change.remove : change.put.path))
    if (kept.length > 0) await (await open()).apply(kept)
  }
  const put = (path: string, body: Blob) => {
    const now = Date.now()
    const name = nameOf(path)
    const record = { path: name, body, createdMs: files.get(name)?.createdMs ?? now, modifiedMs: now }
    place(record)
    onChange({ put: record })
    // Nobody waits for this copy; the file itself is there for this session.
    keep([{ put: record }]).catch(() => undefined)
  }

  return {
    add(file, extension = extensionOf(file)) {
      const random = crypto.getRandomValues(new Uint32Array(4))
      const name = Array.from(random, (part) => part.toString(16).padStart(8, '0')).join('')
      const path = `wxfile://tmp_${name}${extension}`
      put(path, file)
      return path
    },
    put,
    get: find,
    async load(path) {
      const found = find(path)
      if (found !== undefined || isTemporary(nameOf(path))) return found
      await open()
      return find(path)
    },
    remove(path) {
      const name = nameOf(path)
      const isThere = forget(name)
      if (isThere) onChange({ remove: name })
      keep([{ remove: name }]).catch(() => undefined)
      return isThere
    },
    list: (prefix) => [...files.keys()].filter((path) => path.startsWith(prefix)),
    async records() {
      await open()
      return [...files.values()]
    },
    change(changes) {
      for (const change of changes) {
        if ('remove' in change) forget(change.remove)
        else place(change.put)
      }
      return keep(changes)
    },
  }
}

function nameOf(path: string): string {
  return parseLocalPath(path)?.path ?? path
}

function isTemporary(path: string): boolean {
  return path.startsWith('wxfile://tmp_')
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.txt': 'text/plain',
}

function mediaTypeOf(path: string): string {
  return mediaTypes[/\.\w{1,8}$/.exec(path)?.[0].toLowerCase() ?? ''] ?? ''
}

function extensionOf(file: Blob): string {
  if (file instanceof File) {
    const own = /\.\w{1,8}$/.exec(file.name)
    if (own !== null) return own[0].toLowerCase()
  }
  const type = file.type.split(';')[0] ?? ''
  return Object.entries(mediaTypes).find(([, known]) => known === type)?.[0] ?? ''
}
