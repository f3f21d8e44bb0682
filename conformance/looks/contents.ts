import { filmUrl, toneUrl } from '../samples/files.ts'
import { head, hills } from './look.ts'
import type { Look } from './look.ts'

const row = (inside: string): string =>
  `<view style="display: flex; flex-wrap: wrap; gap: 12px; padding: 12px 16px">${inside}</view>`
const inert = (tag: string, attributes = ''): string =>
  `<view class="head">${tag}</view><${tag} ${attributes}></${tag}>`

export const contents: readonly Look[] = [
  {
    id: 'icon',
    tags: ['icon'],
    wxml: row(
      ['success', 'success_no_circle', 'info', 'warn', 'waiting', 'cancel', 'download', 'search', 'clear']
        .map((type) => `<view style="text-align: center"><icon type="${type}" size="40"/><view>${type}</view></view>`)
        .join(''),
    ),
  },
  {
    id: 'progress',
    tags: ['progress'],
    wxml: '<view style="padding: 24px 16px"><progress percent="20" show-info/><view style="height: 24px"/><progress percent="40" stroke-width="12" border-radius="6"/><view style="height: 24px"/><progress percent="80" activeColor="#f2a33a" show-info/></view>',
  },
  {
    id: 'text',
    tags: ['text', 'span', 'selection'],
    wxml: `<view style="padding: 16px"><text>一行文字\n换行以后   连续空格\n</text><text space="ensp">连续   空格 ensp\n</text><text user-select>可选中的文字\n</text><text decode>&lt;标签&gt; &amp; &nbsp;实体\n</text><span><text style="color: #f2a33a">一</text><text>二</text></span></view><selection><text style="padding: 16px; display: block">selection 里的文字</text></selection>`,
  },
  {
    id: 'rich-text',
    tags: ['rich-text'],
    wxml: '<rich-text nodes="{{html}}" style="display: block; padding: 0 16px"/>',
    js: `Page({ data: { html: '<h2>通知</h2><p>请于 <b>周五</b> 前提交，<a href="#">详情</a>。</p><ul><li>身份证</li><li>户口本</li></ul><table border="1" style="border-collapse: collapse"><tr><th>项目</th><th>金额</th></tr><tr><td>午餐</td><td>￥25</td></tr></table><blockquote>引用的一段</blockquote><pre>code { }</pre>' } })`,
  },
  {
    id: 'image',
    tags: ['image'],
    wxml: ['scaleToFill', 'aspectFit', 'aspectFill', 'center', 'widthFix', 'heightFix']
      .map(
        (mode) =>
          `<view style="display: inline-block; margin: 8px; vertical-align: top"><view>${mode}</view><image mode="${mode}" src="${hills}" style="width: 140px; height: 84px; background: rgba(128,128,128,.25)"/></view>`,
      )
      .join(''),
  },
  {
    id: 'navigator',
    tags: ['navigator'],
    wxml: '<navigator url="index" style="padding: 16px">去另一页</navigator><navigator url="index" open-type="redirect" style="padding: 16px">在当前页打开</navigator>',
  },
  {
    id: 'canvas',
    tags: ['canvas'],
    wxml: '<canvas type="2d" id="c" style="width: 300px; height: 200px; margin: 16px"/>',
    js: `Page({ onReady() { wx.createSelectorQuery().select('#c').fields({ node: true, size: true }).exec(([{ node, width, height }]) => {
  node.width = width; node.height = height
  const context = node.getContext('2d')
  ;[60, 120, 90, 160].forEach((tall, index) => { context.fillStyle = ['#0b7a63', '#f2a33a', '#51605a', '#4cc3a5'][index]; context.fillRect(20 + index * 70, 180 - tall, 50, tall) })
  log('drawn')
}) } })`,
    steps: [{ logHas: ['drawn'] }, { pause: 300 }],
  },
  {
    id: 'video',
    tags: ['video'],
    wxml: `<video id="v" src="${filmUrl}" title="标题" style="width: 100%; height: 220px" bindloadedmetadata="on"/><view style="padding: 16px">视频下面的文字</view>`,
    js: `Page({ on() { log('loaded') } })`,
    steps: [{ logHas: ['loaded'] }, { pause: 500 }],
  },
  {
    id: 'audio',
    tags: ['audio'],
    wxml: `<audio controls src="${toneUrl(1)}" name="此时此刻" author="许巍" poster="${hills}" style="margin: 16px"/>`,
  },
  {
    id: 'camera',
    // The browser's make-believe camera shows a clock.
    tolerance: 0.03,
    tags: ['camera'],
    wxml: '<camera style="width: 100%; height: 300px" bindinitdone="on" binderror="on"/>',
    js: `Page({ on(e) { log(e.type) } })`,
    steps: [{ pause: 1500 }],
  },
  {
    id: 'map',
    tags: ['map'],
    wxml: `<map latitude="23.099994" longitude="113.324520" scale="14" markers="{{[{ id: 1, latitude: 23.099994, longitude: 113.32452, width: 30, height: 40, title: '广州塔', callout: { content: '广州塔', padding: 8, borderRadius: 4, display: 'ALWAYS' } }]}}" polyline="{{[{ points: [{ latitude: 23.09, longitude: 113.31 }, { latitude: 23.105, longitude: 113.335 }], color: '#0b7a63', width: 4 }]}}" circles="{{[{ latitude: 23.099994, longitude: 113.32452, radius: 500, color: '#f2a33a', fillColor: '#f2a33a33' }]}}" show-location style="width: 100%; height: 320px"/>`,
    steps: [{ pause: 2500 }],
  },
  {
    id: 'web-view',
    tags: ['web-view'],
    wxml: '<web-view src="https://example.com/"/>',
    steps: [{ pause: 800 }],
  },
  {
    id: 'open-data',
    tags: ['open-data'],
    wxml: '<view style="padding: 16px"><open-data type="userAvatarUrl" style="display: block; width: 64px; height: 64px"/><open-data type="userNickName"/></view>',
  },
  {
    id: 'live-player',
    tags: ['live-player'],
    wxml: inert('live-player', 'src="https://live.test/a.flv" style="width: 100%; height: 200px"'),
  },
  services('services', ['ad', 'ad-custom', 'official-account', 'channel-live']),
  services('live-pusher', ['live-pusher']),
  services('services-more', ['channel-video', 'store-product', 'voip-room', 'functional-page-navigator']),
  services('services-rest', ['editor-portal', 'list-builder', 'grid-builder', 'xr-frame']),
  {
    id: 'heading',
    tags: [],
    wxml: `${head('没有组件的页面')}<view style="padding: 16px">文字的默认大小和颜色</view>`,
  },
]

/** What only WeChat's own services could fill. */
function services(id: string, tags: readonly string[]): Look {
  return { id, tags, wxml: tags.map((tag) => inert(tag)).join('') }
}
