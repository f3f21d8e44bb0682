import type { Case } from '../../case.ts'

const doc = (path: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/open-api/${path}.html`
const authorize = doc('authorize/wx.authorize')
const getSetting = doc('setting/wx.getSetting')
const openSetting = doc('setting/wx.openSetting')
const requirePrivacy = doc('privacy/wx.requirePrivacyAuthorize')
const needPrivacy = doc('privacy/wx.onNeedPrivacyAuthorization')
const privacySetting = doc('privacy/wx.getPrivacySetting')

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: '<view id="go" bindtap="go">go</view>', js: `Page({ go() { ${code} } })` }
}

/** An app whose privacy functions are checked. */
const checked = { app: { json: { __usePrivacyCheck__: true } } } as const
const ask = `wx.requirePrivacyAuthorize({ success: (r) => log(r.errMsg), fail: (r) => log(r.errMsg, r.errno) })`

/** A page with a dialog of its own. */
const ownDialog = {
  ...checked,
  wxml: `<view id="go" bindtap="go">go</view>
    <view wx:if="{{asked}}">
      <button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agreed">同意</button>
      <view id="deny" bindtap="deny">拒绝</view>
      <view id="cheat" bindtap="cheat">假装</view>
    </view>`,
  js: `Page({
    data: { asked: false },
    onLoad() {
      wx.onNeedPrivacyAuthorization((resolve, info) => {
        log('need', info.referrer)
        this.resolve = resolve
        resolve({ event: 'exposureAuthorization' })
        this.setData({ asked: true })
      })
    },
    go() { ${ask} },
    agreed(e) { log(e.type); this.resolve({ event: 'agree', buttonId: 'agree' }) },
    deny() { this.resolve({ event: 'disagree' }) },
    cheat() { this.resolve({ event: 'agree', buttonId: 'agree' }) },
  })`,
} as const

export const cases: readonly Case[] = [
  {
    id: 'authorize-allowed',
    says: 'The user is asked once and may allow; then the scope is granted in getSetting.',
    source: authorize,
    covers: ['wx.authorize', 'wx.getSetting'],
    ...page(`wx.authorize({ scope: 'scope.record', success: (r) => {
      log(r.errMsg)
      wx.getSetting({ success: (s) => log(s.authSetting['scope.record'], s.errMsg) })
    } })`),
    steps: [
      { tap: '#go' },
      { host: true, has: '麦克风' },
      { tapHost: '允许' },
      { log: ['authorize:ok', 'true getSetting:ok'] },
      { clearLog: true },
      { tap: '#go' },
      { log: ['authorize:ok', 'true getSetting:ok'] },
    ],
  },
  {
    id: 'authorize-refused',
    says: 'A refusal fails with auth deny and is remembered: the user is not asked again.',
    source: authorize,
    ...page(`wx.authorize({ scope: 'scope.camera', fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { tapHost: '拒绝' },
      { log: ['authorize:fail auth deny'] },
      { tap: '#go' },
      { log: ['authorize:fail auth deny', 'authorize:fail auth deny'] },
    ],
  },
  {
    id: 'purpose-is-shown',
    says: 'The question shows the purpose that app.json gives for the location.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html',
    covers: ['permission'],
    ...page(`wx.authorize({ scope: 'scope.userLocation', success: (r) => log(r.errMsg) })`),
    app: { json: { permission: { 'scope.userLocation': { desc: '用来找附近的门店' } } } },
    steps: [{ tap: '#go' }, { host: true, has: '用来找附近的门店' }, { tapHost: '允许' }, { log: ['authorize:ok'] }],
  },
  {
    id: 'unknown-scope',
    says: 'A scope that does not exist is refused.',
    source: authorize,
    ...page(`wx.authorize({ scope: 'scope.everything', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['authorize:fail invalid scope'] }],
  },
  {
    id: 'scope-required',
    says: 'The scope is required.',
    source: authorize,
    ...page(`wx.authorize({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['authorize:fail parameter error: parameter.scope should be String instead of Undefined;'] },
    ],
  },
  {
    id: 'scopes-without-a-question',
    says: 'Addresses and invoices need no permission any more: they are granted from the start.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.html',
    ...page(
      `wx.getSetting({ success: ({ authSetting: a }) => log(a['scope.address'], a['scope.invoiceTitle'], a['scope.invoice'], a['scope.camera']) })`,
    ),
    steps: [{ tap: '#go' }, { log: ['true true true undefined'] }],
  },
  {
    id: 'open-setting-revokes',
    says: 'openSetting shows what was asked for; a switch acts at once and the answer tells it.',
    source: openSetting,
    covers: ['wx.openSetting'],
    ...page(`wx.openSetting({ success: (r) => {
      log(r.authSetting['scope.record'], r.errMsg)
      wx.authorize({ scope: 'scope.record', fail: (e) => log(e.errMsg) })
    } })`),
    phone: { granted: ['scope.record'] },
    steps: [
      { tap: '#go' },
      { host: true, has: '麦克风' },
      { tapHost: '使用你的麦克风' },
      { tapHost: '完成' },
      { log: ['false openSetting:ok', 'authorize:fail auth deny'] },
    ],
  },
  {
    id: 'subscriptions-in-settings',
    says: 'getSetting tells of subscriptions only when it is asked to.',
    source: getSetting,
    ...page(`
      wx.getSetting({ success: (r) => { log(r.subscriptionsSetting)
        wx.getSetting({ withSubscriptions: true, success: (s) => log(s.subscriptionsSetting.mainSwitch) }) } })`),
    steps: [{ tap: '#go' }, { log: ['undefined', 'true'] }],
  },
  {
    id: 'button-open-setting',
    says: 'A button openSetting opens the settings and tells its page.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/button.html',
    covers: ['button.open-type.openSetting'],
    wxml: '<button id="go" open-type="openSetting" bindopensetting="opened">设置</button>',
    js: `Page({ opened(e) { log(e.type, e.detail.errMsg) } })`,
    steps: [{ tap: '#go' }, { tapHost: '完成' }, { log: ['opensetting openSetting:ok'] }],
  },
  {
    id: 'privacy-not-needed',
    says: 'An app without privacy checks needs no consent.',
    source: privacySetting,
    covers: ['wx.getPrivacySetting'],
    ...page(`wx.getPrivacySetting({ success: (r) => log(r.needAuthorization, r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['false getPrivacySetting:ok'] }],
  },
  {
    id: 'privacy-needed-until-agreed',
    says: 'With privacy checks consent is needed until the user has agreed.',
    source: privacySetting,
    ...checked,
    ...page(`wx.getPrivacySetting({ success: (r) => {
      log(r.needAuthorization, typeof r.privacyContractName)
      wx.requirePrivacyAuthorize({ success: () => wx.getPrivacySetting({ success: (s) => log(s.needAuthorization) }) })
    } })`),
    steps: [{ tap: '#go' }, { log: ['true string'] }, { tapHost: '同意' }, { log: ['true string', 'false'] }],
  },
  {
    id: 'privacy-host-dialog-agreed',
    says: 'An app without a dialog of its own gets the default one; agreeing lets the call go on.',
    source: requirePrivacy,
    covers: ['wx.requirePrivacyAuthorize'],
    ...checked,
    ...page(ask),
    steps: [
      { tap: '#go' },
      { host: true, has: '隐私保护指引' },
      { tapHost: '同意' },
      { log: ['requirePrivacyAuthorize:ok'] },
      { tap: '#go' },
      { log: ['requirePrivacyAuthorize:ok', 'requirePrivacyAuthorize:ok'] },
    ],
  },
  {
    id: 'privacy-host-dialog-refused',
    says: 'Refusing fails with the words that the privacy permission is not authorized, and it is asked again next time.',
    source: requirePrivacy,
    ...checked,
    ...page(ask),
    steps: [
      { tap: '#go' },
      { tapHost: '拒绝' },
      { log: ['requirePrivacyAuthorize:fail privacy permission is not authorized 104'] },
      { clearLog: true },
      { tap: '#go' },
      { tapHost: '同意' },
      { log: ['requirePrivacyAuthorize:ok'] },
    ],
  },
  {
    id: 'privacy-stops-other-functions',
    says: 'A function that touches personal data waits for the consent and fails without it.',
    source: requirePrivacy,
    ...checked,
    ...page(`wx.getClipboardData({ fail: (r) => log(r.errMsg, r.errno) })`),
    steps: [
      { tap: '#go' },
      { tapHost: '拒绝' },
      { log: ['getClipboardData:fail privacy permission is not authorized 104'] },
    ],
  },
  {
    id: 'privacy-own-dialog-agreed',
    says: 'With a listener the app shows its own dialog, and agree continues after its button was tapped.',
    source: needPrivacy,
    covers: ['wx.onNeedPrivacyAuthorization', 'button.open-type.agreePrivacyAuthorization'],
    ...ownDialog,
    steps: [
      { tap: '#go' },
      { logHas: ['need requirePrivacyAuthorize'] },
      { tap: '#agree' },
      { log: ['need requirePrivacyAuthorize', 'agreeprivacyauthorization', 'requirePrivacyAuthorize:ok'] },
    ],
  },
  {
    id: 'privacy-own-dialog-refused',
    says: 'resolve with disagree makes the call fail.',
    source: needPrivacy,
    ...ownDialog,
    steps: [
      { tap: '#go' },
      { tap: '#deny' },
      {
        log: ['need requirePrivacyAuthorize', 'requirePrivacyAuthorize:fail privacy permission is not authorized 104'],
      },
    ],
  },
  {
    id: 'privacy-agree-needs-the-button',
    says: 'agree without a tap on the button that it names is no consent.',
    source: needPrivacy,
    ...ownDialog,
    steps: [
      { tap: '#go' },
      { tap: '#cheat' },
      {
        log: ['need requirePrivacyAuthorize', 'requirePrivacyAuthorize:fail privacy permission is not authorized 104'],
      },
    ],
  },
  {
    id: 'privacy-contract',
    says: 'openPrivacyContract shows the terms.',
    source: doc('privacy/wx.openPrivacyContract'),
    covers: ['wx.openPrivacyContract'],
    ...checked,
    ...page(`wx.openPrivacyContract({ success: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { host: true, has: '隐私保护指引' },
      { tapHost: '关闭' },
      { log: ['openPrivacyContract:ok'] },
    ],
  },
]
