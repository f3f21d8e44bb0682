/**
 * A map: the camera, everything drawn over the ground, gestures and events. It knows neither the page's tree nor the host, so that the
 * host's own pages show the same map. Without a base map it is a plain plan: a grid in the place of streets.
 */
import {
  type Camera,
  cameraFor,
  cameraWith,
  clamp,
  type Padding,
  type Point,
  project,
  regionOf,
  unproject,
  type Viewport,
} from './camera.ts'
import { Controls } from './controls.ts'
import { drawScene } from './drawing.ts'
import { type Fields, listOf, numberIn } from './fields.ts'
import { MapGestures } from './gestures.ts'
import { Markers } from './markers.ts'
import { animate } from './movement.ts'
import { type Place, placeOf, placesOf } from './place.ts'
import { UserDot } from './user-dot.ts'

export interface BaseMap {
  show(camera: Camera, viewport: Viewport): void
  destroy(): void
}

export interface MapOptions {
  /** The map fills it. */
  element: HTMLElement
  loadPicture: (path: string) => Promise<string | undefined>
  emit: (name: string, detail: Readonly<Record<string, unknown>>) => void
  /** Draws the ground into the element; undefined when no tiles are configured or the browser cannot draw them. */
  openBase: (element: HTMLElement) => Promise<BaseMap | undefined>
  /** Reports where the user is until it is told to stop. */
  locate: (found: (place: Place, headingDegrees: number | undefined) => void) => () => void
  words: { map: string; compass: string }
  isDark: () => boolean
  prefersStillness: boolean
  /** Where the app's own callouts stand now; none where nobody asks. */
  placeCallouts?(callouts: ReturnType<Markers['customCallouts']>): void
}

const easeMs = 300
const beijing: Place = { latitude: 39.92, longitude: 116.46 }

export class MapView {
  readonly markers: Markers
  readonly options: MapOptions
  attributes: Fields = {}
  camera: Camera = { ...beijing, scale: 16, rotate: 0, skew: 0 }
  offset: readonly [number, number] = [0.5, 0.5]
  arcs: Fields[] = []
  boundary: { southwest: Place; northeast: Place } | undefined
  erased = new Map<number, Place[]>()
  readonly user: UserDot
  private readonly ground = document.createElement('div')
  private readonly canvas = document.createElement('canvas')
  private readonly pen = this.canvas.getContext('2d')
  private readonly controls: Controls
  private readonly gestures: MapGestures
  private readonly pictures = new Map<string, HTMLImageElement>()
  private readonly sizes = new ResizeObserver(() => this.redraw())
  private base: BaseMap | undefined
  private isDestroyed = false
  private isScheduled = false
  private isUpdateTold = true
  private run = 0

  constructor(options: MapOptions) {
    this.options = options
    const { element } = options
    this.ground.className = 'wx-map-ground'
    this.canvas.className = 'wx-map-drawing'
    this.canvas.setAttribute('aria-hidden', 'true')
    this.markers = new Markers({
      loadPicture: options.loadPicture,
      changed: () => this.redraw(),
      project: (place) => this.project(place),
      unproject: (point) => unproject(point, this.camera, this.viewport),
      clustersChanged: (clusters) =>
        options.emit('markerclustercreate', {
          clusters: clusters.map(({ id, markerIds, place }) => ({ clusterId: id, center: place, markerIds })),
        }),
    })
    this.controls = new Controls(options.loadPicture, options.words)
    this.user = new UserDot((place) => this.project(place))
    element.classList.add('wx-map')
    element.append(this.ground, this.canvas, this.user.element, this.markers.layer, this.controls.layer)
    if (!element.hasAttribute('role')) element.setAttribute('role', 'application')
    if (!element.hasAttribute('aria-label')) element.setAttribute('aria-label', options.words.map)
    if (!element.hasAttribute('tabindex')) element.tabIndex = 0
    this.gestures = this.watchGestures()
    this.sizes.observe(element)
    void options
      .openBase(this.ground)
      .catch(() => undefined)
      .then((base) => {
        if (this.isDestroyed) base?.destroy()
        else this.base = base
        this.redraw()
      })
  }

  get viewport(): Viewport {
    const { clientWidth: width, clientHeight: height } = this.options.element
    return { width, height, offset: this.offset }
  }

  /** All attributes, and the names of those that the app has changed. */
  set(attributes: Fields, changed: ReadonlySet<string>): void {
    this.attributes = attributes
    const isFirst = this.run === 0
    this.run += 1
    if (changed.has('markers') || changed.has('covers')) {
      this.markers.set([...listOf(attributes['covers']), ...listOf(attributes['markers'])])
    }
    if (changed.has('controls')) this.controls.set(attributes['controls'])
    if (changed.has('show-location')) {
      this.user.follow(this.flag('show-location'), this.options.locate, () => this.redraw())
    }
    this.options.element.style.touchAction = this.can('scroll') || this.can('zoom') ? 'none' : ''
    const camera = this.cameraOfAttributes(changed)
    if (camera !== undefined) this.change(camera, isFirst)
    this.isUpdateTold = false
    this.redraw()
  }

  project(place: Place): Point | undefined {
    return project(place, this.camera, this.viewport)
  }

  placeAt(point: Point): Place {
    return unproject(point, this.camera, this.viewport)
  }

  /** A movement that the app asked for. */
  change(camera: Camera, isSilent = false): void {
    const before = this.camera
    this.camera = this.allowed(camera)
    const isSame = JSON.stringify(before) === JSON.stringify(this.camera)
    if (!isSame && !isSilent) {
      this.tellRegion('begin', 'update')
      this.tellRegion('end', 'update')
    }
    this.redraw()
  }

  fit(places: readonly Place[], padding: Padding): void {
    if (places.length === 0) return
    this.change(cameraFor(places, { camera: this.camera, viewport: this.viewport, padding, maxScale: this.maxScale }))
  }

  redraw(): void {
    if (this.isScheduled || this.isDestroyed) return
    this.isScheduled = true
    requestAnimationFrame(() => {
      this.isScheduled = false
      this.draw()
    })
  }

  /** A tap, wherever it came from. Answers whether it was for something on the map rather than for the map itself. */
  tapped(target: Element, point: Point): boolean {
    const control = this.controls.tapped(target)
    const cluster = this.markers.clusterAt(target)
    const marker = this.markers.tapped(target)
    const place = this.placeAt(point)
    this.redraw()
    if (control === 'compass') {
      this.ease({ rotate: 0, skew: 0 })
    } else if (control !== undefined) {
      this.options.emit('controltap', { controlId: control })
    } else if (cluster !== undefined) {
      this.options.emit('markerclusterclick', {
        cluster: { clusterId: cluster.id, center: this.placeAt(cluster.centre), markerIds: cluster.markerIds },
      })
      if (this.markers.cluster?.zoomsOnClick === true) {
        this.fit(this.markers.placesOf(cluster), { top: 60, right: 60, bottom: 60, left: 60 })
      }
    } else if (marker !== undefined) {
      this.options.emit(marker.kind, { markerId: marker.markerId })
    } else {
      this.tapLine(point)
      this.options.emit('anchorpointtap', { ...place })
      return false
    }
    return true
  }

  /** What the last finger hit is a thing of its own on the map. */
  hitsThing(target: Element | null | undefined): boolean {
    return (
      target?.closest('.wx-map-marker,.wx-map-control,.wx-map-cluster,.wx-map-compass') !== null && target !== undefined
    )
  }

  get lastTarget(): Element | undefined {
    return this.gestures.target
  }

  ease(change: { rotate?: number; skew?: number; by?: Point; zoom?: number; around?: Point }): void {
    const { width, height, offset } = this.viewport
    const around = change.around ?? { x: width * offset[0], y: height * offset[1] }
    const from = this.camera
    const turnBy = change.rotate === undefined ? 0 : ((change.rotate - from.rotate + 540) % 360) - 180
    this.tellRegion('begin', 'gesture')
    let done = 0
    const run = ++this.run
    const frame = (elapsedMs: number): void => {
      const part = 1 - (1 - elapsedMs / easeMs) ** 3
      const step = part - done
      done = part
      const to = { x: around.x + (change.by?.x ?? 0) * step, y: around.y + (change.by?.y ?? 0) * step }
      // Steps are rounded: what is left to go is asked anew, so that the end is exact.
      const zoom = change.zoom === undefined ? 0 : from.scale + change.zoom * part - this.camera.scale
      const turn = change.rotate === undefined ? 0 : from.rotate + turnBy * part - this.camera.rotate
      const tilt = change.skew === undefined ? 0 : from.skew + (change.skew - from.skew) * part - this.camera.skew
      this.shift({ from: around, to, zoom, turn, tilt })
    }
    void animate(
      this.options.prefersStillness ? 0 : easeMs,
      (elapsedMs) => frame(this.options.prefersStillness ? easeMs : elapsedMs),
      () => this.isDestroyed || run !== this.run,
    ).then(() => this.tellRegion('end', change.zoom === undefined ? 'drag' : 'scale'))
  }

  flag(name: string, fallback = false): boolean {
    const value = this.attributes[name] ?? this.setting(name)
    return value === undefined || value === null ? fallback : Boolean(value)
  }

  get minScale(): number {
    return clamp(numberIn(this.attributes, 'min-scale', 3), 3, 20)
  }

  get maxScale(): number {
    return clamp(numberIn(this.attributes, 'max-scale', 20), this.minScale, 20)
  }

  destroy(): void {
    this.isDestroyed = true
    this.sizes.disconnect()
    this.user.follow(false, this.options.locate, () => undefined)
    this.base?.destroy()
  }

  private setting(name: string): unknown {
    const { setting } = this.attributes
    if (typeof setting !== 'object' || setting === null) return undefined
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const found: unknown = Reflect.get(setting, camel)
    return found
  }

  private can(what: 'scroll' | 'zoom' | 'rotate' | 'tilt'): boolean {
    if (what === 'tilt') return this.flag('enable-overlooking')
    return this.flag(`enable-${what}`, what !== 'rotate')
  }

  private cameraOfAttributes(changed: ReadonlySet<string>): Camera | undefined {
    const { attributes } = this
    const names = ['longitude', 'latitude', 'scale', 'rotate', 'skew', 'min-scale', 'max-scale', 'setting']
    const camera = { ...this.camera }
    if (changed.has('longitude') || changed.has('latitude')) Object.assign(camera, placeOf(attributes) ?? {})
    for (const name of ['scale', 'rotate', 'skew'] as const) {
      if (!changed.has(name) && !changed.has('setting')) continue
      const value = attributes[name] ?? this.setting(name)
      camera[name] = numberIn({ value }, 'value', camera[name])
    }
    if (changed.has('include-points')) {
      const points = placesOf(attributes['include-points'])
      const padding = { top: 0, right: 0, bottom: 0, left: 0 }
      const { viewport, maxScale } = this
      if (points.length > 0) return cameraFor(points, { camera, viewport, padding, maxScale })
    }
    return names.some((name) => changed.has(name)) ? camera : undefined
  }

  private allowed(camera: Camera): Camera {
    const { boundary } = this
    const place =
      boundary === undefined
        ? camera
        : {
            latitude: clamp(camera.latitude, boundary.southwest.latitude, boundary.northeast.latitude),
            longitude: clamp(camera.longitude, boundary.southwest.longitude, boundary.northeast.longitude),
          }
    return {
      latitude: clamp(place.latitude, -85, 85),
      longitude: place.longitude,
      scale: clamp(Math.round(camera.scale * 1e6) / 1e6, this.minScale, this.maxScale),
      rotate: ((camera.rotate % 360) + 360) % 360,
      skew: clamp(camera.skew, 0, 40),
    }
  }

  private shift(change: { from: Point; to: Point; zoom: number; turn: number; tilt: number }): void {
    const { viewport } = this
    const place = unproject(change.from, this.camera, viewport)
    const camera = this.allowed({
      ...this.camera,
      scale: this.camera.scale + change.zoom,
      rotate: this.camera.rotate + change.turn,
      skew: this.camera.skew + change.tilt,
    })
    this.camera = this.allowed(cameraWith(place, change.to, { camera, viewport }))
    this.redraw()
  }

  private watchGestures(): MapGestures {
    return new MapGestures(this.options.element, {
      can: (what) => this.can(what),
      started: () => {
        this.run += 1
        this.tellRegion('begin', 'gesture')
      },
      moved: (change) => this.shift(change),
      ended: (cause) => this.tellRegion('end', cause === 'rotate' ? 'drag' : cause),
      eased: (change) => this.ease(change),
    })
  }

  private tellRegion(type: 'begin' | 'end', causedBy: string): void {
    const { camera } = this
    const { latitude, longitude, rotate, skew, scale } = camera
    const whole = {
      rotate,
      skew,
      scale,
      centerLocation: { latitude, longitude },
      region: regionOf(camera, this.viewport),
    }
    this.options.emit('regionchange', { type, causedBy, ...(type === 'end' ? whole : { rotate, skew, scale }) })
  }

  private tapLine(point: Point): void {
    const near = listOf(this.attributes['polyline']).find((line) => {
      const points = placesOf(line['points']).flatMap((place) => this.project(place) ?? [])
      const reach = Math.max(8, numberIn(line, 'width', 1) / 2 + 4)
      return points.some((to, at) => at > 0 && distanceToLine(point, points[at - 1] ?? to, to) <= reach)
    })
    if (near === undefined) return
    this.options.emit('polylinetap', { polylineId: near['id'] ?? near['polylineId'], ...this.placeAt(point) })
  }

  private draw(): void {
    const { canvas, pen, viewport, camera, attributes } = this
    if (this.isDestroyed || viewport.width === 0 || viewport.height === 0) return
    const ratio = devicePixelRatio
    const [width, height] = [Math.round(viewport.width * ratio), Math.round(viewport.height * ratio)]
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    this.base?.show(camera, viewport)
    if (pen !== null) {
      drawScene(pen, {
        camera,
        viewport,
        pixelRatio: ratio,
        isDark: this.options.isDark(),
        isPlain: this.base === undefined,
        polylines: listOf(attributes['polyline']),
        polygons: listOf(attributes['polygons']),
        circles: listOf(attributes['circles']),
        arcs: this.arcs,
        picture: (path) => this.picture(path),
      })
    }
    this.markers.layOut()
    this.user.layOut(camera.rotate)
    this.options.placeCallouts?.(this.markers.customCallouts())
    const compass = this.flag('show-compass') && (camera.rotate !== 0 || camera.skew !== 0)
    this.controls.show({ compass, scale: this.flag('show-scale') }, camera)
    if (this.isUpdateTold) return
    this.isUpdateTold = true
    this.options.emit('updated', {})
  }

  private picture(path: string): HTMLImageElement | undefined {
    const known = this.pictures.get(path)
    if (known !== undefined) return known.complete && known.naturalWidth > 0 ? known : undefined
    const image = new Image()
    this.pictures.set(path, image)
    image.onload = () => this.redraw()
    void this.options.loadPicture(path).then((url) => {
      if (url !== undefined) image.src = url
    })
    return undefined
  }
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const part = length === 0 ? 0 : clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0, 1)
  return Math.hypot(point.x - from.x - dx * part, point.y - from.y - dy * part)
}
