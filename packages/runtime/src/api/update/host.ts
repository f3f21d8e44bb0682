/** Whether the server has a newer release than the one that is running, and its files before it is started. */
import type { BootData } from '@banyan/contract/boot'
import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readBootOf } from '../../host/later/fresh-boot.ts'

export const updateHost: HostMethods = {
  async getUpdateManager({ params }, host) {
    if (params.apply === true) {
      host.restart()
      return undefined
    }
    const fresh = await readBootOf(host.boot.basePath).catch(() => undefined)
    const hasUpdate = fresh !== undefined && fresh.release.sequence > host.boot.release.sequence
    if (params.download === true && hasUpdate) await download(fresh)
    return { hasUpdate }
  },
}

/** Into the browser's own store, by their hashes: the start of the new release finds them there. */
async function download({ manifest, fileBase }: BootData): Promise<void> {
  const code = manifest.packages.flatMap(({ script, style }) => [script, style])
  const answers = await Promise.all(
    [manifest.config, manifest.assets, ...code].map(({ hash }) => fetch(`${fileBase}${hash}`)),
  )
  if (answers.some(({ ok }) => !ok)) throw new HostFailure('fail download')
}
