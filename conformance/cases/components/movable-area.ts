import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/movable-area.html'
const paths = [
  [
    [20, 250],
    [10, 250],
  ],
  [
    [60, 250],
    [90, 250],
  ],
] as const
const wxml = (area: string): string =>
  `<movable-area id="a" ${area} style="width: 300px; height: 300px"><movable-view id="m" direction="all" scale style="width: 100px; height: 100px"/></movable-area>`

export const cases: readonly Case[] = [
  {
    id: 'scale-area',
    says: 'With scale-area two fingers anywhere in the area scale the view.',
    source,
    wxml: wxml('scale-area'),
    steps: [
      { touch: '#a', paths, holdMs: 60 },
      { rect: '#m', width: 200, tolerance: 6 },
    ],
    except: { webkit: 'WebDriver sends one finger only' },
  },
  {
    id: 'no-scale-area',
    says: 'Without scale-area fingers beside the view do not scale it.',
    source,
    wxml: wxml(''),
    steps: [{ touch: '#a', paths, holdMs: 60 }, { pause: 100 }, { rect: '#m', width: 100 }],
    except: { webkit: 'WebDriver sends one finger only' },
  },
  {
    id: 'resized',
    says: 'A view that no longer fits into its area moves into it.',
    source,
    wxml: '<movable-area id="a" style="width: {{w}}px; height: 300px"><movable-view id="m" direction="all" x="200" style="width: 100px; height: 100px"/></movable-area><button id="b" bindtap="go">go</button>',
    js: `Page({ data: { w: 300 }, go() { this.setData({ w: 200 }) } })`,
    steps: [{ rect: '#m', left: 200 }, { tap: '#b' }, { rect: '#m', left: 100 }],
  },
]
