import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const tabBarArea: LogicArea = (context) => ({
  setTabBarBadge: hostFunction(context, 'setTabBarBadge', { index: 'Number', text: 'String' }),
  removeTabBarBadge: hostFunction(context, 'removeTabBarBadge', { index: 'Number' }),
  showTabBarRedDot: hostFunction(context, 'showTabBarRedDot', { index: 'Number' }),
  hideTabBarRedDot: hostFunction(context, 'hideTabBarRedDot', { index: 'Number' }),
  setTabBarStyle: hostFunction(context, 'setTabBarStyle'),
  setTabBarItem: hostFunction(context, 'setTabBarItem', { index: 'Number' }),
  showTabBar: hostFunction(context, 'showTabBar'),
  hideTabBar: hostFunction(context, 'hideTabBar'),
})
