import { ApiError, type LogicArea, type LogicContext } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { kindOf } from '../core/logic/rules.ts'
import { decodeStored, encodeStored, limitKilobytes, sizeOf } from './logic/stored-value.ts'

/** The worker's copy answers at once; the host writes behind. */
export const storageArea: LogicArea = (context) => {
  const store = openStore(context)
  return {
    getStorageSync: (key: unknown) => store.readOr(checkKey('getStorageSync', key)),
    setStorageSync: (key: unknown, data: unknown) =>
      void store.write('setStorageSync', [[checkKey('setStorageSync', key), data]]),
    removeStorageSync: (key: unknown) => void store.remove(checkKey('removeStorageSync', key)),
    clearStorageSync: () => void store.clear(),
    getStorageInfoSync: () => store.info(),
    batchGetStorageSync: (keys: unknown) => listOf(keys).map((key) => store.readOr(textOf(key))),
    batchSetStorageSync: (list: unknown) => void store.write('batchSetStorageSync', pairsOf(list)),
    getStorage: asyncFunction(
      'getStorage',
      ({ key }) => {
        const name = textOf(key)
        if (!store.has(name)) throw new ApiError('getStorage:fail data not found')
        return { data: store.read(name) }
      },
      { key: 'String' },
    ),
    setStorage: asyncFunction('setStorage', ({ key, data }) => store.write('setStorage', [[textOf(key), data]]), {
      key: 'String',
    }),
    removeStorage: asyncFunction('removeStorage', ({ key }) => store.remove(textOf(key)), { key: 'String' }),
    clearStorage: asyncFunction('clearStorage', () => store.clear()),
    getStorageInfo: asyncFunction('getStorageInfo', () => store.info()),
    batchGetStorage: asyncFunction(
      'batchGetStorage',
      ({ keyList }) => ({
        dataList: listOf(keyList).map((key) => store.readOr(textOf(key))),
      }),
      { keyList: 'Array' },
    ),
    batchSetStorage: asyncFunction('batchSetStorage', ({ kvList }) => store.write('batchSetStorage', pairsOf(kvList)), {
      kvList: 'Array',
    }),
  }
}

function openStore(context: LogicContext) {
  const { storage } = context
  let bytes = 0
  for (const [key, value] of storage) bytes += sizeOf(key) + sizeOf(value)

  const forget = (key: string) => {
    const old = storage.get(key)
    if (old !== undefined) bytes -= sizeOf(key) + sizeOf(old)
    storage.delete(key)
  }
  /** Nobody waits for a write that comes behind a sync function; the copy stays right if it fails. */
  const behind = (done: Promise<unknown>) => {
    done.catch(() => undefined)
    return done.then(() => undefined)
  }

  const read = (key: string): unknown => {
    const text = storage.get(key)
    return text === undefined ? undefined : decodeStored(text)
  }

  return {
    has: (key: string) => storage.has(key),
    read,
    /** WeChat's synchronous functions give an empty text for what is not there. */
    readOr: (key: string) => (storage.has(key) ? read(key) : ''),
    write(name: string, entries: readonly (readonly [string, unknown])[]): Promise<undefined> {
      const texts = entries.map(([key, data]): [string, string] => [key, encodeStored(name, data)])
      const added = texts.reduce((sum, [key, text]) => sum + sizeOf(key) + sizeOf(text), 0)
      const replaced = texts.reduce(
        (sum, [key]) => sum + (storage.has(key) ? sizeOf(key) + sizeOf(storage.get(key) ?? '') : 0),
        0,
      )
      if ((bytes + added - replaced) / 1024 > limitKilobytes)
        throw new ApiError(`${name}:fail exceed storage max size 10Mb`)
      for (const [key, text] of texts) {
        forget(key)
        storage.set(key, text)
        bytes += sizeOf(key) + sizeOf(text)
      }
      return behind(context.call('batchSetStorage', { kvList: texts.map(([key, value]) => ({ key, value })) }))
    },
    remove(key: string): Promise<undefined> {
      forget(key)
      return behind(context.call('removeStorage', { keys: [key] }))
    },
    clear(): Promise<undefined> {
      storage.clear()
      bytes = 0
      return behind(context.call('clearStorage', {}))
    },
    info: () => ({ keys: [...storage.keys()], currentSize: Math.ceil(bytes / 1024), limitSize: limitKilobytes }),
  }
}

function checkKey(name: string, key: unknown): string {
  if (typeof key === 'string') return key
  throw new ApiError(`${name}:fail parameter error: parameter should be String instead of ${kindOf(key)};`)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function pairsOf(list: unknown): (readonly [string, unknown])[] {
  return listOf(list)
    .filter(isRecord)
    .map(({ key, value }): readonly [string, unknown] => [textOf(key), value])
}
