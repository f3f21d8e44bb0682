import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/match-media.html'

export const cases: readonly Case[] = [
  {
    id: 'width',
    says: 'min-width and max-width decide whether the content is shown.',
    source,
    wxml: '<match-media min-width="300" max-width="600"><view id="a">a</view></match-media><match-media min-width="600"><view id="b">b</view></match-media>',
    steps: [{ visible: '#a' }, { hidden: '#b' }],
  },
  {
    id: 'orientation',
    says: 'orientation decides too.',
    source,
    wxml: '<match-media orientation="portrait"><view id="a">a</view></match-media><match-media orientation="landscape"><view id="b">b</view></match-media>',
    steps: [{ visible: '#a' }, { hidden: '#b' }],
  },
  {
    id: 'resize',
    says: 'The content comes and goes with the size of the window.',
    source,
    wxml: '<match-media min-width="430"><view id="a">a</view></match-media><match-media max-width="429"><view id="b">b</view></match-media>',
    phone: { size: [375, 667] },
    steps: [{ hidden: '#a' }, { visible: '#b' }, { resize: [460, 600] }, { visible: '#a' }, { hidden: '#b' }],
  },
  {
    id: 'changes',
    says: 'New bounds hold at once.',
    source,
    wxml: '<match-media min-width="{{least}}"><view id="a">a</view></match-media><view id="go" bindtap="go">go</view>',
    js: 'Page({ data: { least: 900 }, go() { this.setData({ least: 100 }) } })',
    steps: [{ hidden: '#a' }, { tap: '#go' }, { visible: '#a' }],
  },
]
