import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/navigator.html'
const files = {
  'second.wxml': '<view id="q">{{q}}</view><navigator id="back" open-type="navigateBack">back</navigator>',
  'second.js': `Page({ data: { q: '' }, onLoad(query) { log('second', query, getCurrentPages().length); this.setData({ q: query.id }) } })`,
}
const pages = ['second']

export const cases: readonly Case[] = [
  {
    id: 'navigate',
    says: 'A tap opens the page of url with its query; the page before stays below.',
    source,
    wxml: '<navigator id="n" url="second?id=7">go</navigator>',
    files,
    pages,
    steps: [{ tap: '#n' }, { text: '#q', is: '7' }, { log: ['second {"id":"7"} 2'] }],
  },
  {
    id: 'redirect',
    says: 'open-type="redirect" takes the place of the page.',
    source,
    wxml: '<navigator id="n" open-type="redirect" url="second?id=8">go</navigator>',
    files,
    pages,
    steps: [{ tap: '#n' }, { log: ['second {"id":"8"} 1'] }],
  },
  {
    id: 're-launch',
    says: 'open-type="reLaunch" closes all pages.',
    source,
    wxml: '<navigator id="n" open-type="reLaunch" url="second?id=9">go</navigator>',
    files,
    pages,
    steps: [{ tap: '#n' }, { log: ['second {"id":"9"} 1'] }],
  },
  {
    id: 'navigate-back',
    says: 'open-type="navigateBack" goes back.',
    source,
    wxml: '<navigator id="n" url="second">go</navigator>',
    files,
    pages,
    steps: [{ tap: '#n' }, { tap: '#back' }, { visible: '#n' }],
  },
  {
    id: 'delta',
    says: 'delta says how many pages it goes back.',
    source,
    wxml: '<navigator id="n" url="second">go</navigator>',
    files: {
      ...files,
      'second.wxml': '<navigator id="on" url="third">on</navigator>',
      'third.wxml': '<navigator id="home" open-type="navigateBack" delta="2">home</navigator>',
    },
    pages: ['second', 'third'],
    steps: [{ tap: '#n' }, { tap: '#on' }, { tap: '#home' }, { visible: '#n' }],
  },
  {
    id: 'switch-tab',
    says: 'open-type="switchTab" shows a page of the tab bar.',
    source,
    wxml: '<navigator id="n" open-type="switchTab" url="second">go</navigator>',
    files,
    pages,
    app: {
      json: {
        tabBar: {
          list: [
            { pagePath: 'index', text: 'One' },
            { pagePath: 'second', text: 'Two' },
          ],
        },
      },
    },
    steps: [{ tap: '#n' }, { visible: '#q' }, { tab: 1, selected: true }],
  },
  {
    id: 'unknown-page',
    says: 'A page that does not exist opens nothing.',
    source,
    wxml: '<navigator id="n" url="nowhere">go</navigator>',
    steps: [{ tap: '#n' }, { pause: 300 }, { visible: '#n' }],
  },
  {
    id: 'hover-class',
    says: 'navigator-hover is put on while a finger is down, or the class that hover-class names.',
    source,
    wxml: '<navigator id="a" url="second">a</navigator><navigator id="b" url="second" hover-class="on">b</navigator>',
    wxss: '.on { background-color: #ff0000 }',
    files,
    pages,
    steps: [
      { touch: '#b', paths: [[[20, 10]]], stays: true },
      { style: '#b', name: 'background-color', is: '#ff0000' },
      { release: true },
    ],
  },
  {
    id: 'tap-event',
    says: 'A tap on it is a tap too.',
    source,
    wxml: '<navigator id="n" url="nowhere" bindtap="tapped">go</navigator>',
    js: `Page({ tapped(e) { log(e.type) } })`,
    steps: [{ tap: '#n' }, { log: ['tap'] }],
  },
  {
    id: 'mini-program-fails',
    says: 'target="miniProgram" with an app that does not exist sends fail and complete.',
    source,
    wxml: '<navigator id="n" target="miniProgram" app-id="" bindfail="told" bindcomplete="told" bindsuccess="told">go</navigator>',
    js: `Page({ told(e) { log(e.type, e.detail.errMsg.split(':')[0]) } })`,
    steps: [{ tap: '#n' }, { log: ['fail navigateToMiniProgram', 'complete navigateToMiniProgram'] }],
  },
  {
    id: 'role-and-key',
    says: 'It reads as a link and is followed by Enter.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: '<navigator id="n" url="nowhere" bindtap="tapped">go</navigator>',
    js: `Page({ tapped(e) { log(e.type) } })`,
    steps: [{ attr: '#n', name: 'role', is: 'link' }, { tap: '#n' }, { key: 'Enter' }, { log: ['tap', 'tap'] }],
  },
]
