import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/progress.html'

export const cases: readonly Case[] = [
  {
    id: 'percent',
    says: 'percent is told to those who hear the page, too.',
    source,
    wxml: '<progress id="p" percent="{{n}}" bindtap="go" />',
    js: 'Page({ data: { n: 20 }, go() { this.setData({ n: 70 }) } })',
    steps: [
      { attr: '#p', name: 'role', is: 'progressbar' },
      { attr: '#p', name: 'aria-valuenow', is: '20' },
      { tap: '#p' },
      { attr: '#p', name: 'aria-valuenow', is: '70' },
    ],
  },
  {
    id: 'show-info',
    says: 'show-info writes the percentage at the right of the bar.',
    source,
    wxml: '<progress id="p" percent="42" show-info /><progress id="q" percent="42" />',
    steps: [
      { text: '#p', is: '42%' },
      { text: '#q', is: '' },
    ],
  },
  {
    id: 'stroke-width',
    says: 'The bar is 6 px high unless stroke-width says otherwise.',
    source,
    wxml: '<progress id="p" percent="42" /><progress id="q" percent="42" stroke-width="20" />',
    steps: [
      { rect: '#p', height: 6 },
      { rect: '#q', height: 20 },
    ],
  },
  {
    id: 'font-size',
    says: 'font-size is the size of the percentage, 16 px unless set.',
    source,
    wxml: '<progress id="p" percent="42" show-info font-size="30" /><progress id="q" percent="42" show-info />',
    steps: [
      { rect: '#p', height: 36, tolerance: 10 },
      { rect: '#q', height: 20, tolerance: 8 },
    ],
  },
  {
    id: 'active-end',
    says: 'bindactiveend comes when the animation of active has ended.',
    source,
    wxml: '<progress percent="10" active duration="10" bindactiveend="ended" />',
    js: 'Page({ ended(e) { log(e.type, e.detail.curPercent ?? null) } })',
    steps: [{ logMatches: ['^activeend'] }],
  },
  {
    id: 'percent-limits',
    says: 'percent stays between 0 and 100.',
    source,
    wxml: '<progress id="p" percent="{{150}}" show-info /><progress id="q" percent="{{-5}}" show-info />',
    steps: [
      { text: '#p', is: '100%' },
      { text: '#q', is: '0%' },
    ],
  },
]
