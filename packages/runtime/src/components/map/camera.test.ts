import { describe, expect, it } from 'vitest'
import {
  type Camera,
  cameraFor,
  cameraWith,
  metresPerPx,
  project,
  regionOf,
  unproject,
  type Viewport,
} from './camera.ts'
import { distanceM, headingDegrees } from './place.ts'

const viewport: Viewport = { width: 300, height: 200, offset: [0.5, 0.5] }
const guangzhou: Camera = { latitude: 23.099994, longitude: 113.32452, scale: 16, rotate: 0, skew: 0 }
const views: Camera[] = [
  guangzhou,
  { ...guangzhou, rotate: 37 },
  { ...guangzhou, skew: 30 },
  { ...guangzhou, scale: 11.3, rotate: 200, skew: 40 },
  { ...guangzhou, latitude: -33.8688, longitude: 179.9999, scale: 8 },
]

describe.each(views)('a camera with scale $scale, rotate $rotate, skew $skew', (camera) => {
  it('has its own place in the middle', () => {
    const point = project(camera, camera, viewport)
    expect(point?.x).toBeCloseTo(150, 6)
    expect(point?.y).toBeCloseTo(100, 6)
  })

  it('finds each point of the screen again', () => {
    for (const [x, y] of [
      [0, 0],
      [300, 0],
      [150, 199],
      [17, 120],
    ] as const) {
      const again = project(unproject({ x, y }, camera, viewport), camera, viewport)
      expect(again?.x).toBeCloseTo(x, 4)
      expect(again?.y).toBeCloseTo(y, 4)
    }
  })

  it('moves so that a place comes under the finger', () => {
    const place = unproject({ x: 200, y: 150 }, camera, viewport)
    const moved = cameraWith(place, { x: 150, y: 100 }, { camera, viewport })
    const point = project(place, moved, viewport)
    expect(point?.x).toBeCloseTo(150, 0)
    expect(point?.y).toBeCloseTo(100, 0)
  })
})

it('measures the ground: a pixel at scale 16 is 2.39 m at the equator', () => {
  expect(metresPerPx({ latitude: 0, scale: 16 })).toBeCloseTo(2.3887, 3)
  const [left, right] = [0, 300].map((x) => unproject({ x, y: 100 }, guangzhou, viewport))
  const widthM = distanceM(left ?? guangzhou, right ?? guangzhou)
  // The sphere of the distance and of the projection is the same.
  expect(widthM / 300).toBeCloseTo(metresPerPx(guangzhou), 2)
})

it('turns clockwise: with 90 degrees what lies in the north stands on the right', () => {
  const north = { latitude: guangzhou.latitude + 0.001, longitude: guangzhou.longitude }
  const point = project(north, { ...guangzhou, rotate: 90 }, viewport)
  expect(point?.x).toBeGreaterThan(160)
  expect(point?.y).toBeCloseTo(100, 3)
})

it('tilts: what is farther away is smaller', () => {
  const tilted = { ...guangzhou, skew: 40 }
  const width = (y: number) => {
    const [left, right] = [0, 300].map((x) => unproject({ x, y }, tilted, viewport))
    return (right?.longitude ?? 0) - (left?.longitude ?? 0)
  }
  expect(width(10)).toBeGreaterThan(width(190) * 1.1)
})

it('shows all places inside the padding, as near as it can', () => {
  const places = [
    { latitude: 23.1, longitude: 113.3 },
    { latitude: 23.12, longitude: 113.36 },
  ]
  const padding = { top: 10, right: 40, bottom: 30, left: 20 }
  const camera = cameraFor(places, { camera: guangzhou, viewport, padding, maxScale: 20 })
  const points = places.map((place) => project(place, camera, viewport))
  expect(points[0]?.x).toBeCloseTo(20, 3)
  expect(points[1]?.x).toBeCloseTo(260, 3)
  for (const point of points) {
    expect(point?.y).toBeGreaterThanOrEqual(10 - 1e-6)
    expect(point?.y).toBeLessThanOrEqual(170 + 1e-6)
  }
})

it('goes no nearer than the largest scale for a single place', () => {
  const padding = { top: 0, right: 0, bottom: 0, left: 0 }
  const camera = cameraFor([{ latitude: 1, longitude: 2 }], { camera: guangzhou, viewport, padding, maxScale: 18 })
  expect(camera).toMatchObject({ scale: 18 })
  expect(camera.latitude).toBeCloseTo(1, 9)
})

it('knows the region that is seen', () => {
  const { southwest, northeast } = regionOf(guangzhou, viewport)
  expect(southwest.latitude).toBeLessThan(guangzhou.latitude)
  expect(northeast.longitude - guangzhou.longitude).toBeCloseTo((150 / (256 * 2 ** 16)) * 360, 9)
})

it('places the centre off the middle', () => {
  const lower: Viewport = { ...viewport, offset: [0.5, 0.75] }
  expect(project(guangzhou, guangzhou, lower)?.y).toBeCloseTo(150, 6)
})

it('knows distances and headings', () => {
  const beijing = { latitude: 39.9042, longitude: 116.4074 }
  const shanghai = { latitude: 31.2304, longitude: 121.4737 }
  expect(distanceM(beijing, shanghai) / 1000).toBeCloseTo(1068, -1)
  expect(headingDegrees({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(90, 6)
  expect(headingDegrees({ latitude: 1, longitude: 0 }, { latitude: 0, longitude: 0 })).toBeCloseTo(180, 6)
})
