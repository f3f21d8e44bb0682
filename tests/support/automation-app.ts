/** An app that has something for every method of `miniprogram-automator`. */
export const automationApp: Readonly<Record<string, string>> = {
  'project.config.json': '{ "appid": "touristappid", "miniprogramRoot": "" }',
  'app.json': JSON.stringify({
    pages: ['pages/home/home', 'pages/more/more', 'pages/tab/tab'],
    tabBar: {
      list: [
        { pagePath: 'pages/home/home', text: 'home' },
        { pagePath: 'pages/tab/tab', text: 'tab' },
      ],
    },
  }),
  'app.js': 'App({ globalData: { name: "automation" } })',
  'app.wxss':
    'page { height: 3000px } .box { width: 100px; height: 40px; color: rgb(255, 0, 0) } .wide { width: 900px; height: 20px } .area { width: 200px; height: 100px } .handle { width: 20px; height: 20px }',
  'pages/home/home.json': '{ "usingComponents": { "counter": "/components/counter" } }',
  'pages/home/home.wxml': `
<view class="box" data-n="1" bindtap="tapped" bindlongpress="pressed" bindtouchstart="touched" bindtouchmove="touched" bindtouchend="touched">box {{taps}}</view>
<text class="log">{{log}}</text>
<input class="name" value="{{name}}" bindinput="typed"/>
<textarea class="note" bindinput="typed"/>
<switch class="on" bindchange="changed"/>
<slider class="slide" max="{{80}}" bindchange="changed"/>
<scroll-view class="area scroll" scroll-x scroll-y bindscroll="scrolled"><view class="wide">wide</view></scroll-view>
<swiper class="area swipe" bindchange="changed"><swiper-item>0</swiper-item><swiper-item>1</swiper-item></swiper>
<movable-area class="area"><movable-view class="handle" direction="all">m</movable-view></movable-area>
<video class="area film"/>
<counter id="counter" step="{{2}}"/>`,
  'pages/home/home.js': `Page({
  data: { taps: 0, log: '', name: 'Li', list: [{ n: 1 }, { n: 2 }] },
  tapped() { this.setData({ taps: this.data.taps + 1 }) },
  pressed() { this.setData({ log: 'pressed' }) },
  touched(e) { this.setData({ log: this.data.log + e.type + ' ' }) },
  typed(e) { this.setData({ log: 'typed ' + e.detail.value }) },
  changed(e) { this.setData({ log: e.type + ' ' + JSON.stringify(e.detail.value === undefined ? e.detail.current : e.detail.value) }) },
  scrolled() {},
  add(a, b) { return a + b },
})`,
  'pages/more/more.wxml': '<view class="query">{{q}}</view>',
  'pages/more/more.js': 'Page({ data: { q: "" }, onLoad({ q }) { this.setData({ q }) } })',
  'pages/tab/tab.wxml': '<view>tab</view>',
  'pages/tab/tab.js': 'Page({})',
  'components/counter.json': '{ "component": true }',
  'components/counter.wxml': '<view class="inner">{{n}}</view>',
  'components/counter.js': `Component({
  properties: { step: Number },
  data: { n: 0 },
  methods: { add(times) { this.setData({ n: this.data.n + this.data.step * times }); return this.data.n } },
})`,
}
