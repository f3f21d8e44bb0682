/** A small app with everything that host tests need: tabs, ordinary pages, a sub-package, and a page that evaluates what a test asks. */
import type { Sources } from './run-app.ts'

/** `run` evaluates nothing: each page only offers what its methods say; tests tap the buttons. */
export function appSources(home: { methods: Readonly<Record<string, string>>; data?: string }): Sources {
  const buttons = Object.keys(home.methods)
    .map((name) => `<button id="${name}" bindtap="${name}">${name}</button>`)
    .join('')
  const methods = Object.entries(home.methods)
    .map(
      ([name, body]) => `${name}() { const show = (value) => this.setData({ out: JSON.stringify(value) }); ${body} },`,
    )
    .join('\n')
  return {
    'app.json': JSON.stringify({
      pages: ['pages/home/home', 'pages/mine/mine', 'pages/detail/detail', 'pages/custom/custom'],
      subpackages: [{ root: 'sub', pages: ['pages/deep/deep'] }],
      window: {
        navigationBarTitleText: '榕树小店',
        navigationBarBackgroundColor: '@bar',
        navigationBarTextStyle: '@barText',
        backgroundColor: '@ground',
      },
      tabBar: {
        color: '@quiet',
        selectedColor: '@strong',
        backgroundColor: '@ground',
        list: [
          { pagePath: 'pages/home/home', text: '首页', iconPath: 'dot.svg', selectedIconPath: 'dot.svg' },
          { pagePath: 'pages/mine/mine', text: '我的', iconPath: 'dot.svg', selectedIconPath: 'dot.svg' },
        ],
      },
      darkmode: true,
      themeLocation: 'theme.json',
      style: 'v2',
    }),
    'theme.json': JSON.stringify({
      light: { bar: '#ffffff', barText: 'black', ground: '#ffffff', quiet: '#51605A', strong: '#0B7A63' },
      dark: { bar: '#17201c', barText: 'white', ground: '#17201c', quiet: '#a3b3ac', strong: '#4cc3a5' },
    }),
    'dot.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="#0B7A63"/></svg>',
    'app.js': 'App({ globalData: { shown: 0 } })',
    'app.wxss': 'page { background: #f5f8f6 } view { padding: 12px } button { margin: 4px }',
    'pages/home/home.json': '{}',
    'pages/home/home.wxml': `<view id="shown">shown {{shown}}</view><view id="out">{{out}}</view>${buttons}`,
    'pages/home/home.js': `Page({ data: { shown: 0, out: '' }, onShow() { this.setData({ shown: this.data.shown + 1 }) }, ${methods} ${home.data ?? ''} })`,
    'pages/mine/mine.json': '{ "navigationBarTitleText": "我的" }',
    'pages/mine/mine.wxml': '<view id="shown">mine {{shown}}</view><view id="tapped">{{tapped}}</view>',
    'pages/mine/mine.js':
      "Page({ data: { shown: 0, tapped: '' }, onShow() { this.setData({ shown: this.data.shown + 1 }) }, onTabItemTap(item) { this.setData({ tapped: item.text }) } })",
    'pages/detail/detail.json': '{ "navigationBarTitleText": "详情" }',
    'pages/detail/detail.wxml':
      '<view id="query">{{query}}</view><view id="out">{{out}}</view><button id="next" bindtap="next">next</button><button id="replace" bindtap="replace">replace</button><button id="back" bindtap="back">back</button><button id="tab" bindtap="tab">tab</button><navigator id="link" url="../custom/custom?from=link">link</navigator>',
    'pages/detail/detail.js': `Page({
      data: { query: '', out: '' },
      onLoad(query) { this.setData({ query: JSON.stringify(query) }); this.id = Number(query.id || 0) },
      next() { wx.navigateTo({ url: 'detail?id=' + (this.id + 1), fail: (error) => this.setData({ out: error.errMsg }) }) },
      replace() { wx.redirectTo({ url: '/pages/custom/custom' }) },
      back() { wx.navigateBack({ fail: (error) => this.setData({ out: error.errMsg }) }) },
      tab() { wx.switchTab({ url: '/pages/mine/mine' }) },
    })`,
    'pages/custom/custom.json': '{ "navigationStyle": "custom" }',
    'pages/custom/custom.wxml': '<view id="query">{{query}}</view>',
    'pages/custom/custom.js':
      "Page({ data: { query: '' }, onLoad(query) { this.setData({ query: JSON.stringify(query) }) } })",
    'sub/pages/deep/deep.json': '{ "navigationBarTitleText": "分包" }',
    'sub/pages/deep/deep.wxml': '<view id="deep">deep</view>',
    'sub/pages/deep/deep.js': 'Page({})',
  }
}
