const { methods } = require('../../operations.js')

Page({
  data: { rows: [], chosen: 0, count: 0 },
  ...methods,
  openComponents() {
    wx.navigateTo({ url: '/pages/components/components' })
  },
  openDetail() {
    wx.navigateTo({ url: '/pages/detail/detail' })
  },
})
