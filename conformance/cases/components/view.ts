import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/view.html'

export const cases: readonly Case[] = [
  {
    id: 'tap-reaches-the-page',
    says: 'A tap on a view calls the handler that bindtap names.',
    source,
    wxml: '<view id="box" bindtap="tapped" data-n="{{1}}">box</view>',
    js: `Page({ tapped(e) { log(e.type, e.currentTarget.dataset) } })`,
    steps: [{ tap: '#box' }, { log: ['tap {"n":1}'] }],
  },
  {
    id: 'is-a-block',
    says: 'A view is a block: it takes the whole width and stands on a line of its own.',
    source,
    wxml: '<view id="a">a</view><view id="b">b</view>',
    steps: [
      { rect: '#a', left: 0, top: 0, width: 375 },
      { style: '#a', name: 'display', is: 'block' },
      { rect: '#b', top: 0, left: 0, of: '#b' },
    ],
  },
  {
    id: 'hover-class',
    says: 'hover-class is put on while a finger is down, after 50 ms, and taken off 400 ms after it leaves.',
    source,
    wxml: '<view id="box" hover-class="on">box</view>',
    wxss: '#box { height: 100px; background-color: #ffffff } #box.on { background-color: #ff0000 }',
    steps: [
      { touch: '#box', paths: [[[20, 20]]], stays: true },
      { style: '#box', name: 'background-color', is: '#ff0000' },
      { release: true },
      { style: '#box', name: 'background-color', is: '#ffffff' },
    ],
  },
]
