import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/picker.html'
const js = `Page({
  data: { range: ['甲', '乙', '丙'], objects: [{ id: 1, n: 'one' }, { id: 2, n: 'two' }], multi: [['a', 'b'], ['a1', 'a2']], at: [0, 1] },
  change(e) { log(e.type, e.detail) },
  cancel(e) { log(e.type) },
})`
const sheet = 'html:div.banyan-sheet'
const done = 'html:button[1]'

interface Choice {
  id: string
  says: string
  attributes: string
  keys: readonly string[]
  detail: unknown
}

/** Opens the picker, turns its wheels by keys, takes the choice by Enter. */
const choice = ({ id, says, attributes, keys, detail }: Choice): Case => ({
  id,
  says,
  source,
  wxml: `<picker id="p" ${attributes} bindchange="change"><view>choose</view></picker>`,
  js,
  steps: [
    { tap: '#p' },
    { visible: sheet },
    ...keys.map((key) => ({ key })),
    { key: 'Enter' },
    { log: [`change ${JSON.stringify(detail)}`] },
    { missing: sheet },
  ],
})

export const cases: readonly Case[] = [
  choice({
    id: 'selector',
    says: 'mode selector is the default and gives the index of the chosen item.',
    attributes: 'range="{{range}}" value="{{1}}"',
    keys: ['ArrowDown'],
    detail: { value: '2' },
  }),
  choice({
    id: 'selector-starts-at-the-first',
    says: 'Without a value the first item is chosen.',
    attributes: 'range="{{range}}"',
    keys: [],
    detail: { value: '0' },
  }),
  {
    id: 'range-key',
    says: 'range-key names the field of the objects in range that is shown.',
    source,
    wxml: '<picker id="p" range="{{objects}}" range-key="n" value="{{1}}" bindchange="change">choose</picker>',
    js,
    steps: [
      { tap: '#p' },
      { texts: 'html:div[role=option]', are: ['one', 'two'] },
      { text: 'html:div[aria-selected=true]', is: 'two' },
    ],
  },
  {
    id: 'cancel-by-button',
    says: 'The button for cancelling closes the picker and sends cancel, not change.',
    source,
    wxml: '<picker id="p" range="{{range}}" bindchange="change" bindcancel="cancel">choose</picker>',
    js,
    steps: [{ tap: '#p' }, { visible: sheet }, { tap: 'html:button[0]' }, { log: ['cancel'] }, { missing: sheet }],
  },
  {
    id: 'cancel-by-shade',
    says: 'A tap beside the picker cancels it.',
    source,
    wxml: '<picker id="p" range="{{range}}" bindchange="change" bindcancel="cancel">choose</picker>',
    js,
    steps: [
      { tap: '#p' },
      { visible: sheet },
      { tap: 'html:div.banyan-sheet-shade', at: [180, 100] },
      { log: ['cancel'] },
    ],
  },
  {
    id: 'cancel-by-key',
    says: 'Escape cancels the picker, and the focus goes back.',
    source,
    wxml: '<picker id="p" range="{{range}}" bindcancel="cancel">choose</picker>',
    js,
    steps: [{ tap: '#p' }, { visible: sheet }, { key: 'Escape' }, { log: ['cancel'] }, { missing: sheet }],
  },
  {
    id: 'confirm-by-button',
    says: 'The button for confirming sends change.',
    source,
    wxml: '<picker id="p" range="{{range}}" value="{{2}}" bindchange="change">choose</picker>',
    js,
    steps: [{ tap: '#p' }, { visible: sheet }, { tap: done }, { log: ['change {"value":"2"}'] }],
  },
  {
    id: 'disabled',
    says: 'A disabled picker does not open.',
    source,
    wxml: '<picker id="p" disabled range="{{range}}" bindchange="change">choose</picker>',
    js,
    steps: [{ tap: '#p' }, { pause: 300 }, { missing: sheet }, { attr: '#p', name: 'aria-disabled', is: 'true' }],
  },
  {
    id: 'header-text',
    says: 'header-text is the title of the picker.',
    source,
    wxml: '<picker id="p" header-text="城市" range="{{range}}">choose</picker>',
    js,
    steps: [{ tap: '#p' }, { attr: 'html:div[role=dialog]', name: 'aria-label', is: '城市' }],
  },
  {
    id: 'wheel-by-finger',
    says: 'The wheel turns with the finger and rests on a row.',
    source,
    wxml: '<picker id="p" range="{{range}}" bindchange="change">choose</picker>',
    js,
    steps: [
      { tap: '#p' },
      { drag: 'html:div.banyan-wheel', by: [0, -48], from: ['50%', '50%'] },
      { text: 'html:div[aria-selected=true]', is: '乙' },
      { tap: done },
      { log: ['change {"value":"1"}'] },
    ],
  },
  choice({
    id: 'multi-selector',
    says: 'mode multiSelector gives the index of each column.',
    attributes: 'mode="multiSelector" range="{{multi}}" value="{{at}}"',
    keys: ['ArrowDown', 'Tab', 'ArrowUp'],
    detail: { value: [1, 0] },
  }),
  {
    id: 'columnchange',
    says: 'A column that was turned sends columnchange with its number and its index; the app may give the others new rows.',
    source,
    wxml: '<picker id="p" mode="multiSelector" range="{{multi}}" value="{{at}}" bindcolumnchange="column" bindchange="change">choose</picker>',
    js: `Page({
      data: { multi: [['a', 'b'], ['a1', 'a2']], at: [0, 1] },
      column(e) { log(e.type, e.detail); this.setData({ multi: [['a', 'b'], ['b1', 'b2', 'b3']], at: [1, 0] }) },
      change(e) { log(e.type, e.detail) },
    })`,
    steps: [
      { tap: '#p' },
      { key: 'ArrowDown' },
      { log: ['columnchange {"column":0,"value":1}'] },
      { texts: 'html:div[role=option]', are: ['a', 'b', 'b1', 'b2', 'b3'] },
      { key: 'Enter' },
      { logHas: ['change {"value":[1,0]}'] },
    ],
  },
  choice({
    id: 'time',
    says: 'mode time gives hh:mm.',
    attributes: 'mode="time" value="09:30"',
    keys: ['ArrowDown', 'Tab', 'ArrowDown'],
    detail: { value: '10:31' },
  }),
  choice({
    id: 'time-start',
    says: 'Times before start cannot be chosen.',
    attributes: 'mode="time" value="08:00" start="09:15" end="10:20"',
    keys: ['ArrowUp', 'Tab', 'Home'],
    detail: { value: '09:15' },
  }),
  choice({
    id: 'time-end',
    says: 'Times after end cannot be chosen.',
    attributes: 'mode="time" value="09:30" start="09:15" end="10:20"',
    keys: ['End', 'Tab', 'End'],
    detail: { value: '10:20' },
  }),
  choice({
    id: 'date',
    says: 'mode date gives YYYY-MM-DD.',
    attributes: 'mode="date" value="2016-09-01"',
    keys: ['ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown'],
    detail: { value: '2017-10-02' },
  }),
  choice({
    id: 'date-length-of-month',
    says: 'A date that the month does not have becomes its last day.',
    attributes: 'mode="date" value="2023-01-31"',
    keys: ['Tab', 'ArrowDown'],
    detail: { value: '2023-02-28' },
  }),
  choice({
    id: 'date-start-end',
    says: 'Dates before start and after end cannot be chosen.',
    attributes: 'mode="date" value="2020-06-10" start="2020-06-05" end="2020-06-20"',
    keys: ['Tab', 'Tab', 'End'],
    detail: { value: '2020-06-20' },
  }),
  choice({
    id: 'date-fields-year',
    says: 'fields="year" chooses a year only.',
    attributes: 'mode="date" fields="year" value="2016"',
    keys: ['ArrowUp'],
    detail: { value: '2015' },
  }),
  choice({
    id: 'date-fields-month',
    says: 'fields="month" chooses year and month.',
    attributes: 'mode="date" fields="month" value="2016-12"',
    keys: ['ArrowDown', 'Tab', 'Home'],
    detail: { value: '2017-01' },
  }),
  choice({
    id: 'region',
    says: 'mode region gives names and codes of province, city and county.',
    attributes: `mode="region" value="{{['广东省', '广州市', '海珠区']}}"`,
    keys: [],
    detail: { value: ['广东省', '广州市', '海珠区'], code: ['440000', '440100', '440105'], postcode: '' },
  }),
  choice({
    id: 'region-follows',
    says: 'A province that is chosen shows its own cities and their counties.',
    attributes: `mode="region" value="{{['广东省', '广州市', '海珠区']}}"`,
    keys: ['Home'],
    detail: { value: ['北京市', '北京市', '东城区'], code: ['110000', '110100', '110101'], postcode: '' },
  }),
  choice({
    id: 'region-custom-item',
    says: 'custom-item stands at the top of each column.',
    attributes: 'mode="region" custom-item="全部"',
    keys: [],
    detail: { value: ['全部', '全部', '全部'], code: [], postcode: '' },
  }),
  choice({
    id: 'region-level-city',
    says: 'level="city" chooses province and city.',
    attributes: `mode="region" level="city" value="{{['浙江省', '杭州市']}}"`,
    keys: [],
    detail: { value: ['浙江省', '杭州市'], code: ['330000', '330100'], postcode: '' },
  }),
  choice({
    id: 'region-level-province',
    says: 'level="province" chooses a province only.',
    attributes: `mode="region" level="province" value="{{['浙江省']}}"`,
    keys: [],
    detail: { value: ['浙江省'], code: ['330000'], postcode: '' },
  }),
  {
    id: 'in-a-form',
    says: 'A form collects the value of a picker by its name.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/form.html',
    wxml: `<form bindsubmit="submit"><picker id="p" name="size" range="{{range}}" value="{{1}}">choose</picker><button id="b" form-type="submit">go</button></form>`,
    js: `Page({ data: { range: ['S', 'M'] }, submit(e) { log(e.detail.value) } })`,
    steps: [{ tap: '#b' }, { log: ['{"size":1}'] }],
  },
  {
    id: 'roles',
    says: 'A picker reads as a button that opens a dialog; its wheels are lists with a chosen row.',
    source,
    wxml: '<picker id="p" range="{{range}}" value="{{1}}">choose</picker>',
    js,
    steps: [
      { attr: '#p', name: 'role', is: 'button' },
      { attr: '#p', name: 'aria-haspopup', is: 'dialog' },
      { tap: '#p' },
      { attr: 'html:div.banyan-wheel', name: 'role', is: 'listbox' },
      { attr: 'html:div.banyan-sheet-panel', name: 'aria-modal', is: 'true' },
      { text: 'html:div[aria-selected=true]', is: '乙' },
    ],
  },
]
