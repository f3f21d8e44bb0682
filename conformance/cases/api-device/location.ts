import type { Case } from '../../case.ts'

const page = (name: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.${name}.html`
const wxml = '<view id="go" bindtap="go">go</view>'
const phone = {
  geolocation: { latitude: 39.9087, longitude: 116.3975, accuracy: 20 },
  granted: ['scope.userLocation', 'scope.userFuzzyLocation', 'scope.userLocationBackground'],
}

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `Page({ go() { ${code} } })`,
  phone,
  steps: [{ tap: '#go' }, { log }],
})

export const cases: readonly Case[] = [
  short(
    'wgs84',
    'getLocation answers in WGS-84 unless it is asked otherwise, with accuracy and speed.',
    'getLocation',
    [
      'wx.getLocation({ success: (place) => log(place.latitude, place.longitude, place.accuracy, typeof place.speed, place.errMsg) })',
      '39.9087 116.3975 20 number getLocation:ok',
    ],
  ),
  short('gcj02', 'With the type gcj02 the coordinates are those of Chinese maps.', 'getLocation', [
    "wx.getLocation({ type: 'gcj02', success: ({ latitude, longitude }) => log(latitude.toFixed(3), longitude.toFixed(3)) })",
    '39.910 116.404',
  ]),
  short('type-is-wrong', 'A type that is neither wgs84 nor gcj02 fails.', 'getLocation', [
    "wx.getLocation({ type: 'bd09', fail: ({ errMsg }) => log(errMsg.startsWith('getLocation:fail')) })",
    'true',
  ]),
  short('promise', 'Without callbacks getLocation returns a promise.', 'getLocation', [
    'wx.getLocation({ isHighAccuracy: true }).then(({ horizontalAccuracy }) => log(horizontalAccuracy))',
    '20',
  ]),
  short('fuzzy', 'getFuzzyLocation answers roughly, with latitude and longitude only.', 'getFuzzyLocation', [
    'wx.getFuzzyLocation({ success: (place) => log(place.latitude, place.longitude, place.accuracy) })',
    '39.91 116.4 undefined',
  ]),
  short('updates', 'After startLocationUpdate listeners hear of places, by default in GCJ-02.', 'onLocationChange', [
    'wx.onLocationChange(({ latitude }) => { log(latitude.toFixed(3)); wx.offLocationChange(); wx.stopLocationUpdate({ success: ({ errMsg }) => log(errMsg) }) }); wx.startLocationUpdate()',
    '39.910',
    'stopLocationUpdate:ok',
  ]),
  short('updates-wgs84', 'startLocationUpdate takes the type of the coordinates.', 'startLocationUpdate', [
    "wx.onLocationChange(({ latitude }) => { log(latitude); wx.offLocationChange() }); wx.startLocationUpdate({ type: 'wgs84', fail: log })",
    '39.9087',
  ]),
  short('background', 'startLocationUpdateBackground starts the same updates.', 'startLocationUpdateBackground', [
    'wx.startLocationUpdateBackground({ success: ({ errMsg }) => log(errMsg) })',
    'startLocationUpdateBackground:ok',
  ]),
  {
    id: 'denied',
    says: 'When the user refuses, getLocation fails with auth deny.',
    source: page('getLocation'),
    wxml,
    js: 'Page({ go() { wx.getLocation({ fail: ({ errMsg, errno }) => log(errMsg, errno) }) } })',
    steps: [{ tap: '#go' }, { tapHost: '拒绝' }, { log: ['getLocation:fail auth deny 103'] }],
  },
]
