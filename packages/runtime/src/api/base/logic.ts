import type { SystemSnapshot } from '../../bridge/host-messages.ts'
import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { readNumber, readText } from '../core/logic/rules.ts'
import { arrayBufferToBase64, base64ToArrayBuffer } from './logic/base64.ts'
import { canIUse } from './logic/can-i-use.ts'

const idleBudgetMs = 50

// Taken while the module loads: the worker removes these globals before app code runs.
const now = performance.now.bind(performance)
const fillRandom = crypto.getRandomValues.bind(crypto)

export const baseArea: LogicArea = (context) => ({
  canIUse: (schema: unknown) => canIUse(schema, (name) => systemFields(context.system, name)),
  base64ToArrayBuffer,
  arrayBufferToBase64,
  env: { USER_DATA_PATH: 'wxfile://usr' },
  setEnableDebug: asyncFunction('setEnableDebug', () => undefined, { enableDebug: 'Boolean' }),
  requestIdleCallback(work: unknown) {
    const started = now()
    return setTimeout(() => {
      const timeRemaining = () => Math.max(0, idleBudgetMs - (now() - started))
      if (isFunction(work)) work({ didTimeout: false, timeRemaining })
    }, 1)
  },
  cancelIdleCallback: (handle: unknown) => {
    if (typeof handle === 'number') clearTimeout(handle)
  },
  getRandomValues: asyncFunction(
    'getRandomValues',
    (options) => {
      const bytes = new Uint8Array(Math.min(1_048_576, Math.max(0, readNumber(options, 'length') ?? 0)))
      for (let at = 0; at < bytes.length; at += 65_536) fillRandom(bytes.subarray(at, at + 65_536))
      return { randomValues: bytes.buffer }
    },
    { length: 'Number' },
  ),
  getExtConfigSync: () => extOf(context.config.source),
  getExtConfig: asyncFunction('getExtConfig', () => ({ extConfig: extOf(context.config.source) })),
  preDownloadSubpackage(options: unknown) {
    const name = readText(options, 'packageName') ?? readText(options, 'name') ?? ''
    const found = context.config.subPackages.find((each) => each.name === name || each.root.replace(/\/$/, '') === name)
    const load = asyncFunction('preDownloadSubpackage', async () => {
      if (found === undefined) throw new Error(`package "${name}" is not found`)
      await context.loadPackage(found.root)
    })
    const promise = load(options)
    return Object.assign(promise ?? {}, { onProgressUpdate: () => undefined })
  },
  getAccountInfoSync: () => {
    const { appId, envVersion, version } = context.system.account
    return { miniProgram: { appId, envVersion, version }, plugin: {} }
  },
})

function systemFields(
  { device, window, appBase, setting, authorize }: SystemSnapshot,
  name: string,
): object | undefined {
  switch (name) {
    case 'getSystemInfo':
    case 'getSystemInfoSync':
    case 'getSystemInfoAsync':
      return { ...device, ...window, ...appBase, ...setting, ...authorize }
    case 'getWindowInfo':
      return window
    case 'getDeviceInfo':
      return device
    case 'getAppBaseInfo':
      return appBase
    default:
      return undefined
  }
}

function extOf(source: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return isRecord(source.ext) ? { ...source.ext } : {}
}
