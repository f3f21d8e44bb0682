/** Functions that a test sends as text. The worker may not evaluate text, so each comes as a script of its own. */
import { platform } from '../../../logic/platform.ts'
import { isFunction, isRecord } from '../../../logic/values.ts'
import type { Answerers, Surroundings } from '../surroundings.ts'

const handOver = 'banyanAutomation'

/** Functions of `wx` that hand back a value instead of calling back. */
const answersAtOnce = /Sync$|^(?:create|on[A-Z]|off[A-Z]|canIUse$|get\w+(?:Manager|Info)$)/
const answersLater = new Set(['getSystemInfo', 'getImageInfo', 'getVideoInfo', 'getUserInfo', 'getSavedFileInfo'])

export function openFunctionAsks({ app, environment, tell }: Surroundings): Answerers {
  const originals = new Map<string, unknown>()

  const read = async (source: unknown): Promise<(...args: unknown[]) => unknown> => {
    if (!platform.isBlob(source)) throw new Error('functionDeclaration is missing')
    let given: unknown
    Reflect.set(environment.globals, handOver, (value: unknown) => void (given = value))
    try {
      await environment.runScript(source)
    } finally {
      Reflect.deleteProperty(environment.globals, handOver)
    }
    const called = given
    if (!isFunction(called)) throw new Error('functionDeclaration is no function')
    return (...args) => called.apply(undefined, args)
  }

  const restore = (name: string) => {
    if (!originals.has(name)) return
    app.wx[name] = originals.get(name)
    originals.delete(name)
  }

  return {
    async 'App.callFunction'({ source, args }) {
      const called = await read(source)
      return { result: await called(...listOf(args)) }
    },
    async 'App.callWxMethod'({ method, args, pluginId }) {
      if (pluginId !== undefined) throw new Error(`plugin ${String(pluginId)} has no wx of its own`)
      const name = String(method)
      const called = app.wx[name]
      if (!isFunction(called)) throw new Error(`wx.${name} not exists`)
      try {
        return { result: await called.apply(app.wx, [...listOf(args)]) }
      } catch (error) {
        throw new Error(isRecord(error) && 'errMsg' in error ? String(error['errMsg']) : String(error), {
          cause: error,
        })
      }
    },
    async 'App.mockWxMethod'(params) {
      const { method, pluginId, source, args } = params
      if (pluginId !== undefined) throw new Error(`plugin ${String(pluginId)} has no wx of its own`)
      const name = String(method)
      const original = originals.has(name) ? originals.get(name) : app.wx[name]
      if (!isFunction(original)) throw new Error(`wx.${name} not exists`)
      if (source === undefined && !('result' in params)) {
        restore(name)
        return {}
      }
      const called = source === undefined ? () => params['result'] : await read(source)
      const mock = (...given: unknown[]) => called({ origin: original.bind(app.wx) }, ...given, ...listOf(args))
      originals.set(name, original)
      app.wx[name] = answersAtOnce.test(name) && !answersLater.has(name) ? mock : callingBack(mock)
      return {}
    },
    'App.addBinding'({ name }) {
      const bound = String(name)
      Reflect.set(environment.globals, bound, (...args: unknown[]) => tell('binding', { name: bound, args }))
      return {}
    },
  }
}

/** A result whose `errMsg` says so has failed. */
function callingBack(mock: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => {
    const [params] = args
    const { success, fail, complete } = isRecord(params) ? params : {}
    const settled = Promise.resolve(mock(...args))
    if (![success, fail, complete].some(isFunction)) {
      return settled.then((result) => (hasFailed(result) ? Promise.reject(result) : result))
    }
    void settled.then((result) => {
      const told = hasFailed(result) ? fail : success
      if (isFunction(told)) told(result)
      if (isFunction(complete)) complete(result)
    })
    return undefined
  }
}

function hasFailed(result: unknown): boolean {
  return isRecord(result) && /:\s*(?:fail|cancel)/.test(String(result['errMsg'] ?? ''))
}

function listOf(args: unknown): readonly unknown[] {
  return Array.isArray(args) ? args : []
}
