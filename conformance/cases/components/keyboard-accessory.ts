import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/keyboard-accessory.html'

export const cases: readonly Case[] = [
  {
    id: 'shown-with-the-keyboard',
    says: 'A keyboard-accessory is a bar at the bottom while the text field around it has the focus.',
    source,
    wxml: `<textarea id="t"><keyboard-accessory id="k" style="height: 50px"><cover-view id="c" bindtap="tapped">bar</cover-view></keyboard-accessory></textarea><view id="w" style="height: 100px"/>`,
    js: `Page({ tapped() { log('bar') } })`,
    steps: [
      { hidden: '#k' },
      { tap: '#t' },
      { visible: '#k' },
      { rect: '#k', left: 0, width: 375, height: 50 },
      { tap: '#c' },
      { log: ['bar'] },
      { focused: '#t' },
      { tap: '#w' },
      { hidden: '#k' },
    ],
  },
]
