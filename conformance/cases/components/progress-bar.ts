import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/progress.html'
const inner = 'html:div.wx-progress-inner-bar'
const bar = 'html:div.wx-progress-bar'
const js = `Page({ data: { p: 20 }, end(e) { log(e.type, e.detail.curPercent) }, go() { this.setData({ p: 40 }) } })`

export const cases: readonly Case[] = [
  {
    id: 'percent',
    says: 'percent is how much of the bar is full; it follows setData.',
    source,
    wxml: '<view style="width: 200px"><progress percent="{{p}}"/></view><button id="b" bindtap="go">go</button>',
    js,
    steps: [{ rect: inner, width: 40 }, { tap: '#b' }, { rect: inner, width: 80 }],
  },
  {
    id: 'limits',
    says: 'It is from 0 to 100.',
    source,
    wxml: '<view style="width: 200px"><progress percent="150"/><progress percent="-5"/></view>',
    steps: [
      { rect: inner, width: 200 },
      { rect: `${inner}[1]`, width: 0 },
    ],
  },
  {
    id: 'show-info',
    says: 'show-info shows the percentage, in font-size.',
    source,
    wxml: '<progress percent="35" show-info font-size="20"/>',
    steps: [
      { text: 'html:div.wx-progress-info', is: '35%' },
      { style: 'html:div.wx-progress-info', name: 'font-size', is: 20 },
    ],
  },
  {
    id: 'stroke-width',
    says: 'stroke-width is its height, 6 px without it.',
    source,
    wxml: '<progress percent="35"/><progress percent="35" stroke-width="12"/>',
    steps: [
      { rect: bar, height: 6 },
      { rect: `${bar}[1]`, height: 12 },
    ],
  },
  {
    id: 'colours',
    says: 'activeColor and backgroundColor colour what is full and what is not; color is an older name.',
    source,
    wxml: '<progress percent="35" activeColor="#ff0000" backgroundColor="#00ff00"/><progress percent="35" color="#0000ff"/>',
    steps: [
      { style: inner, name: 'background-color', is: '#ff0000' },
      { style: bar, name: 'background-color', is: '#00ff00' },
      { style: `${inner}[1]`, name: 'background-color', is: '#0000ff' },
    ],
  },
  {
    id: 'border-radius',
    says: 'border-radius rounds it.',
    source,
    wxml: '<progress percent="35" border-radius="5"/>',
    steps: [{ style: bar, name: 'border-top-left-radius', is: 5 }],
  },
  {
    id: 'active',
    says: 'active fills it step by step and sends activeend.',
    source,
    wxml: '<progress percent="{{p}}" active duration="5" bindactiveend="end"/>',
    js,
    steps: [{ log: ['activeend 20'] }],
  },
  {
    id: 'active-mode-forwards',
    says: 'active-mode="forwards" goes on from where it stood.',
    source,
    wxml: '<progress id="p" percent="{{p}}" active active-mode="forwards" duration="10" bindactiveend="end"/><button id="b" bindtap="go">go</button>',
    js,
    steps: [{ log: ['activeend 20'] }, { tap: '#b' }, { log: ['activeend 20', 'activeend 40'] }],
  },
  {
    id: 'role',
    says: 'It reads as a progress bar with its value.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: '<progress id="p" percent="35"/>',
    steps: [
      { attr: '#p', name: 'role', is: 'progressbar' },
      { attr: '#p', name: 'aria-valuenow', is: '35' },
    ],
  },
]
