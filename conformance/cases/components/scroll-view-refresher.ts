import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html'
const rows = '<view wx:for="{{20}}" wx:key="index" class="row">{{index}}</view>'
const wxss = '.list { height: 300px } .row { height: 50px } .own { height: 60px; background-color: #00ff00 }'
const events =
  'bindrefresherpulling="on" bindrefresherrefresh="on" bindrefresherrestore="on" bindrefresherabort="on" bindrefresherwillrefresh="on"'

export const cases: readonly Case[] = [
  {
    id: 'pull-far',
    says: 'A pull past the threshold is told by refresherpulling, refresherwillrefresh and refresherrefresh.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled ${events}>${rows}</scroll-view>`,
    wxss,
    js: 'Page({ seen: {}, on(e) { if (!this.seen[e.type]) log(e.type, typeof e.detail.dy); this.seen[e.type] = true } })',
    steps: [
      { drag: '#s', by: [0, 200], from: [100, 40] },
      { log: ['refresherpulling number', 'refresherwillrefresh number', 'refresherrefresh number'] },
    ],
  },
  {
    id: 'pull-short',
    says: 'A pull that ends before the threshold is aborted.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled ${events}>${rows}</scroll-view>`,
    wxss,
    js: 'Page({ on(e) { if (e.type !== "refresherpulling") log(e.type) } })',
    steps: [{ drag: '#s', by: [0, 50], from: [100, 40] }, { log: ['refresherabort'] }],
  },
  {
    id: 'threshold',
    says: 'refresher-threshold says how far a pull must go.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled refresher-threshold="{{120}}" ${events}>${rows}</scroll-view>`,
    wxss,
    js: 'Page({ on(e) { if (e.type !== "refresherpulling") log(e.type) } })',
    steps: [{ drag: '#s', by: [0, 180], from: [100, 20] }, { log: ['refresherabort'] }],
  },
  {
    id: 'triggered',
    says: 'refresher-triggered false ends the refresh, and refresherrestore follows.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled refresher-triggered="{{on}}" bindrefresherrefresh="begin" bindrefresherrestore="end">${rows}</scroll-view>`,
    wxss,
    js: 'Page({ data: { on: false }, begin() { log("begin"); this.setData({ on: true }); setTimeout(() => this.setData({ on: false }), 100) }, end() { log("end") } })',
    steps: [{ drag: '#s', by: [0, 200], from: [100, 40] }, { log: ['begin', 'end'] }],
  },
  {
    id: 'triggered-by-app',
    says: 'refresher-triggered true opens the refresher, as if the user had pulled.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled refresher-triggered="{{on}}" bindrefresherrefresh="begin">${rows}</scroll-view><view id="go" bindtap="go">go</view>`,
    wxss,
    js: 'Page({ data: { on: false }, go() { this.setData({ on: true }) }, begin() { log("begin") } })',
    steps: [{ tap: '#go' }, { log: ['begin'] }, { rect: '.row', top: 45 }],
  },
  {
    id: 'again-after-same-value',
    says: 'A refresh that the app ends by setting false again can be pulled again.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled refresher-triggered="{{on}}" bindrefresherrefresh="begin" bindrefresherrestore="end">${rows}</scroll-view>`,
    wxss,
    js: 'Page({ data: { on: false }, begin() { log("begin"); setTimeout(() => this.setData({ on: false }), 50) }, end() { log("end") } })',
    steps: [
      { drag: '#s', by: [0, 200], from: [100, 40] },
      { log: ['begin', 'end'] },
      { pause: 300 },
      { drag: '#s', by: [0, 200], from: [100, 40] },
      { log: ['begin', 'end', 'begin', 'end'] },
    ],
  },
  {
    id: 'only-at-top',
    says: 'In the middle of a list a finger scrolls instead of pulling.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled scroll-top="{{300}}" ${events}>${rows}</scroll-view>`,
    wxss,
    js: 'Page({ on(e) { log(e.type) } })',
    steps: [
      { scrollTop: '#s', is: 300 },
      { drag: '#s', by: [0, 100], from: [100, 40] },
      { scrollTop: '#s', atMost: 250 },
      { logLacks: 'refresher' },
    ],
  },
  {
    id: 'disabled',
    says: 'Without refresher-enabled there is nothing to pull.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y ${events}>${rows}</scroll-view>`,
    wxss,
    js: 'Page({ on(e) { log(e.type) } })',
    steps: [{ drag: '#s', by: [0, 200], from: [100, 40] }, { pause: 200 }, { logLacks: 'refresher' }],
  },
  {
    id: 'own-refresher',
    says: 'With refresher-default-style none the app shows its own in the slot refresher.',
    source,
    wxml: `<scroll-view id="s" class="list" scroll-y refresher-enabled refresher-default-style="none" refresher-threshold="{{60}}" refresher-triggered="{{on}}"><view slot="refresher" id="own" class="own">pull</view>${rows}</scroll-view><view id="go" bindtap="go">go</view>`,
    wxss,
    js: 'Page({ data: { on: false }, go() { this.setData({ on: true }) } })',
    steps: [
      { rect: '#own', bottom: 0, of: '#s' },
      { rect: '.row', top: 0, of: '#s' },
      { tap: '#go' },
      { rect: '.row', top: 60, of: '#s' },
      { rect: '#own', top: 0, of: '#s', height: 60 },
    ],
  },
  {
    id: 'context',
    says: 'ScrollViewContext opens and closes the refresher.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/ScrollViewContext.triggerRefresh.html',
    wxml: `<scroll-view id="s" class="list" scroll-y enhanced refresher-enabled bindrefresherrefresh="on" bindrefresherrestore="on">${rows}</scroll-view><view id="go" bindtap="go">go</view>`,
    wxss,
    js: 'Page({ go() { wx.createSelectorQuery().select("#s").node().exec((res) => { this.s = res[0].node; this.s.triggerRefresh({}) }) }, on(e) { log(e.type); if (e.type === "refresherrefresh") this.s.closeRefresh() } })',
    steps: [{ tap: '#go' }, { log: ['refresherrefresh', 'refresherrestore'] }],
  },
  {
    id: 'two-level',
    says: 'A pull past refresher-two-level-threshold opens the second floor.',
    source,
    wxml: `<scroll-view id="s" class="list" type="list" scroll-y refresher-enabled refresher-two-level-enabled refresher-two-level-threshold="{{100}}" bindrefresherstatuschange="on">${rows}</scroll-view>`,
    wxss,
    js: 'Page({ on(e) { log(e.detail.status) } })',
    steps: [
      { drag: '#s', by: [0, 260], from: [100, 20] },
      { logHas: ['1', '5', '6', '7'] },
      { rect: '.row', top: 300, of: '#s' },
    ],
  },
]
