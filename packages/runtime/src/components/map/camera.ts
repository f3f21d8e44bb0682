/** Where the map is looked at from, and what lies where on the screen. Pure geometry: Web Mercator seen in perspective, as MapLibre has it. */
import type { Place } from './place.ts'
import { earthRadiusM } from './place.ts'

export interface Camera extends Place {
  /** WeChat's scale: the world is 256 px wide at 0 and twice as wide with each step. */
  scale: number
  /** Degrees, clockwise. */
  rotate: number
  /** Degrees away from looking straight down, 0 to 40. */
  skew: number
}

export interface Viewport {
  width: number
  height: number
  /** Where the centre of the map stands, in parts of the size. */
  offset: readonly [x: number, y: number]
}

export interface Point {
  x: number
  y: number
}

/** Beyond it Web Mercator has no place. */
const maxLatitude = 85.0511
/** Half of MapLibre's field of view, 36.87 degrees. */
const halfView = 0.6435011087932844 / 2

/** In parts of the world, 0 to 1, y down. */
export function worldOf({ latitude, longitude }: Place): Point {
  const sine = Math.sin((clamp(latitude, -maxLatitude, maxLatitude) * Math.PI) / 180)
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}

export function placeAt({ x, y }: Point): Place {
  return { latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, longitude: (x - 0.5) * 360 }
}

export function worldSizePx(scale: number): number {
  return 256 * 2 ** scale
}

export function metresPerPx({ latitude, scale }: { latitude: number; scale: number }): number {
  return (2 * Math.PI * earthRadiusM * Math.cos((latitude * Math.PI) / 180)) / worldSizePx(scale)
}

/** What is behind the camera has no point. */
export function project(place: Place, camera: Camera, viewport: Viewport): Point | undefined {
  const size = worldSizePx(camera.scale)
  const [at, centre] = [worldOf(place), worldOf(camera)]
  // The shorter way round the world.
  const turns = Math.round(at.x - centre.x)
  const ground = turn({ x: (at.x - turns - centre.x) * size, y: (at.y - centre.y) * size }, camera.rotate)
  const { distance, sine, cosine } = tilt(camera, viewport)
  const depth = distance - ground.y * sine
  if (depth <= distance / 100) return undefined
  return {
    x: viewport.width * viewport.offset[0] + (ground.x * distance) / depth,
    y: viewport.height * viewport.offset[1] + (ground.y * cosine * distance) / depth,
  }
}

/** Above the horizon there is no place; the farthest one stands for it. */
export function unproject(point: Point, camera: Camera, viewport: Viewport): Place {
  const { distance, sine, cosine } = tilt(camera, viewport)
  const x = point.x - viewport.width * viewport.offset[0]
  const y = point.y - viewport.height * viewport.offset[1]
  const below = Math.max(cosine * distance + y * sine, distance / 100)
  const groundY = (y * distance) / below
  const depth = distance - groundY * sine
  const ground = turn({ x: (x * depth) / distance, y: groundY }, -camera.rotate)
  const size = worldSizePx(camera.scale)
  const centre = worldOf(camera)
  return placeAt({ x: centre.x + ground.x / size, y: clamp(centre.y + ground.y / size, 0, 1) })
}

/** The camera that has `place` under `point`. */
export function cameraWith(
  place: Place,
  point: Point,
  { camera, viewport }: { camera: Camera; viewport: Viewport },
): Camera {
  const there = worldOf(unproject(point, camera, viewport))
  const [wanted, centre] = [worldOf(place), worldOf(camera)]
  const moved = placeAt({ x: centre.x + wanted.x - there.x, y: clamp(centre.y + wanted.y - there.y, 0, 1) })
  return { ...camera, latitude: moved.latitude, longitude: wrapLongitude(moved.longitude) }
}

export interface Region {
  southwest: Place
  northeast: Place
}

/** The smallest region that holds all that is seen. */
export function regionOf(camera: Camera, viewport: Viewport): Region {
  const { width, height } = viewport
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ].map((corner) => unproject(corner, camera, viewport))
  const latitudes = corners.map(({ latitude }) => latitude)
  const longitudes = corners.map(({ longitude }) => longitude)
  return {
    southwest: { latitude: Math.min(...latitudes), longitude: Math.min(...longitudes) },
    northeast: { latitude: Math.max(...latitudes), longitude: Math.max(...longitudes) },
  }
}

export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** The nearest view that shows all places inside the padding, looking straight down to the north. */
export function cameraFor(
  places: readonly Place[],
  { camera, viewport, padding, maxScale }: { camera: Camera; viewport: Viewport; padding: Padding; maxScale: number },
): Camera {
  const points = places.map(worldOf)
  if (points.length === 0) return camera
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  const width = Math.max(1, viewport.width - padding.left - padding.right)
  const height = Math.max(1, viewport.height - padding.top - padding.bottom)
  const fits = Math.min(width / Math.max(right - left, 1e-12), height / Math.max(bottom - top, 1e-12))
  const scale = Math.min(Math.log2(fits / 256), maxScale)
  const size = worldSizePx(scale)
  // The middle of what the padding leaves, and not the middle of the map, is where the places' middle goes.
  const x = (left + right) / 2 - (padding.left + width / 2 - viewport.width * viewport.offset[0]) / size
  const y = (top + bottom) / 2 - (padding.top + height / 2 - viewport.height * viewport.offset[1]) / size
  return { ...camera, ...placeAt({ x, y }), scale, rotate: 0, skew: 0 }
}

export function wrapLongitude(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function turn({ x, y }: Point, degrees: number): Point {
  if (degrees === 0) return { x, y }
  const radians = (degrees * Math.PI) / 180
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)]
  return { x: x * cosine - y * sine, y: x * sine + y * cosine }
}

function tilt(camera: Camera, viewport: Viewport): { distance: number; sine: number; cosine: number } {
  const radians = (camera.skew * Math.PI) / 180
  return {
    distance: Math.max(1, viewport.height) / 2 / Math.tan(halfView),
    sine: Math.sin(radians),
    cosine: Math.cos(radians),
  }
}
