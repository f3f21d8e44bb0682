import type { HostContext, HostMethods } from '../../host/context.ts'
import { openSettings } from '../../host/later/menu.ts'
import { readText } from '../../host/params.ts'

export const settingHost: HostMethods = {
  getSetting: (_call, host) => settingsOf(host),
  async openSetting(_call, host) {
    await openSettings(host)
    return settingsOf(host)
  },
  authorize: ({ params }, host) => host.permissions.require(readText(params, 'scope')),
}

function settingsOf(host: HostContext) {
  return {
    authSetting: { ...host.permissions.all },
    subscriptionsSetting: { mainSwitch: false, itemSettings: {} },
    miniprogramAuthSetting: {},
  }
}
