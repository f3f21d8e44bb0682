import { ApiError, type LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction, withoutFunctions } from '../core/logic/host-function.ts'
import { textOf } from '../../logic/values.ts'

export const navigationBarArea: LogicArea = (context) => ({
  setNavigationBarTitle: hostFunction(context, 'setNavigationBarTitle', { title: 'String' }),
  setNavigationBarColor: asyncFunction(
    'setNavigationBarColor',
    (options) => {
      const front = textOf(options.frontColor).toLowerCase()
      if (front !== '#ffffff' && front !== '#000000') {
        throw new ApiError(`setNavigationBarColor:fail invalid frontColor "${textOf(options.frontColor)}"`)
      }
      return context.call('setNavigationBarColor', withoutFunctions(options))
    },
    { frontColor: 'String', backgroundColor: 'String' },
  ),
  showNavigationBarLoading: hostFunction(context, 'showNavigationBarLoading'),
  hideNavigationBarLoading: hostFunction(context, 'hideNavigationBarLoading'),
  hideHomeButton: hostFunction(context, 'hideHomeButton'),
})
