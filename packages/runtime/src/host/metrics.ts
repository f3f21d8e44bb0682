import type { WindowConfig } from '@banyan/contract/package-format'
import { type Metrics, navigationBarPx, readSafeArea } from './environment.ts'
import type { TabBar } from './ui/tab-bar.ts'

/** Sizes of the column and of the part of it that the page's frame gets. */
export function metricsOf(root: HTMLElement, window: WindowConfig, tabBar: TabBar | undefined): Metrics {
  const { clientWidth: width, clientHeight: height } = root
  const safe = readSafeArea()
  const top = window.navigationStyle === 'custom' ? 0 : navigationBarPx + safe.top
  const tabs = tabBar === undefined || tabBar.heightPx === 0 ? 0 : tabBar.heightPx + safe.bottom
  return { screen: { width, height }, page: { width, height: height - top - tabs, top } }
}
