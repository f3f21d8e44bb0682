/** The files of one app that stay: IndexedDB, a database an app, a record a file. */
import type { FileChange, FileRecord } from '../bridge/local-files.ts'
import { HostFailure } from './host-failure.ts'

export interface FileStore {
  readAll(): Promise<readonly FileRecord[]>
  /** All or nothing; resolves when the browser has promised to keep it. */
  apply(changes: readonly FileChange[]): Promise<void>
}

const storeName = 'files'
/** Up to here a file is stored as bytes: quicker than a Blob, which WebKit moreover does not store in private windows. */
const bytesUpTo = 1 << 20

/** Without IndexedDB (some private windows) files live as long as the page. */
export function openFileStore(appId: string): FileStore {
  const opening = openDatabase(`banyan-files:${appId}`).catch(() => undefined)
  // Bodies are read before they are written, and a later change must not overtake an earlier one.
  let last: Promise<unknown> = opening
  return {
    async readAll() {
      const database = await opening
      if (database === undefined) return []
      const rows: readonly unknown[] = await settle(database.transaction(storeName).objectStore(storeName).getAll())
      return rows.flatMap((row) => recordOf(row) ?? [])
    },
    apply(changes) {
      if (changes.length === 0) return Promise.resolve()
      const written = last.then(async () => {
        const database = await opening
        if (database !== undefined) await write(database, await Promise.all(changes.map(stored)))
      })
      last = written.catch(() => undefined)
      return written
    },
  }
}

type StoredChange = { remove: string } | { put: object }

async function stored(change: FileChange): Promise<StoredChange> {
  if ('remove' in change) return change
  const { body, ...rest } = change.put
  if (body === undefined || body.size > bytesUpTo) return change
  return { put: { ...rest, bytes: await body.arrayBuffer(), type: body.type } }
}

async function write(database: IDBDatabase, changes: readonly StoredChange[]): Promise<void> {
  const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore(storeName)
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(failureOf(transaction.error))
  })
  for (const change of changes) {
    if ('remove' in change) store.delete(change.remove)
    else store.put(change.put)
  }
  await done
}

function failureOf(error: DOMException | null): HostFailure {
  return error?.name === 'QuotaExceededError'
    ? new HostFailure('fail the maximum size of the file storage limit is exceeded', 1300202)
    : new HostFailure(`fail ${error?.message ?? 'files cannot be written'}`, 1300201)
}

function recordOf(row: unknown): FileRecord | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const path: unknown = Reflect.get(row, 'path')
  const bytes: unknown = Reflect.get(row, 'bytes')
  const body: unknown =
    bytes instanceof ArrayBuffer
      ? new Blob([bytes], { type: String(Reflect.get(row, 'type')) })
      : Reflect.get(row, 'body')
  if (typeof path !== 'string') return undefined
  return {
    path,
    createdMs: Number(Reflect.get(row, 'createdMs')) || 0,
    modifiedMs: Number(Reflect.get(row, 'modifiedMs')) || 0,
    ...(body instanceof Blob ? { body } : {}),
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'path' })
  return settle(request)
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.message ?? 'files cannot be read'))
  })
}
