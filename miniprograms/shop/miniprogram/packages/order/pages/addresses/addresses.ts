import { addresses } from '../../../../services/addresses'
import type { SavedAddress } from '../../../../services/model'
import { texts } from '../../../../text/texts'
import { zh } from '../../../../text/zh'

const none: readonly SavedAddress[] = []

Page({
  data: { t: zh.address, list: none, isChoosing: false },
  onLoad(query: { choose?: string }) {
    const { address } = texts()
    this.setData({ t: address, isChoosing: query.choose === '1' })
    wx.setNavigationBarTitle({ title: address.title })
  },
  onShow() {
    this.setData({ list: addresses() })
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const address = this.data.list[Number(event.currentTarget.dataset['index'])]
    if (!address) return
    if (!this.data.isChoosing) {
      this.edit(event)
      return
    }
    this.getOpenerEventChannel().emit?.('chosen', address)
    wx.navigateBack()
  },
  edit(event: WechatMiniprogram.TouchEvent) {
    const address = this.data.list[Number(event.currentTarget.dataset['index'])]
    if (address) wx.navigateTo({ url: `../address-edit/address-edit?id=${address.id}` })
  },
  add() {
    wx.navigateTo({ url: '../address-edit/address-edit' })
  },
})
