import type { AppConfig, TabBarConfig } from '@banyan/contract/package-format'
import { resolveThemeValue, themeOf } from '../environment.ts'
import type { TabBarStyle } from './tab-bar.ts'

/** The tab bar with the colours and icons of the theme that is on. */
export function themedTabBar(config: AppConfig, tabBar: TabBarConfig): TabBarConfig & TabBarStyle {
  const resolve = (value: string) => resolveThemeValue(config, themeOf(config), value)
  return {
    ...tabBar,
    color: resolve(tabBar.color),
    selectedColor: resolve(tabBar.selectedColor),
    backgroundColor: resolve(tabBar.backgroundColor),
    borderStyle: resolve(tabBar.borderStyle),
    list: tabBar.list.map((item) => ({
      ...item,
      ...(item.iconPath === undefined ? {} : { iconPath: resolve(item.iconPath) }),
      ...(item.selectedIconPath === undefined ? {} : { selectedIconPath: resolve(item.selectedIconPath) }),
    })),
  }
}
