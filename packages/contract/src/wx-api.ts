/**
 * The manifest of `wx.*`: bridge, documentation, permissions, `wx.canIUse` and the compiler's warnings are made from this table.
 * A function that is not in it cannot be called; one whose support is `soft` exists and fails with `<name>:fail not supported`.
 */
import { baseFunctions } from './wx-api/base.ts'
import { dataFunctions } from './wx-api/data.ts'
import { deviceFunctions } from './wx-api/device.ts'
import { interfaceFunctions } from './wx-api/interface.ts'
import { mediaFunctions } from './wx-api/media.ts'
import { openFunctions } from './wx-api/open.ts'

export interface WxFunction {
  /** `area` is the folder in `runtime/src/api`. */
  area: string
  /** `async`: callbacks and promise. `on`/`off`: event pairs. `create`: returns an object. `object`: is one, `wx.cloud`. */
  kind: 'async' | 'sync' | 'on' | 'off' | 'create' | 'object'
  support: 'real' | 'degraded' | 'soft'
  /** The host carries it out: its name may stand in a bridge message. */
  crossesBridge: boolean
  /** Scope that must be granted first, WeChat's name: `scope.userLocation`. */
  scope?: string
  note?: { zh: string; en: string }
}

export const wxFunctions: Readonly<Record<string, WxFunction>> = {
  ...baseFunctions,
  ...interfaceFunctions,
  ...dataFunctions,
  ...mediaFunctions,
  ...deviceFunctions,
  ...openFunctions,
}
