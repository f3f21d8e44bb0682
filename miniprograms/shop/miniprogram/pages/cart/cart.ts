import { cartLines, changeLine, removeLines, selectAll, showCartBadge, type CartLine } from '../../services/cart'
import { formatMinor } from '../../services/money'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const noLines: readonly CartLine[] = []
const freeShippingMinor = 19900

Page({
  data: {
    t: zh.cart,
    common: zh.common,
    lines: noLines,
    totalMinor: 0,
    pieces: 0,
    isAllSelected: false,
    shippingHint: '',
  },
  onLoad() {
    const { cart, common } = texts()
    this.setData({ t: cart, common })
    wx.setNavigationBarTitle({ title: cart.title })
  },
  onShow() {
    this.refresh()
  },
  refresh() {
    const lines = cartLines()
    const selected = lines.filter((line) => line.isSelected)
    const totalMinor = selected.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0)
    const missingMinor = freeShippingMinor - totalMinor
    const { freeFrom, freeReached } = this.data.t
    this.setData({
      lines,
      totalMinor,
      pieces: selected.reduce((sum, line) => sum + line.quantity, 0),
      isAllSelected: lines.length > 0 && selected.length === lines.length,
      shippingHint: missingMinor > 0 ? `${freeFrom} ${formatMinor(missingMinor)}` : freeReached,
    })
    showCartBadge()
  },
  toggle(event: WechatMiniprogram.TouchEvent) {
    const { id, selected } = event.currentTarget.dataset
    changeLine(String(id), { isSelected: !selected })
    this.refresh()
  },
  toggleAll() {
    selectAll(!this.data.isAllSelected)
    this.refresh()
  },
  setQuantity(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    changeLine(String(event.currentTarget.dataset['id']), { quantity: event.detail.value })
    this.refresh()
  },
  async remove(event: WechatMiniprogram.TouchEvent) {
    const { t, common } = this.data
    const { confirm } = await wx.showModal({
      title: t.removeOne,
      content: String(event.currentTarget.dataset['name']),
      confirmText: common.remove,
      cancelText: common.cancel,
      confirmColor: '#B3261E',
    })
    if (!confirm) return
    removeLines([String(event.currentTarget.dataset['id'])])
    this.refresh()
  },
  open(event: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: `/pages/product/product?id=${event.currentTarget.dataset['product']}` })
  },
  lookAround() {
    wx.switchTab({ url: '/pages/list/list' })
  },
  checkOut() {
    if (this.data.pieces === 0) {
      wx.showToast({ title: this.data.t.choose, icon: 'none' })
      return
    }
    wx.navigateTo({ url: '/packages/order/pages/checkout/checkout?source=cart' })
  },
})
