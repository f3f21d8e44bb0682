import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/custom-tabbar.html'

/** A bar of the app's own for two tabs, as the documentation has it: each page tells it which one is chosen. */
const app = {
  json: {
    tabBar: {
      custom: true,
      color: '#333333',
      selectedColor: '#ff0000',
      list: [
        { pagePath: 'index', text: 'One' },
        { pagePath: 'two', text: 'Two' },
      ],
    },
    usingComponents: {},
  },
}
const page = (name: string, at: number) =>
  `Page({ onShow() { if (typeof this.getTabBar === 'function') { const bar = this.getTabBar(); log('${name}', bar.data.color); bar.setData({ selected: ${at} }) } }, onTabItemTap(item) { log('tapped', item.pagePath) }, go() { wx.navigateTo({ url: '/plain' }) } })`
const files = {
  'custom-tab-bar/index.json': '{ "component": true }',
  'custom-tab-bar/index.wxml':
    '<cover-view class="bar"><cover-view wx:for="{{list}}" wx:key="index" class="tab {{selected === index ? \'chosen\' : \'\'}}" data-path="/{{item.pagePath}}" bindtap="choose">{{item.text}}</cover-view></cover-view>',
  'custom-tab-bar/index.wxss':
    '.bar { position: fixed; bottom: 0; left: 0; right: 0; height: 48px; display: flex } .tab { flex: 1 } .chosen { color: red }',
  'custom-tab-bar/index.js':
    "Component({ data: { selected: 0, color: '#333333', list: [{ pagePath: 'index', text: 'One' }, { pagePath: 'two', text: 'Two' }] }, methods: { choose(e) { wx.switchTab({ url: e.currentTarget.dataset.path }) } } })",
  'two.wxml': '<view id="two">two</view>',
  'two.js': page('two', 1),
  'plain.wxml': '<view id="plain">plain</view>',
  'plain.js': "Page({ onShow() { log('plain', this.getTabBar() == null) } })",
}

const custom = (id: string, says: string, steps: Case['steps']): Case => ({
  id,
  says,
  source,
  wxml: '<view id="go" bindtap="go">go</view>',
  js: page('index', 0),
  app,
  pages: ['two', 'plain'],
  files,
  covers: ['Page.getTabBar'],
  steps,
})

export const cases: readonly Case[] = [
  custom(
    'in-the-place-of-the-bar',
    'With custom the component custom-tab-bar/index stands on tab pages, and no other bar.',
    [
      { texts: '.tab', are: ['One', 'Two'] },
      { rect: '.bar', left: 0, width: 375, height: 48 },
      { onTop: '.bar' },
      { tabBar: false },
    ],
  ),
  custom('get-tab-bar', 'getTabBar of a tab page gives the instance of its own bar, which a page can set data of.', [
    { log: ['index #333333'] },
    { text: '.chosen', is: 'One' },
    { tap: '.tab[1]' },
    { visible: '#two' },
    { log: ['index #333333', 'two #333333'] },
    { text: '.chosen', is: 'Two' },
    { tap: '.tab[0]' },
    { visible: '#go' },
    { text: '.chosen', is: 'One' },
  ]),
  custom('only-on-tab-pages', 'A page that is no tab has no bar, and getTabBar gives none.', [
    { tap: '#go' },
    { visible: '#plain' },
    { log: ['index #333333', 'plain true'] },
    { missing: '.bar' },
  ]),
]
