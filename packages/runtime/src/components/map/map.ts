/** `<map>`: its code is an extra part, which comes when a page has one. */
import { BuiltIn, type BuiltInDefinition, type TapPoint } from '../../view/built-in.ts'
import { loadExtraPart } from '../../view/extra-parts.ts'
import { EventQueues } from './event-queues.ts'
import { CalloutPlaces } from './callout-places.ts'
import { openBaseMap } from './base.ts'
import { openMapLink } from './link.ts'
import { textIn } from './fields.ts'
import type { MapView } from './map-view.ts'
import type { MapPart } from './part.ts'
import { mapStyle } from './style.ts'

const words = { zh_CN: { map: '地图', compass: '指南针' }, en: { map: 'Map', compass: 'Compass' } }

const attributes = [
  ...['longitude', 'latitude', 'scale', 'min-scale', 'max-scale', 'markers', 'covers', 'polyline', 'circles'],
  ...['controls', 'include-points', 'show-location', 'polygons', 'subkey', 'layer-style', 'rotate', 'skew'],
  ...['enable-3D', 'show-compass', 'show-scale', 'enable-overlooking', 'enable-auto-max-overlooking', 'enable-zoom'],
  ...[
    'enable-scroll',
    'enable-rotate',
    'enable-satellite',
    'enable-traffic',
    'enable-poi',
    'enable-building',
    'setting',
  ],
]

class MapElement extends BuiltIn {
  private readonly changes = new Set<string>()
  private readonly canvas = document.createElement('div')
  private readonly link = openMapLink(this.view)
  private readonly callouts: CalloutPlaces
  private readonly queues = new EventQueues()
  private map: MapView | undefined
  private readonly part: Promise<MapPart>
  private isDestroyed = false

  constructor(...parts: ConstructorParameters<typeof BuiltIn>) {
    super(...parts)
    this.canvas.className = 'wx-map-surface'
    this.content = document.createElement('div')
    this.content.className = 'wx-map-content'
    this.element.append(this.canvas, this.content)
    this.callouts = new CalloutPlaces(this.content)
    this.part = loadExtraPart<MapPart>(this.view, 'map')
    this.part.then(
      (part) => this.start(part),
      (error: unknown) => this.emit('error', { errMsg: String(error) }),
    )
  }

  override changed(name: string): void {
    this.changes.add(name)
  }

  override update(): void {
    if (this.map === undefined || this.changes.size === 0) {
      this.map?.redraw()
      return
    }
    const changed = new Set(this.changes)
    this.changes.clear()
    this.map.set(this.properties, changed)
  }

  override tapped(point: TapPoint): boolean {
    const { map } = this
    if (map === undefined || this.content.contains(point.target)) {
      this.tapCallout(point.target)
      return false
    }
    return map.tapped(point.target, this.localOf(point))
  }

  /** A tap on something of the map is told as that thing's own event. */
  override heard(name: string, detail: unknown): unknown {
    const { map } = this
    if (name !== 'tap' || map === undefined || !isPoint(detail)) return detail
    const target = document.activeElement
    if (map.hitsThing(map.lastTarget) || (target !== null && this.canvas.contains(target) && map.hitsThing(target))) {
      return undefined
    }
    return { ...detail, ...map.placeAt(this.localOf(detail)) }
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    const [options] = args
    const given = typeof options === 'object' && options !== null ? { ...options } : {}
    if (method === 'nextEvent') return this.queues.next(textIn(given, 'event'))
    return this.part.then(({ methods }) => {
      const run = Object.hasOwn(methods, method) ? methods[method] : undefined
      if (run === undefined) throw new Error('not supported')
      if (this.map === undefined) throw new Error('the map is gone')
      return run(this.map, given)
    })
  }

  override destroy(): void {
    this.isDestroyed = true
    this.map?.destroy()
    this.link.close()
  }

  private start({ createMap }: MapPart): void {
    if (this.isDestroyed) return
    const { view, link } = this
    this.map = createMap({
      element: this.canvas,
      loadPicture: (path) => (path === '' ? Promise.resolve(undefined) : view.resources.load(path)),
      emit: (name, detail) => {
        this.queues.add(name, detail)
        this.emit(name, detail)
      },
      openBase: (ground) => openBaseMap(view, { ground, link }),
      locate: (found) => link.locate(found),
      words: words[view.environment.locale],
      isDark: () => view.environment.theme === 'dark',
      prefersStillness: view.environment.reducedMotion,
      placeCallouts: (callouts) => this.callouts.place(callouts),
    })
    for (const name of Object.keys(this.properties)) this.changes.add(name)
    this.map.set(this.properties, new Set(['', ...this.changes]))
    this.changes.clear()
  }

  private tapCallout(target: Element): void {
    const markerId = this.callouts.markerOf(target)
    if (markerId !== undefined) this.emit('callouttap', { markerId })
  }

  /** Taps come in coordinates of the page. */
  private localOf({ x, y }: { x: number; y: number }): { x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect()
    return { x: x - window.scrollX - left, y: y - window.scrollY - top }
  }
}

function isPoint(value: unknown): value is { x: number; y: number } {
  return typeof value === 'object' && value !== null && 'x' in value && 'y' in value
}

export const map: BuiltInDefinition = {
  tag: 'map',
  attributes,
  style: [
    'wx-map{display:block;position:relative;width:300px;height:150px;overflow:hidden}',
    '.wx-map-surface{position:absolute;top:0;right:0;bottom:0;left:0}',
    '.wx-map-content{position:absolute;top:0;right:0;bottom:0;left:0;pointer-events:none}',
    '.wx-map-content>*{pointer-events:auto}',
    mapStyle,
  ].join(''),
  create: (element, view) => new MapElement(element, view),
}
