import type { Case } from '../../case.ts'

const doc = (path: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/ui/${path}.html`
const title = doc('navigation-bar/wx.setNavigationBarTitle')
const color = doc('navigation-bar/wx.setNavigationBarColor')
const badge = doc('tab-bar/wx.setTabBarBadge')
const dot = doc('tab-bar/wx.showTabBarRedDot')
const item = doc('tab-bar/wx.setTabBarItem')
const style = doc('tab-bar/wx.setTabBarStyle')
const hide = doc('tab-bar/wx.hideTabBar')

const go = '<view id="go" bindtap="go">go</view>'

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: go, js: `Page({ go() { ${code} } })` }
}

/** An app of two tabs and a page that is none. */
function tabs(code: string): Pick<Case, 'wxml' | 'js' | 'app' | 'pages' | 'files'> {
  return {
    ...page(code),
    pages: ['other', 'plain'],
    files: {
      'other.wxml': '<view>other</view>',
      'other.js': 'Page({})',
      'plain.wxml': '<view id="call" bindtap="call">call</view>',
      'plain.js': `Page({ call() { ${code} } })`,
    },
    app: {
      json: {
        tabBar: {
          color: '#333333',
          selectedColor: '#ff0000',
          list: [
            { pagePath: 'index', text: '首页' },
            { pagePath: 'other', text: '别的' },
          ],
        },
      },
    },
  }
}

export const cases: readonly Case[] = [
  {
    id: 'title',
    says: 'setNavigationBarTitle names the page.',
    source: title,
    covers: ['wx.setNavigationBarTitle'],
    ...page(`wx.setNavigationBarTitle({ title: '当前页面', success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { title: true, is: '当前页面' }, { log: ['setNavigationBarTitle:ok'] }],
  },
  {
    id: 'title-required',
    says: 'setNavigationBarTitle needs a text.',
    source: title,
    ...page(`wx.setNavigationBarTitle({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['setNavigationBarTitle:fail parameter error: parameter.title should be String instead of Undefined;'] },
    ],
  },
  {
    id: 'colors',
    says: 'setNavigationBarColor changes ground and text.',
    source: color,
    covers: ['wx.setNavigationBarColor'],
    ...page(
      `wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#ff0000', success: (r) => log(r.errMsg) })`,
    ),
    steps: [{ tap: '#go' }, { bar: { background: '#ff0000', text: 'white' } }, { log: ['setNavigationBarColor:ok'] }],
  },
  {
    id: 'colors-animated',
    says: 'The ground may change by an animation.',
    source: color,
    ...page(
      `wx.setNavigationBarColor({ frontColor: '#000000', backgroundColor: '#00ff00', animation: { duration: 200, timingFunc: 'easeIn' } })`,
    ),
    steps: [{ tap: '#go' }, { bar: { background: '#00ff00', text: 'black' } }],
  },
  {
    id: 'front-color-black-or-white',
    says: 'frontColor is #ffffff or #000000 and nothing else.',
    source: color,
    ...page(
      `wx.setNavigationBarColor({ frontColor: '#ff0000', backgroundColor: '#00ff00', fail: (r) => log(r.errMsg) })`,
    ),
    steps: [{ tap: '#go' }, { log: ['setNavigationBarColor:fail invalid frontColor "#ff0000"'] }],
  },
  {
    id: 'colors-required',
    says: 'Both colours are required, and both are named when they are missing.',
    source: color,
    ...page(`wx.setNavigationBarColor({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { logMatches: ['parameter\\.frontColor should be String instead of Undefined;'] },
      { logMatches: ['parameter\\.backgroundColor should be String instead of Undefined;'] },
    ],
  },
  {
    id: 'bar-loading',
    says: 'showNavigationBarLoading shows that the page works, hideNavigationBarLoading ends it.',
    source: doc('navigation-bar/wx.showNavigationBarLoading'),
    covers: ['wx.showNavigationBarLoading', 'wx.hideNavigationBarLoading'],
    wxml: `${go}<view id="end" bindtap="end">end</view>`,
    js: `Page({
      go() { wx.showNavigationBarLoading({ success: (r) => log(r.errMsg) }) },
      end() { wx.hideNavigationBarLoading({ success: (r) => log(r.errMsg) }) },
    })`,
    steps: [
      { tap: '#go' },
      { bar: { loading: true } },
      { tap: '#end' },
      { bar: { loading: false } },
      { log: ['showNavigationBarLoading:ok', 'hideNavigationBarLoading:ok'] },
    ],
  },
  {
    id: 'menu-button',
    says: 'getMenuButtonBoundingClientRect tells where the capsule is, in the coordinates of the screen.',
    source: doc('menu/wx.getMenuButtonBoundingClientRect'),
    covers: ['wx.getMenuButtonBoundingClientRect'],
    ...page(`const r = wx.getMenuButtonBoundingClientRect()
      log(r.width, r.height, r.top, r.right, r.right - r.left === r.width, r.bottom - r.top === r.height)`),
    steps: [{ tap: '#go' }, { log: ['87 32 6 368 true true'] }],
  },
  {
    id: 'menu-button-follows-the-window',
    says: 'The capsule stays at the right edge when the window changes.',
    source: doc('menu/wx.getMenuButtonBoundingClientRect'),
    ...page(`log(wx.getMenuButtonBoundingClientRect().right)`),
    steps: [{ resize: [420, 667] }, { pause: 500 }, { tap: '#go' }, { log: ['413'] }],
    phone: { size: [375, 667] },
  },
  {
    id: 'badge',
    says: 'setTabBarBadge puts a text on a tab, removeTabBarBadge takes it away.',
    source: badge,
    covers: ['wx.setTabBarBadge', 'wx.removeTabBarBadge'],
    ...tabs(
      `wx.setTabBarBadge({ index: 1, text: '3', success: (r) => { log(r.errMsg); setTimeout(() => wx.removeTabBarBadge({ index: 1, success: (s) => log(s.errMsg) }), 1500) } })`,
    ),
    steps: [
      { tap: '#go' },
      { tab: 1, badge: '3' },
      { tab: 1, badge: null },
      { log: ['setTabBarBadge:ok', 'removeTabBarBadge:ok'] },
    ],
  },
  {
    id: 'badge-too-long',
    says: 'More than four characters become an ellipsis.',
    source: badge,
    ...tabs(`wx.setTabBarBadge({ index: 0, text: '12345' })`),
    steps: [{ tap: '#go' }, { tab: 0, badge: '…' }],
  },
  {
    id: 'badge-parameters',
    says: 'Index and text of a badge are checked.',
    source: badge,
    ...tabs(`wx.setTabBarBadge({ index: '1', fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      {
        log: [
          'setTabBarBadge:fail parameter error: parameter.index should be Number instead of String;parameter.text should be String instead of Undefined;',
        ],
      },
    ],
  },
  {
    id: 'badge-on-a-page-without-tabs',
    says: 'Functions of the tab bar fail while the page on top is no tab.',
    source: badge,
    ...page(`wx.setTabBarBadge({ index: 0, text: '1', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['setTabBarBadge:fail not TabBar page'] }],
  },
  {
    id: 'hide-tab-bar-on-a-plain-page',
    says: 'A page above the tabs cannot change them.',
    source: hide,
    ...tabs(
      `getCurrentPages().length > 1 ? wx.hideTabBar({ fail: (r) => log(r.errMsg) }) : wx.navigateTo({ url: 'plain' })`,
    ),
    steps: [{ tap: '#go' }, { tap: '#call' }, { log: ['hideTabBar:fail not TabBar page'] }],
  },
  {
    id: 'badge-index-beyond',
    says: 'A tab that does not exist cannot have a badge.',
    source: badge,
    ...tabs(`wx.setTabBarBadge({ index: 7, text: '1', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['setTabBarBadge:fail tabbar item not found'] }],
  },
  {
    id: 'red-dot',
    says: 'showTabBarRedDot and hideTabBarRedDot show and hide a dot.',
    source: dot,
    covers: ['wx.showTabBarRedDot', 'wx.hideTabBarRedDot'],
    ...tabs(
      `wx.showTabBarRedDot({ index: 1, success: () => setTimeout(() => wx.hideTabBarRedDot({ index: 1 }), 1500) })`,
    ),
    steps: [{ tap: '#go' }, { tab: 1, dot: true }, { tab: 1, dot: false }],
  },
  {
    id: 'item-text',
    says: 'setTabBarItem renames a tab.',
    source: item,
    covers: ['wx.setTabBarItem'],
    ...tabs(`wx.setTabBarItem({ index: 1, text: '我的', success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { tab: 1, text: '我的' }, { log: ['setTabBarItem:ok'] }],
  },
  {
    id: 'bar-style',
    says: 'setTabBarStyle changes the colours of all tabs.',
    source: style,
    covers: ['wx.setTabBarStyle'],
    ...tabs(`wx.setTabBarStyle({ color: '#00ff00', selectedColor: '#0000ff' })`),
    steps: [{ tap: '#go' }, { tab: 0, color: '#0000ff' }, { tab: 1, color: '#00ff00' }],
  },
  {
    id: 'hide-and-show-bar',
    says: 'hideTabBar takes the bar away, showTabBar brings it back.',
    source: hide,
    covers: ['wx.hideTabBar', 'wx.showTabBar'],
    ...tabs(`wx.hideTabBar({ success: () => setTimeout(() => wx.showTabBar(), 1500) })`),
    steps: [{ tap: '#go' }, { tabBar: false }, { tabBar: true }],
  },
  {
    id: 'background-text-style',
    says: 'setBackgroundTextStyle takes dark and light.',
    source: doc('background/wx.setBackgroundTextStyle'),
    covers: ['wx.setBackgroundTextStyle'],
    ...page(`wx.setBackgroundTextStyle({ textStyle: 'light', success: (r) => log(r.errMsg) })
      wx.setBackgroundTextStyle({ textStyle: 'pink', fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { logHas: ['setBackgroundTextStyle:fail invalid textStyle "pink"'] },
      { logMatches: ['setBackgroundTextStyle:ok'] },
    ],
  },
  {
    id: 'background-color',
    says: 'setBackgroundColor colours the ground of the window.',
    source: doc('background/wx.setBackgroundColor'),
    covers: ['wx.setBackgroundColor'],
    ...page(`wx.setBackgroundColor({ backgroundColor: '#ff0000', success: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['setBackgroundColor:ok'] }],
  },
  {
    id: 'start-pull-down-refresh',
    says: 'startPullDownRefresh is the same as a pull by the user: the page hears of it.',
    source: doc('pull-down-refresh/wx.startPullDownRefresh'),
    covers: ['wx.startPullDownRefresh', 'wx.stopPullDownRefresh'],
    json: { enablePullDownRefresh: true },
    wxml: go,
    js: `Page({
      go() { wx.startPullDownRefresh({ success: (r) => log(r.errMsg) }) },
      onPullDownRefresh() { log('refresh'); wx.stopPullDownRefresh({ success: (r) => log(r.errMsg) }) },
    })`,
    steps: [
      { tap: '#go' },
      { logMatches: ['^refresh$'] },
      { logMatches: ['startPullDownRefresh:ok'] },
      { logMatches: ['stopPullDownRefresh:ok'] },
    ],
  },
  {
    id: 'alert-before-unload',
    says: 'enableAlertBeforeUnload asks before the arrow leads back; who cancels stays.',
    source: doc('interaction/wx.enableAlertBeforeUnload'),
    covers: ['wx.enableAlertBeforeUnload'],
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ go() { wx.navigateTo({ url: 'form' }) }, onShow() { log('first') } })`,
    pages: ['form'],
    files: {
      'form.wxml': '<view id="here">form</view>',
      'form.js': `Page({ onLoad() { wx.enableAlertBeforeUnload({ message: '还没有保存', success: (r) => log(r.errMsg) }) } })`,
    },
    steps: [
      { tap: '#go' },
      { logMatches: ['enableAlertBeforeUnload:ok'] },
      { back: 'bar' },
      { modal: { content: '还没有保存' } },
      { tapHost: '取消' },
      { modal: null },
      { exists: '#here' },
      { back: 'bar' },
      { tapHost: '离开' },
      { exists: '#go' },
    ],
  },
  {
    id: 'disable-alert-before-unload',
    says: 'disableAlertBeforeUnload ends the question.',
    source: doc('interaction/wx.disableAlertBeforeUnload'),
    covers: ['wx.disableAlertBeforeUnload'],
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ go() { wx.navigateTo({ url: 'form' }) } })`,
    pages: ['form'],
    files: {
      'form.wxml': '<view id="here">form</view>',
      'form.js': `Page({ onLoad() {
        wx.enableAlertBeforeUnload({ message: '还没有保存' })
        wx.disableAlertBeforeUnload({ success: (r) => log(r.errMsg) })
      } })`,
    },
    steps: [{ tap: '#go' }, { log: ['disableAlertBeforeUnload:ok'] }, { back: 'bar' }, { exists: '#go' }],
  },
  {
    id: 'alert-needs-a-message',
    says: 'The question needs a text.',
    source: doc('interaction/wx.enableAlertBeforeUnload'),
    ...page(`wx.enableAlertBeforeUnload({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      {
        log: ['enableAlertBeforeUnload:fail parameter error: parameter.message should be String instead of Undefined;'],
      },
    ],
  },
  {
    id: 'hide-home-button',
    says: 'hideHomeButton takes the house out of the bar of a page that has no page below.',
    source: doc('navigation-bar/wx.hideHomeButton'),
    covers: ['wx.hideHomeButton'],
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ go() { wx.redirectTo({ url: 'second' }) } })`,
    pages: ['second'],
    files: {
      'second.wxml': '<view id="hide" bindtap="hide">hide</view>',
      'second.js': `Page({ hide() { wx.hideHomeButton({ success: (r) => log(r.errMsg) }) } })`,
    },
    steps: [
      { tap: '#go' },
      { bar: { leading: 'home' } },
      { tap: '#hide' },
      { bar: { leading: 'none' } },
      { log: ['hideHomeButton:ok'] },
    ],
  },
  {
    id: 'route-parameters',
    says: 'Functions that open a page need an address.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html',
    ...page(`
      wx.navigateTo({ fail: (r) => log(r.errMsg) })
      wx.redirectTo({ url: 5, fail: (r) => log(r.errMsg) })
      wx.switchTab({ fail: (r) => log(r.errMsg) })
      wx.reLaunch({ url: null, fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      {
        log: [
          'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
          'redirectTo:fail parameter error: parameter.url should be String instead of Number;',
          'switchTab:fail parameter error: parameter.url should be String instead of Undefined;',
          'reLaunch:fail parameter error: parameter.url should be String instead of Null;',
        ],
      },
    ],
  },
]
