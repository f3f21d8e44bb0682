/** Places on the map as apps name them: degrees in GCJ-02. */
export interface Place {
  latitude: number
  longitude: number
}

/** Undefined for whatever is no place on earth. */
export function placeOf(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { latitude, longitude }: { latitude?: unknown; longitude?: unknown } = value
  const place = { latitude: Number(latitude ?? Number.NaN), longitude: Number(longitude ?? Number.NaN) }
  return Number.isFinite(place.latitude) && Number.isFinite(place.longitude) ? place : undefined
}

export function placesOf(value: unknown): Place[] {
  return Array.isArray(value) ? value.flatMap((item) => placeOf(item) ?? []) : []
}

/** Metres along the sphere. */
export function distanceM(from: Place, to: Place): number {
  const [a, b] = [radians(from.latitude), radians(to.latitude)]
  const half =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Degrees clockwise from north, 0 to 360. */
export function headingDegrees(from: Place, to: Place): number {
  const [a, b, turn] = [radians(from.latitude), radians(to.latitude), radians(to.longitude - from.longitude)]
  const heading = Math.atan2(
    Math.sin(turn) * Math.cos(b),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn),
  )
  return (heading * (180 / Math.PI) + 360) % 360
}

export function between(from: Place, to: Place, part: number): Place {
  return {
    latitude: from.latitude + (to.latitude - from.latitude) * part,
    longitude: from.longitude + (to.longitude - from.longitude) * part,
  }
}

export const earthRadiusM = 6378137

function radians(degrees: number): number {
  return degrees * (Math.PI / 180)
}
