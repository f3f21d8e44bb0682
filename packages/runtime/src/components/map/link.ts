/** A map's line to the host: where tiles come from, their bytes, and where the user is. */
import type { ViewContext } from '../../view/built-in.ts'
import type { MapSource } from '@banyan/contract/boot'
import type { MapFromHost, MapToHost } from '../../bridge/map-messages.ts'
import type { Place } from './place.ts'

export interface MapLink {
  /** Undefined when no tiles are configured. */
  source(): Promise<MapSource | undefined>
  /** Undefined when it cannot be had. */
  load(url: string): Promise<ArrayBuffer | undefined>
  locate(found: (place: Place, headingDegrees: number | undefined) => void): () => void
  close(): void
}

export function openMapLink(view: ViewContext): MapLink {
  const { port1: port, port2 } = new MessageChannel()
  const waiting = new Map<number, (body: ArrayBuffer | undefined) => void>()
  const listeners = new Set<(place: Place, headingDegrees: number | undefined) => void>()
  let lastId = 0
  let haveSource: (source: MapSource | undefined) => void = () => undefined
  const source = new Promise<MapSource | undefined>((resolve) => (haveSource = resolve))
  port.onmessage = ({ data }: MessageEvent<MapFromHost>) => {
    switch (data.type) {
      case 'source':
        haveSource(data.source)
        return
      case 'body':
        waiting.get(data.id)?.(data.body)
        waiting.delete(data.id)
        return
      case 'location':
        for (const listener of listeners) listener(data.place, data.heading)
    }
  }
  const tell = (message: MapToHost) => port.postMessage(message)
  view.ask('map', {}, port2)
  return {
    source: () => source,
    load: (url) =>
      new Promise((resolve) => {
        lastId += 1
        waiting.set(lastId, resolve)
        tell({ type: 'load', id: lastId, url })
      }),
    locate(found) {
      listeners.add(found)
      if (listeners.size === 1) tell({ type: 'locate', isWanted: true })
      return () => {
        listeners.delete(found)
        if (listeners.size === 0) tell({ type: 'locate', isWanted: false })
      }
    },
    close() {
      tell({ type: 'locate', isWanted: false })
      port.close()
    },
  }
}
