import type { Case } from '../../case.ts'

const payment = 'https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html'
const subscribe =
  'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html'

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: '<view id="go" bindtap="go">go</view>', js: `Page({ go() { ${code} } })` }
}

const order = `timeStamp: '1700000000', nonceStr: 'abc', package: 'prepay_id=wx42', signType: 'RSA', paySign: 'sign'`
const told = `success: (r) => log(r.errMsg), fail: (r) => log(r.errMsg)`
const message = (ids: string) =>
  `wx.requestSubscribeMessage({ tmplIds: ${ids}, success: (r) => log(r), fail: (r) => log(r.errMsg, r.errCode) })`

export const cases: readonly Case[] = [
  {
    id: 'pay-succeeds',
    says: 'A payment that went through ends in ok.',
    source: payment,
    covers: ['wx.requestPayment'],
    ...page(`wx.requestPayment({ ${order}, ${told} })`),
    steps: [
      { tap: '#go' },
      { host: true, has: '不会真的扣款' },
      { host: true, has: 'wx42' },
      { tapHost: '支付成功' },
      { log: ['requestPayment:ok'] },
    ],
  },
  {
    id: 'pay-cancelled',
    says: 'A user who leaves the cashier cancels.',
    source: payment,
    ...page(`wx.requestPayment({ ${order}, ${told} })`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['requestPayment:fail cancel'] }],
  },
  {
    id: 'pay-fails',
    says: 'A payment that is refused fails with a detail.',
    source: payment,
    ...page(`wx.requestPayment({ ${order}, ${told} })`),
    steps: [{ tap: '#go' }, { tapHost: '支付失败' }, { logMatches: ['^requestPayment:fail .+'] }],
  },
  {
    id: 'pay-parameters',
    says: 'The four required parameters are checked, and all that are missing are named.',
    source: payment,
    ...page(`wx.requestPayment({ timeStamp: 1700000000, fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      {
        log: [
          'requestPayment:fail parameter error: parameter.timeStamp should be String instead of Number;parameter.nonceStr should be String instead of Undefined;parameter.package should be String instead of Undefined;parameter.paySign should be String instead of Undefined;',
        ],
      },
    ],
  },
  {
    id: 'pay-promise',
    says: 'Without callbacks the payment is a promise.',
    source: payment,
    ...page(`wx.requestPayment({ ${order} }).then((r) => log('then', r.errMsg), (e) => log('catch', e.errMsg))`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['catch requestPayment:fail cancel'] }],
  },
  {
    id: 'order-payment',
    says: 'requestOrderPayment pays like requestPayment.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestOrderPayment.html',
    covers: ['wx.requestOrderPayment'],
    ...page(`wx.requestOrderPayment({ ${order}, orderInfo: {}, ${told} })`),
    steps: [{ tap: '#go' }, { tapHost: '支付成功' }, { log: ['requestOrderPayment:ok'] }],
  },
  {
    id: 'subscribe-accepted',
    says: 'An accepted template is told under its id.',
    source: subscribe,
    covers: ['wx.requestSubscribeMessage'],
    ...page(message(`['t1', 't2']`)),
    steps: [
      { tap: '#go' },
      { host: true, has: 't1' },
      { tapHost: '允许' },
      { log: ['{"t1":"accept","t2":"accept","errMsg":"requestSubscribeMessage:ok"}'] },
    ],
  },
  {
    id: 'subscribe-one-of-two',
    says: 'The user may leave single templates out.',
    source: subscribe,
    ...page(message(`['t1', 't2']`)),
    steps: [
      { tap: '#go' },
      { tapHost: '消息模板 t2' },
      { tapHost: '允许' },
      { log: ['{"t1":"accept","t2":"reject","errMsg":"requestSubscribeMessage:ok"}'] },
    ],
  },
  {
    id: 'subscribe-rejected',
    says: 'A refusal is a success whose values are reject.',
    source: subscribe,
    ...page(message(`['t1']`)),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['{"t1":"reject","errMsg":"requestSubscribeMessage:ok"}'] }],
  },
  {
    id: 'subscribe-remembered',
    says: 'A choice that is to be kept is not asked for again, and getSetting tells it.',
    source: subscribe,
    ...page(`wx.requestSubscribeMessage({ tmplIds: ['kept'], success: (r) => {
      log(r.kept)
      wx.getSetting({ withSubscriptions: true, success: (s) => log(s.subscriptionsSetting) })
    } })`),
    steps: [
      { tap: '#go' },
      { tapHost: '总是保持以上选择，不再询问' },
      { tapHost: '允许' },
      { log: ['accept', '{"mainSwitch":true,"itemSettings":{"kept":"accept"}}'] },
      { clearLog: true },
      { tap: '#go' },
      { log: ['accept', '{"mainSwitch":true,"itemSettings":{"kept":"accept"}}'] },
    ],
  },
  {
    id: 'subscribe-nothing',
    says: 'An empty list of templates is the error 10001.',
    source: subscribe,
    ...page(message('[]')),
    steps: [{ tap: '#go' }, { logMatches: ['^requestSubscribeMessage:fail .* 10001$'] }],
  },
  {
    id: 'subscribe-too-many',
    says: 'More than three templates at once are the error 20003.',
    source: subscribe,
    ...page(message(`['a', 'b', 'c', 'd']`)),
    steps: [{ tap: '#go' }, { logMatches: ['^requestSubscribeMessage:fail .* 20003$'] }],
  },
  {
    id: 'subscribe-needs-a-list',
    says: 'tmplIds is required.',
    source: subscribe,
    ...page(`wx.requestSubscribeMessage({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      {
        log: ['requestSubscribeMessage:fail parameter error: parameter.tmplIds should be Array instead of Undefined;'],
      },
    ],
  },
]
