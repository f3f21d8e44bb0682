import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/picker-view.html'
const wxml = (attributes: string): string => `
<picker-view id="p" style="width: 300px; height: 200px" indicator-style="height: 40px" ${attributes} bindchange="change" bindpickstart="mark" bindpickend="mark">
  <picker-view-column class="one"><view wx:for="{{years}}" wx:key="*this" class="row">{{item}}</view></picker-view-column>
  <picker-view-column class="two"><view wx:for="{{months}}" wx:key="*this" class="row">{{item}}</view></picker-view-column>
</picker-view><button id="b" bindtap="go">go</button>`
const js = (go = ''): string => `Page({
  data: { years: [2000, 2001, 2002, 2003, 2004, 2005], months: ['a', 'b', 'c', 'd'], value: [1, 2] },
  change(e) { log(e.type, e.detail) },
  mark(e) { log(e.type) },
  go() { ${go} },
})`
const chosen = 'picker-view-column [aria-selected=true]'

export const cases: readonly Case[] = [
  {
    id: 'value',
    says: 'value holds the index of the row that each column shows in the middle.',
    source,
    wxml: wxml('value="{{value}}"'),
    js: js(),
    steps: [
      { texts: chosen, are: ['2001', 'c'] },
      { rect: '.one .row[1]', top: 80, of: '#p' },
      { rect: '.two .row[2]', top: 80, of: '#p' },
    ],
  },
  {
    id: 'value-out-of-range',
    says: 'A number greater than the last index means the last row.',
    source,
    wxml: wxml('value="{{[99, 0]}}"'),
    js: js(),
    steps: [{ texts: chosen, are: ['2005', 'a'] }],
  },
  {
    id: 'no-value',
    says: 'Without a value each column shows its first row.',
    source,
    wxml: wxml(''),
    js: js(),
    steps: [{ texts: chosen, are: ['2000', 'a'] }],
  },
  {
    id: 'row-height',
    says: 'Rows are as high as the indicator.',
    source,
    wxml: wxml(''),
    js: js(),
    steps: [
      { rect: '.one .row', height: 40 },
      { rect: '.one .row[1]', top: 40, of: '.one .row[0]' },
    ],
  },
  {
    id: 'columns-share-the-width',
    says: 'Columns share the width equally and are as high as the picker-view.',
    source,
    wxml: wxml(''),
    js: js(),
    steps: [
      { rect: '.one', width: 150, height: 200 },
      { rect: '.two', width: 150, left: 150, of: '#p' },
    ],
  },
  {
    id: 'drag',
    says: 'A drag turns a column; pickstart, change with all indexes and pickend come in this order.',
    source,
    wxml: wxml('value="{{value}}"'),
    js: js(),
    steps: [
      { drag: '.one', by: [0, -84], from: ['50%', '70%'] },
      { log: ['pickstart', 'change {"value":[3,2]}', 'pickend'] },
      { texts: chosen, are: ['2003', 'c'] },
    ],
  },
  {
    id: 'drag-back',
    says: 'A column that comes to rest on the row where it was sends no change.',
    source,
    wxml: wxml('value="{{value}}"'),
    js: js(),
    steps: [{ drag: '.one', by: [0, 14], from: ['50%', '50%'] }, { log: ['pickstart', 'pickend'] }],
  },
  {
    id: 'swipe',
    says: 'A quick stroke lets the column run on.',
    source,
    wxml: wxml(''),
    js: js(),
    steps: [
      { swipe: '.one', by: [0, -100], from: ['50%', '80%'] },
      { logHas: ['pickend'] },
      { texts: chosen, are: ['2005', 'a'] },
    ],
  },
  {
    id: 'stays-within-its-rows',
    says: 'A column cannot be left turned beyond its first row.',
    source,
    wxml: wxml(''),
    js: js(),
    steps: [
      { drag: '.one', by: [0, 80], from: ['50%', '30%'] },
      { logHas: ['pickend'] },
      { rect: '.one .row[0]', top: 80, of: '#p' },
    ],
  },
  {
    id: 'immediate-change',
    says: 'With immediate-change the change comes when the finger leaves, before the end.',
    source,
    wxml: wxml('immediate-change'),
    js: js(),
    steps: [
      { drag: '.one', by: [0, -64], from: ['50%', '70%'] },
      { log: ['pickstart', 'change {"value":[2,0]}', 'pickend'] },
    ],
  },
  {
    id: 'set-by-the-app',
    says: 'A value that setData brings turns the columns and is no change.',
    source,
    wxml: wxml('value="{{value}}"'),
    js: js('this.setData({ value: [4, 0] })'),
    steps: [
      { tap: '#b' },
      { rect: '.one .row[4]', top: 80, of: '#p' },
      { rect: '.two .row[0]', top: 80, of: '#p' },
      { log: [] },
    ],
  },
  {
    id: 'rows-change',
    says: 'Rows may be exchanged together with the value, as date pickers do.',
    source,
    wxml: wxml('value="{{value}}"'),
    js: js(`this.setData({ months: ['x', 'y'], value: [1, 1] })`),
    steps: [{ tap: '#b' }, { texts: chosen, are: ['2001', 'y'] }, { rect: '.two .row[1]', top: 80, of: '#p' }],
  },
  {
    id: 'shown-later',
    says: 'A picker-view in a popup that opens later shows its value.',
    source,
    wxml: `<view hidden="{{!shown}}">${wxml('value="{{value}}"')}</view><button id="open" bindtap="go">open</button>`,
    js: js('this.setData({ shown: true })'),
    steps: [{ tap: '#open' }, { rect: '.one .row[1]', top: 80, of: '#p' }],
  },
  {
    id: 'in-a-component',
    says: 'A picker-view in a component reports to the component.',
    source,
    wxml: '<x-date bind:picked="picked"/>',
    js: `Page({ picked(e) { log(e.detail) } })`,
    json: { usingComponents: { 'x-date': 'x-date' } },
    files: {
      'x-date.json': '{ "component": true }',
      'x-date.wxml':
        '<picker-view style="height: 200px" indicator-style="height: 40px" bindchange="change"><picker-view-column class="one"><view wx:for="{{5}}" wx:key="*this">{{item}}</view></picker-view-column></picker-view>',
      'x-date.js': `Component({ methods: { change(e) { this.triggerEvent('picked', e.detail.value) } } })`,
    },
    steps: [{ drag: 'picker-view-column', by: [0, -44], from: ['50%', '60%'] }, { log: ['[1]'] }],
  },
  {
    id: 'mask-and-indicator-class',
    says: 'mask-class, mask-style and indicator-class style the mask and the box in the middle.',
    source,
    wxml: wxml('indicator-class="box" mask-class="veil" mask-style="opacity: 0.25"'),
    wxss: '.box { border-color: #ff0000 } .veil { background-color: #00ff00 }',
    js: js(),
    steps: [
      { style: 'html:div.box', name: 'border-top-color', is: '#ff0000' },
      { style: 'html:div.box', name: 'height', is: 40 },
      { style: 'html:div.veil', name: 'background-color', is: '#00ff00' },
      { style: 'html:div.veil', name: 'opacity', is: '0.25' },
    ],
  },
  {
    id: 'keys',
    says: 'Arrow keys turn the column that has the focus.',
    source,
    wxml: wxml('value="{{value}}"'),
    js: js(),
    steps: [
      { tap: '.one' },
      { focused: '.one' },
      { key: 'ArrowDown' },
      { log: ['pickstart', 'change {"value":[2,2]}', 'pickend'] },
      { attr: '.one', name: 'role', is: 'listbox' },
    ],
  },
  {
    id: 'model',
    says: 'model:value follows what the user chose.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html',
    wxml: `${wxml('model:value="{{value}}"')}<view id="v">{{value[0]}}-{{value[1]}}</view>`,
    js: js(),
    steps: [
      { drag: '.two', by: [0, 44], from: ['50%', '40%'] },
      { text: '#v', is: '1-1' },
    ],
  },
]
