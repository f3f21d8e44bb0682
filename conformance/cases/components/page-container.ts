import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/page-container.html'
const events =
  'bindbeforeenter="on" bindenter="on" bindafterenter="on" bindbeforeleave="on" bindleave="on" bindafterleave="on" bindclickoverlay="on"'
const inside = '<view id="inside" style="height: 200px">inside</view>'
const js =
  'Page({ data: { show: false }, open() { this.setData({ show: true }) }, shut() { this.setData({ show: false }) }, on(e) { log(e.type) } })'
const second = {
  pages: ['second'],
  files: {
    'second.wxml': `<view id="open" bindtap="open">open</view><page-container show="{{show}}" duration="{{50}}" bindafterleave="on">${inside}</page-container>`,
    'second.js': js,
    'second.json': '{}',
  },
} as const

export const cases: readonly Case[] = [
  {
    id: 'enters',
    says: 'show lets it in, with beforeenter, enter and afterenter.',
    source,
    wxml: `<view id="open" bindtap="open">open</view><page-container show="{{show}}" duration="{{50}}" ${events}>${inside}</page-container>`,
    js,
    steps: [
      { hidden: '#inside' },
      { tap: '#open' },
      { log: ['beforeenter', 'enter', 'afterenter'] },
      { visible: '#inside' },
      { onTop: '#inside' },
    ],
  },
  {
    id: 'leaves',
    says: 'show false lets it out, with beforeleave, leave and afterleave.',
    source,
    wxml: `<view id="open" bindtap="open">open</view><page-container show="{{show}}" duration="{{50}}" overlay="{{false}}" ${events}><view id="shut" bindtap="shut">shut</view></page-container>`,
    js,
    steps: [
      { tap: '#open' },
      { logHas: ['afterenter'] },
      { clearLog: true },
      { tap: '#shut' },
      { log: ['beforeleave', 'leave', 'afterleave'] },
      { hidden: '#shut' },
    ],
  },
  {
    id: 'overlay',
    says: 'A tap on the overlay is told by clickoverlay and closes it.',
    source,
    wxml: `<view id="open" bindtap="open">open</view><page-container show="{{show}}" duration="{{50}}" ${events}>${inside}</page-container>`,
    js,
    steps: [
      { tap: '#open' },
      { logHas: ['afterenter'] },
      { clearLog: true },
      { tap: 'page-container', at: [100, 50] },
      { logHas: ['clickoverlay', 'beforeleave', 'leave', 'afterleave'] },
      { hidden: '#inside' },
    ],
  },
  {
    id: 'position-top',
    says: 'position top brings it to the upper edge.',
    source,
    wxml: `<page-container show position="top" duration="{{0}}">${inside}</page-container>`,
    steps: [{ rect: '#inside', top: 0 }],
  },
  {
    id: 'custom-style',
    says: 'custom-style styles the box itself.',
    source,
    wxml: '<page-container show duration="{{0}}" custom-style="background-color: #00ff00; padding-left: 40px"><view id="inside">x</view></page-container>',
    steps: [{ rect: '#inside', left: 40 }],
  },
  {
    id: 'back-closes-it',
    says: 'Going back closes it first; the page stays.',
    source,
    ...second,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: 'Page({ go() { wx.navigateTo({ url: "second" }) } })',
    steps: [
      { tap: '#go' },
      { tap: '#open' },
      { visible: '#inside' },
      { back: 'bar' },
      { log: ['afterleave'] },
      { hidden: '#inside' },
      { path: 'second' },
      { back: 'bar' },
      { path: 'index' },
    ],
  },
  {
    id: 'history-closes-it',
    says: 'The browser’s back closes it too; the page stays.',
    source,
    ...second,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: 'Page({ go() { wx.navigateTo({ url: "second" }) } })',
    steps: [
      { tap: '#go' },
      { tap: '#open' },
      { visible: '#inside' },
      { back: 'history' },
      { log: ['afterleave'] },
      { path: 'second' },
      { exists: '#open' },
      { back: 'history' },
      { path: 'index' },
    ],
  },
]
