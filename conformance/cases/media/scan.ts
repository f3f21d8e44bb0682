import type { Case } from '../../case.ts'
import { barCodeBase64, qrBase64 } from '../../samples/files.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/api/device/scan/wx.scanCode.html'
const qr = { name: 'qr.png', type: 'image/png', base64: qrBase64 } as const
const bar = { name: 'bar.png', type: 'image/png', base64: barCodeBase64 } as const
const empty = {
  name: 'red.png',
  type: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
} as const

function scan(id: string, says: string, options: string, steps: Case['steps']): Case {
  return {
    id,
    says,
    source,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `Page({ go() { wx.scanCode({ ${options} success: (e) => log(e.errMsg, e.scanType, e.result, e.charSet, e.path === '' || e.path === undefined), fail: (e) => log(e.errMsg) }) } })`,
    phone: { granted: ['scope.camera'] },
    covers: ['wx.scanCode'],
    steps: [{ tap: '#go' }, ...steps],
  }
}

export const cases: readonly Case[] = [
  scan('qr-from-album', 'A QR code of a picture from the album is read.', '', [
    { chooseFiles: [qr], tapHost: '从相册选取' },
    { log: ['scanCode:ok QR_CODE https://banyan.example/q?n=1 utf-8 true'], withinMs: 15000 },
  ]),
  scan('bar-from-album', 'A bar code of a picture from the album is read.', '', [
    { chooseFiles: [bar], tapHost: '从相册选取' },
    { log: ['scanCode:ok EAN_13 6901234567892 utf-8 true'], withinMs: 15000 },
  ]),
  scan('type-matches', 'With scanType qrCode a QR code is read.', `scanType: ['qrCode'],`, [
    { chooseFiles: [qr], tapHost: '从相册选取' },
    { logMatches: ['^scanCode:ok QR_CODE'], withinMs: 15000 },
  ]),
  scan('type-excludes', 'With scanType qrCode a bar code counts as none.', `scanType: ['qrCode'],`, [
    { chooseFiles: [bar], tapHost: '从相册选取' },
    { host: true, has: '没有识别到', withinMs: 15000 },
    { tapHost: '关闭' },
    { log: ['scanCode:fail cancel'] },
  ]),
  scan('nothing-there', 'A picture without a code is no success; the user can choose again or leave.', '', [
    { chooseFiles: [empty], tapHost: '从相册选取' },
    { host: true, has: '没有识别到', withinMs: 15000 },
    { tapHost: '关闭' },
    { log: ['scanCode:fail cancel'] },
  ]),
  // The capsule has a button of the same name: it is the scanner's once the scanner is there.
  scan('cancel', 'Who closes the scanner has cancelled.', '', [
    { host: true, has: '从相册选取' },
    { tapHost: '关闭' },
    { log: ['scanCode:fail cancel'] },
  ]),
  {
    ...scan('only-from-camera', 'onlyFromCamera has no album.', 'onlyFromCamera: true,', [
      { host: true, has: '自动扫描' },
      { host: true, lacks: '从相册选取' },
      { tapHost: '关闭' },
      { log: ['scanCode:fail cancel'] },
    ]),
    except: { firefox: 'the driven browser has no camera', webkit: 'the driven browser has no camera' },
  },
  scan('invalid-type', 'A scanType that there is not fails.', `scanType: ['tea'],`, [
    { logMatches: ['^scanCode:fail'] },
  ]),
  {
    id: 'can-i-use',
    says: 'canIUse knows scanCode.',
    source,
    wxml: '<view/>',
    js: `Page({ onLoad() { log(wx.canIUse('scanCode')) } })`,
    covers: ['wx.scanCode'],
    steps: [{ log: ['true'] }],
  },
]
