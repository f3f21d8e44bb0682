/**
 * WGS-84 -> GCJ-02, the offset datum of maps in mainland China, in degrees; outside of it nothing changes.
 * The polynomial is the published one (Krasovsky 1940 ellipsoid); it is exact to about a metre.
 */
export interface Coordinates {
  latitude: number
  longitude: number
}

const majorAxisM = 6378245
const eccentricitySquared = 0.006693421622965943

export function toChinaDatum({ latitude, longitude }: Coordinates): Coordinates {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) {
    return { latitude, longitude }
  }
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * Math.PI
  const curvature = 1 - eccentricitySquared * Math.sin(radians) ** 2
  const root = Math.sqrt(curvature)
  const north = ((majorAxisM * (1 - eccentricitySquared)) / (curvature * root)) * (Math.PI / 180)
  const east = (majorAxisM / root) * Math.cos(radians) * (Math.PI / 180)
  return { latitude: latitude + northOffset(x, y) / north, longitude: longitude + eastOffset(x, y) / east }
}

/** GCJ-02 -> WGS-84, to about a millimetre: the offset changes so slowly that a few corrections find it. */
export function fromChinaDatum(place: Coordinates): Coordinates {
  let { latitude, longitude } = place
  for (let round = 0; round < 5; round++) {
    const there = toChinaDatum({ latitude, longitude })
    latitude += place.latitude - there.latitude
    longitude += place.longitude - there.longitude
  }
  return { latitude, longitude }
}

function waves(value: number, parts: readonly (readonly [amplitude: number, divisor: number])[]): number {
  return (
    parts.reduce((sum, [amplitude, divisor]) => sum + amplitude * Math.sin((value / divisor) * Math.PI), 0) * (2 / 3)
  )
}

function northOffset(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return (
    base +
    waves(x, [
      [20, 1 / 6],
      [20, 0.5],
    ]) +
    waves(y, [
      [20, 1],
      [40, 3],
      [160, 12],
      [320, 30],
    ])
  )
}

function eastOffset(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return (
    base +
    waves(x, [
      [20, 1 / 6],
      [20, 0.5],
      [20, 1],
      [40, 3],
      [150, 12],
      [300, 30],
    ])
  )
}
