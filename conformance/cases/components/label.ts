import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/label.html'
const js = `Page({ tapped(e) { log('tap', e.currentTarget.id) }, change(e) { log(e.detail.value) } })`

export const cases: readonly Case[] = [
  {
    id: 'control-inside',
    says: 'A tap on the label is a tap on the control in it.',
    source,
    wxml: '<label><checkbox id="c"/><text id="t">words</text></label>',
    steps: [{ tap: '#t' }, { checked: '#c', is: true }],
  },
  {
    id: 'first-of-several',
    says: 'Of several controls in it the first is meant.',
    source,
    wxml: '<label><text id="t">words</text><checkbox id="a"/><checkbox id="b"/></label>',
    steps: [{ tap: '#t' }, { checked: '#a', is: true }, { checked: '#b', is: false }],
  },
  {
    id: 'tap-on-the-control',
    says: 'A tap on the control itself turns it once.',
    source,
    wxml: '<checkbox-group bindchange="change"><label><checkbox id="a" value="1"/>words</label></checkbox-group>',
    js,
    steps: [{ tap: '#a' }, { pause: 100 }, { log: ['["1"]'] }, { checked: '#a', is: true }],
  },
  {
    id: 'for',
    says: 'for names the control by its id, before one inside.',
    source,
    wxml: '<label for="b"><text id="t">words</text><checkbox id="a"/></label><checkbox id="b"/>',
    steps: [{ tap: '#t' }, { checked: '#b', is: true }, { checked: '#a', is: false }],
  },
  {
    id: 'radio',
    says: 'A label chooses a radio button.',
    source,
    wxml: '<radio-group bindchange="change"><label><radio id="a" value="a" checked/>a</label><label><radio id="b" value="b"/><text id="t">b</text></label></radio-group>',
    js,
    steps: [{ tap: '#t' }, { log: ['b'] }, { checked: '#b', is: true }],
  },
  {
    id: 'switch',
    says: 'A label turns a switch.',
    source,
    wxml: '<label><switch id="s" bindchange="change"/><text id="t">words</text></label>',
    js,
    steps: [{ tap: '#t' }, { log: ['true'] }],
  },
  {
    id: 'input',
    says: 'A label gives an input the focus.',
    source,
    wxml: '<label><text id="t">words</text><input id="i" style="height: 40px"/></label>',
    steps: [{ tap: '#t' }, { focused: '#i' }],
  },
  {
    id: 'button',
    says: 'A label presses a button: its form is submitted.',
    source,
    wxml: '<form bindsubmit="tapped"><label><text id="t">words</text><button form-type="submit">b</button></label></form>',
    js: `Page({ tapped(e) { log(e.type) } })`,
    steps: [{ tap: '#t' }, { log: ['submit'] }],
  },
  {
    id: 'disabled-control',
    says: 'A disabled control stays as it is.',
    source,
    wxml: '<label><checkbox id="c" disabled/><text id="t">words</text></label>',
    steps: [{ tap: '#t' }, { pause: 100 }, { checked: '#c', is: false }],
  },
  {
    id: 'names-its-control',
    says: 'The words of a label are the name of its control.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: '<label><checkbox id="c"/>words</label>',
    steps: [{ attr: '#c', name: 'aria-label', is: 'words' }],
  },
]
