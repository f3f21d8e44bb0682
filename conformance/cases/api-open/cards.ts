import type { Case } from '../../case.ts'

const address = 'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/address/wx.chooseAddress.html'
const invoice = 'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/invoice/wx.chooseInvoiceTitle.html'
const plate = 'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/license-plate/wx.chooseLicensePlate.html'
const service =
  'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/service-chat/wx.openCustomerServiceChat.html'

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: '<view id="go" bindtap="go">go</view>', js: `Page({ go() { ${code} } })` }
}

const chosen = `success: (r) => log(r), fail: (r) => log(r.errMsg)`

export const cases: readonly Case[] = [
  {
    id: 'address-cancelled',
    says: 'Who closes the addresses cancels.',
    source: address,
    covers: ['wx.chooseAddress'],
    ...page(`wx.chooseAddress({ ${chosen} })`),
    steps: [
      { tap: '#go' },
      { host: true, has: '收货地址' },
      { tapHost: '取消' },
      { log: ['chooseAddress:fail cancel'] },
    ],
  },
  {
    id: 'address-added-and-chosen',
    says: 'An address that the user has entered is handed over with all fields of the answer.',
    source: address,
    ...page(`wx.chooseAddress({ success: (r) => {
      log(r.userName, r.telNumber, r.detailInfo, r.provinceName, r.cityName, r.countyName, r.nationalCode, r.errMsg)
    } })`),
    steps: [
      { tap: '#go' },
      { tapHost: '新增' },
      { tapHost: '收货人' },
      { type: '张三' },
      { tapHost: '手机号码' },
      { type: '13800138000' },
      { tapHost: '详细地址' },
      { type: '新港中路 397 号' },
      { tapHost: '保存' },
      { tapHost: '张三 13800138000\n北京市 北京市 东城区 新港中路 397 号' },
      { log: ['张三 13800138000 新港中路 397 号 北京市 北京市 东城区 110101 chooseAddress:ok'] },
    ],
    phone: { size: [375, 800] },
  },
  {
    id: 'address-incomplete',
    says: 'An address without what it needs is not kept.',
    source: address,
    ...page(`wx.chooseAddress({ ${chosen} })`),
    steps: [
      { tap: '#go' },
      { tapHost: '新增' },
      { tapHost: '保存' },
      { host: true, has: '请填写：收货人' },
      { tapHost: '取消' },
      { tapHost: '取消' },
      { log: ['chooseAddress:fail cancel'] },
    ],
    phone: { size: [375, 800] },
  },
  {
    id: 'invoice-title',
    says: 'An invoice title has type, title and the fields of a company.',
    source: invoice,
    covers: ['wx.chooseInvoiceTitle'],
    ...page(`wx.chooseInvoiceTitle({ ${chosen} })`),
    steps: [
      { tap: '#go' },
      { tapHost: '新增' },
      { tapHost: '抬头' },
      { type: '榕树公司' },
      { tapHost: '税号' },
      { type: '91440000123456789X' },
      { tapHost: '保存' },
      { tapHost: '榕树公司\n单位 91440000123456789X' },
      {
        log: [
          '{"type":"0","title":"榕树公司","taxNumber":"91440000123456789X","companyAddress":"","telephone":"","bankName":"","bankAccount":"","errMsg":"chooseInvoiceTitle:ok"}',
        ],
      },
    ],
    phone: { size: [375, 800] },
  },
  {
    id: 'invoice-title-cancelled',
    says: 'Who closes the invoice titles cancels.',
    source: invoice,
    ...page(`wx.chooseInvoiceTitle({ ${chosen} })`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['chooseInvoiceTitle:fail cancel'] }],
  },
  {
    id: 'plate',
    says: 'A number plate is handed over as plateNumber.',
    source: plate,
    covers: ['wx.chooseLicensePlate'],
    ...page(`wx.chooseLicensePlate({ ${chosen} })`),
    steps: [
      { tap: '#go' },
      { tapHost: '新增' },
      { tapHost: '车牌号' },
      { type: '粤A12345' },
      { tapHost: '保存' },
      { tapHost: '粤A12345' },
      { log: ['{"plateNumber":"粤A12345","errMsg":"chooseLicensePlate:ok"}'] },
    ],
    phone: { size: [375, 800] },
  },
  {
    id: 'plate-cancelled',
    says: 'Who closes the plates cancels.',
    source: plate,
    ...page(`wx.chooseLicensePlate({ ${chosen} })`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['chooseLicensePlate:fail cancel'] }],
  },
  {
    id: 'customer-service',
    says: 'openCustomerServiceChat shows where the conversation is; who does not open it cancels.',
    source: service,
    covers: ['wx.openCustomerServiceChat'],
    ...page(`wx.openCustomerServiceChat({ extInfo: { url: 'https://work.example.com/kf' }, corpId: 'c', ${chosen} })`),
    steps: [
      { tap: '#go' },
      { host: true, has: 'work.example.com' },
      { tapHost: '取消' },
      { log: ['openCustomerServiceChat:fail cancel'] },
    ],
  },
  {
    id: 'customer-service-address',
    says: 'Without an address of the conversation it fails.',
    source: service,
    ...page(`wx.openCustomerServiceChat({ corpId: 'c', ${chosen} })`),
    steps: [{ tap: '#go' }, { logMatches: ['^openCustomerServiceChat:fail .+'] }],
  },
  {
    id: 'choose-invoice',
    says: 'Cards and invoices of WeChat itself are not here, and canIUse says so.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/invoice/wx.chooseInvoice.html',
    covers: ['wx.chooseInvoice', 'wx.addCard', 'wx.openCard', 'wx.getWeRunData'],
    ...page(`
      for (const name of ['chooseInvoice', 'addCard', 'openCard', 'getWeRunData']) {
        log(wx.canIUse(name))
        wx[name]({ cardList: [], fail: (r) => log(r.errMsg) })
      }`),
    steps: [
      { tap: '#go' },
      {
        log: [
          ...['false', 'false', 'false', 'false'],
          'chooseInvoice:fail not supported',
          'addCard:fail not supported',
          'openCard:fail not supported',
          'getWeRunData:fail not supported',
        ],
      },
    ],
  },
]
