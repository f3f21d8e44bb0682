/** Every function of the manifest that this platform does not have: it exists and fails softly, so that an app never meets `undefined`. */
import type { WxFunction } from '@banyan/contract/wx-api/wx-function'
import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { softFunctions } from '../soft-functions.ts'

export const softArea: LogicArea = () => {
  const members: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(softFunctions)) members[name] = createSoft(name, kind)
  return members
}

export function createSoft(name: string, kind: WxFunction['kind']): unknown {
  switch (kind) {
    case 'async':
      return failSoftly(name)
    case 'on':
    case 'off':
      return () => undefined
    case 'sync':
      return () => ({})
    case 'create':
      return () => inertObject()
    case 'object':
      return inertObject()
  }
}

/** Nobody must have to catch the refusal of what merely is not there. */
function failSoftly(name: string): (options?: unknown) => Promise<unknown> | undefined {
  const fail = asyncFunction(
    name,
    () => {
      throw new ApiError(`${name}:fail not supported`)
    },
    {},
  )
  return (options) => {
    const promise = fail(options)
    promise?.catch(() => undefined)
    return promise
  }
}

/**
 * An object that has every method: each does nothing, or fails softly when it is given callbacks, and returns another such object, so that
 * chains like `cloud.database().collection('x')` end quietly. It is no thenable and has no iterator.
 */
export function inertObject(): object {
  const members = new Map<PropertyKey, unknown>()
  return new Proxy(Object.create(null), {
    get(_target, key) {
      if (members.has(key)) return members.get(key)
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined
      const method = (options?: unknown) => {
        const result = { errMsg: `${key}:fail not supported` }
        if (!isRecord(options)) return inertObject()
        for (const callback of [options.fail, options.complete]) {
          if (isFunction(callback)) setTimeout(() => void callback(result))
        }
        return inertObject()
      }
      members.set(key, method)
      return method
    },
    set(_target, key, value) {
      members.set(key, value)
      return true
    },
  })
}
