/** Lines, areas and the plain plan, drawn on one canvas over the base map. */
import { type Camera, metresPerPx, type Point, project, regionOf, type Viewport, worldOf, placeAt } from './camera.ts'
import { type Fields, numberIn, textIn } from './fields.ts'
import { earthRadiusM, type Place, placeOf, placesOf } from './place.ts'

export interface Scene {
  camera: Camera
  viewport: Viewport
  pixelRatio: number
  isDark: boolean
  /** Nothing else is drawn below: the plan shows a grid instead of streets. */
  isPlain: boolean
  polylines: readonly Fields[]
  polygons: readonly Fields[]
  circles: readonly Fields[]
  arcs: readonly Fields[]
  /** Pictures of arrows, by their path; null while they are on their way. */
  picture: (path: string) => HTMLImageElement | undefined
}

type Pen = CanvasRenderingContext2D

const plainColors = {
  light: { ground: '#f4f3ef', line: '#dcdad3', text: '#8a877f' },
  dark: { ground: '#1e2024', line: '#34373d', text: '#7f848c' },
} as const

export function drawScene(pen: Pen, scene: Scene): void {
  const { width, height } = scene.viewport
  pen.setTransform(scene.pixelRatio, 0, 0, scene.pixelRatio, 0, 0)
  pen.clearRect(0, 0, width, height)
  if (scene.isPlain) drawGrid(pen, scene)
  const byIndex = (a: Fields, b: Fields) => numberIn(a, 'zIndex', 0) - numberIn(b, 'zIndex', 0)
  for (const polygon of [...scene.polygons].sort(byIndex)) drawPolygon(pen, scene, polygon)
  for (const circle of scene.circles) drawCircle(pen, scene, circle)
  for (const polyline of [...scene.polylines].sort(byIndex)) drawPolyline(pen, scene, polyline)
  for (const arc of scene.arcs) drawArc(pen, scene, arc)
}

/** Steps of a grid whose lines stand 60 to 150 px apart, in degrees. */
const gridSteps = [
  ...[30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001],
  ...[0.0005, 0.0002, 0.0001, 0.00005, 0.00002, 0.00001],
]
const maxGridLines = 60

function drawGrid(pen: Pen, scene: Scene): void {
  const { camera, viewport } = scene
  const colors = plainColors[scene.isDark ? 'dark' : 'light']
  pen.fillStyle = colors.ground
  pen.fillRect(0, 0, viewport.width, viewport.height)
  const degreesPerPx = 360 / (256 * 2 ** camera.scale)
  const step = gridSteps.findLast((candidate) => candidate / degreesPerPx >= 60) ?? 30
  const { southwest, northeast } = regionOf(camera, viewport)
  pen.strokeStyle = colors.line
  pen.lineWidth = 1
  pen.beginPath()
  const [west, east] = [southwest.longitude, northeast.longitude]
  const [south, north] = [Math.max(southwest.latitude, -85), Math.min(northeast.latitude, 85)]
  for (const longitude of multiples(west, east, step)) {
    trace(pen, scene, [
      { latitude: south, longitude },
      { latitude: north, longitude },
    ])
  }
  for (const latitude of multiples(south, north, step)) {
    trace(pen, scene, [
      { latitude, longitude: west },
      { latitude, longitude: east },
    ])
  }
  pen.stroke()
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  const count = Math.min(maxGridLines, Math.max(0, Math.floor(to / step) - first + 1))
  return Array.from({ length: count }, (_, index) => (first + index) * step)
}

/** Adds a path; what lies behind the camera is left out. */
function trace(pen: Pen, { camera, viewport }: Scene, places: readonly Place[]): Point[] {
  const points: Point[] = []
  for (const place of places) {
    const point = project(place, camera, viewport)
    if (point === undefined) continue
    if (points.length === 0) pen.moveTo(point.x, point.y)
    else pen.lineTo(point.x, point.y)
    points.push(point)
  }
  return points
}

function drawPolygon(pen: Pen, scene: Scene, polygon: Fields): void {
  pen.save()
  pen.beginPath()
  trace(pen, scene, placesOf(polygon['points']))
  pen.closePath()
  const fill = textIn(polygon, 'fillColor')
  if (fill !== '') {
    pen.fillStyle = fill
    pen.fill('evenodd')
  }
  strokeArea(pen, polygon, { width: 'strokeWidth', color: 'strokeColor', dash: 'dashArray' })
  pen.restore()
}

function strokeArea(pen: Pen, fields: Fields, names: { width: string; color: string; dash?: string }): void {
  const width = numberIn(fields, names.width, 1)
  if (width <= 0) return
  pen.lineWidth = width
  pen.lineJoin = 'round'
  pen.strokeStyle = textIn(fields, names.color, '#000000')
  const dash = names.dash === undefined ? undefined : fields[names.dash]
  if (Array.isArray(dash)) pen.setLineDash(dash.map(Number).filter((part) => part >= 0))
  pen.stroke()
}

const circleCorners = 72

/** On the ground it is a circle in metres; on the screen its shape follows the tilt. */
function drawCircle(pen: Pen, scene: Scene, circle: Fields): void {
  const centre = placeOf(circle)
  const radius = numberIn(circle, 'radius', 0)
  if (centre === undefined || radius <= 0) return
  pen.save()
  pen.beginPath()
  trace(pen, scene, circlePlaces(centre, radius))
  pen.closePath()
  const fill = textIn(circle, 'fillColor')
  if (fill !== '') {
    pen.fillStyle = fill
    pen.fill()
  }
  strokeArea(pen, circle, { width: 'strokeWidth', color: 'color' })
  pen.restore()
}

export function circlePlaces(centre: Place, radiusM: number): Place[] {
  const at = worldOf(centre)
  const part = radiusM / (2 * Math.PI * earthRadiusM * Math.cos((centre.latitude * Math.PI) / 180))
  return Array.from({ length: circleCorners }, (_, index) => {
    const angle = (index / circleCorners) * 2 * Math.PI
    return placeAt({ x: at.x + part * Math.cos(angle), y: at.y + part * Math.sin(angle) })
  })
}

function drawPolyline(pen: Pen, scene: Scene, polyline: Fields): void {
  const places = placesOf(polyline['points'])
  const width = numberIn(polyline, 'width', 1)
  if (places.length < 2 || width <= 0) return
  const border = numberIn(polyline, 'borderWidth', 0)
  const isDotted = polyline['dottedLine'] === true
  pen.save()
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  if (border > 0 && !isDotted) {
    pen.lineWidth = width + 2 * border
    pen.strokeStyle = textIn(polyline, 'borderColor', textIn(polyline, 'color', '#000000'))
    pen.beginPath()
    trace(pen, scene, places)
    pen.stroke()
  }
  if (isDotted) pen.setLineDash([width * 2, width * 2])
  pen.lineWidth = width
  const colors = Array.isArray(polyline['colorList']) ? polyline['colorList'].map(String) : []
  const color = textIn(polyline, 'color', '#000000')
  if (colors.length === 0 || isDotted) {
    pen.strokeStyle = color
    pen.beginPath()
    trace(pen, scene, places)
    pen.stroke()
  } else {
    // The last colour goes for all parts that have none.
    for (let part = 0; part < places.length - 1; part++) {
      pen.strokeStyle = colors[Math.min(part, colors.length - 1)] ?? color
      pen.beginPath()
      trace(pen, scene, places.slice(part, part + 2))
      pen.stroke()
    }
  }
  if (polyline['arrowLine'] === true) drawArrows(pen, scene, { polyline, places, width })
  pen.restore()
}

const arrowDistancePx = 60

function drawArrows(
  pen: Pen,
  { camera, viewport, picture }: Scene,
  { polyline, places, width }: { polyline: Fields; places: readonly Place[]; width: number },
): void {
  const path = textIn(polyline, 'arrowIconPath')
  const image = path === '' ? undefined : picture(path)
  const points = places.flatMap((place) => project(place, camera, viewport) ?? [])
  let rest = arrowDistancePx / 2
  pen.setLineDash([])
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1], points[at]]
    if (from === undefined || to === undefined) continue
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const angle = Math.atan2(to.y - from.y, to.x - from.x)
    // A long line far outside of the screen must not cost thousands of arrows.
    const last = Math.min(length, 20_000)
    for (; rest < last; rest += arrowDistancePx) {
      const x = from.x + Math.cos(angle) * rest
      const y = from.y + Math.sin(angle) * rest
      if (x < -20 || y < -20 || x > viewport.width + 20 || y > viewport.height + 20) continue
      pen.save()
      pen.translate(x, y)
      pen.rotate(angle)
      if (image === undefined) drawChevron(pen, Math.max(width * 0.3, 2))
      else pen.drawImage(image, -width / 2, -width / 2, width, width)
      pen.restore()
    }
    rest -= last
    if (rest < 0) rest = 0
  }
}

function drawChevron(pen: Pen, size: number): void {
  pen.lineWidth = Math.max(1, size / 2)
  pen.strokeStyle = '#ffffff'
  pen.beginPath()
  pen.moveTo(-size, -size)
  pen.lineTo(size / 2, 0)
  pen.lineTo(-size, size)
  pen.stroke()
}

const arcParts = 48

/** Through `pass`, or bent by `angle` degrees at its start. */
function drawArc(pen: Pen, scene: Scene, arc: Fields): void {
  const [start, end] = [placeOf(arc['start']), placeOf(arc['end'])]
  if (start === undefined || end === undefined) return
  pen.save()
  pen.lineCap = 'round'
  pen.lineWidth = numberIn(arc, 'width', 5)
  pen.strokeStyle = textIn(arc, 'color', '#000000')
  pen.beginPath()
  trace(pen, scene, arcPlaces(start, end, { pass: placeOf(arc['pass']), angle: numberIn(arc, 'angle', 0) }))
  pen.stroke()
  pen.restore()
}

export function arcPlaces(start: Place, end: Place, bend: { pass: Place | undefined; angle: number }): Place[] {
  const [a, b] = [worldOf(start), worldOf(end)]
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  let control = {
    x: middle.x + ((b.y - a.y) / 2) * Math.tan((bend.angle * Math.PI) / 180),
    y: middle.y - ((b.x - a.x) / 2) * Math.tan((bend.angle * Math.PI) / 180),
  }
  if (bend.pass !== undefined) {
    const pass = worldOf(bend.pass)
    // The curve goes through half of its control point and half of the middle.
    control = { x: 2 * pass.x - middle.x, y: 2 * pass.y - middle.y }
  }
  return Array.from({ length: arcParts + 1 }, (_, index) => {
    const t = index / arcParts
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return placeAt({ x: p * a.x + q * control.x + r * b.x, y: p * a.y + q * control.y + r * b.y })
  })
}

/** A round distance of 50 to 100 px: `{ metres, px }`. */
export function scaleBar(camera: Camera): { metres: number; px: number } {
  const perPx = metresPerPx(camera)
  const power = 10 ** Math.floor(Math.log10(perPx * 100))
  const metres = ([5, 2, 1].find((part) => part * power <= perPx * 100) ?? 1) * power
  return { metres, px: metres / perPx }
}
