/** `wx.cloud`: apps may set it up and build queries; whatever would need the cloud fails in the form of WeChat's cloud SDK. */
import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { settle } from '../core/logic/async-function.ts'

/** "Resource system error" of the SDK. */
const errCode = -501_000

const asyncNames = [
  'callFunction',
  'callContainer',
  'uploadFile',
  'downloadFile',
  'getTempFileURL',
  'deleteFile',
] as const
/** They send what was built before them: documents, queries, aggregations, transactions. */
const sendingNames = new Set([
  ...['get', 'add', 'set', 'update', 'remove', 'count', 'end', 'createCollection'],
  ...['runTransaction', 'startTransaction', 'commit', 'rollback'],
])

export const cloudArea: LogicArea = () => ({ cloud: createCloud() })

function createCloud(): object {
  const cloud: Record<string, unknown> = {
    init: () => Promise.resolve(),
    database: () => queryChain('database'),
    CloudID: class {
      readonly cloudID: unknown
      constructor(cloudID: unknown) {
        this.cloudID = cloudID
      }
    },
    Cloud: function Cloud() {
      return createCloud()
    },
  }
  for (const name of asyncNames) cloud[name] = (options?: unknown) => fail(`cloud.${name}`, options)
  return cloud
}

function fail(name: string, options: unknown): Promise<unknown> | undefined {
  const error = new ApiError(
    `${name}:fail errCode: ${errCode} | errMsg: this platform has no cloud services yet; call your own server with wx.request`,
    undefined,
    errCode,
  )
  const promise = settle(name, isRecord(options) ? options : {}, Promise.reject(error))
  promise?.catch(() => undefined)
  return promise
}

/** Any chain of members and calls, until one of them would send something. It is no promise itself. */
function queryChain(path: string): object {
  return new Proxy(() => undefined, {
    get(_target, key) {
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined
      if (sendingNames.has(key)) return (options?: unknown) => fail(`${path}.${key}`, options)
      if (key === 'watch') return () => ({ close: () => Promise.resolve() })
      return queryChain(`${path}.${key}`)
    },
    apply: () => queryChain(path),
    construct: () => queryChain(path),
  })
}
