import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/checkbox.html'
const group = 'https://developers.weixin.qq.com/miniprogram/dev/component/checkbox-group.html'
const js = `Page({
  data: { on: false, color: '#ff0000' },
  change(e) { log(e.type, e.detail) }, tapped(e) { log('tap', e.currentTarget.id) }, go() { this.setData({ on: true }) },
})`
const box = 'html:div.wx-checkbox-input'

export const cases: readonly Case[] = [
  {
    id: 'change',
    says: 'A group sends change with the values of the checked boxes.',
    source: group,
    wxml: '<checkbox-group bindchange="change"><checkbox id="a" value="1">a</checkbox><checkbox id="b" value="2" checked>b</checkbox></checkbox-group>',
    js,
    steps: [
      { tap: '#a' },
      { tap: '#b' },
      { log: ['change {"value":["1","2"]}', 'change {"value":["1"]}'] },
      { checked: '#a', is: true },
      { checked: '#b', is: false },
    ],
    covers: ['checkbox-group'],
  },
  {
    id: 'checked',
    says: 'checked says whether it is checked at first, and follows setData.',
    source,
    wxml: '<checkbox id="a" checked/><checkbox id="b" checked="{{on}}"/><button id="go" bindtap="go">go</button>',
    js,
    steps: [{ checked: '#a', is: true }, { checked: '#b', is: false }, { tap: '#go' }, { checked: '#b', is: true }],
  },
  {
    id: 'set-by-the-app-is-no-change',
    says: 'checked that the app sets sends no change.',
    source,
    wxml: '<checkbox-group bindchange="change"><checkbox id="b" value="b" checked="{{on}}"/></checkbox-group><button id="go" bindtap="go">go</button>',
    js,
    steps: [{ tap: '#go' }, { checked: '#b', is: true }, { log: [] }],
  },
  {
    id: 'disabled',
    says: 'A disabled box cannot be checked.',
    source,
    wxml: '<checkbox-group bindchange="change"><checkbox id="a" disabled value="1">a</checkbox></checkbox-group>',
    js,
    steps: [
      { tap: '#a' },
      { pause: 150 },
      { checked: '#a', is: false },
      { log: [] },
      { attr: '#a', name: 'aria-disabled', is: 'true' },
    ],
  },
  {
    id: 'color',
    says: 'color is the colour of the tick.',
    source,
    wxml: '<checkbox id="a" checked color="{{color}}"/>',
    js,
    steps: [{ style: box, name: 'color', is: '#ff0000' }],
  },
  {
    id: 'tap-event',
    says: 'A tap on a box is a tap too.',
    source,
    wxml: '<checkbox id="a" bindtap="tapped">a</checkbox>',
    js,
    steps: [{ tap: '#a' }, { log: ['tap a'] }, { checked: '#a', is: true }],
  },
  {
    id: 'without-a-group',
    says: 'A box without a group can be checked.',
    source,
    wxml: '<checkbox id="a">a</checkbox>',
    steps: [{ tap: '#a' }, { checked: '#a', is: true }, { tap: '#a' }, { checked: '#a', is: false }],
  },
  {
    id: 'in-a-list',
    says: 'Boxes of a list keep their state when the list grows.',
    source,
    wxml: '<checkbox-group bindchange="change"><label wx:for="{{items}}" wx:key="*this"><checkbox class="c" value="{{item}}"/>{{item}}</label></checkbox-group><button id="go" bindtap="more">more</button>',
    js: `Page({ data: { items: ['a', 'b'] }, change(e) { log(e.detail.value) }, more() { this.setData({ items: ['z', 'a', 'b'] }) } })`,
    steps: [
      { tap: '.c[1]' },
      { log: ['["b"]'] },
      { tap: '#go' },
      { checked: '.c[2]', is: true },
      { checked: '.c[1]', is: false },
    ],
  },
  {
    id: 'role',
    says: 'A checkbox reads as one, with its state, and is checked by the space key.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: '<checkbox id="a">agree</checkbox>',
    steps: [
      { attr: '#a', name: 'role', is: 'checkbox' },
      { attr: '#a', name: 'aria-checked', is: 'false' },
      { tap: '#a' },
      { attr: '#a', name: 'aria-checked', is: 'true' },
      { key: ' ' },
      { attr: '#a', name: 'aria-checked', is: 'false' },
    ],
  },
]
