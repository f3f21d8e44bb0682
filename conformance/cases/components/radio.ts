import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/radio.html'
const group = 'https://developers.weixin.qq.com/miniprogram/dev/component/radio-group.html'
const js = `Page({ data: { at: 'a' }, change(e) { log(e.type, e.detail) }, go() { this.setData({ at: 'b' }) } })`
const two = (attributes = ''): string =>
  `<radio-group id="g" bindchange="change"><radio id="a" value="a" checked ${attributes}>a</radio><radio id="b" value="b" ${attributes}>b</radio></radio-group>`

export const cases: readonly Case[] = [
  {
    id: 'change',
    says: 'A group sends change with the value of the chosen button, and the others are off.',
    source: group,
    wxml: two(),
    js,
    steps: [
      { tap: '#b' },
      { log: ['change {"value":"b"}'] },
      { checked: '#a', is: false },
      { checked: '#b', is: true },
    ],
    covers: ['radio-group'],
  },
  {
    id: 'chosen-again',
    says: 'A tap on the chosen button changes nothing.',
    source: group,
    wxml: two(),
    js,
    steps: [{ tap: '#a' }, { pause: 150 }, { log: [] }, { checked: '#a', is: true }],
  },
  {
    id: 'checked-by-the-app',
    says: 'checked follows setData without a change event.',
    source,
    wxml: `<radio-group bindchange="change"><radio wx:for="{{['a', 'b']}}" wx:key="*this" id="{{item}}" value="{{item}}" checked="{{at === item}}"/></radio-group><button id="go" bindtap="go">go</button>`,
    js,
    steps: [
      { checked: '#a', is: true },
      { tap: '#go' },
      { checked: '#b', is: true },
      { checked: '#a', is: false },
      { log: [] },
    ],
  },
  {
    id: 'disabled',
    says: 'A disabled button cannot be chosen.',
    source,
    wxml: two('disabled'),
    js,
    steps: [{ tap: '#b' }, { pause: 150 }, { checked: '#b', is: false }, { log: [] }],
  },
  {
    id: 'color',
    says: 'color is the colour of the chosen button.',
    source,
    wxml: two('color="#ff0000"'),
    js,
    steps: [{ style: 'html:div.wx-radio-input', name: 'background-color', is: '#ff0000' }],
  },
  {
    id: 'groups-are-apart',
    says: 'Groups do not disturb each other.',
    source: group,
    wxml: `${two()}<radio-group><radio id="c" value="c" checked/><radio id="d" value="d"/></radio-group>`,
    js,
    steps: [{ tap: '#d' }, { checked: '#d', is: true }, { checked: '#a', is: true }],
  },
  {
    id: 'role-and-keys',
    says: 'Buttons read as radio buttons of a group; arrow keys choose.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: two(),
    js,
    steps: [
      { attr: '#g', name: 'role', is: 'radiogroup' },
      { attr: '#a', name: 'role', is: 'radio' },
      { tap: '#a' },
      { key: 'ArrowDown' },
      { log: ['change {"value":"b"}'] },
      { attr: '#b', name: 'aria-checked', is: 'true' },
    ],
  },
]
