/** Entry of the part `map` for page frames. */
import { type MapOptions, MapView } from './map-view.ts'
import { mapMethods } from './methods.ts'

export interface MapPart {
  createMap: (options: MapOptions) => MapView
  methods: typeof mapMethods
}

const part: MapPart = { createMap: (options) => new MapView(options), methods: mapMethods }
window.banyanPart?.(part)
