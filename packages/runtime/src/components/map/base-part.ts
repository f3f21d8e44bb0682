/** Entry of the part `map-ground`: MapLibre draws the ground and follows the map's camera; gestures and everything above are the map's own. */
import { addProtocol, Map as GroundMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import { fromChinaDatum } from '../../bridge/china-datum.ts'
import type { MapSource } from '@banyan/contract/boot'
import type { BaseMapPart } from './base.ts'

/** Written in by the build: the library's worker. */
declare const maplibreWorker: string

/** Nothing may be loaded from here, so every address goes to the host by this scheme. */
const scheme = 'banyan'

// The library fetches the script of a module worker, which nothing here may; by this ending it knows a classic one.
setWorkerUrl(`${URL.createObjectURL(new Blob([maplibreWorker], { type: 'text/javascript' }))}#.cjs`)

const part: BaseMapPart = {
  createBaseMap(ground, { source, load }) {
    addProtocol(scheme, async ({ url, type }) => {
      const body = await load(url.slice(scheme.length + 3))
      if (body === undefined) throw new Error(`cannot load ${url}`)
      return { data: type === 'json' ? JSON.parse(new TextDecoder().decode(body)) : body }
    })
    const map = new GroundMap({
      container: ground,
      style: source.style === undefined ? rasterStyle(source) : styleOf(source.style),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      maxPitch: 60,
      transformRequest: (url) => ({ url: /^https?:/i.test(url) ? `${scheme}://${url}` : url }),
      ...(source.maxZoom === undefined ? {} : { maxZoom: source.maxZoom }),
    })
    if (source.attribution !== undefined) ground.append(attribution(source.attribution))
    return {
      show(camera, viewport) {
        const centre = source.datum === 'gcj02' ? camera : fromChinaDatum(camera)
        const [x, y] = viewport.offset
        map.resize()
        map.jumpTo({
          center: [centre.longitude, centre.latitude],
          // The library counts from a world of 512 px.
          zoom: camera.scale - 1,
          bearing: -camera.rotate,
          pitch: camera.skew,
          padding: {
            left: Math.max(0, 2 * x - 1) * viewport.width,
            right: Math.max(0, 1 - 2 * x) * viewport.width,
            top: Math.max(0, 2 * y - 1) * viewport.height,
            bottom: Math.max(0, 1 - 2 * y) * viewport.height,
          },
        })
      },
      destroy: () => map.remove(),
    }
  },
}

function rasterStyle({ tiles = [], maxZoom = 19 }: MapSource): StyleSpecification {
  return {
    version: 8,
    sources: { ground: { type: 'raster', tiles: [...tiles], tileSize: 256, maxzoom: maxZoom } },
    layers: [{ id: 'ground', type: 'raster', source: 'ground' }],
  }
}

/** The owner of the platform wrote it, for this library. */
function styleOf(style: NonNullable<MapSource['style']>): StyleSpecification | string {
  if (typeof style === 'string') return style
  const parsed: StyleSpecification = JSON.parse(JSON.stringify(style))
  return parsed
}

function attribution(text: string): HTMLElement {
  const element = document.createElement('div')
  element.textContent = text
  element.style.cssText =
    'position:absolute;right:4px;bottom:2px;z-index:1;font:10px/1.4 system-ui,sans-serif;color:#444;background:rgba(255,255,255,.6);padding:0 3px'
  return element
}

window.banyanPart?.(part)
