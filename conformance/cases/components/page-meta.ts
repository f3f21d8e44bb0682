import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html'
const barSource = 'https://developers.weixin.qq.com/miniprogram/dev/component/navigation-bar.html'

export const cases: readonly Case[] = [
  {
    id: 'page-style',
    says: 'page-style styles the root of the page, and changes.',
    source,
    wxml: '<page-meta page-style="color: {{c}}; padding-left: 30px"></page-meta><view id="a">a</view><view id="go" bindtap="go">go</view>',
    js: 'Page({ data: { c: "#ff0000" }, go() { this.setData({ c: "#0000ff" }) } })',
    steps: [
      { style: '#a', name: 'color', is: '#ff0000' },
      { rect: '#a', left: 30 },
      { tap: '#go' },
      { style: '#a', name: 'color', is: '#0000ff' },
    ],
  },
  {
    id: 'root-font-size',
    says: 'root-font-size is what rem counts from.',
    source,
    wxml: '<page-meta root-font-size="{{size}}"></page-meta><view id="a" style="height: 2rem"></view><view id="go" bindtap="go">go</view>',
    js: 'Page({ data: { size: "20px" }, go() { this.setData({ size: "30px" }) } })',
    steps: [{ rect: '#a', height: 40 }, { tap: '#go' }, { rect: '#a', height: 60 }],
  },
  {
    id: 'page-font-size',
    says: 'page-font-size is the size of text that the page does not set.',
    source,
    wxml: '<page-meta page-font-size="22px"></page-meta><view id="a">a</view>',
    steps: [{ style: '#a', name: 'font-size', is: '22px' }],
  },
  {
    id: 'scroll-top',
    says: 'scroll-top scrolls the page, and scrolldone tells when it is there.',
    source,
    wxml: '<page-meta scroll-top="{{top}}" scroll-duration="{{50}}" bindscrolldone="done"></page-meta><view id="go" bindtap="go">go</view><view style="height: 3000px"></view>',
    js: 'Page({ data: { top: "" }, go() { this.setData({ top: "400px" }) }, done() { log("done") } })',
    steps: [{ tap: '#go' }, { scrollTop: 'page', is: 400 }, { log: ['done'] }],
  },
  {
    id: 'scroll-event',
    says: 'scroll tells where the page is.',
    source,
    wxml: '<page-meta bindscroll="on"></page-meta><view style="height: 3000px"></view>',
    js: 'Page({ on(e) { log(e.detail) } })',
    steps: [
      { scroll: 'page', top: 300 },
      { logged: 'scrollTop', is: 300 },
    ],
  },
  {
    id: 'resize-event',
    says: 'resize tells the new size of the window.',
    source,
    wxml: '<page-meta bindresize="on" root-font-size="20px"></page-meta><view id="a" style="height: 3rem"></view>',
    js: 'Page({ on(e) { log(e.detail) } })',
    phone: { size: [375, 667] },
    steps: [{ rect: '#a', height: 60 }, { resize: [460, 600] }, { logged: 'size.windowWidth', is: 460 }],
  },
  {
    id: 'navigation-bar-title',
    says: 'navigation-bar in page-meta sets the title, and changes it.',
    source: barSource,
    wxml: '<page-meta><navigation-bar title="{{t}}"/></page-meta><view id="go" bindtap="go">go</view>',
    js: 'Page({ data: { t: "One" }, go() { this.setData({ t: "Two" }) } })',
    covers: ['navigation-bar'],
    steps: [{ title: true, is: 'One' }, { tap: '#go' }, { title: true, is: 'Two' }],
  },
  {
    id: 'navigation-bar-colours',
    says: 'front-color and background-color colour the bar.',
    source: barSource,
    wxml: '<page-meta><navigation-bar front-color="#ffffff" background-color="#0b7a63"/></page-meta>',
    covers: ['navigation-bar'],
    steps: [{ bar: { background: '#0b7a63', text: 'white' } }],
  },
  {
    id: 'navigation-bar-loading',
    says: 'loading shows that the page is loading.',
    source: barSource,
    wxml: '<page-meta><navigation-bar loading="{{on}}"/></page-meta><view id="go" bindtap="go">go</view>',
    js: 'Page({ data: { on: true }, go() { this.setData({ on: false }) } })',
    covers: ['navigation-bar'],
    steps: [{ bar: { loading: true } }, { tap: '#go' }, { bar: { loading: false } }],
  },
]
