import type { Case } from '../../case.ts'

const doc = (path: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/${path}.html`
const button = 'https://developers.weixin.qq.com/miniprogram/dev/component/button.html'

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: '<view id="go" bindtap="go">go</view>', js: `Page({ go() { ${code} } })` }
}

export const cases: readonly Case[] = [
  {
    id: 'exit',
    says: 'exitMiniProgram leaves the mini-program.',
    source: doc('navigate/wx.exitMiniProgram'),
    covers: ['wx.exitMiniProgram'],
    ...page(`wx.exitMiniProgram()`),
    steps: [{ tap: '#go' }, { host: true, is: 'nothing here' }],
  },
  {
    id: 'login',
    says: 'login gives a code that the app exchanges on its own server.',
    source: doc('open-api/login/wx.login'),
    covers: ['wx.login'],
    ...page(`wx.login({ success: (r) => log(typeof r.code, r.code.length > 0, r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['string true login:ok'] }],
  },
  {
    id: 'login-promise',
    says: 'login without callbacks is a promise.',
    source: doc('open-api/login/wx.login'),
    ...page(`wx.login().then((r) => log(typeof r.code))`),
    steps: [{ tap: '#go' }, { log: ['string'] }],
  },
  {
    id: 'check-session-without-login',
    says: 'checkSession fails when there is no session.',
    source: doc('open-api/login/wx.checkSession'),
    covers: ['wx.checkSession'],
    ...page(`wx.checkSession({ fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { logMatches: ['^checkSession:fail'] }],
  },
  {
    id: 'user-info-anonymous',
    says: 'getUserInfo gives the anonymous profile: the name 微信用户, a grey picture, and nothing more.',
    source: doc('open-api/user-info/wx.getUserInfo'),
    covers: ['wx.getUserInfo'],
    ...page(`wx.getUserInfo({ success: (r) => {
      const u = r.userInfo
      log(u.nickName, u.avatarUrl.length > 0, u.gender, u.city === '', r.rawData === JSON.stringify(u), r.errMsg)
    } })`),
    steps: [{ tap: '#go' }, { log: ['微信用户 true 0 true true getUserInfo:ok'] }],
  },
  {
    id: 'user-profile',
    says: 'getUserProfile gives the same profile, and needs to say what for.',
    source: doc('open-api/user-info/wx.getUserProfile'),
    covers: ['wx.getUserProfile'],
    ...page(`
      wx.getUserProfile({ desc: '完善资料', success: (r) => log(r.userInfo.nickName, r.errMsg) })
      wx.getUserProfile({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { logHas: ['getUserProfile:fail parameter error: parameter.desc should be String instead of Undefined;'] },
      { logHas: ['微信用户 getUserProfile:ok'] },
    ],
  },
  {
    id: 'avatar-can-be-shown',
    says: 'The anonymous picture is one that an image can show.',
    source: doc('open-api/user-info/wx.getUserInfo'),
    wxml: '<view id="go" bindtap="go">go</view><image id="face" src="{{face}}" style="width:40px;height:40px" bindload="loaded"/>',
    js: `Page({ data: { face: '' }, go() { wx.getUserInfo({ success: (r) => this.setData({ face: r.userInfo.avatarUrl }) }) }, loaded() { log('loaded') } })`,
    steps: [{ tap: '#go' }, { log: ['loaded'] }],
  },
  {
    id: 'button-user-info',
    says: 'A button getUserInfo tells its page the profile.',
    source: button,
    covers: ['button.open-type.getUserInfo'],
    wxml: '<button id="go" open-type="getUserInfo" bindgetuserinfo="got">登录</button>',
    js: `Page({ got(e) { log(e.type, e.detail.userInfo.nickName, e.detail.errMsg) } })`,
    steps: [{ tap: '#go' }, { log: ['getuserinfo 微信用户 getUserInfo:ok'] }],
  },
  {
    id: 'button-phone-refused',
    says: 'A user who refuses his number is told as fail user deny.',
    source: button,
    covers: ['button.open-type.getPhoneNumber'],
    wxml: '<button id="go" open-type="getPhoneNumber" bindgetphonenumber="got">手机号</button>',
    js: `Page({ got(e) { log(e.type, e.detail.errMsg, e.detail.code) } })`,
    steps: [
      { tap: '#go' },
      { host: true, has: '获取你的手机号' },
      { tapHost: '拒绝' },
      { log: ['getphonenumber getPhoneNumber:fail user deny undefined'] },
    ],
  },
  {
    id: 'button-realtime-phone-refused',
    says: 'The same for a number that is verified in real time.',
    source: button,
    covers: ['button.open-type.getRealtimePhoneNumber'],
    wxml: '<button id="go" open-type="getRealtimePhoneNumber" bindgetrealtimephonenumber="got">手机号</button>',
    js: `Page({ got(e) { log(e.type, e.detail.errMsg) } })`,
    steps: [
      { tap: '#go' },
      { tapHost: '拒绝' },
      { log: ['getrealtimephonenumber getRealtimePhoneNumber:fail user deny'] },
    ],
  },
  {
    id: 'button-phone-number-form',
    says: 'What is no phone number is not taken.',
    source: button,
    wxml: '<button id="go" open-type="getPhoneNumber" bindgetphonenumber="got">手机号</button>',
    js: `Page({ got(e) { log(e.detail.errMsg) } })`,
    steps: [
      { tap: '#go' },
      { tapHost: '手机号码' },
      { typeHost: 'abc' },
      { tapHost: '允许' },
      { host: true, has: '格式不对：手机号码' },
      { tapHost: '拒绝' },
      { log: ['getPhoneNumber:fail user deny'] },
    ],
  },
  {
    id: 'button-launch-app',
    says: 'A button launchApp fails where no app has opened the mini-program.',
    source: button,
    covers: ['button.open-type.launchApp'],
    wxml: '<button id="go" open-type="launchApp" app-parameter="p" binderror="failed">打开</button>',
    js: `Page({ failed(e) { log(e.type, e.detail.errMsg) } })`,
    steps: [{ tap: '#go' }, { log: ['error launchApp:fail invalid scene'] }],
  },
  {
    id: 'button-contact',
    says: 'A button contact opens customer service in the host and tells its page.',
    source: button,
    covers: ['button.open-type.contact'],
    wxml: '<button id="go" open-type="contact" bindcontact="back">客服</button>',
    js: `Page({ back(e) { log(e.type) } })`,
    steps: [{ tap: '#go' }, { host: true, has: '客服' }, { tapHost: '关闭' }, { log: ['contact'] }],
  },
  {
    id: 'account-info',
    says: 'getAccountInfoSync tells the app, its environment and its version.',
    source: doc('open-api/account-info/wx.getAccountInfoSync'),
    covers: ['wx.getAccountInfoSync'],
    ...page(
      `const { miniProgram: m } = wx.getAccountInfoSync(); log(typeof m.appId, ['develop', 'trial', 'release'].includes(m.envVersion), typeof m.version)`,
    ),
    steps: [{ tap: '#go' }, { log: ['string true string'] }],
  },
  {
    id: 'update-manager',
    says: 'The update manager tells each listener whether there is a newer version.',
    source: doc('base/update/UpdateManager.onCheckForUpdate'),
    covers: ['wx.getUpdateManager'],
    ...page(`const m = wx.getUpdateManager()
      m.onUpdateReady(() => log('ready'))
      m.onUpdateFailed(() => log('failed'))
      m.onCheckForUpdate((r) => { log(r.hasUpdate); m.onCheckForUpdate((s) => log('again', s.hasUpdate)) })`),
    steps: [{ tap: '#go' }, { log: ['false', 'again false'] }],
  },
  {
    id: 'open-unknown-app',
    says: 'A mini-program that does not exist cannot be opened.',
    source: doc('navigate/wx.navigateToMiniProgram'),
    covers: ['wx.navigateToMiniProgram'],
    ...page(`wx.navigateToMiniProgram({ appId: 'no such app', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['navigateToMiniProgram:fail invalid appid'] }],
  },
  {
    id: 'open-app-parameters',
    says: 'An appId is required unless there is a short link.',
    source: doc('navigate/wx.navigateToMiniProgram'),
    ...page(`wx.navigateToMiniProgram({ path: 'x', fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['navigateToMiniProgram:fail parameter error: parameter.appId should be String instead of Undefined;'] },
    ],
  },
  {
    id: 'open-app-asks',
    says: 'The user is asked before another mini-program opens, and may cancel.',
    source: doc('navigate/wx.navigateToMiniProgram'),
    ...page(
      `wx.navigateToMiniProgram({ appId: wx.getAccountInfoSync().miniProgram.appId, path: 'index', fail: (r) => log(r.errMsg) })`,
    ),
    steps: [
      { tap: '#go' },
      { host: true, has: '即将打开' },
      { tapHost: '取消' },
      { log: ['navigateToMiniProgram:fail cancel'] },
    ],
  },
  {
    id: 'embedded-app-asks',
    says: 'openEmbeddedMiniProgram asks as well.',
    source: doc('navigate/wx.openEmbeddedMiniProgram'),
    covers: ['wx.openEmbeddedMiniProgram'],
    ...page(
      `wx.openEmbeddedMiniProgram({ appId: wx.getAccountInfoSync().miniProgram.appId, fail: (r) => log(r.errMsg) })`,
    ),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['openEmbeddedMiniProgram:fail cancel'] }],
  },
  {
    id: 'back-without-opener',
    says: 'navigateBackMiniProgram fails when no other mini-program has opened this one.',
    source: doc('navigate/wx.navigateBackMiniProgram'),
    covers: ['wx.navigateBackMiniProgram'],
    ...page(`wx.navigateBackMiniProgram({ extraData: {}, fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { logMatches: ['^navigateBackMiniProgram:fail'] }],
  },
  {
    id: 'cloud',
    says: 'wx.cloud exists; what it cannot do fails with an error code and a text that says so.',
    source:
      'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html',
    covers: ['wx.cloud'],
    ...page(`
      wx.cloud.init({ env: 'x', traceUser: true })
      log(wx.canIUse('cloud'))
      wx.cloud.callFunction({ name: 'add', fail: (r) => log(r.errCode, r.errMsg) })
      wx.cloud.callFunction({ name: 'add' }).catch((e) => log('catch', e.errCode))
      wx.cloud.database().collection('a').where({ b: 1 }).get().catch((e) => log('database', e.errCode))`),
    steps: [
      { tap: '#go' },
      { logHas: ['false'] },
      { logMatches: ['^-\\d+ cloud.callFunction:fail .+'] },
      { logMatches: ['^catch -\\d+$'] },
      { logMatches: ['^database -\\d+$'] },
    ],
  },
  {
    id: 'soft-functions',
    says: 'What belongs to WeChat alone exists, fails, and leaves no rejection that nobody handles.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/compatibility.html',
    covers: ['wx.getGroupEnterInfo', 'wx.openChannelsLive', 'wx.requestVirtualPayment', 'wx.addFileToFavorites'],
    ...page(`
      for (const name of ['getGroupEnterInfo', 'openChannelsLive', 'requestVirtualPayment', 'addFileToFavorites', 'authPrivateMessage']) {
        wx[name]({})
        wx[name]({ complete: (r) => log(wx.canIUse(name), r.errMsg) })
      }`),
    steps: [
      { tap: '#go' },
      {
        log: [
          'false getGroupEnterInfo:fail not supported',
          'false openChannelsLive:fail not supported',
          'false requestVirtualPayment:fail not supported',
          'false addFileToFavorites:fail not supported',
          'false authPrivateMessage:fail not supported',
        ],
      },
    ],
  },
  {
    id: 'can-i-use',
    says: 'canIUse knows functions, their fields, components and their attributes.',
    source: doc('base/wx.canIUse'),
    covers: ['wx.canIUse'],
    ...page(
      `log(['requestPayment', 'showModal.object.editable', 'button.open-type', 'nothing', 'openBluetoothAdapter'].map((n) => wx.canIUse(n)))`,
    ),
    steps: [{ tap: '#go' }, { log: ['[true,true,true,false,false]'] }],
  },
  {
    id: 'opened-app-knows-its-opener',
    says: 'A mini-program that another one opens learns who did and what was handed over; going back hands something over too.',
    source: doc('navigate/wx.navigateToMiniProgram'),
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({
      onLoad() { const o = wx.getLaunchOptionsSync(); log('scene', o.scene, o.referrerInfo) },
      go() {
        const { appId } = wx.getAccountInfoSync().miniProgram
        wx.navigateToMiniProgram({ appId, path: '$ROOT/second?a=1', extraData: { gift: 7 }, success: (r) => log(r.errMsg) })
      },
    })`,
    pages: ['second'],
    files: {
      'second.wxml': '<view id="back" bindtap="back">back</view><view id="told">{{told}}</view>',
      'second.js': `Page({
        data: { told: '' },
        onLoad(query) {
          const { scene, referrerInfo } = wx.getLaunchOptionsSync()
          const isKnown = referrerInfo.appId === wx.getAccountInfoSync().miniProgram.appId
          this.setData({ told: [scene, isKnown, JSON.stringify(referrerInfo.extraData), query.a].join(' ') })
        },
        back() { wx.navigateBackMiniProgram({ extraData: { thanks: 1 } }) },
      })`,
    },
    app: {},
    steps: [
      { tap: '#go' },
      { tapHost: '允许' },
      { text: '#told', is: '1037 true {"gift":7} 1' },
      { tap: '#back' },
      { exists: '#go' },
      { logMatches: ['^scene 1038 .*"extraData":\\{"thanks":1\\}'] },
    ],
  },
  {
    id: 'restart-at-a-page',
    says: 'restartMiniProgram opens the app anew at the page that it names.',
    source: doc('navigate/wx.restartMiniProgram'),
    covers: ['wx.restartMiniProgram'],
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({ go() { wx.restartMiniProgram({ path: '$ROOT/second?a=2' }) } })`,
    pages: ['second'],
    files: {
      'second.wxml': '<view id="told">{{told}}</view>',
      'second.js': `Page({ data: { told: '' }, onLoad(q) { this.setData({ told: q.a + ' ' + getCurrentPages().length }) } })`,
    },
    app: {},
    steps: [{ tap: '#go' }, { text: '#told', is: '2 1' }],
  },
  {
    id: 'restart-needs-a-path',
    says: 'restartMiniProgram needs a path.',
    source: doc('navigate/wx.restartMiniProgram'),
    ...page(`wx.restartMiniProgram({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['restartMiniProgram:fail parameter error: parameter.path should be String instead of Undefined;'] },
    ],
  },
]
