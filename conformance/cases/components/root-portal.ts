import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/root-portal.html'
const wxss =
  '.clip { width: 100px; height: 50px; overflow: hidden; transform: translateX(10px) } .pop { position: fixed; left: 0; top: 100px; width: 200px; height: 100px; background-color: #ff0000 }'

export const cases: readonly Case[] = [
  {
    id: 'leaves-its-box',
    says: 'What is in it stands on the page itself, whatever the boxes around it do.',
    source,
    wxml: '<view class="clip"><root-portal><view id="pop" class="pop">x</view></root-portal></view>',
    wxss,
    steps: [{ rect: '#pop', left: 0, top: 100, width: 200 }, { onTop: '#pop' }],
  },
  {
    id: 'disabled',
    says: 'enable false leaves it where it is.',
    source,
    wxml: '<view class="clip"><root-portal enable="{{on}}"><view id="pop" class="pop">x</view></root-portal></view><view id="go" bindtap="go">go</view>',
    wxss,
    js: 'Page({ data: { on: false }, go() { this.setData({ on: true }) } })',
    steps: [{ rect: '#pop', left: 10 }, { tap: '#go' }, { rect: '#pop', left: 0 }],
  },
  {
    id: 'events',
    says: 'Events in it bubble to the nodes around the portal.',
    source,
    wxml: '<view class="clip" bindtap="outer"><root-portal><view id="pop" class="pop" bindtap="inner">x</view></root-portal></view>',
    wxss,
    js: 'Page({ inner() { log("inner") }, outer() { log("outer") } })',
    steps: [{ tap: '#pop' }, { log: ['inner', 'outer'] }],
  },
  {
    id: 'goes',
    says: 'It goes with its node, and comes again.',
    source,
    wxml: '<view wx:if="{{on}}"><root-portal><view id="pop" class="pop">{{n}}</view></root-portal></view><view id="go" bindtap="go">go</view>',
    wxss: `${wxss} .pop { top: 200px }`,
    js: 'Page({ data: { on: true, n: 0 }, go() { this.setData({ on: !this.data.on, n: this.data.n + 1 }) } })',
    steps: [{ text: '#pop', is: '0' }, { tap: '#go' }, { missing: '#pop' }, { tap: '#go' }, { text: '#pop', is: '2' }],
  },
]
