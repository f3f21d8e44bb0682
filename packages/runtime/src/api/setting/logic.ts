import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const settingArea: LogicArea = (context) => ({
  getSetting: hostFunction(context, 'getSetting'),
  openSetting: hostFunction(context, 'openSetting'),
  authorize: hostFunction(context, 'authorize'),
  authorizeForMiniProgram: hostFunction(context, 'authorizeForMiniProgram'),
})
