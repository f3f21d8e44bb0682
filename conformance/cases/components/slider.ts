import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/slider.html'
const slider = (attributes: string): string =>
  `<view style="width: 336px"><slider id="s" ${attributes} bindchange="change" bindchanging="changing"/></view><button id="b" bindtap="go">go</button>`
const js = `Page({ data: { v: 20 }, change(e) { log(e.type, e.detail.value) }, changing(e) { this.n = (this.n || 0) + 1; if (this.n === 1) log(e.type, typeof e.detail.value) }, go() { this.setData({ v: 70 }) } })`
const track = 'html:div.wx-slider-track'

export const cases: readonly Case[] = [
  {
    id: 'value',
    says: 'value is where it stands, and follows setData without an event.',
    source,
    wxml: slider('value="{{v}}"'),
    js,
    steps: [{ rect: track, width: 60 }, { tap: '#b' }, { rect: track, width: 210 }, { log: [] }],
  },
  {
    id: 'drag',
    says: 'A drag sends changing on the way and change at its end.',
    source,
    wxml: slider(''),
    js,
    steps: [
      { drag: '#s', by: [150, 0], from: [0, 14] },
      { log: ['changing number', 'change 50'] },
      { attr: '#s', name: 'aria-valuenow', is: '50' },
    ],
  },
  {
    id: 'tap',
    says: 'A tap on the line sets it there.',
    source,
    wxml: slider(''),
    js,
    steps: [{ tap: '#s', at: [225, 14] }, { log: ['change 75'] }],
  },
  {
    id: 'min-and-max',
    says: 'min and max are its ends.',
    source,
    wxml: slider('min="50" max="200"'),
    js,
    steps: [{ attr: '#s', name: 'aria-valuenow', is: '50' }, { tap: '#s', at: [150, 14] }, { log: ['change 125'] }],
  },
  {
    id: 'step',
    says: 'Only multiples of step can be chosen.',
    source,
    wxml: slider('step="25"'),
    js,
    steps: [{ tap: '#s', at: [120, 14] }, { log: ['change 50'] }],
  },
  {
    id: 'fractional-step',
    says: 'A step may be a fraction.',
    source,
    wxml: slider('min="0" max="1" step="0.1"'),
    js,
    steps: [{ tap: '#s', at: [92, 14] }, { log: ['change 0.3'] }],
  },
  {
    id: 'disabled',
    says: 'A disabled slider stays where it is.',
    source,
    wxml: slider('disabled value="20"'),
    js,
    steps: [
      { tap: '#s', at: [225, 14] },
      { drag: '#s', by: [100, 0], from: [60, 14] },
      { rect: track, width: 60 },
      { log: [] },
    ],
  },
  {
    id: 'show-value',
    says: 'show-value shows the number beside it.',
    source,
    wxml: slider('show-value value="30"'),
    js,
    steps: [{ text: 'html:div.wx-slider-value', is: '30' }],
  },
  {
    id: 'hides-the-value',
    says: 'Without show-value there is no number.',
    source,
    wxml: slider('value="30"'),
    js,
    steps: [{ hidden: 'html:div.wx-slider-value' }],
  },
  {
    id: 'colours',
    says: 'activeColor, backgroundColor and block-color colour the line before, the line behind and the knob.',
    source,
    wxml: slider('value="30" activeColor="#ff0000" backgroundColor="#00ff00" block-color="#0000ff"'),
    js,
    steps: [
      { style: track, name: 'background-color', is: '#ff0000' },
      { style: 'html:div.wx-slider-handle-wrapper', name: 'background-color', is: '#00ff00' },
      { style: 'html:div.wx-slider-thumb', name: 'background-color', is: '#0000ff' },
    ],
  },
  {
    id: 'older-colours',
    says: 'color and selected-color are older names of the colours of the line.',
    source,
    wxml: slider('value="30" color="#00ff00" selected-color="#ff0000"'),
    js,
    steps: [
      { style: track, name: 'background-color', is: '#ff0000' },
      { style: 'html:div.wx-slider-handle-wrapper', name: 'background-color', is: '#00ff00' },
    ],
  },
  {
    id: 'block-size',
    says: 'block-size is the size of the knob, from 12 to 28 px.',
    source,
    wxml: '<slider class="s" block-size="20"/><slider class="s" block-size="5"/><slider class="s" block-size="50"/>',
    steps: [
      { rect: 'html:div.wx-slider-thumb[0]', width: 20 },
      { rect: 'html:div.wx-slider-thumb[1]', width: 12 },
      { rect: 'html:div.wx-slider-thumb[2]', width: 28 },
    ],
  },
  {
    id: 'role-and-keys',
    says: 'It reads as a slider with its limits, and moves by the arrow keys.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: slider('value="20" step="5"'),
    js,
    steps: [
      { attr: '#s', name: 'role', is: 'slider' },
      { attr: '#s', name: 'aria-valuemax', is: '100' },
      { tap: '#s', at: [150, 14] },
      { key: 'ArrowRight' },
      { log: ['change 50', 'change 55'] },
    ],
  },
  {
    id: 'model',
    says: 'model:value follows the slider.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/view/two-way-bindings.html',
    wxml: '<view style="width: 336px"><slider id="s" model:value="{{v}}"/></view><view id="v">{{v}}</view>',
    js,
    steps: [
      { tap: '#s', at: [150, 14] },
      { text: '#v', is: '50' },
    ],
  },
]
