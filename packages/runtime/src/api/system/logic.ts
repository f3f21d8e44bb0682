import type { LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

// Taken while the module loads: the worker removes this global before app code runs.
const { userAgent } = navigator
const noSkyline = { isSupported: false, version: '', reason: 'client not supported' }

/** Answers from the snapshot of the start message, which the host's reports keep up to date. */
export const systemArea: LogicArea = (context) => {
  const { system, appEvents } = context
  let window: Record<string, unknown> = { ...system.window }
  let appBase: Record<string, unknown> = { ...system.appBase }
  context.onHostEvent('metrics', (value) => {
    if (!isRecord(value)) return
    const isResized = value.screenWidth !== window.screenWidth || value.screenHeight !== window.screenHeight
    window = { ...window, ...value }
    const { windowWidth, windowHeight, screenWidth, screenHeight } = window
    if (isResized) appEvents.emit('windowResize', { size: { windowWidth, windowHeight, screenWidth, screenHeight } })
  })
  context.onHostEvent('themeChange', (value) => {
    if (isRecord(value)) appBase = { ...appBase, theme: value.theme }
  })
  const all = () => ({ ...system.device, ...window, ...appBase, ...system.authorize, ...system.setting })
  return {
    getSystemInfoSync: all,
    getSystemInfo: asyncFunction('getSystemInfo', all),
    getSystemInfoAsync: asyncFunction('getSystemInfoAsync', all),
    getWindowInfo: () => ({ ...window }),
    getDeviceInfo: () => ({ ...system.device }),
    getAppBaseInfo: () => ({ ...appBase }),
    getSystemSetting: () => ({ ...system.setting }),
    getAppAuthorizeSetting: () => ({ ...system.authorize }),
    getDeviceBenchmarkInfo: asyncFunction('getDeviceBenchmarkInfo', () => {
      const level = Number(system.device.benchmarkLevel)
      return { benchmarkLevel: level, modelLevel: level >= 30 ? 3 : level >= 15 ? 2 : 1 }
    }),
    getSkylineInfo: asyncFunction('getSkylineInfo', () => ({ ...noSkyline })),
    getSkylineInfoSync: () => ({ ...noSkyline }),
    getRendererUserAgent: asyncFunction('getRendererUserAgent', () => ({ userAgent })),
  }
}
