/** The ground under the map: MapLibre, an extra part that comes only where tiles are configured and the browser has WebGL. */
import type { MapSource } from '@banyan/contract/boot'
import type { ViewContext } from '../../view/built-in.ts'
import { loadExtraPart } from '../../view/extra-parts.ts'
import type { MapLink } from './link.ts'
import type { BaseMap } from './map-view.ts'

/** What the part `map-ground` gives. */
export interface BaseMapPart {
  createBaseMap: (
    ground: HTMLElement,
    options: { source: MapSource; load: (url: string) => Promise<ArrayBuffer | undefined> },
  ) => BaseMap
}

export async function openBaseMap(
  view: ViewContext,
  { ground, link }: { ground: HTMLElement; link: MapLink },
): Promise<BaseMap | undefined> {
  const source = await link.source()
  if (source === undefined || !hasWebGl()) return undefined
  const { createBaseMap } = await loadExtraPart<BaseMapPart>(view, 'map-ground')
  return createBaseMap(ground, { source, load: (url) => link.load(url) })
}

function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}
