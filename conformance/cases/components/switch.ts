import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/switch.html'
const js = `Page({ data: { on: false }, change(e) { log(e.type, e.detail) }, go() { this.setData({ on: true }) } })`

export const cases: readonly Case[] = [
  {
    id: 'change',
    says: 'A tap turns it and sends change with its state.',
    source,
    wxml: '<switch id="s" bindchange="change"/>',
    js,
    steps: [
      { tap: '#s' },
      { log: ['change {"value":true}'] },
      { checked: '#s', is: true },
      { tap: '#s' },
      { logHas: ['change {"value":false}'] },
    ],
  },
  {
    id: 'checked',
    says: 'checked is its state at first and follows setData without an event.',
    source,
    wxml: '<switch id="s" checked="{{on}}" bindchange="change"/><button id="b" bindtap="go">go</button>',
    js,
    steps: [{ checked: '#s', is: false }, { tap: '#b' }, { checked: '#s', is: true }, { log: [] }],
  },
  {
    id: 'disabled',
    says: 'A disabled switch does not turn.',
    source,
    wxml: '<switch id="s" disabled bindchange="change"/>',
    js,
    steps: [{ tap: '#s' }, { pause: 150 }, { checked: '#s', is: false }, { log: [] }],
  },
  {
    id: 'color',
    says: 'color is its colour while it is on.',
    source,
    wxml: '<switch id="s" checked color="#ff0000"/>',
    steps: [{ style: 'html:div.wx-switch-input', name: 'background-color', is: '#ff0000' }],
  },
  {
    id: 'type-checkbox',
    says: 'type="checkbox" looks and reads like a checkbox.',
    source,
    wxml: '<switch id="s" type="checkbox" bindchange="change"/>',
    js,
    steps: [
      { visible: 'html:div.wx-checkbox-input' },
      { hidden: 'html:div.wx-switch-input' },
      { attr: '#s', name: 'role', is: 'checkbox' },
      { tap: '#s' },
      { log: ['change {"value":true}'] },
    ],
  },
  {
    id: 'size',
    says: 'A switch is 52 px wide and 32 px high.',
    source,
    wxml: '<switch id="s"/>',
    steps: [{ rect: 'html:div.wx-switch-input', width: 52, height: 32 }],
  },
  {
    id: 'role-and-key',
    says: 'It reads as a switch with its state, and turns by the space key.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: '<switch id="s" bindchange="change"/>',
    js,
    steps: [
      { attr: '#s', name: 'role', is: 'switch' },
      { tap: '#s' },
      { attr: '#s', name: 'aria-checked', is: 'true' },
      { key: ' ' },
      { attr: '#s', name: 'aria-checked', is: 'false' },
    ],
  },
  {
    id: 'model',
    says: 'model:checked follows the switch.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html',
    wxml: '<switch id="s" model:checked="{{on}}"/><view id="v">{{on}}</view>',
    js,
    steps: [{ tap: '#s' }, { text: '#v', is: 'true' }],
  },
]
