import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const navigateArea: LogicArea = (context) => ({
  exitMiniProgram: hostFunction(context, 'exitMiniProgram'),
  restartMiniProgram: hostFunction(context, 'restartMiniProgram'),
})
