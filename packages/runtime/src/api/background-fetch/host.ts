import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readText } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'

const maxTokenLength = 1024
const maxAssets = 50

export const backgroundFetchHost: HostMethods = {
  setBackgroundFetchToken({ params }, { boot }) {
    const token = readText(params, 'token')
    if (token.length > maxTokenLength) throw new HostFailure('fail token is too long')
    try {
      localStorage.setItem(keyOf(boot.appId), token)
    } catch {
      throw new HostFailure('fail token cannot be kept')
    }
  },
  getBackgroundFetchToken(_call, { boot }) {
    const token = readToken(boot.appId)
    if (token === null) throw new HostFailure('fail token not found')
    return { token }
  },
  /** Brings pictures and fonts near, so that pages show them at once. */
  async preloadAssets({ params }, host) {
    const list: readonly unknown[] = Array.isArray(params.data) ? params.data : []
    const sources = list.slice(0, maxAssets).map((asset) => (isRecord(asset) ? readText(asset, 'src') : ''))
    await Promise.all(sources.filter((source) => source !== '').map((source) => host.loadResource(source)))
  },
}

function readToken(appId: string): string | null {
  try {
    return localStorage.getItem(keyOf(appId))
  } catch {
    return null
  }
}

function keyOf(appId: string): string {
  return `banyan:fetch-token:${appId}`
}
