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
import type { WxFunction } from './wx-api/wx-function.ts'

export const wxFunctions: Readonly<Record<string, WxFunction>> = {
  ...baseFunctions,
  ...interfaceFunctions,
  ...dataFunctions,
  ...mediaFunctions,
  ...deviceFunctions,
  ...openFunctions,
}
