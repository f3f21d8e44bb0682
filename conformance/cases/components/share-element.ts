import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/share-element.html'
const flight = 'html:wx-share-element.wx-share-flight'
const js =
  'Page({ data: { show: false }, open() { this.setData({ show: true }) }, shut() { this.setData({ show: false }) }, on(e) { log(e.type) } })'
const page = (attributes: string, other = 'same') =>
  `<share-element id="here" key="same" ${attributes} style="width: 50px; height: 40px">box</share-element><view id="open" bindtap="open">open</view>
   <page-container show="{{show}}" duration="{{50}}" bindafterenter="on" bindafterleave="on"><view style="height: 300px"><share-element id="there" key="${other}" ${attributes} style="width: 150px; height: 120px; margin-left: 100px">box</share-element><view id="shut" bindtap="shut">shut</view></view></page-container>`

export const cases: readonly Case[] = [
  {
    id: 'flies',
    says: 'A shared element with transform flies from the page to its place in the page-container when that is shown, for its duration.',
    source,
    wxml: page('transform duration="{{2500}}" easing-function="linear"'),
    js,
    steps: [
      { tap: '#open' },
      { count: flight, is: 1 },
      { style: '#here', name: 'visibility', is: 'hidden' },
      { style: '#there', name: 'visibility', is: 'hidden' },
      { log: ['afterenter'] },
      { count: flight, is: 1 },
      { missing: flight },
      { style: '#there', name: 'visibility', is: 'visible' },
      { rect: '#there', left: 100, width: 150, height: 120 },
    ],
  },
  {
    id: 'flies-back',
    says: 'When the page-container goes, the shared element flies back to the page.',
    source,
    wxml: page('transform duration="{{1500}}"'),
    js,
    steps: [
      { tap: '#open' },
      { missing: flight },
      { logHas: ['afterenter'] },
      { style: '#there', name: 'visibility', is: 'visible' },
      { tap: '#shut' },
      { count: flight, is: 1 },
      { style: '#here', name: 'visibility', is: 'hidden' },
      { missing: flight },
      { style: '#here', name: 'visibility', is: 'visible' },
    ],
  },
  {
    id: 'without-transform',
    says: 'Without transform a shared element stays where it is.',
    source,
    wxml: page('duration="{{2500}}"'),
    js,
    steps: [
      { tap: '#open' },
      { log: ['afterenter'] },
      { missing: flight },
      { style: '#here', name: 'visibility', is: 'visible' },
    ],
  },
  {
    id: 'other-key',
    says: 'Only elements of the same key belong together.',
    source,
    wxml: page('transform duration="{{2500}}"', 'other'),
    js,
    steps: [
      { tap: '#open' },
      { log: ['afterenter'] },
      { missing: flight },
      { style: '#there', name: 'visibility', is: 'visible' },
    ],
  },
]
