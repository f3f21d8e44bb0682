import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isFunction } from '../../logic/values.ts'
import { arrayBufferToBase64, base64ToArrayBuffer } from './logic/base64.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

/** Random bytes and base64. Keys of users come from WeChat's own servers, so of their manager only the random bytes work. */
export const cryptoArea: LogicArea = ({ platform }) => {
  const getRandomValues = asyncFunction(
    'getRandomValues',
    ({ length }) => {
      const count = Number(length)
      if (!Number.isInteger(count) || count <= 0 || count > maxBytes)
        throw new ApiError('getRandomValues:fail invalid length')
      const bytes = new Uint8Array(count)
      for (let at = 0; at < count; at += stepBytes) platform.fillRandom(bytes.subarray(at, at + stepBytes))
      return { randomValues: bytes.buffer }
    },
    { length: 'Number' },
  )
  return {
    getRandomValues,
    base64ToArrayBuffer,
    arrayBufferToBase64,
    getUserCryptoManager: () => ({
      getLatestUserKey: softly(
        asyncFunction('getLatestUserKey', () => {
          throw new ApiError('getLatestUserKey:fail not supported')
        }),
      ),
      getRandomValues,
    }),
  }
}

const maxBytes = 1_048_576
/** Browsers fill no more at once. */
const stepBytes = 65_536

function softly(run: unknown): (options?: unknown) => unknown {
  return (options) => {
    const promise: unknown = isFunction(run) ? run(options) : undefined
    if (promise instanceof Promise) promise.catch(() => undefined)
    return promise
  }
}
