/**
 * What `wx.createMapContext` gives: each method is carried out by the map in the view.
 * https://developers.weixin.qq.com/miniprogram/dev/api/media/map/MapContext.html
 */
import { ApiError, type LogicContext } from '../../../logic/context.ts'
import type { NodeTarget } from '../../../logic/framework/node-makers.ts'
import { type AnyFunction, isFunction, textOf } from '../../../logic/values.ts'
import { asyncFunction, type Options } from '../../core/logic/async-function.ts'
import { withoutFunctions } from '../../core/logic/host-function.ts'
import type { Rules } from '../../core/logic/rules.ts'

/** With the parameters that must be there. */
const methods: Readonly<Record<string, Rules>> = {
  getCenterLocation: {},
  getRegion: {},
  getScale: {},
  getRotate: {},
  getSkew: {},
  moveToLocation: {},
  includePoints: { points: 'Array' },
  fromScreenLocation: { x: 'Number', y: 'Number' },
  toScreenLocation: { latitude: 'Number', longitude: 'Number' },
  setCenterOffset: { offset: 'Array' },
  setBoundary: { southwest: 'Object', northeast: 'Object' },
  addMarkers: { markers: 'Array' },
  removeMarkers: { markerIds: 'Array' },
  initMarkerCluster: {},
  translateMarker: { markerId: 'Number', destination: 'Object' },
  moveAlong: { markerId: 'Number', path: 'Array', duration: 'Number' },
  addArc: { id: 'Number', start: 'Object', end: 'Object' },
  removeArc: { id: 'Number' },
  setLocMarkerIcon: {},
  eraseLines: { lines: 'Array' },
}

/** Layers that only exist on WeChat's own servers, and pictures laid over the ground. */
const softMethods = [
  ...['addCustomLayer', 'removeCustomLayer', 'addGroundOverlay', 'updateGroundOverlay', 'removeGroundOverlay'],
  ...['addVisualLayer', 'removeVisualLayer', 'executeVisualLayerCommand'],
]

/** Events of the context, and what the view calls them. */
const events: Readonly<Record<string, string>> = {
  markerClusterCreate: 'markerclustercreate',
  markerClusterClick: 'markerclusterclick',
}

export function createMapContextObject(
  context: LogicContext,
  find: () => Promise<NodeTarget | undefined>,
): Record<string, unknown> {
  const invoke = async (method: string, options: Options): Promise<unknown> => {
    const target = await find()
    if (target === undefined) throw new ApiError(`${method}:fail map is not found`)
    return target.invoke(method, [withoutFunctions(options)])
  }
  /** Until the map is gone. */
  const hear = async (event: string, listener: AnyFunction): Promise<void> => {
    const target = await find()
    if (target === undefined) return
    try {
      for (;;) {
        const detail = await target.invoke('nextEvent', [{ event }])
        setTimeout(() => void listener(detail))
      }
    } catch {
      // No map tells of anything any more.
    }
  }
  const object: Record<string, unknown> = {
    translateMarker: asyncFunction(
      'translateMarker',
      async (options) => {
        await invoke('translateMarker', options)
        const { animationEnd } = options
        if (isFunction(animationEnd)) setTimeout(() => void animationEnd())
      },
      methods['translateMarker'],
    ),
    openMapApp: asyncFunction(
      'openMapApp',
      ({ latitude, longitude, destination }) =>
        context.call('openLocation', { latitude, longitude, name: destination }),
      { latitude: 'Number', longitude: 'Number', destination: 'String' },
    ),
    on(event: unknown, listener: unknown) {
      const name = events[textOf(event)]
      if (name === undefined || !isFunction(listener)) return
      void hear(name, listener)
    },
  }
  for (const [method, rules] of Object.entries(methods)) {
    object[method] ??= asyncFunction(method, (options) => invoke(method, options), rules)
  }
  for (const method of softMethods) {
    object[method] = asyncFunction(
      method,
      () => {
        throw new ApiError(`${method}:fail not supported`)
      },
      {},
    )
  }
  return object
}
