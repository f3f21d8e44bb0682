import { HostFailure, type HostMethods } from '../../host/context.ts'
import { readFlag, readNumber, readText } from '../../host/params.ts'
import { toChinaDatum } from './host/china-datum.ts'

type Params = Readonly<Record<string, unknown>>

const defaultTimeoutMs = 10_000

export const locationHost: HostMethods = {
  getLocation: ({ params }) => locate(params, readFlag(params, 'isHighAccuracy')),
  getFuzzyLocation: ({ params }) => locate(params, false),
}

/** The browser asks the user once more on its own; both must agree. */
function locate(params: Params, isHighAccuracy: boolean): Promise<Record<string, unknown>> {
  if (!('geolocation' in navigator)) return Promise.reject(new HostFailure('fail not supported'))
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, speed, accuracy, altitude, altitudeAccuracy } = coords
        const place =
          readText(params, 'type') === 'gcj02' ? toChinaDatum({ latitude, longitude }) : { latitude, longitude }
        resolve({
          ...place,
          speed: speed ?? -1,
          accuracy,
          altitude: altitude ?? 0,
          verticalAccuracy: altitudeAccuracy ?? 0,
          horizontalAccuracy: accuracy,
        })
      },
      (error) => {
        const isDenied = error.code === error.PERMISSION_DENIED
        reject(isDenied ? new HostFailure('fail auth deny', 103) : new HostFailure('fail location unavailable', 2))
      },
      {
        enableHighAccuracy: isHighAccuracy,
        timeout: readNumber(params, 'highAccuracyExpireTime', defaultTimeoutMs) || defaultTimeoutMs,
        maximumAge: 30_000,
      },
    )
  })
}
