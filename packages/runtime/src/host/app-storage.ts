/** Storage of one app on this device: IndexedDB, a database an app. The worker has a snapshot and writes behind. */
export interface AppStorage {
  /** Everything, for the start message. */
  readAll(): Promise<Record<string, string>>
  write(entries: readonly (readonly [key: string, value: string])[]): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  clear(): Promise<void>
}

const storeName = 'entries'

/** Without IndexedDB (some private windows) the storage lives as long as the page. */
export function openAppStorage(appId: string): AppStorage {
  const opening = openDatabase(`banyan:${appId}`).catch(() => undefined)
  const memory = new Map<string, string>()

  const change = async (work: (store: IDBObjectStore) => void) => {
    const database = await opening
    if (database === undefined) return
    const transaction = database.transaction(storeName, 'readwrite')
    work(transaction.objectStore(storeName))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(new Error(transaction.error?.message ?? 'storage is not writable'))
    })
  }

  return {
    async readAll() {
      const database = await opening
      if (database === undefined) return Object.fromEntries(memory)
      const store = database.transaction(storeName).objectStore(storeName)
      const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())])
      const entries: Record<string, string> = {}
      keys.forEach((key, index) => {
        const value: unknown = values[index]
        if (typeof key === 'string' && typeof value === 'string') entries[key] = value
      })
      return entries
    },
    async write(entries) {
      for (const [key, value] of entries) memory.set(key, value)
      await change((store) => {
        for (const [key, value] of entries) store.put(value, key)
      })
    },
    async remove(keys) {
      for (const key of keys) memory.delete(key)
      await change((store) => {
        for (const key of keys) store.delete(key)
      })
    },
    async clear() {
      memory.clear()
      await change((store) => store.clear())
    },
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(storeName)
  return settle(request)
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.message ?? 'storage failed'))
  })
}
