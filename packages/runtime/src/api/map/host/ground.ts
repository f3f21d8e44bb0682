/** The ground of a map in the host's own pages: the same part that page frames get. */
import type { HostContext } from '../../../host/context.ts'
import { loadPart } from '../../../host/later/extra-parts.ts'
import type { BaseMap, BaseMapPart } from './location-page-part.ts'

let part: Promise<BaseMapPart> | undefined

export async function openGround(ground: HTMLElement, host: HostContext): Promise<BaseMap | undefined> {
  const source = host.boot.map
  if (source === undefined || document.createElement('canvas').getContext('webgl2') === null) return undefined
  part ??= loadPart('map-ground').then(run)
  part.catch(() => (part = undefined))
  const { createBaseMap } = await part
  return createBaseMap(ground, {
    source,
    load: async (url) => (await host.loadResource(url))?.arrayBuffer(),
  })
}

function run(source: Blob): Promise<BaseMapPart> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = URL.createObjectURL(source)
    script.onload = () => {
      script.remove()
      URL.revokeObjectURL(script.src)
    }
    script.onerror = () => reject(new Error('the ground of maps cannot run'))
    Object.defineProperty(window, 'banyanPart', { value: resolve, configurable: true, writable: true })
    document.head.append(script)
  })
}
