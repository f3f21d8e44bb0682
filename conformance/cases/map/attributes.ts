import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/map.html'
const place = 'longitude="113.32452" latitude="23.099994"'
const map = (attributes: string, inside = ''): string =>
  `<map id="m" style="width: 300px; height: 200px" ${place} ${attributes}>${inside}</map>`
const centre = '{ id: 1, longitude: 113.32452, latitude: 23.099994 }'

interface Short {
  id: string
  says: string
  wxml: string
  data?: string
  methods?: string
  steps: Case['steps']
}

const short = ({ id, says, wxml, data = '', methods = '', steps }: Short): Case => ({
  id,
  says,
  source,
  wxml,
  js: `Page({ data: { ${data} }, tell(e) { log(e.type, e.detail) }, ${methods} })`,
  covers: ['map'],
  steps,
})
const marker = (fields: string): string => `markers: [{ ${centre.slice(2, -2)}, ${fields} }]`
const drawn = 'html:canvas.wx-map-drawing'
const icon = 'html:div.wx-map-marker-icon'

export const cases: readonly Case[] = [
  short({
    id: 'default-size',
    says: 'Without a style a map is 300 px wide and 150 px high.',
    wxml: `<map id="m" ${place}></map>`,
    steps: [{ rect: '#m', width: 300, height: 150 }],
  }),
  short({
    id: 'marker',
    says: 'A marker stands with the middle of its bottom at its place.',
    wxml: map('markers="{{markers}}"'),
    data: marker("iconPath: '/img/red.png', width: 20, height: 30"),
    steps: [{ rect: icon, width: 20, height: 30, left: 140, top: 70, of: '#m' }],
  }),
  short({
    id: 'marker-anchor',
    says: 'anchor says which point of the icon stands at the place.',
    wxml: map('markers="{{markers}}"'),
    data: marker('width: 20, height: 30, anchor: { x: 0, y: 0 }'),
    steps: [{ rect: icon, left: 150, top: 100, of: '#m' }],
  }),
  short({
    id: 'marker-natural-size',
    says: 'Without width and height a marker is as large as its picture.',
    wxml: map('markers="{{markers}}"'),
    data: marker("iconPath: '/img/red.png'"),
    steps: [{ rect: icon, width: 20, height: 10 }],
  }),
  short({
    id: 'marker-alpha',
    says: 'alpha makes a marker transparent.',
    wxml: map('markers="{{markers}}"'),
    data: marker('alpha: 0.5'),
    steps: [{ style: icon, name: 'opacity', is: '0.5' }],
  }),
  short({
    id: 'marker-rotate',
    says: 'rotate turns a marker clockwise.',
    wxml: map('markers="{{markers}}"'),
    data: marker('width: 20, height: 40, anchor: { x: 0.5, y: 0.5 }, rotate: 90'),
    steps: [{ rect: icon, width: 40, height: 20, left: 130, top: 90, of: '#m' }],
  }),
  short({
    id: 'marker-label-for-all',
    says: 'The aria-label of a marker is what a screen reader says.',
    wxml: map('markers="{{markers}}"'),
    data: marker("'aria-label': 'Shop'"),
    steps: [
      { attr: icon, name: 'aria-label', is: 'Shop' },
      { attr: icon, name: 'role', is: 'button' },
    ],
  }),
  short({
    id: 'markertap',
    says: 'A tap on a marker is told with its markerId.',
    wxml: map('markers="{{markers}}" bindmarkertap="tell"'),
    data: marker('width: 40, height: 40'),
    steps: [{ tap: icon }, { log: ['markertap {"markerId":1}'] }],
  }),
  short({
    id: 'marker-not-tap',
    says: 'A tap on a marker is no tap on the map.',
    wxml: map('markers="{{markers}}" bindmarkertap="tell" bindtap="tell"'),
    data: marker('width: 40, height: 40'),
    steps: [{ tap: icon }, { pause: 200 }, { log: ['markertap {"markerId":1}'] }],
  }),
  short({
    id: 'markers-change',
    says: 'New markers replace the old ones.',
    wxml: map('markers="{{markers}}"') + '<view id="go" bindtap="go">go</view>',
    data: marker('width: 20, height: 20'),
    methods: 'go() { this.setData({ markers: [] }) }',
    steps: [{ count: icon, is: 1 }, { tap: '#go' }, { count: icon, is: 0 }],
  }),
  short({
    id: 'callout-always',
    says: 'A callout with display ALWAYS is there without a tap.',
    wxml: map('markers="{{markers}}"'),
    data: marker(
      "callout: { content: 'Hello', display: 'ALWAYS', color: '#ff0000', bgColor: '#00ff00', padding: 10, fontSize: 20 }",
    ),
    steps: [
      { text: 'html:div.wx-map-callout', is: 'Hello' },
      { style: 'html:div.wx-map-callout', name: 'color', is: '#ff0000' },
      { style: 'html:div.wx-map-callout', name: 'background-color', is: '#00ff00' },
      { style: 'html:div.wx-map-callout', name: 'padding-left', is: 10 },
      { style: 'html:div.wx-map-callout', name: 'font-size', is: 20 },
    ],
  }),
  short({
    id: 'callout-by-click',
    says: 'A callout with display BYCLICK comes with a tap on the marker and goes with a tap elsewhere.',
    wxml: map('markers="{{markers}}"'),
    data: marker("width: 30, height: 30, callout: { content: 'Hello', display: 'BYCLICK' }"),
    steps: [
      { missing: 'html:div.wx-map-callout' },
      { tap: icon },
      { text: 'html:div.wx-map-callout', is: 'Hello' },
      { tap: '#m', at: [20, 180] },
      { missing: 'html:div.wx-map-callout' },
    ],
  }),
  short({
    id: 'title',
    says: 'A marker without a callout shows its title when it is tapped.',
    wxml: map('markers="{{markers}}"'),
    data: marker("title: 'Shop', width: 30, height: 30"),
    steps: [{ tap: icon }, { text: 'html:div.wx-map-callout', is: 'Shop' }],
  }),
  short({
    id: 'polyline',
    says: 'A polyline is drawn through its points, in its colour and width.',
    wxml: map('polyline="{{lines}}"'),
    data: "lines: [{ points: [{ longitude: 113.3225, latitude: 23.099994 }, { longitude: 113.3265, latitude: 23.099994 }], color: '#ff0000', width: 12 }]",
    steps: [
      { pixel: drawn, at: [150, 100], is: '#ff0000' },
      { pixel: drawn, at: [120, 104], is: '#ff0000' },
    ],
  }),
  short({
    id: 'polyline-border',
    says: 'borderWidth and borderColor draw an edge on both sides of a polyline.',
    wxml: map('polyline="{{lines}}"'),
    data: "lines: [{ points: [{ longitude: 113.3225, latitude: 23.099994 }, { longitude: 113.3265, latitude: 23.099994 }], color: '#ff0000', width: 8, borderColor: '#0000ff', borderWidth: 6 }]",
    steps: [
      { pixel: drawn, at: [150, 100], is: '#ff0000' },
      { pixel: drawn, at: [150, 107], is: '#0000ff' },
      { pixel: drawn, at: [150, 93], is: '#0000ff' },
    ],
  }),
  short({
    id: 'polyline-color-list',
    says: 'colorList gives each part of a polyline a colour of its own.',
    wxml: map('polyline="{{lines}}"'),
    data: "lines: [{ points: [{ longitude: 113.3225, latitude: 23.099994 }, { longitude: 113.32452, latitude: 23.099994 }, { longitude: 113.3265, latitude: 23.099994 }], colorList: ['#ff0000', '#00ff00'], width: 12 }]",
    steps: [
      { pixel: drawn, at: [130, 100], is: '#ff0000' },
      { pixel: drawn, at: [170, 100], is: '#00ff00' },
    ],
  }),
  short({
    id: 'polyline-changes',
    says: 'New polylines replace the old ones.',
    wxml: map('polyline="{{lines}}"') + '<view id="go" bindtap="go">go</view>',
    data: "lines: [{ points: [{ longitude: 113.3225, latitude: 23.099994 }, { longitude: 113.3265, latitude: 23.099994 }], color: '#ff0000', width: 12 }]",
    methods: "go() { this.setData({ 'lines[0].color': '#0000ff' }) }",
    steps: [
      { pixel: drawn, at: [150, 100], is: '#ff0000' },
      { tap: '#go' },
      { pixel: drawn, at: [150, 100], is: '#0000ff' },
    ],
  }),
  short({
    id: 'polygon',
    says: 'A polygon is filled with fillColor, and its edge is drawn in strokeColor.',
    wxml: map('polygons="{{areas}}"'),
    data: "areas: [{ points: [{ longitude: 113.3235, latitude: 23.1010 }, { longitude: 113.3255, latitude: 23.1010 }, { longitude: 113.3255, latitude: 23.099 }, { longitude: 113.3235, latitude: 23.099 }], fillColor: '#00ff00', strokeColor: '#0000ff', strokeWidth: 8 }]",
    steps: [
      { pixel: drawn, at: [150, 100], is: '#00ff00' },
      { pixel: drawn, at: [102.5, 100], is: '#0000ff' },
    ],
  }),
  short({
    id: 'polygon-z-index',
    says: 'Of two polygons the one with the higher zIndex lies on top.',
    wxml: map('polygons="{{areas}}"'),
    data: `areas: [[2, '#ff0000'], [1, '#00ff00']].map(([zIndex, fillColor]) => ({ zIndex, fillColor, points: [{ longitude: 113.3235, latitude: 23.1010 }, { longitude: 113.3255, latitude: 23.1010 }, { longitude: 113.3255, latitude: 23.099 }, { longitude: 113.3235, latitude: 23.099 }] }))`,
    steps: [{ pixel: drawn, at: [150, 100], is: '#ff0000' }],
  }),
  short({
    id: 'circle',
    says: 'A circle has its radius in metres, a filled area and an edge.',
    wxml: map('circles="{{rounds}}"'),
    data: "rounds: [{ longitude: 113.32452, latitude: 23.099994, radius: 110, fillColor: '#00ff00', color: '#0000ff', strokeWidth: 10 }]",
    steps: [
      { pixel: drawn, at: [150, 100], is: '#00ff00' },
      { pixel: drawn, at: [190, 100], is: '#00ff00' },
      { pixel: drawn, at: [200, 100], is: '#0000ff' },
      { pixel: drawn, at: [150, 50], is: '#0000ff' },
    ],
  }),
  short({
    id: 'callouttap',
    says: 'A tap on a callout is told by callouttap.',
    wxml: map('markers="{{markers}}" bindcallouttap="tell" bindmarkertap="tell"'),
    data: marker("callout: { content: 'Hello', display: 'ALWAYS', padding: 10 }"),
    steps: [{ tap: 'html:div.wx-map-callout' }, { log: ['callouttap {"markerId":1}'] }],
  }),
  short({
    id: 'label',
    says: 'A label stands at the place of its marker, moved by anchorX and anchorY.',
    wxml: map('markers="{{markers}}" bindlabeltap="tell"'),
    data: marker("label: { content: 'L', anchorX: 10, anchorY: 20, bgColor: '#ffff00', padding: 8 }"),
    steps: [
      { rect: 'html:div.wx-map-label', left: 160, top: 120, of: '#m' },
      { style: 'html:div.wx-map-label', name: 'background-color', is: '#ffff00' },
      { tap: 'html:div.wx-map-label' },
      { log: ['labeltap {"markerId":1}'] },
    ],
  }),
  short({
    id: 'custom-callout',
    says: 'A customCallout is the cover-view of the slot callout with the marker-id.',
    wxml: map(
      'markers="{{markers}}" bindcallouttap="tell"',
      '<cover-view slot="callout"><cover-view id="own" marker-id="1" style="position: absolute; width: 80px; height: 20px">own</cover-view></cover-view>',
    ),
    data: marker("width: 20, height: 30, customCallout: { display: 'ALWAYS', anchorX: 0, anchorY: 0 }"),
    steps: [{ rect: '#own', left: 110, top: 50, of: '#m' }, { tap: '#own' }, { log: ['callouttap {"markerId":1}'] }],
  }),
  short({
    id: 'controls',
    says: 'A control stands fixed at its position, and tells when it is tapped if it is clickable.',
    wxml: map('controls="{{controls}}" bindcontroltap="tell"'),
    data: "controls: [{ id: 7, position: { left: 10, top: 20, width: 30, height: 40 }, iconPath: '/img/red.png', clickable: true }]",
    steps: [
      { rect: 'html:div.wx-map-control', left: 10, top: 20, width: 30, height: 40, of: '#m' },
      { tap: 'html:div.wx-map-control' },
      { log: ['controltap {"controlId":7}'] },
    ],
  }),
  short({
    id: 'tap',
    says: 'A tap on the map is told with the place that was tapped.',
    wxml: map('bindtap="tapped" bindupdated="ready"'),
    methods:
      'ready() { log("ready") }, tapped(e) { log(e.type, e.detail.longitude.toFixed(4), e.detail.latitude.toFixed(4)) }',
    steps: [{ logHas: ['ready'] }, { tap: '#m' }, { logHas: ['tap 113.3245 23.1000'] }],
  }),
  short({
    id: 'updated',
    says: 'updated is told when the map has been drawn.',
    wxml: map('bindupdated="tell"'),
    steps: [{ logMatches: ['^updated'] }],
  }),
  short({
    id: 'regionchange-drag',
    says: 'A drag is told as begin by a gesture and end by drag, with the new centre.',
    wxml: map('bindregionchange="moved" bindupdated="ready"'),
    methods: `ready() { log('ready') }, moved(e) { log(e.type, e.causedBy, e.type === 'end' ? e.detail.centerLocation.longitude < 113.32452 : '') }`,
    steps: [
      { logHas: ['ready'] },
      { clearLog: true },
      { drag: '#m', by: [60, 0] },
      { log: ['begin gesture ', 'end drag true'] },
    ],
  }),
  short({
    id: 'regionchange-scale',
    says: 'Two fingers that spread are told as end by scale, with a larger scale.',
    wxml: map('scale="14" bindregionchange="moved" bindupdated="ready" bindtap="tapped"'),
    methods: `ready() { log('ready') }, tapped() { log('tapped') }, moved(e) { if (e.type === 'end') log(e.causedBy, e.detail.scale > 14.5) }`,
    steps: [
      { logHas: ['ready'] },
      { clearLog: true },
      {
        touch: '#m',
        paths: [
          [
            [140, 100],
            [60, 100],
          ],
          [
            [160, 100],
            [240, 100],
          ],
        ],
      },
      { log: ['scale true'] },
    ],
  }),
  short({
    id: 'enable-scroll',
    says: 'With enable-scroll false the map does not follow a finger.',
    wxml: map('enable-scroll="{{false}}" bindregionchange="moved" bindupdated="ready"'),
    methods: "ready() { log('ready') }, moved(e) { log('moved') }",
    steps: [{ logHas: ['ready'] }, { drag: '#m', by: [60, 0] }, { pause: 300 }, { logLacks: 'moved' }],
  }),
  short({
    id: 'longitude-changes',
    says: 'A new longitude moves the map, told as caused by update.',
    wxml: `<map id="m" style="width: 300px; height: 200px" longitude="{{longitude}}" latitude="23.1" bindregionchange="moved" bindupdated="ready"></map><view id="go" bindtap="go">go</view>`,
    data: 'longitude: 113',
    methods: `ready() { log('ready') }, go() { this.setData({ longitude: 114 }) }, moved(e) { if (e.type === 'end') log(e.causedBy, Math.round(e.detail.centerLocation.longitude)) }`,
    steps: [{ logHas: ['ready'] }, { clearLog: true }, { tap: '#go' }, { logHas: ['update 114'] }],
  }),
  short({
    id: 'include-points',
    says: 'include-points shows all points.',
    wxml: map('include-points="{{points}}" markers="{{points}}"'),
    data: 'points: [{ id: 1, longitude: 110, latitude: 20 }, { id: 2, longitude: 115, latitude: 25 }]',
    steps: [
      { count: icon, is: 2 },
      { rect: 'html:div.wx-map-marker', top: 200, of: '#m', tolerance: 2 },
    ],
  }),
  short({
    id: 'scale-range',
    says: 'The scale stays between min-scale and max-scale.',
    wxml: map('scale="18" min-scale="5" max-scale="12" bindupdated="ready"'),
    methods: "ready() { wx.createMapContext('m').getScale({ success: ({ scale }) => log(scale) }) }",
    steps: [{ logHas: ['12'] }],
  }),
  short({
    id: 'show-scale',
    says: 'show-scale shows a bar of a round length.',
    wxml: map('scale="16" show-scale'),
    steps: [{ visible: 'html:div.wx-map-scale' }, { text: 'html:div.wx-map-scale', matches: '^[125]0* k?m$' }],
  }),
  short({
    id: 'show-compass',
    says: 'show-compass shows a compass when the map is turned, and a tap on it turns the map back.',
    wxml: map('rotate="45" show-compass bindregionchange="moved"'),
    methods: `moved(e) { if (e.type === 'end') log(Math.round(e.detail.rotate) % 360) }`,
    steps: [
      { visible: 'html:div.wx-map-compass' },
      { tap: 'html:div.wx-map-compass' },
      { logHas: ['0'] },
      { hidden: 'html:div.wx-map-compass' },
    ],
  }),
  short({
    id: 'keyboard',
    says: 'The map can be moved and scaled by keys.',
    wxml: map('scale="14" bindregionchange="moved" bindupdated="ready" bindtap="tapped"'),
    methods: `ready() { log('ready') }, tapped() { log('tapped') }, moved(e) { if (e.type === 'end') log(e.detail.centerLocation.longitude > 113.3246, e.detail.scale) }`,
    steps: [
      { logHas: ['ready'] },
      { clearLog: true },
      { tap: '#m', at: [20, 180] },
      { logHas: ['tapped'] },
      { clearLog: true },
      { key: 'ArrowRight' },
      { logHas: ['true 14'] },
      { key: '+' },
      { logHas: ['true 15'] },
    ],
  }),
  short({
    id: 'cover-view',
    says: 'A cover-view inside a map lies above it and takes its taps.',
    wxml: map(
      'bindtap="tell"',
      '<cover-view id="over" bindtap="over" style="position: absolute; left: 10px; top: 10px">over</cover-view>',
    ),
    methods: "over() { log('over') }",
    steps: [{ onTop: '#over' }, { tap: '#over' }, { logHas: ['over'] }],
  }),
  {
    id: 'show-location',
    says: 'show-location shows where the user is.',
    source,
    wxml: map('show-location'),
    phone: {
      // GCJ-02 of the app's place is where WGS-84 of the device is, moved by some hundred metres.
      geolocation: { latitude: 23.1026, longitude: 113.3191, accuracy: 10 },
      granted: ['scope.userLocation'],
    },
    covers: ['map'],
    steps: [
      { visible: 'html:div.wx-map-user' },
      { rect: 'html:div.wx-map-user', left: 141, top: 91, of: '#m', tolerance: 20 },
    ],
  },
]
