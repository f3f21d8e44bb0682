import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readNumber, readText } from '../../host/params.ts'
import type { TabBar } from '../../host/ui/tab-bar.ts'

type Params = Readonly<Record<string, unknown>>

export const tabBarHost: HostMethods = {
  setTabBarBadge({ params, pageId }, host) {
    tabBarOf(host, pageId).setBadge(indexOf(tabBarOf(host, pageId), params), readText(params, 'text'))
  },
  removeTabBarBadge({ params, pageId }, host) {
    tabBarOf(host, pageId).setBadge(indexOf(tabBarOf(host, pageId), params), undefined)
  },
  showTabBarRedDot({ params, pageId }, host) {
    tabBarOf(host, pageId).setRedDot(indexOf(tabBarOf(host, pageId), params), true)
  },
  hideTabBarRedDot({ params, pageId }, host) {
    tabBarOf(host, pageId).setRedDot(indexOf(tabBarOf(host, pageId), params), false)
  },
  setTabBarStyle({ params, pageId }, host) {
    tabBarOf(host, pageId).setStyle(pick(params, ['color', 'selectedColor', 'backgroundColor', 'borderStyle']))
  },
  setTabBarItem({ params, pageId }, host) {
    tabBarOf(host, pageId).setItem(
      indexOf(tabBarOf(host, pageId), params),
      pick(params, ['text', 'iconPath', 'selectedIconPath']),
    )
  },
  showTabBar({ pageId }, host) {
    tabBarOf(host, pageId).setVisible(true)
    host.updateMetrics()
  },
  hideTabBar({ pageId }, host) {
    tabBarOf(host, pageId).setVisible(false)
    host.updateMetrics()
  },
}

/** WeChat refuses tab bar functions while a page that is no tab is on top. */
function tabBarOf(host: HostContext, pageId: number): TabBar {
  const { tabBar } = host
  const page = host.pageOf(pageId)
  if (tabBar === undefined || (page !== undefined && tabBar.indexOf(page.route) < 0)) {
    throw new HostFailure('fail not TabBar page')
  }
  return tabBar
}

function indexOf(tabBar: TabBar, params: Params): number {
  const index = readNumber(params, 'index', -1)
  if (index < 0 || index >= tabBar.count) throw new HostFailure('fail tabbar item not found')
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
