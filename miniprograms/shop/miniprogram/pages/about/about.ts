import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

Page({
  data: { t: zh.about, shop: zh.shop, version: '' },
  onLoad() {
    const { about, shop } = texts()
    const { miniProgram } = wx.getAccountInfoSync()
    this.setData({ t: about, shop, version: miniProgram.version || miniProgram.envVersion })
    wx.setNavigationBarTitle({ title: about.title })
  },
})
