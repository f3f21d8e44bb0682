import { ApiError, type LogicArea, type LogicContext } from '../../logic/context.ts'
import { textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

const maxTemplates = 3

export const subscribeArea: LogicArea = (context) => ({
  requestSubscribeMessage: subscribe(context, 'requestSubscribeMessage'),
  requestSubscribeDeviceMessage: subscribe(context, 'requestSubscribeDeviceMessage'),
})

function subscribe(context: LogicContext, name: string): (options?: unknown) => Promise<unknown> | undefined {
  return asyncFunction(name, ({ tmplIds }) => {
    const ids = Array.isArray(tmplIds) ? tmplIds.map(textOf).filter((id) => id !== '') : []
    if (ids.length === 0) throw new ApiError(`${name}:fail tmplIds can't be empty`, undefined, 10_001)
    if (ids.length > maxTemplates) {
      throw new ApiError(`${name}:fail templates count out of max bounds`, undefined, 20_003)
    }
    return context.call(name, { tmplIds: [...new Set(ids)] })
  })
}
