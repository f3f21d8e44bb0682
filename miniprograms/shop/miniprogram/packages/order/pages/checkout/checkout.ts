import { defaultAddress, addressById } from '../../../../services/addresses'
import { failureText, fetchQuote, placeOrder, randomToken } from '../../../../services/api'
import { checkoutLines, removeLines } from '../../../../services/cart'
import type { Quote, SavedAddress } from '../../../../services/model'
import { texts } from '../../../../text/texts'
import { zh } from '../../../../text/zh'

const nothingQuoted: Quote = {
  lines: [],
  itemsMinor: 0,
  discountMinor: 0,
  shippingMinor: 0,
  totalMinor: 0,
  missing: [],
}

Page({
  data: {
    t: zh.checkout,
    state: 'loading',
    failure: '',
    source: 'cart',
    address: asAddress(undefined),
    quote: nothingQuoted,
    pieces: 0,
    note: '',
    isPlacing: false,
    /** One key for this page: pressing twice, or again after a lost answer, places one order. */
    key: '',
  },
  onLoad(query: { source?: string }) {
    const { checkout } = texts()
    this.setData({ t: checkout, source: query.source === 'now' ? 'now' : 'cart', key: randomToken() })
    wx.setNavigationBarTitle({ title: checkout.title })
    void this.load()
  },
  onShow() {
    const chosen = this.data.address
    this.setData({ address: asAddress((chosen && addressById(chosen.id)) ?? defaultAddress()) })
  },
  wanted() {
    const lines = checkoutLines(this.data.source === 'now' ? 'now' : 'cart')
    return lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  },
  async load() {
    const lines = this.wanted()
    if (lines.length === 0) {
      this.setData({ state: 'empty' })
      return
    }
    try {
      const quote = await fetchQuote(lines)
      this.setData({ state: 'ready', quote, pieces: quote.lines.reduce((sum, line) => sum + line.quantity, 0) })
      if (quote.missing.length > 0) wx.showToast({ title: this.data.t.missing, icon: 'none' })
    } catch (error) {
      this.setData({ state: 'failed', failure: failureText(error) })
    }
  },
  retry() {
    this.setData({ state: 'loading' })
    void this.load()
  },
  chooseAddress() {
    const url = this.data.address ? '../addresses/addresses?choose=1' : '../address-edit/address-edit'
    wx.navigateTo({ url, events: { chosen: (address: SavedAddress) => this.setData({ address }) } })
  },
  typeNote(event: WechatMiniprogram.TextareaInput) {
    this.setData({ note: event.detail.value })
  },
  async place() {
    const { t, address, note, key, quote, isPlacing } = this.data
    if (isPlacing) return
    if (!address) {
      wx.showToast({ title: t.needAddress, icon: 'none' })
      return
    }
    if (quote.missing.length > 0) {
      wx.showToast({ title: t.missing, icon: 'none' })
      return
    }
    this.setData({ isPlacing: true })
    wx.showLoading({ title: t.placing, mask: true })
    try {
      const { name, phone, region, detail } = address
      const lines = this.wanted()
      const order = await placeOrder(key, { lines, address: { name, phone, region, detail }, note })
      if (this.data.source === 'cart') removeLines(lines.map(({ variantId }) => variantId))
      wx.hideLoading()
      wx.redirectTo({ url: `../order/order?id=${order.id}` })
    } catch (error) {
      wx.hideLoading()
      this.setData({ isPlacing: false })
      wx.showToast({ title: failureText(error), icon: 'none' })
    }
  },
  openCart() {
    wx.switchTab({ url: '/pages/cart/cart' })
  },
})

/** Gives the data its type before there is an address. */
function asAddress(address: SavedAddress | undefined): SavedAddress | null {
  return address ?? null
}
