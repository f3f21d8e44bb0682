/** What real apps and the output of other frameworks do, and WeChat runs without a word. */
import type { Case } from '../../case.ts'

const view = 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/'
const event = 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html'
const style = 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html'
const data = 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html'
const script = 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html'
const modules = 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/module.html'

export const cases: readonly Case[] = [
  {
    id: 'reserved-words-as-data',
    says: 'Data may have names that JavaScript reserves.',
    source: `${view}data.html`,
    wxml: '<view id="v">{{new}} {{class}} {{o.default}}</view>',
    js: "Page({ data: { new: 'a', class: 'b', o: { default: 'c' } } })",
    steps: [{ text: '#v', is: 'a b c' }],
  },
  {
    id: 'adjacent-mustaches',
    says: 'Mustaches may stand side by side in one attribute.',
    source: `${view}data.html`,
    wxml: '<view id="v" data-x="{{a}}{{b}}" data-y="{{a}}-{{b}}" class="{{a}}{{b}}" bindtap="go">tap</view>',
    js: "Page({ data: { a: 'one', b: 'two' }, go(e) { log(e.currentTarget.dataset) } })",
    wxss: '.onetwo { width: 77px }',
    steps: [{ tap: '#v' }, { log: ['{"x":"onetwo","y":"one-two"}'] }, { rect: '#v', width: 77 }],
  },
  {
    id: 'empty-key',
    says: 'A list whose wx:key is empty is shown as one without.',
    source: `${view}list.html`,
    wxml: '<view wx:for="{{rows}}" wx:key="" class="row">{{item}}</view><button id="go" bindtap="go">go</button>',
    js: 'Page({ data: { rows: [1, 2] }, go() { this.setData({ rows: [3, 1, 2] }) } })',
    steps: [{ texts: '.row', are: ['1', '2'] }, { tap: '#go' }, { texts: '.row', are: ['3', '1', '2'] }],
  },
  {
    id: 'quotes-inside-a-style',
    says: 'A style attribute may have an address in quotes of the other kind.',
    source: `${view}data.html`,
    wxml: `<view id="v" style="background-image: url('{{picture}}'); width: 50px; height: 40px" />`,
    js: 'Page({ data: { picture: "$PNG" } })',
    steps: [{ rect: '#v', width: 50, height: 40 }],
  },
  {
    id: 'a-tap-on-an-unknown-tag',
    says: 'A tag that WeChat does not know is shown and hears events like any node.',
    source: event,
    wxml: '<a id="v" bindtap="go" data-x="1">link</a>',
    js: 'Page({ go(e) { log(e.type, e.currentTarget.dataset) } })',
    steps: [{ tap: '#v' }, { log: ['tap {"x":"1"}'] }],
  },
  {
    id: 'a-handler-named-by-data',
    says: 'The name of a handler may come from data, and change with it.',
    source: event,
    wxml: '<view id="v" bindtap="{{h}}">tap</view>',
    js: "Page({ data: { h: 'one' }, one() { log('one'); this.setData({ h: 'two' }) }, two() { log('two') } })",
    steps: [{ tap: '#v' }, { log: ['one'] }, { tap: '#v' }, { log: ['one', 'two'] }],
  },
  {
    id: 'rem',
    says: 'A rem is a twentieth of the width of the screen.',
    source: style,
    wxml: '<view id="v" style="height: 10px" class="wide" />',
    wxss: '.wide { width: 10rem }',
    steps: [{ rect: '#v', width: 187.5 }],
  },
  {
    id: 'a-brace-too-many',
    says: 'A sheet with a closing brace too many keeps its other rules.',
    source: style,
    wxml: '<view id="v" class="a b">x</view>',
    wxss: '.a { width: 60px } } .c { color: red } .b { height: 33px }',
    steps: [{ rect: '#v', width: 60, height: 33 }],
  },
  {
    id: 'paths-with-dots-before-brackets',
    says: 'setData finds the place that a path with dots and brackets names, however deep.',
    source: data,
    wxml: '<view id="v">{{root.cn[0].cn[1].v}} {{root.cn[0].n}}</view><button id="go" bindtap="go">go</button>',
    js: "Page({ data: { root: { cn: [{ n: 'same', cn: [{ v: 1 }, { v: 2 }] }] } }, go() { this.setData({ 'root.cn.[0].cn.[1].v': 3 }) } })",
    steps: [{ text: '#v', is: '2 same' }, { tap: '#go' }, { text: '#v', is: '3 same' }],
  },
  {
    id: 'templates-that-name-each-other',
    says: 'A template may use itself for a part of its data, by a name that a wxs function gives.',
    source: `${view}template.html`,
    wxml: `<wxs module="m">module.exports = { name: function (n) { return 't' + n } }</wxs>
<template name="t0"><view class="node">{{d.n}}</view><block wx:for="{{d.c}}" wx:key="n"><template is="{{m.name(item.t)}}" data="{{d: item}}" /></block></template>
<template name="t1"><view class="node">[{{d.n}}]</view><block wx:for="{{d.c}}" wx:key="n"><template is="{{m.name(item.t)}}" data="{{d: item}}" /></block></template>
<template is="{{m.name(root.t)}}" data="{{d: root}}" />`,
    js: "Page({ data: { root: { t: 0, n: 'a', c: [{ t: 1, n: 'b', c: [{ t: 0, n: 'c', c: [] }] }, { t: 0, n: 'd', c: [] }] } } })",
    steps: [{ texts: '.node', are: ['a', '[b]', 'c', 'd'] }],
  },
  {
    id: 'wx-is-one-object-for-all-files',
    says: 'wx is an ordinary object: what one file puts into it another finds, and its names can be listed.',
    source: modules,
    wxml: '<view id="v">{{text}}</view>',
    js: "require('./other.js'); Page({ data: { text: wx.ownName() + ' ' + Object.keys(wx).includes('request') + ' ' + Object.keys(wx).includes('getStorageSync') } })",
    files: { 'other.js': "wx.ownName = () => 'own'" },
    steps: [{ text: '#v', is: 'own true true' }],
  },
  {
    id: 'the-global-object-of-old-libraries',
    says: "Function('return this')() and asking for window and document do not throw.",
    source: script,
    wxml: '<view id="v">{{text}}</view>',
    js: "const g = Function('return this')(); Page({ data: { text: [typeof g === 'undefined' ? 'none' : typeof g, typeof window, typeof document].join(' ') } })",
    steps: [{ text: '#v', matches: '^(?:none|object) undefined undefined$' }],
  },
  {
    id: 'modern-script',
    says: 'Async functions, classes with fields, optional chaining, generators, Proxy and WeakMap work.',
    source: script,
    wxml: '<view id="v">{{text}}</view>',
    js: `class Store { #n = 1; static made = 0; get next() { return ++this.#n } }
function* count() { yield* [1, 2] }
Page({ data: { text: '' }, async onLoad() {
  const proxy = new Proxy({}, { get: (_, name) => name })
  const map = new WeakMap([[proxy, 'w']])
  const n = await Promise.resolve(new Store().next)
  this.setData({ text: [n, [...count()].join(''), proxy.p, map.get(proxy), null?.x ?? 'd'].join(' ') })
} })`,
    steps: [{ text: '#v', is: '2 12 p w d' }],
  },
  {
    id: 'a-missing-include',
    says: 'A template that includes a file which is not there shows what else it has.',
    source: `${view}import.html`,
    wxml: '<include src="missing.wxml" /><view id="v">rest</view><image src="missing.png" />',
    app: {},
    steps: [{ text: '#v', is: 'rest' }],
  },
  {
    id: 'tags-of-the-past',
    says: 'Tags that WeChat has removed do not harm the page.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/',
    wxml: '<modal title="old" hidden="{{true}}">m</modal><toast hidden="{{true}}">t</toast><loading hidden="{{true}}">l</loading><action-sheet hidden="{{true}}" /><view id="v" bindtap="go">rest</view>',
    js: "Page({ go() { log('tap') } })",
    steps: [{ text: '#v', is: 'rest' }, { tap: '#v' }, { log: ['tap'] }],
  },
  {
    id: 'a-missing-function-without-callbacks',
    says: 'A function that this platform cannot carry out calls fail, and says nothing when nobody listens.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html',
    wxml: '<button id="go" bindtap="go">go</button>',
    js: "Page({ go() { wx.joinVoIPChat({}); wx.startHCE({ fail: ({ errMsg }) => log(errMsg.split(' ')[0]) }) } })",
    steps: [{ tap: '#go' }, { log: ['startHCE:fail'] }, { pause: 100 }],
  },
  {
    id: 'a-tab-bar-that-is-not-there',
    says: 'getTabBar of a page without a custom tab bar gives nothing and does not throw.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/custom-tabbar.html',
    wxml: '<view id="v">{{text}}</view>',
    js: "Page({ data: { text: '' }, onShow() { const bar = typeof this.getTabBar === 'function' && this.getTabBar(); this.setData({ text: bar ? 'bar' : 'none' }) } })",
    steps: [{ text: '#v', is: 'none' }],
  },
  {
    id: 'slot-content-from-a-template',
    says: 'What a template puts into a component goes into its slot.',
    source: `${view}template.html`,
    wxml: '<template name="t"><x-box><text id="in">{{word}}</text></x-box></template><template is="t" data="{{word: w}}" />',
    js: "Page({ data: { w: 'inside' } })",
    json: { usingComponents: { 'x-box': 'x-box' } },
    files: {
      'x-box.wxml': '<view style="padding-left: 30px"><slot /></view>',
      'x-box.js': 'Component({})',
      'x-box.json': '{ "component": true }',
    },
    steps: [
      { text: '#in', is: 'inside' },
      { rect: '#in', left: 30 },
    ],
  },
  {
    id: 'literals-as-properties',
    says: 'Array and object literals as attributes reach a component as such.',
    source: `${view}data.html`,
    wxml: `<x-show list="{{['d', n]}}" thing="{{ {a: n, ...more} }}" />`,
    js: "Page({ data: { n: 1, more: { b: 'c' } } })",
    json: { usingComponents: { 'x-show': 'x-show' } },
    files: {
      'x-show.wxml': '<view id="v">{{list.length}} {{list[0]}} {{list[1]}} {{thing.a}} {{thing.b}}</view>',
      'x-show.js': 'Component({ properties: { list: Array, thing: Object } })',
      'x-show.json': '{ "component": true }',
    },
    steps: [{ text: '#v', is: '2 d 1 1 c' }],
  },
]
