import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/animation/wx.createAnimation.html'
const animate = 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/animation.html'
const wxml =
  '<view id="box" class="box" animation="{{a}}" bindtransitionend="end">x</view><view id="go" bindtap="go">go</view>'
const wxss = '.box { width: 100px; height: 50px; background-color: #ff0000 }'
const plays = (steps: string): string =>
  `Page({ data: { a: {} }, go() { const animation = wx.createAnimation({ duration: 60 }); ${steps}; this.setData({ a: animation.export() }) }, end() {} })`
const moves = (frames: string, more = ''): string =>
  `Page({ go() { this.animate("#box", ${frames}, 80, () => log("over")) }, ${more} })`
const plain = '<view id="box" class="box">x</view><view id="go" bindtap="go">go</view>'

export const cases: readonly Case[] = [
  {
    id: 'opacity-and-size',
    says: 'opacity, width and height go to their values.',
    source,
    wxml,
    wxss,
    js: plays('animation.opacity(0.5).width(200).height("80px").step()'),
    steps: [{ tap: '#go' }, { rect: '#box', width: 200, height: 80 }, { style: '#box', name: 'opacity', is: '0.5' }],
  },
  {
    id: 'transforms',
    says: 'Transforms of a step hold together.',
    source,
    wxml,
    wxss,
    js: plays('animation.translateX(30).scale(2).step()'),
    steps: [{ tap: '#go' }, { style: '#box', name: 'transform', is: 'matrix(2, 0, 0, 2, 30, 0)' }],
  },
  {
    id: 'rotate',
    says: 'rotate is in degrees.',
    source,
    wxml,
    wxss,
    js: plays('animation.rotate(90).step()'),
    steps: [{ tap: '#go' }, { rect: '#box', width: 50, height: 100 }],
  },
  {
    id: 'steps-follow',
    says: 'Steps are played one after the other, and later ones keep what earlier ones did.',
    source,
    wxml,
    wxss,
    js: 'Page({ data: { a: {} }, go() { const animation = wx.createAnimation({ duration: 60 }); animation.width(200).step(); animation.height(90).step({ duration: 80 }); this.setData({ a: animation.export() }) }, end(e) { log(e.type) } })',
    steps: [{ tap: '#go' }, { rect: '#box', width: 200, height: 90 }, { log: ['transitionend', 'transitionend'] }],
  },
  {
    id: 'background-color',
    says: 'backgroundColor goes to its value.',
    source,
    wxml,
    wxss,
    js: plays('animation.backgroundColor("#00ff00").step()'),
    steps: [{ tap: '#go' }, { style: '#box', name: 'background-color', is: '#00ff00' }],
  },
  {
    id: 'export-empties',
    says: 'export takes the steps away: the next export has only what came after.',
    source,
    wxml: '<view>a</view>',
    js: 'Page({ onReady() { const animation = wx.createAnimation(); animation.width(1).step(); log(animation.export().actions.length, animation.export().actions.length) } })',
    steps: [{ log: ['1 0'] }],
  },
  {
    id: 'again',
    says: 'The same animation can be played again with another value.',
    source,
    wxml,
    wxss,
    js: 'Page({ data: { a: {} }, w: 100, go() { this.w += 50; this.setData({ a: wx.createAnimation({ duration: 40 }).width(this.w).step().export() }) }, end() {} })',
    steps: [{ tap: '#go' }, { rect: '#box', width: 150 }, { tap: '#go' }, { rect: '#box', width: 200 }],
  },
  {
    id: 'animate',
    says: 'this.animate plays key frames, calls back when it is over, and keeps the last.',
    source: animate,
    wxml: plain,
    wxss,
    js: moves('[{ opacity: 1, translateX: 0 }, { opacity: 0.25, translateX: 50 }]'),
    steps: [
      { tap: '#go' },
      { log: ['over'] },
      { style: '#box', name: 'opacity', is: '0.25' },
      { rect: '#box', left: 50 },
    ],
  },
  {
    id: 'clear-animation',
    says: 'clearAnimation takes away what animate has done.',
    source: animate,
    wxml: plain,
    wxss,
    js: 'Page({ go() { this.animate("#box", [{ opacity: 1 }, { opacity: 0 }], 40, () => { this.clearAnimation("#box", () => log("cleared")) }) } })',
    steps: [{ tap: '#go' }, { log: ['cleared'] }, { style: '#box', name: 'opacity', is: '1' }],
  },
  {
    id: 'clear-some',
    says: 'clearAnimation with options takes away the named styles only.',
    source: animate,
    wxml: plain,
    wxss,
    js: 'Page({ go() { this.animate("#box", [{ opacity: 1, width: "100px" }, { opacity: 0.5, width: "200px" }], 40, () => { this.clearAnimation("#box", { opacity: true }, () => log("cleared")) }) } })',
    steps: [
      { tap: '#go' },
      { log: ['cleared'] },
      { style: '#box', name: 'opacity', is: '1' },
      { rect: '#box', width: 200 },
    ],
  },
  {
    id: 'scroll-driven',
    says: 'A scroll-view as the source drives the animation by its place.',
    source: animate,
    wxml: '<view id="box" class="box">x</view><scroll-view id="s" scroll-y style="height: 200px"><view style="height: 1200px"></view></scroll-view>',
    wxss,
    js: 'Page({ onReady() { this.animate("#box", [{ translateX: 0 }, { translateX: 200 }], 2000, { scrollSource: "#s", timeRange: 2000, startScrollOffset: 0, endScrollOffset: 800 }) } })',
    steps: [
      { pause: 200 },
      { scroll: '#s', top: 400 },
      { rect: '#box', left: 100 },
      { scroll: '#s', top: 1000 },
      { rect: '#box', left: 200 },
    ],
  },
  {
    id: 'in-component',
    says: 'A component animates its own nodes.',
    source: animate,
    wxml: '<x-a></x-a>',
    json: { usingComponents: { 'x-a': 'x-a' } },
    files: {
      'x-a.wxml': '<view class="b" style="width: 10px" bindtap="go">x</view>',
      'x-a.js':
        'Component({ methods: { go() { this.animate(".b", [{ width: "10px" }, { width: "90px" }], 40, () => log("over")) } } })',
      'x-a.json': '{ "component": true }',
    },
    steps: [{ tap: '.b' }, { log: ['over'] }, { rect: '.b', width: 90 }],
  },
]
