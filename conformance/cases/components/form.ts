import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/form.html'
const buttons = '<button id="s" form-type="submit">submit</button><button id="r" form-type="reset">reset</button>'
const js = `Page({
  data: { v: 'a' },
  submit(e) { log(e.detail.value) },
  reset(e) { log(e.type) },
})`
const behaviors = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html'

export const cases: readonly Case[] = [
  {
    id: 'submit',
    says: 'A button with form-type submit sends submit with the values of all controls by their names.',
    source,
    wxml: `<form bindsubmit="submit" bindreset="reset">
      <input name="i" value="text"/><textarea name="t" value="long"/><switch name="w" checked/><slider name="l" value="30"/>
      <checkbox-group name="c"><checkbox value="1" checked/><checkbox value="2"/><checkbox value="3" checked/></checkbox-group>
      <radio-group name="o"><radio value="x"/><radio value="y" checked/></radio-group>
      <input value="nameless"/>${buttons}</form>`,
    js,
    steps: [{ tap: '#s' }, { log: ['{"i":"text","t":"long","w":true,"l":30,"c":["1","3"],"o":"y"}'] }],
  },
  {
    id: 'empty-values',
    says: 'Controls that nobody touched have empty values.',
    source,
    wxml: `<form bindsubmit="submit"><input name="i"/><textarea name="t"/><switch name="w"/><slider name="l"/><checkbox-group name="c"><checkbox value="1"/></checkbox-group><radio-group name="o"><radio value="x"/></radio-group>${buttons}</form>`,
    js,
    steps: [{ tap: '#s' }, { log: ['{"i":"","t":"","w":false,"l":0,"c":[],"o":""}'] }],
  },
  {
    id: 'what-the-user-changed',
    says: 'submit has what the user has put in.',
    source,
    wxml: `<form bindsubmit="submit"><input id="i" name="i" style="height: 40px"/><switch id="w" name="w"/>${buttons}</form>`,
    js,
    steps: [{ type: 'hi', into: '#i' }, { tap: '#w' }, { tap: '#s' }, { log: ['{"i":"hi","w":true}'] }],
  },
  {
    id: 'reset',
    says: 'A button with form-type reset brings all controls back to what they were first, and sends reset.',
    source,
    wxml: `<form bindsubmit="submit" bindreset="reset"><input id="i" name="i" value="a" style="height: 40px"/><switch id="w" name="w"/><checkbox-group name="c"><checkbox id="b" value="1" checked/></checkbox-group>${buttons}</form>`,
    js,
    steps: [
      { tap: '#i' },
      { key: 'End' },
      { type: 'b' },
      { tap: '#w' },
      { tap: '#b' },
      { tap: '#r' },
      { log: ['reset'] },
      { value: '#i', is: 'a' },
      { tap: '#s' },
      { logHas: ['{"i":"a","w":false,"c":["1"]}'] },
    ],
  },
  {
    id: 'report-submit',
    says: 'With report-submit the detail has a formId.',
    source,
    wxml: `<form report-submit bindsubmit="submit">${buttons}</form>`,
    js: `Page({ submit(e) { log(typeof e.detail.formId) } })`,
    steps: [{ tap: '#s' }, { log: ['string'] }],
  },
  {
    id: 'nested-deeply',
    says: 'Controls are found however deep they are in the form.',
    source,
    wxml: `<form bindsubmit="submit"><view><view><input name="i" value="deep"/></view><block wx:for="{{[1, 2]}}" wx:key="*this"><input name="n{{item}}" value="{{item}}"/></block></view>${buttons}</form>`,
    js,
    steps: [{ tap: '#s' }, { log: ['{"i":"deep","n1":"1","n2":"2"}'] }],
  },
  {
    id: 'two-forms',
    says: 'A button belongs to the form around it.',
    source,
    wxml: `<form bindsubmit="submit"><input name="a" value="1"/><button id="a" form-type="submit">a</button></form><form bindsubmit="submit"><input name="b" value="2"/><button id="b" form-type="submit">b</button></form>`,
    js,
    steps: [{ tap: '#b' }, { log: ['{"b":"2"}'] }],
  },
  {
    id: 'button-without-form-type',
    says: 'A button without form-type does not submit.',
    source,
    wxml: `<form bindsubmit="submit"><button id="p">plain</button></form>`,
    js,
    steps: [{ tap: '#p' }, { pause: 150 }, { log: [] }],
  },
  {
    id: 'disabled-button',
    says: 'A disabled button does not submit.',
    source,
    wxml: `<form bindsubmit="submit"><button id="p" form-type="submit" disabled>no</button></form>`,
    js,
    steps: [{ tap: '#p' }, { pause: 150 }, { log: [] }],
  },
  {
    id: 'form-field',
    says: 'A component with wx://form-field is a control: its name and value are in the detail.',
    source: behaviors,
    wxml: `<form bindsubmit="submit"><x-field name="own" value="7"/>${buttons}</form>`,
    js,
    json: { usingComponents: { 'x-field': 'x-field' } },
    files: {
      'x-field.json': '{ "component": true }',
      'x-field.wxml': '<view>{{value}}</view>',
      'x-field.js': `Component({ behaviors: ['wx://form-field'] })`,
    },
    steps: [{ tap: '#s' }, { log: ['{"own":"7"}'] }],
    covers: ['wx://form-field'],
  },
  {
    id: 'form-field-sets-its-value',
    says: 'The value of a component with wx://form-field is what it has set for itself.',
    source: behaviors,
    wxml: `<form bindsubmit="submit"><x-field id="x" name="own"/>${buttons}</form>`,
    js,
    json: { usingComponents: { 'x-field': 'x-field' } },
    files: {
      'x-field.json': '{ "component": true }',
      'x-field.wxml': '<view id="plus" bindtap="plus">{{value}}+</view>',
      'x-field.js': `Component({ behaviors: ['wx://form-field'], properties: { value: { type: Number, value: 1 } }, methods: { plus() { this.setData({ value: this.data.value + 1 }) } } })`,
    },
    steps: [
      { text: '#plus', is: '1+' },
      { tap: '#plus' },
      { text: '#plus', is: '2+' },
      { tap: '#s' },
      { log: ['{"own":2}'] },
    ],
    covers: ['wx://form-field'],
  },
  {
    id: 'form-field-button',
    says: 'A button in a component with wx://form-field-button submits the form around the component.',
    source: behaviors,
    wxml: `<form bindsubmit="submit"><input name="a" value="1"/><x-button/></form>`,
    js,
    json: { usingComponents: { 'x-button': 'x-button' } },
    files: {
      'x-button.json': '{ "component": true }',
      'x-button.wxml': '<button id="inner" form-type="submit">go</button>',
      'x-button.js': `Component({ behaviors: ['wx://form-field-button'] })`,
    },
    steps: [{ tap: '#inner' }, { log: ['{"a":"1"}'] }],
    covers: ['wx://form-field-button'],
  },
  {
    id: 'form-field-group',
    says: 'Controls in a component with wx://form-field-group belong to the form around the component.',
    source: behaviors,
    wxml: `<form bindsubmit="submit"><x-group/>${buttons}</form>`,
    js,
    json: { usingComponents: { 'x-group': 'x-group' } },
    files: {
      'x-group.json': '{ "component": true }',
      'x-group.wxml': '<input name="inner" value="5"/>',
      'x-group.js': `Component({ behaviors: ['wx://form-field-group'] })`,
    },
    steps: [{ tap: '#s' }, { log: ['{"inner":"5"}'] }],
    covers: ['wx://form-field-group'],
  },
]
