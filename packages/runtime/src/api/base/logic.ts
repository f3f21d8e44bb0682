import { userRoot } from '../../bridge/local-paths.ts'
import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { readText } from '../core/logic/rules.ts'

const idleBudgetMs = 50

// Taken while the module loads: the worker removes this global before app code runs.
const now = performance.now.bind(performance)

export const baseArea: LogicArea = (context) => ({
  env: { USER_DATA_PATH: userRoot },
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

function extOf(source: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return isRecord(source.ext) ? { ...source.ext } : {}
}
