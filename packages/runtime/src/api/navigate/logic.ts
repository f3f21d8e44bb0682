import { ApiError, type LogicArea, type LogicContext } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction, withoutFunctions } from '../core/logic/host-function.ts'

export const navigateArea: LogicArea = (context) => ({
  exitMiniProgram: hostFunction(context, 'exitMiniProgram'),
  restartMiniProgram: hostFunction(context, 'restartMiniProgram'),
  navigateToMiniProgram: openApp(context, 'navigateToMiniProgram'),
  openEmbeddedMiniProgram: openApp(context, 'openEmbeddedMiniProgram'),
  navigateBackMiniProgram: hostFunction(context, 'navigateBackMiniProgram'),
})

function openApp(context: LogicContext, name: string): (options?: unknown) => Promise<unknown> | undefined {
  return asyncFunction(name, (options) => {
    const { appId, shortLink, path, extraData } = options
    if (typeof appId !== 'string' && typeof shortLink !== 'string') {
      throw new ApiError(`${name}:fail parameter error: parameter.appId should be String instead of Undefined;`, 1001)
    }
    if (extraData !== undefined && !isRecord(extraData)) {
      throw new ApiError(`${name}:fail parameter error: parameter.extraData should be Object;`, 1001)
    }
    return context.call(name, { ...withoutFunctions(options), path: typeof path === 'string' ? path : '' })
  })
}
