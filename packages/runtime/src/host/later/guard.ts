/** What stands before a host function: the manifest must name it, the user must have agreed to what it needs. */
import { bridgeFunctions, bridgePrivacy, bridgeScopes } from '@banyan/contract/wx-api/bridge'
import type { HostMethod, HostMethods } from '../context.ts'
import { requirePrivacy } from '../../api/privacy/host.ts'

/** Without a prototype, so that names like `constructor` find nothing. */
export function guardMethods(methods: HostMethods): HostMethods {
  const guarded: Record<string, HostMethod> = Object.create(null)
  for (const name of bridgeFunctions) {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (method !== undefined) guarded[name] = guard(name, method)
  }
  return guarded
}

function guard(name: string, method: HostMethod): HostMethod {
  const scope = bridgeScopes[name]
  const isPrivate = bridgePrivacy.includes(name)
  if (scope === undefined && !isPrivate) return method
  return async (call, host) => {
    if (isPrivate && host.config.source['__usePrivacyCheck__'] === true) await requirePrivacy(host, name)
    if (scope !== undefined) await host.permissions.require(scope)
    return await method(call, host)
  }
}
