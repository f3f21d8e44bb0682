import type { Case } from '../../case.ts'

const message =
  'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onShareAppMessage-Object-object'
const menu = 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.showShareMenu.html'
const hide = 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.hideShareMenu.html'
const button = 'https://developers.weixin.qq.com/miniprogram/dev/component/button.html'

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: '<view id="go" bindtap="go">go</view>', js: `Page({ go() { ${code} } })` }
}

const sharing = (handler: string) => ({
  wxml: '<button id="share" open-type="share" data-n="{{7}}">转发</button>',
  js: `Page({ ${handler} })`,
})

export const cases: readonly Case[] = [
  {
    id: 'button-shares',
    says: 'A button share calls onShareAppMessage with the button as its target, and shows what it gives.',
    source: button,
    covers: ['button.open-type.share', 'Page.onShareAppMessage'],
    ...sharing(
      `onShareAppMessage(o) { log(o.from, o.target.id, o.target.dataset); return { title: '看这里', path: '/index?a=1' } }`,
    ),
    steps: [{ tap: '#share' }, { log: ['button share {"n":7}'] }, { host: true, has: '看这里' }, { tapHost: '取消' }],
  },
  {
    id: 'menu-shares',
    says: 'The entry of the capsule menu calls onShareAppMessage from the menu, without a target.',
    source: message,
    ...sharing(`onShareAppMessage(o) { log(o.from, typeof o.target); return { title: '菜单里' } }`),
    steps: [
      { tapCapsule: 'menu' },
      { tapHost: '转发' },
      { log: ['menu undefined'] },
      { host: true, has: '菜单里' },
      { tapHost: '取消' },
    ],
  },
  {
    id: 'favorites',
    says: 'The entry for favourites in the capsule menu calls onAddToFavorites, and shows the title that it gives.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onAddToFavorites-Object-object',
    covers: ['Page.onAddToFavorites'],
    ...sharing(`onAddToFavorites(o) { log('kept', o); return { title: '留着看', query: 'a=1' } }`),
    steps: [
      { tapCapsule: 'menu' },
      { tapHost: '收藏' },
      { log: ['kept {}'] },
      { host: true, has: '留着看' },
      { tapHost: '取消' },
    ],
  },
  {
    id: 'default-card',
    says: 'A page without onShareAppMessage is shared under the name of the app.',
    source: message,
    ...sharing(''),
    steps: [{ tap: '#share' }, { host: true, has: '复制链接' }, { tapHost: '取消' }],
  },
  {
    id: 'promise-in-the-card',
    says: 'A promise in the answer decides when it is there within three seconds.',
    source: message,
    ...sharing(`onShareAppMessage() {
      return { title: '先', promise: new Promise((r) => setTimeout(() => r({ title: '后来的' }), 300)) }
    }`),
    steps: [{ tap: '#share' }, { host: true, has: '后来的' }, { tapHost: '取消' }],
  },
  {
    id: 'late-promise',
    says: 'After three seconds the first answer counts.',
    source: message,
    ...sharing(`onShareAppMessage() { return { title: '先的', promise: new Promise(() => {}) } }`),
    steps: [{ tap: '#share' }, { host: true, has: '先的', withinMs: 8000 }, { tapHost: '取消' }],
  },
  {
    id: 'qr-code',
    says: 'The card can be shown as a code to scan.',
    source: message,
    ...sharing(`onShareAppMessage() { return { title: '码' } }`),
    steps: [{ tap: '#share' }, { tapHost: '二维码' }, { host: true, has: '扫码打开小程序' }, { tapHost: '关闭' }],
  },
  {
    id: 'hide-menu',
    says: 'hideShareMenu takes the entry out of the menu of this page, showShareMenu brings it back.',
    source: hide,
    covers: ['wx.hideShareMenu'],
    ...page(`wx.hideShareMenu({ success: (r) => log(r.errMsg) })`),
    steps: [
      { tapCapsule: 'menu' },
      { host: true, has: '转发' },
      { tapHost: '取消' },
      { tap: '#go' },
      { log: ['hideShareMenu:ok'] },
      { tapCapsule: 'menu' },
      { host: true, has: '复制链接' },
      { host: true, lacks: '转发' },
      { tapHost: '取消' },
    ],
  },
  {
    id: 'timeline-in-the-menu',
    says: 'showShareMenu with shareTimeline adds the entry for moments, which asks onShareTimeline.',
    source: menu,
    covers: ['wx.showShareMenu', 'Page.onShareTimeline'],
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({
      go() { wx.showShareMenu({ withShareTicket: true, menus: ['shareAppMessage', 'shareTimeline'], success: (r) => log(r.errMsg) }) },
      onShareTimeline() { log('timeline'); return { title: '朋友圈的标题', query: 'b=2' } },
    })`,
    steps: [
      { tap: '#go' },
      { log: ['showShareMenu:ok'] },
      { tapCapsule: 'menu' },
      { tapHost: '分享到朋友圈' },
      { host: true, has: '朋友圈的标题' },
      { log: ['showShareMenu:ok', 'timeline'] },
      { tapHost: '取消' },
    ],
  },
  {
    id: 'update-menu',
    says: 'updateShareMenu is accepted.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.updateShareMenu.html',
    covers: ['wx.updateShareMenu'],
    ...page(`wx.updateShareMenu({ withShareTicket: true, success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['updateShareMenu:ok'] }],
  },
  {
    id: 'copy-url',
    says: 'onCopyUrl hears that the link is copied and may give the query.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.onCopyUrl.html',
    covers: ['wx.onCopyUrl', 'wx.offCopyUrl'],
    ...page(`wx.onCopyUrl(() => { log('copied'); return { query: 'from=copy' } }); log('on')`),
    steps: [
      { tap: '#go' },
      { log: ['on'] },
      { tapCapsule: 'menu' },
      { tapHost: '复制链接' },
      { log: ['on', 'copied'] },
    ],
  },
  {
    id: 'off-copy-url',
    says: 'offCopyUrl ends it.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.offCopyUrl.html',
    ...page(`const heard = () => log('copied'); wx.onCopyUrl(heard); wx.offCopyUrl(heard); log('off')`),
    steps: [{ tap: '#go' }, { tapCapsule: 'menu' }, { tapHost: '复制链接' }, { pause: 600 }, { log: ['off'] }],
  },
  {
    id: 'share-image-menu',
    says: 'showShareImageMenu hands a picture to the user; who closes the menu cancels.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.showShareImageMenu.html',
    covers: ['wx.showShareImageMenu'],
    ...page(`wx.showShareImageMenu({ path: '/img/red.png', fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { host: true, has: 'red.png' },
      { tapHost: '取消' },
      { log: ['showShareImageMenu:fail cancel'] },
    ],
  },
  {
    id: 'share-image-menu-saves',
    says: 'The picture can be saved.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.showShareImageMenu.html',
    ...page(`wx.showShareImageMenu({ path: '/img/red.png', success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { tapHost: '保存图片' }, { log: ['showShareImageMenu:ok'] }],
  },
  {
    id: 'share-file',
    says: 'shareFileMessage hands out a file of the app under its name.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html',
    covers: ['wx.shareFileMessage'],
    ...page(`wx.shareFileMessage({ filePath: '/img/blue.png', fileName: '报告.png', success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { host: true, has: '报告.png' }, { tapHost: '保存文件' }, { log: ['shareFileMessage:ok'] }],
  },
  {
    id: 'share-missing-file',
    says: 'A file that is not there cannot be shared.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html',
    ...page(`wx.shareFileMessage({ filePath: '/img/none.png', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['shareFileMessage:fail file not found'] }],
  },
  {
    id: 'share-file-parameters',
    says: 'The path is required.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html',
    ...page(`wx.shareFileMessage({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['shareFileMessage:fail parameter error: parameter.filePath should be String instead of Undefined;'] },
    ],
  },
  {
    id: 'get-share-info',
    says: 'getShareInfo fails softly where there are no chats.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.getShareInfo.html',
    covers: ['wx.getShareInfo'],
    ...page(`log(wx.canIUse('getShareInfo')); wx.getShareInfo({ shareTicket: 'x', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['false', 'getShareInfo:fail not supported'] }],
  },
]
