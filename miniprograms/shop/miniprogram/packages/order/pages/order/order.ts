import { failureText, fetchOrder } from '../../../../services/api'
import type { Order, OrderState } from '../../../../services/model'
import { texts } from '../../../../text/texts'
import { zh } from '../../../../text/zh'
import { actOnOrder, orderAction } from '../../services/order-actions'

const icons: Readonly<Record<OrderState, string>> = {
  toPay: 'wallet',
  toShip: 'box',
  shipped: 'truck',
  done: 'smile',
  cancelled: 'receipt',
}

Page({
  data: {
    t: zh.order,
    note: zh.checkout.note,
    state: 'loading',
    failure: '',
    id: '',
    order: asOrder(null),
    icon: 'box',
    createdAt: '',
  },
  onLoad(query: { id?: string }) {
    const { order, checkout } = texts()
    this.setData({ t: order, note: checkout.note, id: query.id ?? '' })
    wx.setNavigationBarTitle({ title: order.title })
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    wx.stopPullDownRefresh()
  },
  async load() {
    try {
      this.show(await fetchOrder(this.data.id))
    } catch (error) {
      this.setData({ state: 'failed', failure: failureText(error) })
    }
  },
  show(order: Order) {
    this.setData({ state: 'ready', order, icon: icons[order.state], createdAt: dateText(order.createdAt) })
  },
  retry() {
    this.setData({ state: 'loading' })
    void this.load()
  },
  async act(event: WechatMiniprogram.TouchEvent) {
    const order = await actOnOrder(this.data.id, orderAction(event.currentTarget.dataset['action']))
    if (order) this.show(order)
  },
  copyNumber() {
    wx.setClipboardData({
      data: this.data.order?.number ?? '',
      success: () => wx.showToast({ title: this.data.t.copied }),
    })
  },
  lookAround() {
    wx.switchTab({ url: '/pages/home/home' })
  },
})

/** Gives the data its type before there is an order. */
function asOrder(order: Order | null): Order | null {
  return order
}

function dateText(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
