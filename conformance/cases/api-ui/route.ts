import type { Case } from '../../case.ts'
import type { Step } from '../../steps.ts'

const docs = 'https://developers.weixin.qq.com/miniprogram/dev/api/route'

const files = {
  'second.wxml': '<view id="second" bindtap="go">{{query}}</view><view id="stack" bindtap="stack">stack</view>',
  'second.js': `Page({ data: { query: '' }, onLoad(query) { this.setData({ query: JSON.stringify(query) }) },
    onUnload() { log('second unloads') },
    go() { wx.navigateBack() },
    stack() { log(getCurrentPages().map((page) => page.route.split('/').pop())) } })`,
}

function routeCase(id: string, says: string, api: string, body: string, steps: readonly Step[]): Case {
  return {
    id,
    says,
    source: `${docs}/wx.${api}.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ onUnload() { log('first unloads') }, async go() { ${body} } })`,
    files,
    pages: ['second'],
    steps: [{ tap: '#go' }, ...steps],
  }
}

export const cases: readonly Case[] = [
  routeCase(
    'navigate-to',
    'navigateTo opens a page above the one that stays.',
    'navigateTo',
    "log((await wx.navigateTo({ url: 'second?a=1' })).errMsg)",
    [
      { text: '#second', is: '{"a":"1"}' },
      { log: ['navigateTo:ok'] },
      { tap: '#stack' },
      { logHas: ['["index","second"]'] },
    ],
  ),
  routeCase(
    'navigate-to-event-channel',
    'navigateTo gives an EventChannel to the opened page.',
    'navigateTo',
    "const r = await wx.navigateTo({ url: 'second' }); log(typeof r.eventChannel.emit, typeof r.eventChannel.on)",
    [{ log: ['function function'] }],
  ),
  routeCase(
    'navigate-to-unknown',
    'navigateTo fails for a page that there is not.',
    'navigateTo',
    "wx.navigateTo({ url: '/none/none', success: () => log('success'), fail: (e) => log(e.errMsg.slice(0, 15)) })",
    [{ log: ['navigateTo:fail'] }, { exists: '#go' }],
  ),
  routeCase(
    'query-raw',
    'Values of the query arrive as they were written.',
    'navigateTo',
    "wx.navigateTo({ url: 'second?a=%E4%BD%A0&b=1%202&c=' })",
    [{ text: '#second', is: '{"a":"%E4%BD%A0","b":"1%202","c":""}' }],
  ),
  routeCase(
    'redirect-to',
    'redirectTo closes the page it comes from.',
    'redirectTo',
    "log((await wx.redirectTo({ url: 'second' })).errMsg)",
    [{ exists: '#second' }, { logHas: ['first unloads'] }, { tap: '#stack' }, { logHas: ['["second"]'] }],
  ),
  routeCase(
    're-launch',
    'reLaunch closes all pages and opens one.',
    'reLaunch',
    "await wx.reLaunch({ url: 'second?x=1' })",
    [
      { text: '#second', is: '{"x":"1"}' },
      { logHas: ['first unloads'] },
      { tap: '#stack' },
      { logHas: ['["second"]'] },
    ],
  ),
  routeCase(
    'navigate-back',
    'navigateBack closes the page and shows the one before.',
    'navigateBack',
    "wx.navigateTo({ url: 'second' })",
    [{ tap: '#second' }, { exists: '#go' }, { log: ['second unloads'] }],
  ),
  routeCase(
    'navigate-back-first',
    'navigateBack on the first page fails.',
    'navigateBack',
    "wx.navigateBack({ success: () => log('success'), fail: (e) => log(e.errMsg) })",
    [{ log: ['navigateBack:fail cannot navigate back at first page.'] }],
  ),
  routeCase(
    'history-back',
    'The browser’s own back closes the page, as the gesture of the phone does.',
    'navigateBack',
    "wx.navigateTo({ url: 'second' })",
    [{ exists: '#second' }, { back: 'history' }, { exists: '#go' }, { log: ['second unloads'] }],
  ),
  {
    id: 'limit',
    says: 'Ten pages may be open; navigateTo fails for an eleventh.',
    source: `${docs}/wx.navigateTo.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ go() { const open = () => wx.navigateTo({ url: 'index', success: open, fail: (e) => log(getCurrentPages().length, e.errMsg.startsWith('navigateTo:fail')) }); open() } })`,
    steps: [{ tap: '#go' }, { log: ['10 true'], withinMs: 15_000 }],
  },
  {
    id: 'switch-tab',
    says: 'switchTab shows a tab page and closes all others.',
    source: `${docs}/wx.switchTab.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: "Page({ go() { wx.navigateTo({ url: '/second' }) } })",
    files: {
      'second.wxml': '<view id="second" bindtap="go">second</view>',
      'second.js':
        "Page({ async go() { log((await wx.switchTab({ url: '/tab' })).errMsg) }, onUnload() { log('second unloads') } })",
      'tab.wxml': '<view id="tab">tab</view>',
      'tab.js': 'Page({ onShow() { log(getCurrentPages().map((page) => page.route)) } })',
    },
    pages: ['second', 'tab'],
    app: {
      json: {
        tabBar: {
          list: [
            { pagePath: 'index', text: 'One' },
            { pagePath: 'tab', text: 'Two' },
          ],
        },
      },
    },
    steps: [
      { tap: '#go' },
      { tap: '#second' },
      { exists: '#tab' },
      { tab: 1, selected: true },
      { logHas: ['second unloads'] },
      { logHas: ['["tab"]'] },
    ],
  },
  {
    id: 'navigate-to-tab',
    says: 'navigateTo and redirectTo fail for a page of the tab bar.',
    source: `${docs}/wx.navigateTo.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: "Page({ go() { for (const name of ['navigateTo', 'redirectTo']) wx[name]({ url: '/tab', fail: (e) => log(e.errMsg) }) } })",
    files: { 'tab.wxml': '<view id="tab">tab</view>', 'tab.js': 'Page({})' },
    pages: ['tab'],
    app: {
      json: {
        tabBar: {
          list: [
            { pagePath: 'index', text: 'One' },
            { pagePath: 'tab', text: 'Two' },
          ],
        },
      },
    },
    steps: [
      { tap: '#go' },
      {
        logMatches: [
          '^navigateTo:fail can not navigateTo a tabbar page',
          '^redirectTo:fail can not redirectTo a tabbar page',
        ],
      },
    ],
  },
  {
    id: 'switch-tab-to-plain',
    says: 'switchTab fails for a page that is not of the tab bar.',
    source: `${docs}/wx.switchTab.html`,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: "Page({ go() { wx.switchTab({ url: 'second', fail: (e) => log(e.errMsg) }) } })",
    files: { 'second.wxml': '<view>second</view>', 'second.js': 'Page({})' },
    pages: ['second'],
    steps: [{ tap: '#go' }, { logMatches: ['^switchTab:fail can not switch to no-tabBar page'] }],
  },
  {
    id: 'deep-link',
    says: 'An app opened at an inner page shows it with its query, and a house that leads to the first page.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html',
    wxml: '<view id="first">first</view>',
    files: {
      'second.wxml': '<view id="second">{{q}}</view>',
      'second.js': "Page({ data: { q: '' }, onLoad(q) { this.setData({ q: JSON.stringify(q) }) } })",
    },
    pages: ['second'],
    app: {},
    steps: [
      { open: 'second?id=7' },
      { text: '#second', is: '{"id":"7"}' },
      { bar: { leading: 'home' } },
      { back: 'home' },
      { exists: '#first' },
    ],
  },
]
