/** After the first paint: asks the platform's service worker to keep what this app needs, so that it starts without a network. */
import { type KeepApp, releaseToken } from '@banyan/contract/offline'
import type { HostContext } from '../context.ts'

/** Beyond these an app has films, not icons; they come when they are asked for. */
const largestAssetBytes = 2 * 1024 * 1024
const mostAssets = 400

export async function keepOffline(host: HostContext): Promise<void> {
  const { offlineUrl } = host.boot
  if (offlineUrl === undefined || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(offlineUrl, { scope: '/' })
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage(await describe(host))
}

async function describe(host: HostContext): Promise<KeepApp> {
  const { boot } = host
  const { manifest, runtime, fileBase, release } = boot
  const hostUrl = document.querySelector<HTMLScriptElement>('#banyan-host')?.src ?? ''
  const code = manifest.packages.flatMap(({ script, style }) => [script, style])
  const small = Object.values(await host.assets()).filter(({ sizeBytes }) => sizeBytes <= largestAssetBytes)
  const files = [manifest.config, manifest.assets, ...code, ...small.slice(0, mostAssets)]
  return {
    type: 'banyan:keep',
    appId: boot.appId,
    release: releaseToken(release.sequence, hostUrl),
    files: [
      ...new Set([
        ...[hostUrl, import.meta.url].map((url) => new URL(url).pathname),
        ...[runtime.logicUrl, runtime.logicLaterUrl, runtime.viewUrl],
        ...files.map(({ hash }) => `${fileBase}${hash}`),
      ]),
    ],
  }
}
