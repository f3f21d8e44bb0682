import type { LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction, withoutFunctions } from '../core/logic/host-function.ts'
import { textOf } from '../../logic/values.ts'

export const tabBarArea: LogicArea = (context) => ({
  setTabBarBadge: asyncFunction(
    'setTabBarBadge',
    (options) => context.call('setTabBarBadge', { ...withoutFunctions(options), text: textOf(options.text ?? '') }),
    { index: 'Number' },
  ),
  removeTabBarBadge: hostFunction(context, 'removeTabBarBadge', { index: 'Number' }),
  showTabBarRedDot: hostFunction(context, 'showTabBarRedDot', { index: 'Number' }),
  hideTabBarRedDot: hostFunction(context, 'hideTabBarRedDot', { index: 'Number' }),
  setTabBarStyle: hostFunction(context, 'setTabBarStyle'),
  setTabBarItem: hostFunction(context, 'setTabBarItem', { index: 'Number' }),
  showTabBar: hostFunction(context, 'showTabBar'),
  hideTabBar: hostFunction(context, 'hideTabBar'),
})
