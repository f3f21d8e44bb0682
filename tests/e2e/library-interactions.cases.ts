import type { Locator } from 'playwright-core'
import type { Drag } from '../support/touch.ts'

/** What a finger can do on the page on top. */
export interface Hand {
  /** Touches the first element that matches. */
  tap(selector: string): Promise<void>
  /** The one that is counted from 0. */
  tapNth(selector: string, index: number): Promise<void>
  drag(selector: string, how: Drag): Promise<void>
  /** Types into the first element that matches, then presses its confirming key. */
  type(selector: string, text: string): Promise<void>
  /** Touches it, and chooses a picture in whatever dialog comes. */
  chooseFile(selector: string): Promise<void>
  waitForText(text: string | RegExp): Promise<void>
  find(selector: string): Promise<Locator>
}

export interface InteractionCase {
  /** The library's components are written with its prefix. */
  markup: string
  data?: Readonly<Record<string, unknown>>
  methods?: string
  act(hand: Hand): Promise<void>
  /** What the page shows in the end; what a component told the page stands there as `type detail`. */
  shows: string | RegExp
}

const list = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    text: `选项${index}`,
    label: `选项${index}`,
    name: `选项${index}`,
    value: index,
  }))
const columns = ['甲', '乙', '丙', '丁', '戊', '己']
const day = (date: number) => new Date(2026, 2, date).getTime()

export const vantInteractions: Readonly<Record<string, InteractionCase>> = {
  'opens and confirms a dialog': {
    markup:
      '<van-button bind:click="open">打开</van-button><van-dialog show="{{show}}" title="标题" show-cancel-button confirm-button-text="好的" bind:confirm="tell" />',
    data: { show: false },
    methods: 'open() { this.setData({ show: true }) },',
    async act(hand) {
      await hand.tap('text=打开')
      await hand.tap('text=好的')
    },
    shows: 'confirm',
  },
  'picks by a wheel': {
    markup: '<van-picker columns="{{columns}}" show-toolbar bind:confirm="tell" />',
    data: { columns },
    async act(hand) {
      await hand.drag('text=甲', { by: { x: 0, y: -88 } })
      await hand.waitForText('甲')
      await hand.tap('text=确认')
    },
    shows: /confirm .*"index":[1-4]/,
  },
  'swipes a cell open': {
    markup:
      '<van-swipe-cell right-width="{{65}}" bind:open="tell"><van-cell title="单元格" value="内容" /><view slot="right">删除</view></van-swipe-cell>',
    act: (hand) => hand.drag('text=单元格', { by: { x: -120, y: 0 } }),
    shows: /open .*right/,
  },
  'changes tabs': {
    markup:
      '<van-tabs bind:change="tell"><van-tab title="标签一">甲</van-tab><van-tab title="标签二">乙</van-tab></van-tabs>',
    act: (hand) => hand.tap('text=标签二'),
    shows: /change .*"index":1/,
  },
  'opens a collapsed panel': {
    markup:
      '<van-collapse value="{{[]}}" bind:change="tell"><van-collapse-item title="标题一" name="1">内容</van-collapse-item></van-collapse>',
    act: (hand) => hand.tap('text=标题一'),
    shows: 'change ["1"]',
  },
  'drags a slider': {
    markup: '<view style="padding: 40px"><van-slider value="{{20}}" bind:change="tell" /></view>',
    act: (hand) => hand.drag('[class*="slider__button-wrapper"]', { by: { x: 120, y: 0 } }),
    shows: /change (?:5|6|7)\d/,
  },
  rates: {
    markup: '<van-rate value="{{1}}" bind:change="tell" />',
    act: (hand) => hand.tapNth('[class*="rate__item"]', 3),
    shows: 'change 4',
  },
  'steps a number': {
    markup: '<van-stepper value="{{1}}" bind:change="tell" />',
    act: (hand) => hand.tap('[class*="stepper__plus"]'),
    shows: 'change 2',
  },
  searches: {
    markup: '<van-search value="" placeholder="搜什么" bind:search="tell" />',
    act: (hand) => hand.type('input', '榕树'),
    shows: 'search "榕树"',
  },
  'chooses in an action sheet': {
    markup: '<van-action-sheet show="{{true}}" actions="{{actions}}" bind:select="tell" />',
    data: { actions: list(3) },
    act: (hand) => hand.tap('text=选项1'),
    shows: /select .*选项1/,
  },
  'chooses in a dropdown': {
    markup:
      '<van-dropdown-menu><van-dropdown-item value="{{0}}" options="{{options}}" bind:change="tell" /></van-dropdown-menu>',
    data: { options: list(3) },
    async act(hand) {
      await hand.tap('text=选项0')
      await hand.waitForText('选项2')
      await hand.tap('text=选项2')
    },
    shows: 'change 2',
  },
  'goes to a letter of an index': {
    markup:
      '<van-index-bar index-list="{{letters}}" bind:select="tell"><view wx:for="{{letters}}" wx:key="*this"><van-index-anchor index="{{item}}" /><view style="height: 400px">条目{{item}}</view></view></van-index-bar>',
    data: { letters: ['A', 'B', 'C', 'D'] },
    act: (hand) => hand.tap('[class*="index-bar__index"] >> text=C'),
    shows: 'select "C"',
  },
  'chooses a range of days': {
    markup:
      '<van-calendar show="{{true}}" poppable="{{false}}" type="range" min-date="{{from}}" max-date="{{to}}" default-date="{{null}}" bind:confirm="tell" />',
    data: { from: day(1), to: day(31) },
    async act(hand) {
      await hand.tap('text="10"')
      await hand.tap('text="13"')
      await hand.tap('text=确定')
    },
    shows: /confirm \["2026-03-09T.*2026-03-12T/,
  },
  'picks a date': {
    markup:
      '<van-datetime-picker type="date" value="{{at}}" min-date="{{from}}" max-date="{{to}}" bind:confirm="tell" />',
    data: { at: day(5), from: day(1), to: day(31) },
    async act(hand) {
      await hand.drag('text="05"', { by: { x: 0, y: -88 } })
      await hand.tap('text=确认')
    },
    // Midnight of a later day of that month.
    shows: /confirm 177(?:27|28|29|3|4)\d+/,
  },
  'takes a file': {
    markup: '<van-uploader file-list="{{[]}}" bind:after-read="tell" />',
    act: (hand) => hand.chooseFile('[class*="uploader__upload"]'),
    shows: /after-read .*"size":\d/,
  },
  switches: {
    markup: '<van-switch checked="{{false}}" bind:change="tell" />',
    act: (hand) => hand.tap('[class*="van-switch"]'),
    shows: 'change true',
  },
}

export const tdesignInteractions: Readonly<Record<string, InteractionCase>> = {
  'is pulled to refresh': {
    markup:
      '<t-pull-down-refresh value="{{on}}" bind:refresh="tell"><view style="height: 500px">列表</view></t-pull-down-refresh>',
    data: { on: false },
    act: (hand) => hand.drag('text=列表', { from: { x: 0.5, y: 0.1 }, by: { x: 0, y: 260 } }),
    shows: 'refresh',
  },
  'drags a slider': {
    markup: '<view style="padding: 60px 20px"><t-slider value="{{20}}" bind:change="tell" /></view>',
    act: (hand) => hand.drag('[class*="slider__dot-value"], [class*="slider__dot"]', { by: { x: 120, y: 0 } }),
    shows: /change \{"value":(?:5|6|7)\d/,
  },
  'picks by a wheel': {
    markup:
      '<t-picker visible="{{true}}" value="{{[0]}}" title="标题" confirm-btn="确定" bind:confirm="tell"><t-picker-item options="{{options}}" /></t-picker>',
    data: { options: list(6) },
    async act(hand) {
      await hand.drag('text=选项0', { by: { x: 0, y: -80 } })
      await hand.tap('text=确定')
    },
    shows: /confirm .*"value":\[[1-5]\]/,
  },
  'takes a file': {
    markup: '<t-upload files="{{[]}}" media-type="{{[\'image\']}}" bind:add="tell" />',
    act: (hand) => hand.chooseFile('[class*="upload__wrapper"] >> nth=-1'),
    shows: /add .*"size":\d/,
  },
  'picks a date': {
    markup:
      '<t-date-time-picker visible="{{true}}" title="选择日期" mode="date" value="2026-03-05" start="2026-01-01" end="2026-12-31" format="YYYY-MM-DD" confirm-btn="确定" bind:confirm="tell" />',
    async act(hand) {
      await hand.drag('text="5日"', { by: { x: 0, y: -80 } })
      await hand.tap('text=确定')
    },
    shows: /confirm .*"value":"2026-03-(?:0[6-9]|[12]\d|3[01])"/,
  },
  'swipes a cell and touches its button': {
    markup: '<t-swipe-cell right="{{right}}" bind:click="tell"><t-cell title="单元格" /></t-swipe-cell>',
    data: { right: [{ text: '删除', style: 'width: 60px' }] },
    async act(hand) {
      await hand.drag('text=单元格', { by: { x: -120, y: 0 } })
      await hand.tap('text=删除')
    },
    shows: /click .*"text":"删除"/,
  },
  'chooses a tab': {
    markup:
      '<t-tabs value="{{0}}" bind:change="tell"><t-tab-panel value="{{0}}" label="标签一">甲</t-tab-panel><t-tab-panel value="{{1}}" label="标签二">乙</t-tab-panel></t-tabs>',
    act: (hand) => hand.tap('text=标签二'),
    shows: /change .*"value":1/,
  },
}

const slide =
  '<mp-slideview buttons="{{buttons}}" show="{{show}}" bind:buttontap="tell"><mp-cell value="单元格" /></mp-slideview>'
const slideData = { buttons: [{ text: '删除', type: 'warn' }], show: false }

export const weuiInteractions: Readonly<Record<string, InteractionCase>> = {
  'answers a dialog': {
    markup:
      '<mp-dialog show="{{true}}" title="标题" buttons="{{buttons}}" bind:buttontap="tell"><view>内容</view></mp-dialog>',
    data: { buttons: [{ text: '取消' }, { text: '好的' }] },
    act: (hand) => hand.tap('text=好的'),
    shows: /buttontap .*"index":1/,
  },
  'chooses in an action sheet': {
    markup: '<mp-actionsheet show="{{true}}" actions="{{actions}}" bind:actiontap="tell" />',
    data: { actions: list(2) },
    act: (hand) => hand.tap('text=选项1'),
    shows: /actiontap .*"index":1/,
  },
  'swipes a cell and touches its button': {
    markup: slide,
    data: slideData,
    async act(hand) {
      await hand.drag('text=单元格', { by: { x: -120, y: 0 } })
      await hand.tap('text=删除')
    },
    shows: /buttontap .*"index":0/,
  },
  'opens a cell from code and touches its button': {
    markup: `<view bindtap="open">打开</view>${slide}`,
    data: slideData,
    methods: 'open() { this.setData({ show: true }) },',
    async act(hand) {
      await hand.tap('text=打开')
      await hand.tap('text=删除')
    },
    shows: /buttontap .*"index":0/,
  },
  'takes a file': {
    markup: '<mp-uploader files="{{[]}}" max-count="{{3}}" bind:select="tell" />',
    act: (hand) => hand.chooseFile('[class*="uploader__input"] >> nth=-1'),
    shows: /select .*"size":\d/,
  },
}

export const linInteractions: Readonly<Record<string, InteractionCase>> = {
  'shows a toast from code': {
    markup: '<l-button bind:lintap="open">打开</l-button><l-toast />',
    methods: "open() { wx.lin.showToast({ title: '保存好了', icon: 'success' }) },",
    act: (hand) => hand.tap('text=打开'),
    shows: '保存好了',
  },
  counts: {
    markup: '<l-counter count="{{1}}" min="{{1}}" max="{{9}}" bind:linchange="tell" bind:lintap="tell" />',
    act: (hand) => hand.tap('[class*="symbol"] >> nth=-1'),
    shows: /"count":2/,
  },
  rates: {
    markup: '<l-rate count="{{5}}" bind:linchange="tell" />',
    act: (hand) => hand.tapNth('[class*="rate"] wx-view, [class*="rate"] > *', 2),
    shows: /linchange .*"score":[1-5]/,
  },
}

export const wuxInteractions: Readonly<Record<string, InteractionCase>> = {
  'sorts, and sorts the other way round': {
    markup: '<wux-filterbar items="{{items}}" bind:change="tell" />',
    data: {
      items: [
        { type: 'text', label: '综合', value: 'all', groups: ['a'] },
        { type: 'sort', label: '价格', value: 'price', groups: ['b'] },
      ],
    },
    async act(hand) {
      await hand.tap('text=价格')
      await hand.waitForText('"checkedValues":["",1]')
      await hand.tap('text=价格')
    },
    shows: '"checkedValues":["",-1]',
  },
}

export const iviewInteractions: Readonly<Record<string, InteractionCase>> = {
  'swipes a cell and touches its button': {
    markup:
      '<i-swipeout actions="{{actions}}" bind:change="tell"><view slot="content" style="padding: 20px">单元格</view></i-swipeout>',
    data: { actions: [{ name: '删除', color: '#fff', background: '#ed3f14', fontsize: 20, width: 100 }] },
    async act(hand) {
      await hand.drag('text=单元格', { by: { x: -160, y: 0 } })
      await hand.tap('text=删除')
    },
    shows: /change .*"index":0/,
  },
  'chooses a tab': {
    markup:
      '<i-tabs current="1" bind:change="tell"><i-tab key="1" title="标签一" /><i-tab key="2" title="标签二" /></i-tabs>',
    act: (hand) => hand.tap('text=标签二'),
    shows: 'change {"key":"2"}',
  },
  'turns a page': {
    markup:
      '<i-page current="{{1}}" total="{{3}}" bind:change="tell"><view slot="prev">上一页</view><view slot="next">下一页</view></i-page>',
    act: (hand) => hand.tap('text=下一页'),
    shows: 'change {"type":"next"}',
  },
}
