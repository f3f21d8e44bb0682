import type { Case } from '../../case.ts'

const toast = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html'
const hideToast = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.hideToast.html'
const loading = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showLoading.html'
const hideLoading = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.hideLoading.html'

const go = '<view id="go" bindtap="go">go</view>'

/** A page whose only button runs this code. */
function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: go, js: `Page({ go() { ${code} } })` }
}

export const cases: readonly Case[] = [
  {
    id: 'shows-title-with-success-icon',
    says: 'showToast shows its title, with the icon success by default.',
    source: toast,
    covers: ['wx.showToast'],
    ...page(`wx.showToast({ title: '成功', duration: 5000, success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { toast: '成功', icon: 'success' }, { log: ['showToast:ok'] }],
  },
  {
    id: 'icon-error',
    says: 'The icon error shows the sign of a failure.',
    source: toast,
    ...page(`wx.showToast({ title: '失败', icon: 'error', duration: 5000 })`),
    steps: [{ tap: '#go' }, { toast: '失败', icon: 'error' }],
  },
  {
    id: 'icon-none',
    says: 'The icon none leaves the text alone.',
    source: toast,
    ...page(`wx.showToast({ title: '一段比较长的文字提示', icon: 'none', duration: 5000 })`),
    steps: [{ tap: '#go' }, { toast: '一段比较长的文字提示', icon: 'none' }],
  },
  {
    id: 'icon-loading',
    says: 'The icon loading shows that something is going on.',
    source: toast,
    ...page(`wx.showToast({ title: '加载', icon: 'loading', duration: 5000 })`),
    steps: [{ tap: '#go' }, { toast: '加载', icon: 'loading' }],
  },
  {
    id: 'image-before-icon',
    says: 'A picture of the app takes the place of the icon, whatever the icon says.',
    source: toast,
    ...page(`wx.showToast({ title: '图', image: '/img/red.png', icon: 'error', duration: 5000 })`),
    steps: [{ tap: '#go' }, { toast: '图', icon: 'image' }],
  },
  {
    id: 'default-duration',
    says: 'Without a duration the toast goes by itself after 1500 ms.',
    source: toast,
    ...page(`wx.showToast({ title: '短' })`),
    steps: [{ tap: '#go' }, { toast: '短' }, { toast: null, withinMs: 4000 }],
  },
  {
    id: 'given-duration',
    says: 'The duration says when the toast goes.',
    source: toast,
    ...page(`wx.showToast({ title: '长', duration: 4000 })`),
    steps: [{ tap: '#go' }, { toast: '长' }, { pause: 2200 }, { toast: '长' }, { toast: null, withinMs: 6000 }],
  },
  {
    id: 'later-one-replaces',
    says: 'A later toast takes the place of the one that is shown.',
    source: toast,
    ...page(`wx.showToast({ title: '一', duration: 9000 }); wx.showToast({ title: '二', duration: 9000 })`),
    steps: [{ tap: '#go' }, { toast: '二' }],
  },
  {
    id: 'mask-stops-taps',
    says: 'With mask no tap reaches the page while the toast is shown.',
    source: toast,
    wxml: `${go}<view id="under" bindtap="under">under</view>`,
    js: `Page({ go() { wx.showToast({ title: '遮', mask: true, duration: 1500, success: () => log('shown') }) }, under() { log('tapped') } })`,
    steps: [
      { tap: '#go' },
      { toast: '遮' },
      { log: ['shown'] },
      { toast: null, withinMs: 4000 },
      { tap: '#under' },
      { log: ['shown', 'tapped'] },
    ],
  },
  {
    id: 'title-must-be-a-text',
    says: 'A title that is no text fails with the words of the parameter check.',
    source: toast,
    ...page(
      `wx.showToast({ title: 5, fail: (r) => log('fail', r.errMsg), complete: (r) => log('complete', r.errMsg) })`,
    ),
    steps: [
      { tap: '#go' },
      {
        log: [
          'fail showToast:fail parameter error: parameter.title should be String instead of Number;',
          'complete showToast:fail parameter error: parameter.title should be String instead of Number;',
        ],
      },
    ],
  },
  {
    id: 'promise',
    says: 'Without callbacks showToast answers with a promise.',
    source: toast,
    ...page(`wx.showToast({ title: '诺', duration: 5000 }).then((r) => log(r.errMsg))`),
    steps: [{ tap: '#go' }, { log: ['showToast:ok'] }],
  },
  {
    id: 'hide-toast',
    says: 'hideToast takes the toast away.',
    source: hideToast,
    covers: ['wx.hideToast'],
    wxml: `${go}<view id="end" bindtap="end">end</view>`,
    js: `Page({ go() { wx.showToast({ title: '在', duration: 60000 }) }, end() { wx.hideToast({ success: (r) => log(r.errMsg) }) } })`,
    steps: [{ tap: '#go' }, { toast: '在' }, { tap: '#end' }, { toast: null }, { log: ['hideToast:ok'] }],
  },
  {
    id: 'hide-toast-no-conflict',
    says: 'hideToast with noConflict leaves a loading alone.',
    source: hideToast,
    ...page(`wx.showLoading({ title: '载' }); wx.hideToast({ noConflict: true, complete: () => log('hidden') })`),
    steps: [{ tap: '#go' }, { log: ['hidden'] }, { toast: '载', icon: 'loading' }],
  },
  {
    id: 'loading',
    says: 'showLoading shows its title until hideLoading.',
    source: loading,
    covers: ['wx.showLoading'],
    wxml: `${go}<view id="end" bindtap="end">end</view>`,
    js: `Page({
      go() { wx.showLoading({ title: '加载中', success: (r) => log(r.errMsg) }) },
      end() { wx.hideLoading({ success: (r) => log(r.errMsg) }) },
    })`,
    steps: [
      { tap: '#go' },
      { toast: '加载中', icon: 'loading' },
      { pause: 2000 },
      { toast: '加载中', icon: 'loading' },
      { tap: '#end' },
      { toast: null },
      { log: ['showLoading:ok', 'hideLoading:ok'] },
    ],
  },
  {
    id: 'loading-mixes-with-toast',
    says: 'Loading and toast are one place: hideLoading takes a toast away as well.',
    source: hideLoading,
    covers: ['wx.hideLoading'],
    ...page(`wx.showToast({ title: '混', duration: 60000 }); wx.hideLoading({ complete: () => log('hidden') })`),
    steps: [{ tap: '#go' }, { log: ['hidden'] }, { toast: null }],
  },
  {
    id: 'hide-loading-no-conflict',
    says: 'hideLoading with noConflict leaves a toast alone.',
    source: hideLoading,
    ...page(
      `wx.showToast({ title: '留', duration: 60000 }); wx.hideLoading({ noConflict: true, complete: () => log('hidden') })`,
    ),
    steps: [{ tap: '#go' }, { log: ['hidden'] }, { toast: '留', icon: 'success' }],
  },
  {
    id: 'loading-title-must-be-a-text',
    says: 'A title of a loading that is no text fails.',
    source: loading,
    ...page(`wx.showLoading({ title: {}, fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['showLoading:fail parameter error: parameter.title should be String instead of Object;'] },
    ],
  },
]
