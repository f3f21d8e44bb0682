import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/icon.html'
const types = ['success', 'success_no_circle', 'info', 'warn', 'waiting', 'cancel', 'download', 'search', 'clear']

export const cases: readonly Case[] = [
  ...types.map((type): Case => ({
    id: `type-${type.replaceAll('_', '-')}`,
    says: `The icon ${type} is 23 px wide and high.`,
    source,
    wxml: `<icon id="i" type="${type}" />`,
    steps: [{ rect: '#i', width: 23, height: 23 }, { visible: '#i' }],
  })),
  {
    id: 'size',
    says: 'size is the width and height of an icon, in px without a unit.',
    source,
    wxml: '<icon id="a" type="success" size="40" /><icon id="b" type="success" size="{{30}}" /><icon id="c" type="info" size="100rpx" />',
    steps: [
      { rect: '#a', width: 40, height: 40 },
      { rect: '#b', width: 30, height: 30 },
      { rect: '#c', width: 50, height: 50 },
    ],
  },
  {
    id: 'size-changes',
    says: 'The size follows its data.',
    source,
    wxml: '<icon id="i" type="success" size="{{n}}" bindtap="go" />',
    js: 'Page({ data: { n: 30 }, go() { this.setData({ n: 60 }) } })',
    steps: [{ rect: '#i', width: 30 }, { tap: '#i' }, { rect: '#i', width: 60, height: 60 }],
  },
]
