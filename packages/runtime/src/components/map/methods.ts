/**
 * The methods of MapContext that look at the map or change it; a refusal is the reason in WeChat's words.
 * https://developers.weixin.qq.com/miniprogram/dev/api/media/map/MapContext.html
 */
import { regionOf } from './camera.ts'
import { type Fields, fieldsOf, listOf, numberIn, textIn } from './fields.ts'
import type { MapView } from './map-view.ts'
import { animate, placeOnSteps, stepsAlong } from './movement.ts'
import { headingDegrees, type Place, placeOf, placesOf } from './place.ts'

type Method = (view: MapView, options: Fields) => unknown

export const mapMethods: Readonly<Record<string, Method>> = {
  getCenterLocation: ({ camera: { latitude, longitude } }) => ({ latitude, longitude }),
  getRegion: (view) => regionOf(view.camera, view.viewport),
  getScale: ({ camera: { scale } }) => ({ scale }),
  getRotate: ({ camera: { rotate } }) => ({ rotate }),
  getSkew: ({ camera: { skew } }) => ({ skew }),
  moveToLocation(view, options) {
    const place = placeOf(options) ?? view.user.place
    if (place === undefined) throw new Error('no location')
    view.change({ ...view.camera, ...place })
  },
  includePoints(view, options) {
    const points = placesOf(options['points'])
    if (points.length === 0) throw new Error('parameter error: points is empty')
    const given = Array.isArray(options['padding']) ? options['padding'].map(Number) : []
    const [top = 0, right = top, bottom = top, left = right] = given
    view.fit(points, { top, right, bottom, left })
  },
  fromScreenLocation: (view, options) => view.placeAt({ x: numberIn(options, 'x', 0), y: numberIn(options, 'y', 0) }),
  toScreenLocation(view, options) {
    const point = view.project(requirePlace(options))
    if (point === undefined) throw new Error('location is out of sight')
    return { x: Math.round(point.x), y: Math.round(point.y) }
  },
  setCenterOffset(view, options) {
    const given = Array.isArray(options['offset']) ? options['offset'].map(Number) : []
    const [x = 0.5, y = 0.5] = given
    view.offset = [Math.min(Math.max(x, 0.25), 0.75), Math.min(Math.max(y, 0.25), 0.75)]
    view.redraw()
  },
  setBoundary(view, options) {
    const [southwest, northeast] = [placeOf(options['southwest']), placeOf(options['northeast'])]
    if (southwest === undefined || northeast === undefined) throw new Error('parameter error')
    view.boundary = { southwest, northeast }
    view.change(view.camera)
  },
  addMarkers(view, options) {
    view.markers.add(options['markers'], options['clear'] === true)
    view.redraw()
  },
  removeMarkers(view, options) {
    const ids = options['markerIds']
    view.markers.remove(Array.isArray(ids) ? ids : [])
    view.redraw()
  },
  initMarkerCluster(view, options) {
    view.markers.cluster = {
      hasDefaultStyle: options['enableDefaultStyle'] !== false,
      zoomsOnClick: options['zoomOnClick'] !== false,
      gridSize: numberIn(options, 'gridSize', 60),
    }
    view.redraw()
  },
  translateMarker,
  moveAlong,
  addArc(view, options) {
    requirePlace(fieldsOf(options['start']))
    requirePlace(fieldsOf(options['end']))
    const id = options['id']
    view.arcs = [...view.arcs.filter((arc) => arc['id'] !== id), options]
    view.redraw()
  },
  removeArc(view, options) {
    view.arcs = view.arcs.filter((arc) => arc['id'] !== options['id'])
    view.redraw()
  },
  async setLocMarkerIcon(view, options) {
    const path = textIn(options, 'iconPath')
    const url = path === '' ? undefined : await view.options.loadPicture(path)
    if (path !== '' && url === undefined) throw new Error('cannot load the picture')
    view.user.setPicture(url)
  },
  /** What a car has driven of a line goes; `erasePoint` is where it is now. */
  eraseLines(view, options) {
    const lines = listOf(view.attributes['polyline'])
    for (const erase of listOf(options['lines'])) {
      const line = lines.find((candidate) => numberIn(candidate, 'id', -1) === numberIn(erase, 'id', -2))
      if (line === undefined) continue
      const point = placeOf(erase['point'])
      const rest = placesOf(line['points']).slice(numberIn(erase, 'index', 0) + 1)
      Object.assign(line, { points: point === undefined ? rest : [point, ...rest] })
    }
    view.attributes = { ...view.attributes, polyline: lines }
    view.redraw()
  },
}

async function translateMarker(view: MapView, options: Fields): Promise<void> {
  const marker = requireMarker(view, options)
  const to = requirePlace(fieldsOf(options['destination']))
  const durationMs = numberIn(options, 'duration', 1000)
  const from = marker.place
  const turn = numberIn(options, 'rotate', 0)
  // Looking where it goes comes before the movement; `rotate` goes on along with it when `moveWithRotate` says so.
  if (options['autoRotate'] !== false) {
    marker.turn = headingDegrees(from, to)
    marker.layOut()
  }
  const startTurn = marker.turn
  const steps = [{ from, to, durationMs }]
  const isWhile = options['moveWithRotate'] === true
  await animate(
    durationMs,
    (elapsedMs) => {
      move(view, marker, placeOnSteps(steps, elapsedMs)?.place)
      if (isWhile && durationMs > 0) marker.turn = startTurn + turn * (elapsedMs / durationMs)
      marker.layOut()
    },
    () => view.markers.get(marker.id) !== marker,
  )
  if (!isWhile && turn !== 0) {
    marker.turn = startTurn + turn
    marker.layOut()
  }
}

async function moveAlong(view: MapView, options: Fields): Promise<void> {
  const marker = requireMarker(view, options)
  const path = placesOf(options['path'])
  if (path.length === 0) throw new Error('parameter error: path is empty')
  const durationMs = numberIn(options, 'duration', 0)
  const steps = stepsAlong(path.length === 1 ? [marker.place, ...path] : path, durationMs)
  await animate(
    durationMs,
    (elapsedMs) => {
      const now = placeOnSteps(steps, elapsedMs)
      if (now !== undefined && options['autoRotate'] !== false) marker.turn = now.heading
      move(view, marker, now?.place)
      marker.layOut()
    },
    () => view.markers.get(marker.id) !== marker,
  )
}

function move(view: MapView, marker: { place: Place; fields: Fields }, place: Place | undefined): void {
  if (place === undefined) return
  marker.place = place
  marker.fields = { ...marker.fields, ...place }
  view.redraw()
}

function requireMarker(view: MapView, options: Fields) {
  const marker = view.markers.get(numberIn(options, 'markerId', Number.NaN))
  if (marker === undefined) throw new Error('the markerId is not found')
  return marker
}

function requirePlace(fields: Fields): Place {
  const place = placeOf(fields)
  if (place === undefined) throw new Error('parameter error: latitude or longitude is invalid')
  return place
}
