import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/skyline/gesture.html'
const wxss = '.box { width: 300px; height: 200px; background-color: #eeeeee }'
const swipe = {
  touch: '#box',
  paths: [
    [
      [20, 100],
      [60, 100],
      [140, 104],
    ],
  ],
  ms: 200,
} as const
const down = {
  touch: '#box',
  paths: [
    [
      [100, 20],
      [100, 60],
      [104, 140],
    ],
  ],
  ms: 200,
} as const
const wrap = (tag: string, attributes = 'worklet:ongesture="on"'): string =>
  `<${tag}-gesture-handler ${attributes}><view id="box" class="box">x</view></${tag}-gesture-handler>`

export const cases: readonly Case[] = [
  {
    id: 'tap',
    says: 'tap-gesture-handler calls its worklet with the place of a tap.',
    source,
    covers: ['tap-gesture-handler'],
    wxml: wrap('tap'),
    wxss,
    js: 'Page({ on(e) { "worklet"; if (e.state === 2) log({ x: e.absoluteX, y: e.absoluteY }) } })',
    steps: [
      { tap: '#box', at: [50, 60] },
      { logged: 'x', is: 50, tolerance: 1 },
      { logged: 'y', is: 60, tolerance: 1 },
    ],
  },
  {
    id: 'no-tap-after-move',
    says: 'A finger that moves away is no tap.',
    source,
    covers: ['tap-gesture-handler'],
    wxml: wrap('tap'),
    wxss,
    js: 'Page({ on(e) { "worklet"; if (e.state === 2) log("tap"); else log("down") } })',
    steps: [swipe, { log: ['down'] }, { pause: 150 }, { logLacks: 'tap' }],
  },
  {
    id: 'double-tap',
    says: 'double-tap-gesture-handler answers the second of two quick taps.',
    source,
    covers: ['double-tap-gesture-handler'],
    wxml: wrap('double-tap'),
    wxss,
    js: 'Page({ on(e) { "worklet"; log("double") } })',
    steps: [{ tap: '#box' }, { pause: 500 }, { logLacks: 'double' }, { doubleTap: '#box' }, { log: ['double'] }],
  },
  {
    id: 'long-press',
    says: 'long-press-gesture-handler begins while the finger is down and ends when it leaves.',
    source,
    covers: ['long-press-gesture-handler'],
    wxml: wrap('long-press'),
    wxss,
    js: 'Page({ on(e) { "worklet"; if (e.state !== 2) log(e.state) } })',
    steps: [{ longpress: '#box', ms: 800 }, { log: ['1', '3'] }],
  },
  {
    id: 'pan',
    says: 'pan-gesture-handler begins, goes on and ends, with how far the finger went each time.',
    source,
    covers: ['pan-gesture-handler'],
    wxml: wrap('pan'),
    wxss,
    js: 'Page({ states: [], sum: 0, on(e) { "worklet"; if (this.states[this.states.length - 1] !== e.state) this.states.push(e.state); if (e.state === 2) this.sum += e.deltaX; if (e.state === 3) log({ states: this.states, sum: this.sum, speed: typeof e.velocityX }) } })',
    steps: [
      swipe,
      { logged: 'states', equals: [0, 1, 2, 3] },
      { logged: 'sum', atLeast: 40, atMost: 120 },
      { logged: 'speed', equals: 'number' },
    ],
  },
  {
    id: 'horizontal',
    says: 'horizontal-drag-gesture-handler answers sideways drags only.',
    source,
    covers: ['horizontal-drag-gesture-handler'],
    wxml: wrap('horizontal-drag'),
    wxss,
    js: 'Page({ on(e) { "worklet"; if (e.state === 1) log("begin") } })',
    steps: [down, { pause: 150 }, { logLacks: 'begin' }, swipe, { log: ['begin'] }],
  },
  {
    id: 'vertical',
    says: 'vertical-drag-gesture-handler answers drags up and down only.',
    source,
    covers: ['vertical-drag-gesture-handler'],
    wxml: wrap('vertical-drag'),
    wxss,
    js: 'Page({ on(e) { "worklet"; if (e.state === 1) log("begin") } })',
    steps: [swipe, { pause: 150 }, { logLacks: 'begin' }, down, { log: ['begin'] }],
  },
  {
    id: 'scale',
    says: 'scale-gesture-handler tells how much further apart two fingers are.',
    source,
    covers: ['scale-gesture-handler'],
    wxml: wrap('scale'),
    wxss,
    js: 'Page({ on(e) { "worklet"; if (e.state === 2) this.last = e; if (e.state === 2 && e.scale > 1.5) log({ scale: e.scale, count: e.pointerCount }) } })',
    steps: [
      {
        touch: '#box',
        paths: [
          [
            [120, 100],
            [60, 100],
          ],
          [
            [160, 100],
            [240, 100],
          ],
        ],
        ms: 300,
      },
      { logged: 'count', equals: 2 },
      { logged: 'scale', atLeast: 1.5 },
    ],
    except: { firefox: 'its driver has one finger only', webkit: 'its driver has one finger only' },
  },
  {
    id: 'first-wins',
    says: 'Of handlers around each other the first whose gesture fits takes the finger.',
    source,
    covers: ['vertical-drag-gesture-handler', 'horizontal-drag-gesture-handler'],
    wxml: '<horizontal-drag-gesture-handler worklet:ongesture="across"><vertical-drag-gesture-handler worklet:ongesture="along"><view id="box" class="box">x</view></vertical-drag-gesture-handler></horizontal-drag-gesture-handler>',
    wxss,
    js: 'Page({ across(e) { "worklet"; if (e.state === 1) log("across") }, along(e) { "worklet"; if (e.state === 1) log("along") } })',
    steps: [swipe, { log: ['across'] }, { pause: 100 }, down, { log: ['across', 'along'] }],
  },
  {
    id: 'simultaneous',
    says: 'simultaneous-handlers lets two handlers answer together.',
    source,
    covers: ['pan-gesture-handler'],
    wxml: '<pan-gesture-handler tag="outer" simultaneous-handlers="{{[\'inner\']}}" worklet:ongesture="outer"><pan-gesture-handler tag="inner" worklet:ongesture="inner"><view id="box" class="box">x</view></pan-gesture-handler></pan-gesture-handler>',
    wxss,
    js: 'Page({ outer(e) { "worklet"; if (e.state === 1) log("outer") }, inner(e) { "worklet"; if (e.state === 1) log("inner") } })',
    steps: [swipe, { log: ['inner', 'outer'] }],
  },
  {
    id: 'should-accept',
    says: 'A gesture that should-accept-gesture refuses is not told.',
    source,
    covers: ['pan-gesture-handler'],
    wxml: wrap('pan', 'worklet:ongesture="on" worklet:should-accept-gesture="may"'),
    wxss,
    js: 'Page({ may() { "worklet"; log("asked"); return false }, on(e) { "worklet"; if (e.state > 0) log("told") } })',
    steps: [swipe, { log: ['asked'] }, { pause: 150 }, { logLacks: 'told' }],
  },
  {
    id: 'no-box',
    says: 'A handler has no box of its own: its child lies as if it stood alone.',
    source,
    covers: ['pan-gesture-handler'],
    wxml: `<view style="display: flex; width: 375px"><pan-gesture-handler><view id="a" style="flex: 1; height: 20px"></view></pan-gesture-handler><view style="width: 75px"></view></view>`,
    steps: [{ rect: '#a', width: 300 }],
  },
]
