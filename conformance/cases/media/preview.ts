import type { Case } from '../../case.ts'
import { filmBase64 } from '../../samples/files.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.previewImage.html'
const three = `['/img/red.png', '/img/blue.png', '$PNG']`

function preview(id: string, says: string, options: string, steps: Case['steps'], name = 'previewImage'): Case {
  return {
    id,
    says,
    source,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `const root = wx.env.USER_DATA_PATH
Page({ go() { wx.getFileSystemManager().writeFileSync(root + '/film.webm', '${filmBase64}', 'base64'); wx.${name}({ ${options} success: (e) => log(e.errMsg), fail: (e) => log(e.errMsg) }) } })`,
    covers: [`wx.${name}`],
    steps: [{ tap: '#go' }, ...steps],
  }
}

export const cases: readonly Case[] = [
  preview('opens-first', 'The first picture is shown without current.', `urls: ${three},`, [
    { log: ['previewImage:ok'] },
    { host: true, has: '1 / 3' },
  ]),
  preview(
    'current-url',
    'current names the picture that is shown first.',
    `urls: ${three}, current: '/img/blue.png',`,
    [{ host: true, has: '2 / 3' }],
  ),
  preview('current-index', 'current may be a place in the list.', `urls: ${three}, current: 2,`, [
    { host: true, has: '3 / 3' },
  ]),
  preview(
    'current-unknown',
    'A current that is not among them means the first.',
    `urls: ${three}, current: '/x.png',`,
    [{ host: true, has: '1 / 3' }],
  ),
  preview('swipe', 'A stroke to the left shows the next picture.', `urls: ${three},`, [
    { host: true, has: '1 / 3' },
    { swipe: 'page', by: [-200, 0], from: [300, 300] },
    { host: true, has: '2 / 3' },
    { swipe: 'page', by: [200, 0], from: [100, 200] },
    { host: true, has: '1 / 3' },
  ]),
  preview('ends', 'Before the first there is nothing.', `urls: ${three},`, [
    { host: true, has: '1 / 3' },
    { swipe: 'page', by: [200, 0], from: [100, 200] },
    { pause: 300 },
    { host: true, has: '1 / 3' },
  ]),
  preview('keyboard', 'Arrows go on and back, Escape closes.', `urls: ${three},`, [
    { host: true, has: '1 / 3' },
    { key: 'ArrowRight' },
    { host: true, has: '2 / 3' },
    { key: 'Escape' },
    { host: true, lacks: '/ 3' },
  ]),
  preview('tap-closes', 'A tap closes the preview.', `urls: ${three},`, [
    { host: true, has: '1 / 3' },
    { tap: 'page', at: ['50%', '50%'] },
    { host: true, lacks: '/ 3' },
  ]),
  preview('long-press-menu', 'A long press has a menu.', `urls: ${three},`, [
    { host: true, has: '1 / 3' },
    { longpress: 'page', at: ['50%', '50%'], ms: 900 },
    { actionSheet: ['保存图片', '识别图中的码'] },
  ]),
  preview('no-menu', 'showmenu false has none.', `urls: ${three}, showmenu: false,`, [
    { host: true, has: '1 / 3' },
    { longpress: 'page', at: ['50%', '50%'], ms: 900 },
    { pause: 200 },
    { actionSheet: null },
  ]),
  preview('empty', 'An empty list fails.', 'urls: [],', [{ logMatches: ['^previewImage:fail'] }]),
  preview('parameter', 'A list is needed, and nothing else will do.', `urls: 'x',`, [
    { logMatches: ['^previewImage:fail parameter error'] },
  ]),
  preview(
    'media',
    'previewMedia shows pictures and films.',
    `sources: [{ url: '/img/red.png' }, { url: root + '/film.webm', type: 'video' }], current: 1,`,
    [{ log: ['previewMedia:ok'] }, { host: true, has: '2 / 2' }],
    'previewMedia',
  ),
  preview(
    'media-parameter',
    'previewMedia needs sources, a list.',
    '',
    [{ logMatches: ['^previewMedia:fail parameter error'] }],
    'previewMedia',
  ),
  {
    id: 'image-menu',
    says: 'A long press on an image with show-menu-by-longpress has a menu.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/image.html',
    wxml: '<image id="i" src="/img/red.png" show-menu-by-longpress bindload="loaded" style="width:200px;height:100px"/>',
    js: `Page({ loaded() { log('loaded') } })`,
    covers: ['image'],
    steps: [{ log: ['loaded'] }, { longpress: '#i', ms: 900 }, { actionSheet: ['保存图片', '识别图中的码'] }],
  },
  {
    id: 'image-no-menu',
    says: 'Without show-menu-by-longpress a long press has none.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/image.html',
    wxml: '<image id="i" src="/img/red.png" bindload="loaded" style="width:200px;height:100px"/>',
    js: `Page({ loaded() { log('loaded') } })`,
    covers: ['image'],
    steps: [{ log: ['loaded'] }, { longpress: '#i', ms: 900 }, { pause: 200 }, { actionSheet: null }],
  },
]
