import { failureText, fetchOrders } from '../../../../services/api'
import type { Order, OrderState } from '../../../../services/model'
import { texts } from '../../../../text/texts'
import { zh } from '../../../../text/zh'
import { actOnOrder, orderAction } from '../../services/order-actions'

const states = ['toPay', 'toShip', 'shipped', 'done'] as const
const noOrders: readonly Order[] = []

Page({
  data: {
    t: zh.order,
    state: 'loading',
    failure: '',
    tabs: tabs(),
    tab: '',
    orders: noOrders,
  },
  onLoad(query: { state?: string }) {
    const { order } = texts()
    this.setData({ t: order, tabs: tabs(), tab: states.find((state) => state === query.state) ?? '' })
    wx.setNavigationBarTitle({ title: order.listTitle })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    wx.stopPullDownRefresh()
  },
  async load() {
    const { tab } = this.data
    try {
      const orders = await fetchOrders(stateOf(tab))
      if (tab === this.data.tab) this.setData({ state: 'ready', orders })
    } catch (error) {
      if (tab === this.data.tab) this.setData({ state: 'failed', failure: failureText(error) })
    }
  },
  retry() {
    this.setData({ state: 'loading' })
    void this.load()
  },
  chooseTab(event: WechatMiniprogram.TouchEvent) {
    this.setData({ tab: String(event.currentTarget.dataset['state']), state: 'loading' })
    void this.load()
  },
  open(event: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: `../order/order?id=${event.currentTarget.dataset['id']}` })
  },
  async act(event: WechatMiniprogram.TouchEvent) {
    const { id, action } = event.currentTarget.dataset
    if (await actOnOrder(String(id), orderAction(action))) await this.load()
  },
  lookAround() {
    wx.switchTab({ url: '/pages/list/list' })
  },
})

function stateOf(tab: string): OrderState | '' {
  return states.find((state) => state === tab) ?? ''
}

function tabs() {
  const { all, states: words } = texts().order
  return [{ state: '', name: all }, ...states.map((state) => ({ state, name: words[state] }))]
}
