/** What the configuration says of one page. */
import type { AppConfig } from '@banyan/contract/package-format'
import type { AppSpace } from '../framework/space.ts'
import type { AppPage } from './page.ts'

const defaultReachBottomPx = 50

export function reachBottomDistanceOf({ pageConfigs, window }: AppConfig, route: string): number {
  return pageConfigs[route]?.window.onReachBottomDistance ?? window.onReachBottomDistance ?? defaultReachBottomPx
}

/** Tab pages get the app's own tab bar when it has one. */
export function addOwnTabBar(page: AppPage, { tabBar }: AppConfig, space: AppSpace): void {
  if (tabBar?.custom !== true || !tabBar.list.some(({ pagePath }) => pagePath === page.route)) return
  const definition = space.ensure('custom-tab-bar/index')
  if (definition !== null) page.addTabBar(definition)
}
