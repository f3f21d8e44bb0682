import type { SystemSnapshot } from '../../bridge/host-messages.ts'
import type { LogicArea } from '../../logic/context.ts'
import { canIUse } from './logic/can-i-use.ts'

/** `wx.canIUse`, with the tables that it answers from. */
export const canIUseArea: LogicArea = (context) => ({
  canIUse: (schema: unknown) => canIUse(schema, (name) => systemFields(context.system, name)),
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
