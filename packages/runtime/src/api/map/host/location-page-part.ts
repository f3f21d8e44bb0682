/** Entry of the part `location-page` for the host: the map alone, as the pages for showing and choosing a place need it. */
import { MapView } from '../../../components/map/map-view.ts'
import { mapStyle } from '../../../components/map/style.ts'

export const createMap = (...options: ConstructorParameters<typeof MapView>): MapView => new MapView(...options)
export { mapStyle }
export type { BaseMapPart } from '../../../components/map/base.ts'
export type { BaseMap } from '../../../components/map/map-view.ts'
