import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/icon.html'
const types = 'success success_no_circle info warn waiting cancel download search clear'.split(' ')

export const cases: readonly Case[] = [
  ...types.map((type): Case => ({
    id: `type-${type.replaceAll('_', '-')}`,
    says: `type="${type}" is a picture of 23 px.`,
    source,
    wxml: `<icon id="i" type="${type}"/>`,
    steps: [{ rect: '#i', width: 23, height: 23 }, { visible: 'html:svg' }],
  })),
  {
    id: 'size',
    says: 'size is its width and height, a number of px or a length.',
    source,
    wxml: '<icon id="a" type="success" size="40"/><icon id="b" type="success" size="80rpx"/><icon id="c" type="success" size="{{12}}"/>',
    steps: [
      { rect: '#a', width: 40, height: 40 },
      { rect: '#b', width: 40 },
      { rect: '#c', width: 12 },
    ],
  },
  {
    id: 'color',
    says: 'color is its colour.',
    source,
    wxml: '<icon type="success" color="#ff0000"/>',
    steps: [{ style: 'html:svg', name: 'color', is: '#ff0000' }],
  },
  {
    id: 'unknown-type',
    says: 'An unknown type shows nothing.',
    source,
    wxml: '<icon id="i" type="none"/>',
    steps: [{ missing: 'html:svg' }],
  },
]
