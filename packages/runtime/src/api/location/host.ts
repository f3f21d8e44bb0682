import { toChinaDatum } from '../../bridge/china-datum.ts'
import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readFlag, readNumber, readText } from '../../host/params.ts'

type Params = Readonly<Record<string, unknown>>

const defaultTimeoutMs = 10_000
/** Two decimals are about a kilometre. */
const fuzzyDecimals = 2

let watching: number | undefined

export const locationHost: HostMethods = {
  getLocation: ({ params }) => locate(params, readFlag(params, 'isHighAccuracy')),
  async getFuzzyLocation({ params }) {
    const { latitude, longitude } = await locate(params, false)
    return { latitude: roughly(latitude), longitude: roughly(longitude) }
  },
  startLocationUpdate: ({ params }, host) => watch(params, host),
  startLocationUpdateBackground: ({ params }, host) => watch(params, host),
  stopLocationUpdate() {
    if (watching !== undefined) navigator.geolocation.clearWatch(watching)
    watching = undefined
  },
}

interface Place {
  latitude: number
  longitude: number
  speed: number
  accuracy: number
  altitude: number
  verticalAccuracy: number
  horizontalAccuracy: number
}

/** The browser asks the user once more on its own; both must agree. */
function locate(params: Params, isHighAccuracy: boolean): Promise<Place> {
  if (!('geolocation' in navigator)) return Promise.reject(new HostFailure('fail not supported'))
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      (position) => resolve(placeOf(position, readText(params, 'type'))),
      (error) => reject(failureOf(error)),
      {
        enableHighAccuracy: isHighAccuracy,
        timeout: readNumber(params, 'highAccuracyExpireTime', defaultTimeoutMs) || defaultTimeoutMs,
        maximumAge: 30_000,
      },
    )
  })
}

/** Resolves with the first place or refusal; later ones come as events. WeChat's default here is gcj02. */
function watch(params: Params, host: HostContext): Promise<void> {
  if (!('geolocation' in navigator)) return Promise.reject(new HostFailure('fail not supported'))
  if (watching !== undefined) navigator.geolocation.clearWatch(watching)
  const type = readText(params, 'type', 'gcj02')
  return new Promise((resolve, reject) => {
    watching = navigator.geolocation.watchPosition(
      (position) => {
        resolve()
        host.emit('locationChange', placeOf(position, type))
      },
      (error) => {
        reject(failureOf(error))
        host.emit('locationChangeError', { errCode: error.code === error.PERMISSION_DENIED ? 2 : 1 })
      },
      { enableHighAccuracy: true, maximumAge: 1000 },
    )
  })
}

function placeOf({ coords }: GeolocationPosition, type: string): Place {
  const { latitude, longitude, speed, accuracy, altitude, altitudeAccuracy } = coords
  return {
    ...(type === 'gcj02' ? toChinaDatum({ latitude, longitude }) : { latitude, longitude }),
    speed: speed ?? -1,
    accuracy,
    altitude: altitude ?? 0,
    verticalAccuracy: altitudeAccuracy ?? 0,
    horizontalAccuracy: accuracy,
  }
}

function failureOf(error: GeolocationPositionError): HostFailure {
  if (error.code === error.PERMISSION_DENIED) return new HostFailure('fail auth deny', 103)
  return error.code === error.TIMEOUT
    ? new HostFailure('fail timeout', 5)
    : new HostFailure('fail location unavailable', 2)
}

function roughly(degrees: number): number {
  return Number(degrees.toFixed(fuzzyDecimals))
}
