import type { Case } from '../../case.ts'

const page = (name: string): string => `https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.${name}.html`

const short = (of: string, id: string, says: string, [code, ...steps]: [string, ...Case['steps']]): Case => ({
  id,
  says,
  source: page(of),
  wxml: '<view id="go" bindtap="go">go</view>',
  js: `Page({ go() { ${code} } })`,
  covers: [`wx.${of}`],
  steps: [{ tap: '#go' }, ...steps],
})

export const cases: readonly Case[] = [
  short('openLocation', 'open', 'openLocation shows the place with its name and address.', [
    "wx.openLocation({ latitude: 23.099994, longitude: 113.32452, name: 'T.I.T', address: '397', success: ({ errMsg }) => log(errMsg) })",
    { log: ['openLocation:ok'] },
    { host: true, has: 'T.I.T' },
    { host: true, has: '397' },
  ]),
  short('openLocation', 'open-parameter', 'openLocation asks for numbers.', [
    "wx.openLocation({ latitude: '23', longitude: 113, fail: ({ errMsg }) => log(errMsg) })",
    { log: ['openLocation:fail parameter error: parameter.latitude should be Number instead of String;'] },
  ]),
  short('chooseLocation', 'choose', 'chooseLocation gives the place that the user has chosen.', [
    'wx.chooseLocation({ latitude: 23.1, longitude: 113.3, success: ({ latitude, longitude, name, address, errMsg }) => log(latitude.toFixed(3), longitude.toFixed(3), name, typeof address, errMsg) })',
    { host: true, has: '选择位置' },
    { typeHost: '店' },
    { tapHost: '确定' },
    { log: ['23.100 113.300 店 string chooseLocation:ok'] },
  ]),
  short('chooseLocation', 'cancel', 'Going back is a failure of chooseLocation.', [
    'wx.chooseLocation({ latitude: 23.1, longitude: 113.3, fail: ({ errMsg }) => log(errMsg) })',
    { tapHost: '返回' },
    { log: ['chooseLocation:fail cancel'] },
  ]),
]
