import { type HostContext, HostFailure, type HostMethods } from '../../host/context.ts'
import { readNumber, readText } from '../../host/params.ts'
import type { TabBar } from '../../host/ui/tab-bar.ts'

type Params = Readonly<Record<string, unknown>>

export const tabBarHost: HostMethods = {
  setTabBarBadge({ params }, host) {
    tabBarOf(host).setBadge(indexOf(host, params), readText(params, 'text'))
  },
  removeTabBarBadge({ params }, host) {
    tabBarOf(host).setBadge(indexOf(host, params), undefined)
  },
  showTabBarRedDot({ params }, host) {
    tabBarOf(host).setRedDot(indexOf(host, params), true)
  },
  hideTabBarRedDot({ params }, host) {
    tabBarOf(host).setRedDot(indexOf(host, params), false)
  },
  setTabBarStyle({ params }, host) {
    tabBarOf(host).setStyle(pick(params, ['color', 'selectedColor', 'backgroundColor', 'borderStyle']))
  },
  setTabBarItem({ params }, host) {
    tabBarOf(host).setItem(indexOf(host, params), pick(params, ['text', 'iconPath', 'selectedIconPath']))
  },
  showTabBar(_call, host) {
    tabBarOf(host).setVisible(true)
    host.updateMetrics()
  },
  hideTabBar(_call, host) {
    tabBarOf(host).setVisible(false)
    host.updateMetrics()
  },
}

/** WeChat refuses tab bar functions while a page that is no tab is on top. */
function tabBarOf(host: HostContext): TabBar {
  if (host.tabBar === undefined) throw new HostFailure('fail not TabBar page')
  return host.tabBar
}

function indexOf(host: HostContext, params: Params): number {
  const index = readNumber(params, 'index', -1)
  if (index < 0 || index >= tabBarOf(host).count) throw new HostFailure('fail tabbar item not found')
  return index
}

function pick<K extends string>(params: Params, names: readonly K[]): Partial<Record<K, string>> {
  const picked: Partial<Record<K, string>> = {}
  for (const name of names) {
    const value = params[name]
    if (typeof value === 'string') picked[name] = value
  }
  return picked
}
