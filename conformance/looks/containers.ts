import { head, hills } from './look.ts'
import type { Look } from './look.ts'

const panel = (color: string, text: string): string => `<view class="panel" style="background: ${color}">${text}</view>`
const panelStyle =
  '.panel { display: flex; align-items: center; justify-content: center; height: 100%; color: #fff } .row { padding: 12px 16px; border-bottom: 1px solid rgba(128,128,128,.3) }'

export const containers: readonly Look[] = [
  {
    id: 'view',
    tags: ['view', 'block'],
    wxml: `${head('flex-direction: row')}<view style="display: flex; height: 80px"><block wx:for="{{['A', 'B', 'C']}}" wx:key="*this"><view class="panel p{{index}}" style="flex: 1">{{item}}</view></block></view>${head('flex-direction: column')}<view style="display: flex; flex-direction: column"><view class="panel p0" style="height: 50px">A</view><view class="panel p1" style="height: 50px">B</view></view><view style="padding: 16px">万物互联，小程序即点即用。A paragraph in a view.</view>`,
    wxss: `${panelStyle} .p0 { background: #0b7a63 } .p1 { background: #f2a33a } .p2 { background: #51605a }`,
  },
  {
    id: 'scroll-view',
    tags: ['scroll-view'],
    wxml: `${head('scroll-x')}<scroll-view scroll-x style="white-space: nowrap; height: 90px"><view wx:for="{{6}}" wx:key="*this" class="panel" style="display: inline-flex; width: 120px; margin-right: 8px; background: #0b7a63">{{item + 1}}</view></scroll-view>${head('scroll-y')}<scroll-view scroll-y style="height: 180px"><view class="row" wx:for="{{20}}" wx:key="*this">第 {{item + 1}} 行</view></scroll-view>`,
    wxss: panelStyle,
  },
  {
    id: 'swiper',
    tags: ['swiper', 'swiper-item'],
    wxml: `${head('indicator-dots')}<swiper indicator-dots style="height: 160px"><swiper-item>${panel('#0b7a63', '第一页')}</swiper-item><swiper-item>${panel('#f2a33a', '第二页')}</swiper-item><swiper-item>${panel('#51605a', '第三页')}</swiper-item></swiper>${head('previous-margin, next-margin, circular')}<swiper circular current="{{1}}" previous-margin="40px" next-margin="40px" indicator-dots indicator-color="rgba(255,255,255,.5)" indicator-active-color="#fff" style="height: 120px"><swiper-item>${panel('#0b7a63', '一')}</swiper-item><swiper-item>${panel('#f2a33a', '二')}</swiper-item><swiper-item>${panel('#51605a', '三')}</swiper-item></swiper>`,
    wxss: panelStyle,
  },
  {
    id: 'movable',
    tags: ['movable-area', 'movable-view'],
    wxml: `<movable-area style="width: 300px; height: 200px; margin: 16px; background: rgba(128,128,128,.25)"><movable-view direction="all" x="40" y="60" style="width: 90px; height: 60px; background: #0b7a63; color: #fff">拖动</movable-view></movable-area>`,
  },
  {
    id: 'cover',
    tags: ['cover-view', 'cover-image'],
    wxml: `<view style="position: relative; height: 180px; background: #13201c"><cover-view style="position: absolute; left: 20px; top: 20px; right: 20px; padding: 10px; background: rgba(255,255,255,.85); color: #13201c">盖在原生组件上的文字</cover-view><cover-image src="${hills}" style="position: absolute; right: 20px; bottom: 16px; width: 90px; height: 54px"/></view>`,
  },
  {
    id: 'match-media',
    tags: ['match-media'],
    wxml: `<match-media min-width="300" max-width="600"><view style="padding: 16px">宽 300 到 600 的屏幕才显示这一段</view></match-media><match-media min-width="900"><view style="padding: 16px">宽屏</view></match-media>`,
  },
  {
    id: 'page-container',
    tags: ['page-container'],
    wxml: `<view style="padding: 16px">页面内容</view><page-container show round duration="{{0}}"><view style="padding: 24px 16px 60px"><view style="font-weight: 600">选择规格</view><view style="margin-top: 12px">page-container 里的内容</view></view></page-container>`,
  },
  {
    id: 'root-portal',
    tags: ['root-portal'],
    wxml: `<view style="transform: scale(.5)"><root-portal><view style="position: fixed; left: 20px; right: 20px; top: 60px; padding: 24px; border-radius: 12px; background: #0b7a63; color: #fff">不受父节点变形影响的弹层</view></root-portal></view><view style="padding: 16px">页面内容</view>`,
  },
  {
    id: 'share-element',
    tags: ['share-element'],
    wxml: `<view style="display: flex; padding: 16px"><share-element key="a" transform><image src="${hills}" style="width: 100px; height: 60px"/></share-element><view style="padding-left: 12px">共享元素</view></view>`,
  },
  {
    id: 'navigation-bar',
    tags: ['navigation-bar', 'page-meta'],
    wxml: `<page-meta background-color="#e5f3ef" background-text-style="dark"><navigation-bar title="我的订单" loading front-color="#ffffff" background-color="#0b7a63"/></page-meta><view style="padding: 16px; color: #13201c">page-meta 和 navigation-bar 设置的页面</view>`,
  },
  {
    id: 'custom-wrapper',
    tags: ['custom-wrapper'],
    wxml: `<custom-wrapper><view style="padding: 16px">custom-wrapper 里的内容，和没有它时一样</view></custom-wrapper>`,
  },
  {
    id: 'lists',
    tags: ['list-view', 'sticky-section', 'sticky-header'],
    wxml: `<scroll-view type="custom" scroll-y style="height: 400px"><sticky-section wx:for="{{['A', 'B', 'C']}}" wx:for-item="letter" wx:key="*this"><sticky-header><view style="padding: 6px 16px; background: #e5f3ef; color: #13201c">{{letter}}</view></sticky-header><list-view><view class="row" wx:for="{{5}}" wx:key="*this">{{letter}} {{item + 1}}</view></list-view></sticky-section></scroll-view>`,
    wxss: panelStyle,
    steps: [{ scroll: 'scroll-view', top: 60 }],
  },
  {
    id: 'grid-view',
    tags: ['grid-view'],
    wxml: `<scroll-view type="custom" scroll-y style="height: 400px"><grid-view type="masonry" cross-axis-count="2" cross-axis-gap="8" main-axis-gap="8" padding="{{[8, 8, 8, 8]}}"><view class="panel" wx:for="{{[80, 130, 100, 60, 120, 90]}}" wx:key="index" style="height: {{item}}px; background: #0b7a63">{{index + 1}}</view></grid-view></scroll-view>`,
    wxss: panelStyle,
  },
  {
    id: 'nested-scroll',
    tags: ['nested-scroll-header', 'nested-scroll-body'],
    wxml: `<scroll-view type="nested" scroll-y style="height: 400px"><nested-scroll-header><view class="panel" style="height: 120px; background: #0b7a63">头部</view></nested-scroll-header><nested-scroll-body><scroll-view type="list" scroll-y associative-container="nested-scroll-view" style="height: 100%"><view class="row" wx:for="{{20}}" wx:key="*this">第 {{item + 1}} 行</view></scroll-view></nested-scroll-body></scroll-view>`,
    wxss: panelStyle,
  },
  {
    id: 'draggable-sheet',
    tags: ['draggable-sheet'],
    wxml: `<view style="height: 420px; background: rgba(128,128,128,.25)"><draggable-sheet initial-child-size="0.5"><view style="height: 100%; border-radius: 16px 16px 0 0; background: #0b7a63; color: #fff; padding: 16px">可拖动的半屏</view></draggable-sheet></view>`,
  },
  {
    id: 'open-container',
    tags: ['open-container'],
    wxml: `<view style="padding: 16px"><open-container closed-elevation="2" closed-border-radius="12"><view style="padding: 16px; background: #0b7a63; color: #fff">点开成一页</view></open-container></view>`,
  },
  {
    id: 'snapshot',
    tags: ['snapshot'],
    wxml: `<snapshot style="display: block; margin: 16px; padding: 16px; background: #0b7a63; color: #fff"><view>可以存成图片的内容</view></snapshot>`,
  },
  {
    id: 'gesture-handlers',
    tags: [
      ...['tap', 'double-tap', 'long-press', 'force-press', 'pan', 'horizontal-drag', 'vertical-drag', 'scale'].map(
        (name) => `${name}-gesture-handler`,
      ),
    ],
    wxml: ['tap', 'double-tap', 'long-press', 'force-press', 'pan', 'horizontal-drag', 'vertical-drag', 'scale']
      .map(
        (name) =>
          `<${name}-gesture-handler><view style="margin: 8px 16px; padding: 8px; background: rgba(128,128,128,.25)">${name}</view></${name}-gesture-handler>`,
      )
      .join(''),
  },
]
