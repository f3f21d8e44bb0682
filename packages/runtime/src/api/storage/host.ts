import type { HostMethods } from '../../host/context.ts'
import { readText, readTexts } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'

/** The worker answers the app from its own copy; these writes come behind. Values are JSON texts already. */
export const storageHost: HostMethods = {
  setStorage: ({ params }, host) => host.storage.write([[readText(params, 'key'), readText(params, 'value')]]),
  batchSetStorage({ params }, host) {
    const list: readonly unknown[] = Array.isArray(params.kvList) ? params.kvList : []
    return host.storage.write(
      list.filter(isRecord).map((entry): [string, string] => [readText(entry, 'key'), readText(entry, 'value')]),
    )
  },
  removeStorage: ({ params }, host) => host.storage.remove(readTexts(params, 'keys')),
  clearStorage: (_call, host) => host.storage.clear(),
}
