import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/button.html'
const js = `Page({
  data: { off: true }, tapped(e) { log('tap', e.currentTarget.id) }, event(e) { log(e.type, e.detail.errMsg) }, go() { this.setData({ off: false }) },
})`
const v2 = { json: { style: 'v2' } }

export const cases: readonly Case[] = [
  {
    id: 'tap',
    says: 'A tap on a button calls its handler.',
    source,
    wxml: '<button id="b" bindtap="tapped">go</button>',
    js,
    steps: [{ tap: '#b' }, { log: ['tap b'] }],
  },
  {
    id: 'disabled',
    says: 'A disabled button is not tapped; it can be again when it is no longer disabled.',
    source,
    wxml: '<button id="b" bindtap="tapped" disabled="{{off}}">b</button><button id="go" bindtap="go">go</button>',
    js,
    steps: [
      { tap: '#b' },
      { pause: 150 },
      { log: [] },
      { attr: '#b', name: 'aria-disabled', is: 'true' },
      { tap: '#go' },
      { tap: '#b' },
      { log: ['tap b'] },
    ],
  },
  {
    id: 'default-look',
    says: 'Without "style": "v2" a button is grey, full width, 18 px in size.',
    source,
    wxml: '<button id="b">b</button>',
    steps: [
      { style: '#b', name: 'background-color', is: '#f8f8f8' },
      { style: '#b', name: 'font-size', is: 18 },
      { rect: '#b', width: 375, height: 46 },
    ],
  },
  {
    id: 'primary-look',
    says: 'type="primary" is green with white text.',
    source,
    wxml: '<button id="b" type="primary">b</button>',
    steps: [
      { style: '#b', name: 'background-color', is: '#1aad19' },
      { style: '#b', name: 'color', is: '#ffffff' },
    ],
  },
  {
    id: 'warn-look',
    says: 'type="warn" is red.',
    source,
    wxml: '<button id="b" type="warn">b</button>',
    steps: [{ style: '#b', name: 'background-color', is: '#e64340' }],
  },
  {
    id: 'v2-look',
    says: 'With "style": "v2" a button is 184 px wide, 40 px high and bold.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html',
    wxml: '<button id="b">b</button>',
    app: v2,
    steps: [
      { rect: '#b', width: 184, height: 40, left: 95.5 },
      { style: '#b', name: 'font-weight', is: 700 },
    ],
  },
  {
    id: 'v2-primary-look',
    says: 'With "style": "v2" a primary button has the newer green.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html',
    wxml: '<button id="b" type="primary">b</button>',
    app: v2,
    steps: [{ style: '#b', name: 'background-color', is: '#07c160' }],
  },
  {
    id: 'mini',
    says: 'size="mini" is small and stands in the line.',
    source,
    wxml: '<button id="a" size="mini">a</button><button id="b" size="mini">b</button>',
    steps: [
      { style: '#a', name: 'display', is: 'inline-block' },
      { style: '#a', name: 'font-size', is: 13 },
      { rect: '#b', top: 0, of: '#a' },
    ],
  },
  {
    id: 'plain',
    says: 'plain has no background and a border.',
    source,
    wxml: '<button id="b" plain type="primary">b</button>',
    steps: [
      { style: '#b', name: 'background-color', is: 'transparent' },
      { style: '#b', name: 'border-top-width', is: 1 },
      { style: '#b', name: 'color', is: '#1aad19' },
    ],
  },
  {
    id: 'loading',
    says: 'loading shows a turning mark before the text and reads as busy.',
    source,
    wxml: '<button id="b" loading>b</button>',
    steps: [
      { style: '#b', name: 'width', pseudo: '::before', is: 18 },
      { attr: '#b', name: 'aria-busy', is: 'true' },
    ],
  },
  {
    id: 'hover',
    says: 'button-hover is put on while a finger is down.',
    source,
    wxml: '<button id="b">b</button>',
    steps: [
      { touch: '#b', paths: [[[50, 20]]], stays: true },
      { style: '#b', name: 'background-color', is: '#dedede' },
      { release: true },
      { style: '#b', name: 'background-color', is: '#f8f8f8' },
    ],
  },
  {
    id: 'hover-class',
    says: 'hover-class names another class for that.',
    source,
    wxml: '<button id="b" hover-class="on">b</button>',
    wxss: '.on { background-color: #ff0000 }',
    steps: [
      { touch: '#b', paths: [[[50, 20]]], stays: true },
      { style: '#b', name: 'background-color', is: '#ff0000' },
      { release: true },
    ],
  },
  {
    id: 'hover-none',
    says: 'hover-class="none" switches it off.',
    source,
    wxml: '<button id="b" hover-class="none">b</button>',
    steps: [
      { touch: '#b', paths: [[[50, 20]]], stays: true },
      { pause: 200 },
      { style: '#b', name: 'background-color', is: '#f8f8f8' },
      { release: true },
    ],
  },
  {
    id: 'apps-own-look',
    says: 'The app’s own rules are stronger than the look of a button, its line included.',
    source,
    wxml: '<button id="b" class="own">b</button>',
    wxss: '.own { background-color: #0000ff; width: 100px; border-radius: 0 } .own::after { border: 0 }',
    steps: [
      { style: '#b', name: 'background-color', is: '#0000ff' },
      { rect: '#b', width: 100 },
      { style: '#b', name: 'border-top-width', pseudo: '::after', is: 0 },
    ],
  },
  {
    id: 'role-and-keys',
    says: 'It reads as a button and is pressed by Enter.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html',
    wxml: '<button id="b" bindtap="tapped">b</button>',
    js,
    steps: [{ attr: '#b', name: 'role', is: 'button' }, { tap: '#b' }, { key: 'Enter' }, { log: ['tap b', 'tap b'] }],
  },
  {
    id: 'open-type-launch-app',
    says: 'open-type="launchApp" sends error when no app can be opened.',
    source,
    wxml: '<button id="b" open-type="launchApp" app-parameter="x" binderror="event">b</button>',
    js,
    steps: [{ tap: '#b' }, { logMatches: ['^error launchApp:fail'] }],
  },
  {
    id: 'open-type-get-user-info',
    says: 'open-type="getUserInfo" sends getuserinfo with a profile, which is the same for everybody.',
    source,
    wxml: '<button id="b" open-type="getUserInfo" bindgetuserinfo="info">b</button>',
    js: `Page({ info(e) { log(e.type, e.detail.errMsg, e.detail.userInfo.nickName) } })`,
    steps: [{ tap: '#b' }, { log: ['getuserinfo getUserInfo:ok 微信用户'] }],
  },
  {
    id: 'open-type-open-setting',
    says: 'open-type="openSetting" shows the settings and sends opensetting with them.',
    source,
    wxml: '<button id="b" open-type="openSetting" bindopensetting="event">b</button>',
    js,
    steps: [{ tap: '#b' }, { host: true, has: '权限' }, { key: 'Escape' }, { log: ['opensetting openSetting:ok'] }],
  },
  {
    id: 'open-type-choose-avatar',
    says: 'open-type="chooseAvatar" sends chooseavatar with the path of the picture.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/userProfile.html',
    wxml: '<button id="b" open-type="chooseAvatar" bindchooseavatar="avatar">b</button><image id="i" src="{{src}}"/>',
    js: `Page({ data: { src: '' }, avatar(e) { log(e.type); this.setData({ src: e.detail.avatarUrl }) } })`,
    steps: [
      {
        chooseFiles: [
          {
            name: 'me.png',
            type: 'image/png',
            base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
          },
        ],
        tap: '#b',
      },
      { log: ['chooseavatar'] },
      { loaded: '#i' },
    ],
  },
  {
    id: 'open-type-feedback',
    says: 'open-type="feedback" opens a form of the host for feedback.',
    source,
    wxml: '<button id="b" open-type="feedback">b</button>',
    steps: [{ tap: '#b' }, { host: true, has: '意见反馈' }],
  },
]
