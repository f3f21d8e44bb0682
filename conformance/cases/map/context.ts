import type { Case } from '../../case.ts'

const page = (name: string): string => `https://developers.weixin.qq.com/miniprogram/dev/api/media/map/${name}.html`
const wxml =
  '<map id="m" style="width: 300px; height: 200px" longitude="113.32452" latitude="23.099994" scale="{{scale}}" markers="{{markers}}"></map>'

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `Page({ data: { scale: 14, markers: [{ id: 1, longitude: 113.32452, latitude: 23.099994, width: 20, height: 20 }] }, onReady() {
    const map = wx.createMapContext('m')
    const fail = ({ errMsg }) => log(errMsg)
    const near = (a, b) => Math.abs(a - b) < 1e-4
    ${code}
  } })`,
  covers: ['wx.createMapContext', 'map'],
  steps: [{ log }],
})

export const cases: readonly Case[] = [
  short('centre', 'getCenterLocation gives the centre.', 'MapContext.getCenterLocation', [
    'map.getCenterLocation({ success: ({ longitude, latitude, errMsg }) => log(near(longitude, 113.32452), near(latitude, 23.099994), errMsg), fail })',
    'true true getCenterLocation:ok',
  ]),
  short('complete', 'complete is called after success.', 'MapContext.getScale', [
    "map.getScale({ success: () => log('success'), complete: ({ errMsg }) => log(errMsg) })",
    'success',
    'getScale:ok',
  ]),
  short('scale', 'getScale gives the scale.', 'MapContext.getScale', [
    'map.getScale({ success: ({ scale }) => log(scale) })',
    '14',
  ]),
  short('promise', 'Without callbacks a method gives a promise.', 'MapContext.getScale', [
    'map.getScale().then(({ scale }) => log(scale))',
    '14',
  ]),
  short('region', 'getRegion gives the corners around the centre.', 'MapContext.getRegion', [
    'map.getRegion({ success: ({ southwest, northeast }) => log(southwest.longitude < 113.32, northeast.latitude > 23.1, near((southwest.longitude + northeast.longitude) / 2, 113.32452)) })',
    'true true true',
  ]),
  short(
    'rotate-and-skew',
    'getRotate and getSkew give 0 for a map that looks north and straight down.',
    'MapContext.getRotate',
    [
      'map.getRotate({ success: ({ rotate }) => { log(rotate); map.getSkew({ success: ({ skew }) => log(skew) }) } })',
      '0',
      '0',
    ],
  ),
  short('move', 'moveToLocation moves the centre to a place.', 'MapContext.moveToLocation', [
    'map.moveToLocation({ longitude: 114, latitude: 22, success: ({ errMsg }) => { log(errMsg); map.getCenterLocation({ success: ({ longitude, latitude }) => log(near(longitude, 114), near(latitude, 22)) }) }, fail })',
    'moveToLocation:ok',
    'true true',
  ]),
  short('include', 'includePoints shows all points with the padding.', 'MapContext.includePoints', [
    `map.includePoints({ points: [{ longitude: 110, latitude: 20 }, { longitude: 112, latitude: 22 }], padding: [20],
       success: () => map.toScreenLocation({ longitude: 110, latitude: 20, success: ({ x, y }) => log(Math.abs(y - 180) <= 1, x >= 20) }), fail })`,
    'true true',
  ]),
  short('to-screen', 'toScreenLocation gives the point of a place.', 'MapContext.toScreenLocation', [
    'map.toScreenLocation({ longitude: 113.32452, latitude: 23.099994, success: ({ x, y }) => log(x, y), fail })',
    '150 100',
  ]),
  short('from-screen', 'fromScreenLocation gives the place of a point.', 'MapContext.fromScreenLocation', [
    'map.fromScreenLocation({ x: 150, y: 100, success: ({ longitude, latitude }) => log(near(longitude, 113.32452), near(latitude, 23.099994)), fail })',
    'true true',
  ]),
  short('centre-offset', 'setCenterOffset moves the centre of the map on the screen.', 'MapContext.setCenterOffset', [
    'map.setCenterOffset({ offset: [0.5, 0.75], success: () => map.toScreenLocation({ longitude: 113.32452, latitude: 23.099994, success: ({ x, y }) => log(x, y) }), fail })',
    '150 150',
  ]),
  short('boundary', 'setBoundary keeps the centre inside.', 'MapContext.setBoundary', [
    `map.setBoundary({ southwest: { longitude: 113, latitude: 23 }, northeast: { longitude: 114, latitude: 24 }, fail, success: () =>
       map.moveToLocation({ longitude: 120, latitude: 30, success: () => map.getCenterLocation({ success: ({ longitude, latitude }) => log(longitude, latitude) }) }) })`,
    '114 24',
  ]),
  {
    ...short('add-markers', 'addMarkers adds markers, removeMarkers takes them away.', 'MapContext.addMarkers', [
      `map.addMarkers({ markers: [{ id: 2, longitude: 113.33, latitude: 23.1 }], fail, success: ({ errMsg }) => { log(errMsg)
         map.removeMarkers({ markerIds: [1], fail, success: (result) => log(result.errMsg) }) } })`,
      'addMarkers:ok',
      'removeMarkers:ok',
    ]),
    steps: [{ log: ['addMarkers:ok', 'removeMarkers:ok'] }, { count: 'html:div.wx-map-marker', is: 1 }],
  },
  {
    ...short('clear-markers', 'addMarkers with clear removes all others.', 'MapContext.addMarkers', [
      "map.addMarkers({ clear: true, markers: [{ id: 5, longitude: 113.33, latitude: 23.1 }, { id: 6, longitude: 113.3, latitude: 23.1 }], success: () => log('ok') })",
      'ok',
    ]),
    steps: [{ log: ['ok'] }, { count: 'html:div.wx-map-marker', is: 2 }],
  },
  {
    ...short(
      'translate',
      'translateMarker moves a marker and tells when it has arrived.',
      'MapContext.translateMarker',
      [
        `map.fromScreenLocation({ x: 210, y: 100, success: (destination) => map.translateMarker({ markerId: 1, destination, autoRotate: false, duration: 100, animationEnd: () => log('end'), fail }) })`,
        'end',
      ],
    ),
    steps: [{ log: ['end'] }, { rect: 'html:div.wx-map-marker-icon', left: 200, top: 80, of: '#m' }],
  },
  short('translate-unknown', 'translateMarker fails for a marker that is not there.', 'MapContext.translateMarker', [
    'map.translateMarker({ markerId: 9, destination: { longitude: 113, latitude: 23 }, fail: ({ errMsg }) => log(errMsg.startsWith("translateMarker:fail")) })',
    'true',
  ]),
  {
    ...short('move-along', 'moveAlong moves a marker along a path.', 'MapContext.moveAlong', [
      `map.fromScreenLocation({ x: 150, y: 160, success: (end) => map.moveAlong({ markerId: 1, path: [{ longitude: 113.32452, latitude: 23.099994 }, end], autoRotate: false, duration: 100, success: ({ errMsg }) => log(errMsg), fail }) })`,
      'moveAlong:ok',
    ]),
    steps: [{ log: ['moveAlong:ok'] }, { rect: 'html:div.wx-map-marker-icon', left: 140, top: 140, of: '#m' }],
  },
  {
    ...short(
      'cluster',
      'initMarkerCluster gathers markers that joinCluster and tells of the clusters.',
      'MapContext.initMarkerCluster',
      [
        `map.on('markerClusterCreate', ({ clusters }) => log(clusters.length, clusters[0].markerIds.join()))
       map.initMarkerCluster({ success: () => map.addMarkers({ clear: true, markers: [
         { id: 1, longitude: 113.3245, latitude: 23.1, joinCluster: true }, { id: 2, longitude: 113.3246, latitude: 23.1, joinCluster: true }, { id: 3, longitude: 113.34, latitude: 23.1, joinCluster: true }] }) })`,
        '1 1,2',
      ],
    ),
    steps: [{ log: ['1 1,2'] }, { text: 'html:div.wx-map-cluster', is: '2' }],
  },
  short('arc', 'addArc and removeArc succeed.', 'MapContext.addArc', [
    `map.addArc({ id: 1, start: { longitude: 113.3, latitude: 23.1 }, end: { longitude: 113.34, latitude: 23.1 }, angle: 30, fail, success: ({ errMsg }) => { log(errMsg)
       map.removeArc({ id: 1, success: (result) => log(result.errMsg), fail }) } })`,
    'addArc:ok',
    'removeArc:ok',
  ]),
  short('parameter', "A parameter that is missing is refused in WeChat's words.", 'MapContext.toScreenLocation', [
    'map.toScreenLocation({ latitude: 1, fail })',
    'toScreenLocation:fail parameter error: parameter.longitude should be Number instead of Undefined;',
  ]),
  short('soft', "Layers of WeChat's servers fail softly.", 'MapContext.addCustomLayer', [
    "map.addCustomLayer({ layerId: 'x', fail })",
    'addCustomLayer:fail not supported',
  ]),
  short('no-map', 'A method of a map that is not there fails.', 'wx.createMapContext', [
    "wx.createMapContext('none').getScale({ fail: ({ errMsg }) => log(errMsg.startsWith('getScale:fail')) })",
    'true',
  ]),
  short('query', 'NodesRef.context gives the MapContext of a map.', 'wx.createMapContext', [
    "wx.createSelectorQuery().select('#m').context(({ context }) => context.getScale({ success: ({ scale }) => log(scale), fail })).exec()",
    '14',
  ]),
  {
    id: 'component',
    says: 'With a component as second argument its map is meant.',
    source: page('wx.createMapContext'),
    wxml: '<x-own/>',
    json: { usingComponents: { 'x-own': 'x-own' } },
    files: {
      'x-own.json': '{ "component": true }',
      'x-own.wxml': '<map id="m" longitude="1" latitude="2" scale="9"></map>',
      'x-own.js': `Component({ lifetimes: { ready() { wx.createMapContext('m', this).getScale({ success: ({ scale }) => log(scale), fail: ({ errMsg }) => log(errMsg) }) } } })`,
    },
    covers: ['wx.createMapContext'],
    steps: [{ log: ['9'] }],
  },
]
