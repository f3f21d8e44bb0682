import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { openSettings } from '../../host/later/menu.ts'
import { isScope, openScopes } from '../../host/later/permission-question.ts'
import { readFlag, readText } from '../../host/params.ts'
import { subscriptionsOf } from '../subscribe/host.ts'

type Params = Readonly<Record<string, unknown>>

export const settingHost: HostMethods = {
  getSetting: ({ params }, host) => settingsOf(host, params),
  async openSetting({ params }, host) {
    await openSettings(host)
    return settingsOf(host, params)
  },
  authorize: ({ params }, host) => authorize(host, readText(params, 'scope')),
  authorizeForMiniProgram: ({ params }, host) => authorize(host, readText(params, 'scope')),
}

async function authorize(host: HostContext, scope: string): Promise<void> {
  if (!isScope(scope)) throw new HostFailure('fail invalid scope')
  if (!openScopes.includes(scope)) await host.permissions.require(scope)
}

function settingsOf(host: HostContext, params: Params) {
  const always = openScopes.filter((scope) => scope !== 'scope.userInfo').map((scope) => [scope, true] as const)
  return {
    authSetting: { ...Object.fromEntries(always), ...host.permissions.all },
    ...(readFlag(params, 'withSubscriptions') ? { subscriptionsSetting: subscriptionsOf(host) } : {}),
    miniprogramAuthSetting: {},
  }
}
