import type { Case } from '../../case.ts'
import type { Step } from '../../steps.ts'

const docs = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/tab-bar'
const config = 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html'

const app = {
  json: {
    tabBar: {
      color: '#333333',
      selectedColor: '#ff0000',
      backgroundColor: '#ffffff',
      list: [
        { pagePath: 'index', text: 'One' },
        { pagePath: 'two', text: 'Two' },
        { pagePath: 'three', text: 'Three' },
      ],
    },
  },
}

const others = {
  pages: ['two', 'three', 'plain'],
  files: {
    'two.wxml': '<view id="two">two</view>',
    'two.js':
      "Page({ onLoad() { log('two loads') }, onShow() { log('two shows') }, onTabItemTap(item) { log('tapped', item) } })",
    'three.wxml': '<view id="three">three</view>',
    'three.js': 'Page({})',
    'plain.wxml': '<view id="plain" bindtap="go">plain</view>',
    'plain.js': "Page({ go() { wx.setTabBarBadge({ index: 0, text: '1', fail: (e) => log(e.errMsg) }) } })",
  },
}

function tabCase(id: string, says: string, source: string, body: string, steps: readonly Step[]): Case {
  return {
    id,
    says,
    source: `${docs}/wx.${source}.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ async go() { ${body} } })`,
    app,
    ...others,
    steps: [{ tap: '#go' }, ...steps],
  }
}

export const cases: readonly Case[] = [
  {
    id: 'list',
    says: 'The tab bar shows its list, with the tab of the page in the selected colour.',
    source: config,
    wxml: '<view>one</view>',
    app,
    ...others,
    steps: [
      { tabBar: true },
      { tab: 0, text: 'One', selected: true, color: '#ff0000' },
      { tab: 1, text: 'Two', selected: false, color: '#333333' },
      { tab: 2, text: 'Three', badge: null, dot: false },
    ],
  },
  {
    id: 'tap',
    says: 'A tap on a tab shows its page and tells it in onTabItemTap.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html',
    wxml: '<view id="one">one</view>',
    js: "Page({ onHide() { log('one hides') }, onUnload() { log('one unloads') } })",
    app,
    ...others,
    steps: [
      { tapTab: 1 },
      { exists: '#two' },
      { tab: 1, selected: true },
      { logHas: ['one hides', 'two loads', 'two shows'] },
      { logHas: ['tapped {"index":1,"pagePath":"two","text":"Two"}'] },
      { logLacks: 'unloads' },
      { path: 'two' },
    ],
  },
  {
    id: 'pages-stay',
    says: 'Pages of tabs stay alive when another tab is shown.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html',
    wxml: '<view id="one" bindtap="add">{{n}}</view>',
    js: 'Page({ data: { n: 0 }, add() { this.setData({ n: this.data.n + 1 }) } })',
    app,
    ...others,
    steps: [
      { tap: '#one' },
      { text: '#one', is: '1' },
      { tapTab: 1 },
      { exists: '#two' },
      { tapTab: 0 },
      { text: '#one', is: '1' },
    ],
  },
  tabCase(
    'badge',
    'setTabBarBadge writes a text at the upper right of a tab.',
    'setTabBarBadge',
    "log((await wx.setTabBarBadge({ index: 1, text: '9' })).errMsg)",
    [{ log: ['setTabBarBadge:ok'] }, { tab: 1, badge: '9' }, { tab: 0, badge: null }],
  ),
  tabCase(
    'badge-long',
    'A badge of more than four characters is shown as dots.',
    'setTabBarBadge',
    "await wx.setTabBarBadge({ index: 1, text: '12345' })",
    [{ tab: 1, badge: '…' }],
  ),
  tabCase(
    'remove-badge',
    'removeTabBarBadge takes it away.',
    'removeTabBarBadge',
    "await wx.setTabBarBadge({ index: 1, text: '9' }); log((await wx.removeTabBarBadge({ index: 1 })).errMsg)",
    [{ log: ['removeTabBarBadge:ok'] }, { tab: 1, badge: null }],
  ),
  tabCase(
    'red-dot',
    'showTabBarRedDot shows a dot and hideTabBarRedDot hides it.',
    'showTabBarRedDot',
    'if (this.shown) { log((await wx.hideTabBarRedDot({ index: 2 })).errMsg) } else { this.shown = true; log((await wx.showTabBarRedDot({ index: 2 })).errMsg) }',
    [
      { log: ['showTabBarRedDot:ok'] },
      { tab: 2, dot: true },
      { tap: '#go' },
      { tab: 2, dot: false },
      { logHas: ['hideTabBarRedDot:ok'] },
    ],
  ),
  tabCase(
    'item',
    'setTabBarItem changes the text of one tab.',
    'setTabBarItem',
    "log((await wx.setTabBarItem({ index: 0, text: 'Home' })).errMsg)",
    [{ log: ['setTabBarItem:ok'] }, { tab: 0, text: 'Home' }, { tab: 1, text: 'Two' }],
  ),
  tabCase(
    'style',
    'setTabBarStyle changes the colours of all tabs.',
    'setTabBarStyle',
    "log((await wx.setTabBarStyle({ color: '#00ff00', selectedColor: '#0000ff', backgroundColor: '#000000', borderStyle: 'white' })).errMsg)",
    [{ log: ['setTabBarStyle:ok'] }, { tab: 0, color: '#0000ff' }, { tab: 1, color: '#00ff00' }],
  ),
  tabCase(
    'hide-show',
    'hideTabBar hides the bar and showTabBar shows it again.',
    'hideTabBar',
    'if (this.hidden) { log((await wx.showTabBar()).errMsg) } else { this.hidden = true; log((await wx.hideTabBar()).errMsg) }',
    [{ tabBar: false }, { tap: '#go' }, { tabBar: true }, { log: ['hideTabBar:ok', 'showTabBar:ok'] }],
  ),
  tabCase(
    'not-a-tab',
    'These functions fail on a page that is not of the tab bar.',
    'setTabBarBadge',
    "wx.navigateTo({ url: 'plain' })",
    [{ tap: '#plain' }, { log: ['setTabBarBadge:fail not TabBar page'] }],
  ),
  tabCase(
    'no-bar-on-plain-pages',
    'A page that is not of the tab bar shows no tab bar.',
    'hideTabBar',
    "wx.navigateTo({ url: 'plain' })",
    [{ exists: '#plain' }, { onTop: '#plain' }, { path: 'plain' }],
  ),
  {
    id: 'without-tab-bar',
    says: 'Without a tab bar these functions fail.',
    source: `${docs}/wx.showTabBarRedDot.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: "Page({ go() { wx.showTabBarRedDot({ index: 0, success: () => log('success'), fail: (e) => log(e.errMsg.slice(0, 21)) }) } })",
    steps: [{ tap: '#go' }, { log: ['showTabBarRedDot:fail'] }],
  },
]
