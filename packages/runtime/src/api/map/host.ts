/** The host's end of each map: where its tiles come from, their bytes, and where the user is. */
import { toChinaDatum } from '../../bridge/china-datum.ts'
import type { MapFromHost, MapToHost } from '../../bridge/map-messages.ts'
import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readNumber, readText } from '../../host/params.ts'
import type { AskMethods } from '../../host/later/ask-methods.ts'
import { choosePlace, type Place, showPlace } from './host/location-page.ts'

/** A map asks for one tile after the other; a page with a fault must not ask for more at once. */
const maxOpenLoads = 64

export const mapAsks: AskMethods = {
  map({ port, page }, host) {
    if (port === undefined) return
    const link = openMap(port, host)
    page.onClosed(link.close)
  },
}

export const mapHost: HostMethods = {
  openLocation({ params }, host) {
    const place = placeOf(params)
    if (place === undefined) throw new HostFailure('fail invalid coordinates')
    const name = readText(params, 'name')
    return showPlace(host, {
      ...place,
      name,
      address: readText(params, 'address'),
      scale: readNumber(params, 'scale', 18),
    })
  },
  chooseLocation: ({ params }, host) => choosePlace(host, placeOf(params)),
}

function placeOf(params: Readonly<Record<string, unknown>>): Place | undefined {
  const place = {
    latitude: readNumber(params, 'latitude', Number.NaN),
    longitude: readNumber(params, 'longitude', Number.NaN),
  }
  const isThere = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180
  return isThere ? place : undefined
}

function openMap(port: MessagePort, host: HostContext): { close: () => void } {
  const tell = (message: MapFromHost, transfer: Transferable[] = []) => port.postMessage(message, transfer)
  let openLoads = 0
  let watch: number | undefined
  const stop = () => {
    if (watch !== undefined) navigator.geolocation.clearWatch(watch)
    watch = undefined
  }
  const load = async (id: number, url: string) => {
    openLoads += 1
    const blob = openLoads > maxOpenLoads ? undefined : await host.loadResource(url).catch(() => undefined)
    openLoads -= 1
    const body = await blob?.arrayBuffer()
    tell({ type: 'body', id, body }, body === undefined ? [] : [body])
  }
  const locate = async () => {
    if (watch !== undefined || !('geolocation' in navigator)) return
    // Refused: the map simply does not show where the user is.
    await host.permissions.require('scope.userLocation')
    watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, heading } }) =>
        tell({
          type: 'location',
          place: toChinaDatum({ latitude, longitude }),
          heading: typeof heading === 'number' && Number.isFinite(heading) ? heading : undefined,
        }),
      () => undefined,
      { enableHighAccuracy: true, maximumAge: 10_000 },
    )
  }
  port.onmessage = ({ data }: MessageEvent<MapToHost | undefined>) => {
    if (data?.type === 'load' && typeof data.url === 'string') void load(Number(data.id), data.url)
    else if (data?.type === 'locate' && data.isWanted) locate().catch(() => undefined)
    else if (data?.type === 'locate') stop()
  }
  tell({ type: 'source', source: host.boot.map })
  return {
    close() {
      stop()
      port.close()
    },
  }
}
