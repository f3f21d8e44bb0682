/** `__wxConfig`: no page documents it, but it stands in every WeChat app and many read the version, the pages or the tab bar from it. */
import type { StartMessage } from '../../bridge/host-messages.ts'
import { userRoot } from '../../bridge/local-paths.ts'

export function wxConfigOf({ config, launch, system }: StartMessage): Record<string, unknown> {
  const { source, pages, entryPagePath, subPackages, tabBar, window, networkTimeout, debug, pageConfigs } = config
  const { appId, envVersion } = system.account
  return {
    ...source,
    pages,
    page: Object.fromEntries(Object.entries(pageConfigs).map(([route, page]) => [`${route}.html`, page])),
    entryPagePath: `${entryPagePath}.html`,
    subPackages,
    global: { window },
    tabBar: tabBar ?? { list: [] },
    networkTimeout,
    debug,
    envVersion,
    accountInfo: { appId, nickname: '', icon: '' },
    appLaunchInfo: launch,
    platform: system.device['platform'],
    env: { USER_DATA_PATH: userRoot },
  }
}
